import type { Config } from "../config/config.ts";
import { heardBy, testRoutes, type Route, type RouteQuestion } from "../pipeline/inspect/test-routes.ts";
import { makePlan } from "./make-plan.ts";

export interface AskedRoutes {
  routes: readonly Route[];
  /** Channels that are told, now or later. */
  heard: readonly string[];
}

/** What the channels of a configuration would make of a match. */
export function askRoutes(config: Config, question: RouteQuestion): AskedRoutes {
  const routes = testRoutes(question, makePlan(config).channels);
  return { routes, heard: heardBy(routes) };
}
