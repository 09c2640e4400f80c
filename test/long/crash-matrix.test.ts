import { itSurvivesCrashes } from "../support/it-survives-crashes.ts";

itSurvivesCrashes("all");
