import type { StoreQueries } from "../../store/store.ts";
import { ROLLING_RESTART_MS } from "../rolling-restart.ts";

/** What of a configuration says which channels it has. */
export interface ChannelsOf {
  hash: string;
  channels: { has(channelId: string): boolean; keys(): Iterable<string> };
}

/** A channel that is not configured, and for which messages wait. */
interface RemovedChannel {
  channelId: string;
  count: number;
  /**
   * From when on they are dropped, unless it is back, as `endOrphans` has it; epoch milliseconds. Null: not while another
   * configuration is the active one.
   */
  droppedAt: number | null;
}

/** Read-only: where messages wait that nobody sends. */
export async function listRemovedChannels(
  store: Pick<StoreQueries, "configs" | "deliveries">,
  { hash, channels }: ChannelsOf,
): Promise<readonly RemovedChannel[]> {
  const waiting = await store.deliveries.listWaitingElsewhere([...channels.keys()]);
  if (waiting.length === 0) return [];
  const active = await store.configs.active();
  return waiting.map(({ channelId, count, since }) => {
    const isOurs = active?.hash === hash;
    return { channelId, count, droppedAt: isOurs ? Math.max(since, active.since) + ROLLING_RESTART_MS : null };
  });
}
