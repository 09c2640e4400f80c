import type { Feed } from "../core/vocabulary.ts";
import type { ChannelPlan, WatchRouting } from "../decide/options.ts";

/** The configuration as the job handlers need it. */
export interface Plan {
  /** Of the configuration it was made from. */
  hash: string;
  feeds: ReadonlyMap<string, Feed>;
  /** Watches that are live or on trial. */
  watches: ReadonlyMap<string, WatchRouting>;
  channels: ReadonlyMap<string, ChannelPlan>;
  /** Feeds read by a live urgent watch: they are polled more often. */
  urgentFeeds: ReadonlySet<string>;
  /** Under which others reach this program; absent: nobody does. */
  publicUrl?: string;
  /** Channels that tell operators. */
  operators: { page: readonly string[]; notice: readonly string[] };
}
