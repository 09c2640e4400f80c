import type { Config } from "../config/config.ts";
import {
  listDeliveries,
  showDelivery,
  type DeliveryLine,
  type ShownDelivery,
} from "../pipeline/inspect/show-deliveries.ts";
import { makePlan } from "./make-plan.ts";
import { withStore } from "./with-store.ts";

/** The latest deliveries that fit, newest first. */
export function readDeliveries(
  config: Config,
  env: NodeJS.ProcessEnv,
  filter: Parameters<typeof listDeliveries>[2],
): Promise<readonly DeliveryLine[]> {
  return withStore(config, env, (store) => listDeliveries(store, makePlan(config), filter));
}

/** Undefined: there is no delivery of that id. */
export function readDelivery(config: Config, env: NodeJS.ProcessEnv, id: string): Promise<ShownDelivery | undefined> {
  return withStore(config, env, (store) => showDelivery(store, makePlan(config), id));
}
