import * as z from "zod";

/** Whether the daemon can do its work now. */
export interface Health {
  ready: boolean;
  /** Why not, in plain words. */
  problems: readonly string[];
}

const Place = z.object({ id: z.string(), since: z.number(), cause: z.string() });

/** What `wirewatch status` and `/api/v1/status` say; instants in epoch milliseconds. */
export const Status = z.object({
  version: z.string(),
  pid: z.number(),
  startedAt: z.number(),
  roles: z.array(z.string()),
  configHash: z.string(),
  store: z.string(),
  queue: z.string(),
  ready: z.boolean(),
  problems: z.array(z.string()),
  feeds: z.object({
    total: z.number(),
    /** By how they stand: good, new, failing … */
    states: z.record(z.string(), z.number()),
    neverRead: z.number(),
    failing: z.array(Place),
    silent: z.array(Place),
    /** By whom and why, in `cause`. */
    paused: z.array(Place.extend({ until: z.number() })),
  }),
  channels: z.object({
    down: z.array(Place),
    pending: z.array(
      z.object({
        id: z.string(),
        count: z.number(),
        oldestAt: z.number(),
        /** The channel is not configured; when they are dropped, null: not while another configuration is the active one. */
        removed: z.object({ droppedAt: z.number().nullable() }).nullable(),
      }),
    ),
  }),
  alarms: z.array(Place.extend({ kind: z.string() })),
  /** By whom and why, in `cause`. */
  silences: z.array(Place.extend({ until: z.number() })),
  unmatchedItems: z.number(),
  unmatchableItems: z.number(),
  deliveries: z.record(z.string(), z.number()),
});
export type Status = z.infer<typeof Status>;
