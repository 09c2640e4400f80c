import { DAY_MS } from "../../core/time.ts";
import type { Veto } from "../../core/vocabulary.ts";
import { decideMatch, type Decision } from "../../decide/decision.ts";
import type { ChannelPlan, WatchRouting } from "../../decide/options.ts";
import { channelsFor } from "../../decide/route.ts";
import type { ToldMiss } from "../../match/explain/near-miss.ts";
import type { ArchiveHit, ArchiveMiss, ArchiveRange } from "./scan-archive.ts";

/** What a channel would have got, in numbers of items. */
export interface ChannelForecast {
  channelId: string;
  /** Messages of their own. */
  alerts: number;
  /** Added to the message of their story. */
  joined: number;
  /** For the next edition of a digest. */
  collected: number;
  /** Not told, by reason. */
  setAside: Readonly<Record<string, number>>;
  /** Alerts a day, or entries a day of a digest, over the days of which there are items. */
  perDay: number;
}

/** Items in which the same part is missing. */
interface NearMissGroup extends ToldMiss {
  total: number;
  /** The newest of them. */
  items: readonly ArchiveMiss["item"][];
}

const MOST_MISSES = 100;

export interface BacktestReport {
  watchId: string;
  range: ArchiveRange;
  scanned: number;
  /** Items that match today, oldest first. */
  matched: readonly ArchiveHit[];
  /** Items that a veto holds back today. */
  vetoed: readonly (ArchiveHit & { veto: Veto })[];
  /** Items that the watch misses by one part, by that part: the rarest first, for they teach most. */
  nearMisses: readonly NearMissGroup[];
  channels: readonly ChannelForecast[];
  /** Matches of each day of the range, oldest first; a day is 24 h from its start. */
  byDay: readonly number[];
}

/**
 * What one watch would have sent: the decisions of the daemon, made as if each item had come at the time it was first
 * seen, stories joined as they are stored. Baseline items are set aside, as they were.
 */
export function backtest(
  {
    watch,
    channels,
    hits,
    misses,
    scanned,
    since,
  }: {
    watch: WatchRouting;
    channels: ReadonlyMap<string, ChannelPlan>;
    hits: readonly ArchiveHit[];
    misses: readonly ArchiveMiss[];
    scanned: number;
    /** When the oldest item of the store was first seen; null: there is none. */
    since: number | null;
  },
  range: ArchiveRange,
): BacktestReport {
  const own = hits.flatMap((hit) =>
    hit.answers.filter(({ watchId }) => watchId === watch.id).map((answer) => ({ hit, answer })),
  );
  const matched = own.filter(({ answer }) => answer.kind === "match").map(({ hit }) => hit);
  const vetoed = own.flatMap(({ hit, answer }) => (answer.kind === "vetoed" ? [{ ...hit, veto: answer.veto }] : []));
  const byDay = Array.from({ length: Math.ceil((range.to - range.from) / DAY_MS) }, () => 0);
  for (const { item } of matched) {
    const day = Math.floor((item.firstSeenAt - range.from) / DAY_MS);
    byDay[day] = (byDay[day] ?? 0) + 1;
  }
  // A store of two days says nothing of the twelve before; a day is the least that says something of days.
  const days = Math.max(1, (range.to - Math.max(range.from, since ?? 0)) / DAY_MS);
  const forecasts = [...channels.values()].flatMap((channel) => {
    const decisions = decisionsOn(channel, { watch, own, channels });
    return decisions.length === 0 ? [] : [forecast(channel.id, decisions, days)];
  });
  const nearMisses = groupMisses(misses);
  return { watchId: watch.id, range, scanned, matched, vetoed, nearMisses, channels: forecasts, byDay };
}

/** @param misses oldest first */
function groupMisses(misses: readonly ArchiveMiss[]): NearMissGroup[] {
  return [...Map.groupBy(misses, ({ missing }) => missing)]
    .map(([missing, group]) => {
      const items = group.slice(-MOST_MISSES).map(({ item }) => item);
      const tooFar = group.some((miss) => miss.tooFar);
      return { missing, tooFar, total: group.length, items: items.toReversed() };
    })
    .toSorted((a, b) => a.total - b.total);
}

interface Deciding {
  watch: WatchRouting;
  own: readonly { hit: ArchiveHit; answer: ArchiveHit["answers"][number] }[];
  channels: ReadonlyMap<string, ChannelPlan>;
}

function decisionsOn(channel: ChannelPlan, { watch, own, channels }: Deciding): Decision[] {
  const told = new Set<string>();
  const decisions: Decision[] = [];
  for (const {
    hit: { item },
    answer,
  } of own) {
    if (!channelsFor(watch, item.lang, channels).includes(channel)) continue;
    const story = watch.group === "item" ? item.id : (item.storyId ?? item.id);
    const decision = decideMatch({
      match: {
        severity: watch.severity,
        maxAgeMs: watch.maxAgeMs,
        veto: answer.kind === "vetoed" ? answer.veto : null,
        publishedAt: item.publishedAt,
        baseline: item.baseline,
        toldBefore: false,
        isTrial: false,
      },
      channel,
      silence: null,
      telling: told.has(story)
        ? { kind: "join", reason: "same-story", into: null }
        : { kind: "send", reason: "first-report" },
      now: item.firstSeenAt,
    });
    if (decision.kind === "send") told.add(story);
    decisions.push(decision);
  }
  return decisions;
}

function forecast(channelId: string, decisions: readonly Decision[], days: number): ChannelForecast {
  function count(kind: Decision["kind"]): number {
    return decisions.filter((decision) => decision.kind === kind).length;
  }
  const setAside: Record<string, number> = {};
  for (const { kind, reason } of decisions) if (kind === "suppress") setAside[reason] = (setAside[reason] ?? 0) + 1;
  const alerts = count("send");
  const collected = count("collect");
  return { channelId, alerts, joined: count("join"), collected, setAside, perDay: (alerts + collected) / days };
}

/** What one version of a watch finds and another does not. */
export interface Difference {
  added: readonly ArchiveHit[];
  /** Items that only the other version matches. */
  removed: readonly ArchiveHit[];
}

export function differenceOf(matched: readonly ArchiveHit[], before: readonly ArchiveHit[]): Difference {
  const ids = new Set(matched.map(({ item }) => item.id));
  const earlier = new Set(before.map(({ item }) => item.id));
  return {
    added: matched.filter(({ item }) => !earlier.has(item.id)),
    removed: before.filter(({ item }) => !ids.has(item.id)),
  };
}
