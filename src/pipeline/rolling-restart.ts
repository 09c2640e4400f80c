import type { Clock } from "../core/clock.ts";
import { HOUR_MS } from "../core/time.ts";
import type { IncidentRow } from "../store/operation-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";

/**
 * In a rolling restart some processes know a channel that others do not know yet, or no more: what belongs to it is left
 * alone for so long, and so it is after a configuration without it became the active one.
 */
export const ROLLING_RESTART_MS = HOUR_MS;

/**
 * Whether this process may end what its configuration does not have: not unless that is the active one, and has been for
 * a while. A newer one may have added it, and an older one may still work with it.
 */
export async function mayEndOthers(deps: {
  store: Pick<StoreQueries, "configs">;
  plan: () => Pick<Plan, "hash">;
  now: Clock;
}): Promise<boolean> {
  const active = await deps.store.configs.active();
  return active?.hash === deps.plan().hash && active.since <= deps.now() - ROLLING_RESTART_MS;
}

/** Whether no newer configuration is at work: then a watch that this one does not have is off or removed, and not added there. */
export async function isNewestConfig(
  { configs }: Pick<StoreQueries, "configs">,
  { hash }: Pick<Plan, "hash">,
): Promise<boolean> {
  const active = await configs.active();
  return active === undefined || active.hash === hash;
}

const OF_CHANNELS: ReadonlySet<IncidentRow["kind"]> = new Set(["channel-down", "alerts-late", "buttons-down"]);

/** Whether an incident is about a channel that is not among these. */
export function isOfOtherChannel(
  { kind, subject }: Pick<IncidentRow, "kind" | "subject">,
  channels: { has(channelId: string): boolean },
): boolean {
  return OF_CHANNELS.has(kind) && !channels.has(subject);
}
