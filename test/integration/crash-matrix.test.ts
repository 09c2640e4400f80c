import { itSurvivesCrashes } from "../support/deaths/it-survives-crashes.ts";

itSurvivesCrashes("one");
