import { isOfFeed } from "../../decide/group-incidents.ts";
import type { IncidentRow } from "../../store/operation-rows.ts";
import type { Store } from "../../store/store.ts";
import { isOfOtherChannel } from "../rolling-restart.ts";
import { countStandings, listFeeds } from "./list-feeds.ts";
import { listRemovedChannels, type ChannelsOf } from "./removed-channels.ts";

/** Something that needs attention, since when and why. */
interface Trouble {
  id: string;
  since: number;
  cause: string;
}

/** Messages that wait for a channel; `removed` as `DeliveryLine` has it. */
interface Pending {
  id: string;
  count: number;
  oldestAt: number;
  removed: { droppedAt: number | null } | null;
}

/** What the store knows about how things stand. */
export interface LedgerState {
  feeds: {
    total: number;
    /** How many of them stand how, as `feeds list` has it. */
    states: Record<string, number>;
    neverRead: number;
    failing: Trouble[];
    silent: Trouble[];
    paused: (Trouble & { until: number })[];
  };
  channels: { down: Trouble[]; pending: Pending[] };
  /** What operators were paged about besides channels. */
  alarms: (Trouble & { kind: string })[];
  /** In force, by whom and why in `cause`. */
  silences: (Trouble & { until: number })[];
  unmatchedItems: number;
  /** Items that could not be matched and wait for a change or a start. */
  unmatchableItems: number;
  /** Deliveries by status. */
  deliveries: Record<string, number>;
}

/** Read-only: how feeds, channels and deliveries stand. @param plan of the configuration */
export async function askLedger(store: Store, { plan, now }: { plan: ChannelsOf; now: number }): Promise<LedgerState> {
  const [feeds, pauses, incidents, pending, counts] = [
    await listFeeds(store, now),
    await store.feeds.listPauses(now),
    await store.incidents.listOpen(),
    await store.deliveries.oldestPending(),
    await store.deliveries.count(),
  ];
  const open = incidents.filter((incident) => !isOfOtherChannel(incident, plan.channels));
  const removed = new Map((await listRemovedChannels(store, plan)).map((channel) => [channel.channelId, channel]));
  function troubles(...kinds: IncidentRow["kind"][]): Trouble[] {
    return open
      .filter((incident) => kinds.includes(incident.kind))
      .map(({ subject, openedAt, cause }) => ({ id: subject, since: openedAt, cause }));
  }
  return {
    feeds: {
      total: feeds.length,
      states: countStandings(feeds),
      neverRead: feeds.filter((feed) => feed.lastGoodAt === null).length,
      failing: troubles("feed-failing", "feed-suspended"),
      silent: troubles("feed-silent"),
      paused: pauses.map(({ feedId, at, until, author, comment }) => ({
        id: feedId,
        since: at,
        until,
        cause: `${author}: ${comment}`,
      })),
    },
    channels: {
      down: troubles("channel-down"),
      pending: pending.map(({ channelId, count, since }) => {
        const gone = removed.get(channelId);
        const dropped = gone === undefined ? null : { droppedAt: gone.droppedAt };
        return { id: channelId, count, oldestAt: since, removed: dropped };
      }),
    },
    alarms: open
      .filter(({ kind }) => kind !== "channel-down" && !isOfFeed(kind))
      .map(({ kind, subject, openedAt, cause }) => ({ kind, id: subject, since: openedAt, cause })),
    silences: (await store.silences.listActive(now)).map(({ id, startsAt, endsAt, author, comment }) => ({
      id,
      since: startsAt,
      until: endsAt,
      cause: `${author}: ${comment}`,
    })),
    unmatchedItems: await store.items.countUnmatched(),
    unmatchableItems: await store.items.countUnmatchable(),
    deliveries: Object.fromEntries(counts.map(({ status, count }) => [status, count])),
  };
}
