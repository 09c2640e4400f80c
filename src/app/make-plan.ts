import type { Config } from "../config/config.ts";
import type { Feed } from "../core/vocabulary.ts";
import type { FeedCondition } from "../match/rule-set.ts";
import type { Plan } from "../pipeline/plan.ts";

/** The configuration as the job handlers need it. */
export function makePlan(config: Config): Plan {
  const urgent = new Set(config.watches.filter((watch) => watch.severity === "urgent").map((watch) => watch.id));
  const conditions = config.rules.watches.filter((watch) => urgent.has(watch.id)).map((watch) => watch.feeds);
  return {
    feeds: byId(config.feeds),
    watches: byId(config.watches),
    channels: byId(
      config.channels.map(({ id, timezone, digest, recipients, takes }) => ({
        id,
        timezone,
        digest,
        recipients,
        takes,
      })),
    ),
    urgentFeeds: new Set(
      config.feeds.filter((feed) => conditions.some((condition) => reads(condition, feed))).map((feed) => feed.id),
    ),
    operators: config.operators,
  };
}

function byId<T extends { id: string }>(values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}

function reads({ ids, tags, notTags, kinds }: FeedCondition, feed: Feed): boolean {
  const anyOf = (wanted: readonly string[], has: (value: string) => boolean): boolean =>
    wanted.length === 0 || wanted.some(has);
  return (
    anyOf(ids, (id) => id === feed.id) &&
    anyOf(kinds, (kind) => kind === feed.kind) &&
    anyOf(tags, (tag) => feed.tags.includes(tag)) &&
    !notTags.some((tag) => feed.tags.includes(tag))
  );
}
