import type { Config, Transport } from "../config/config.ts";
import { readsFeed } from "../match/reads-feed.ts";
import type { Plan } from "../pipeline/plan.ts";

/** Services whose messages can be edited and answered. */
const FOLLOWING: ReadonlySet<Transport["kind"]> = new Set(["slack", "telegram"] as const);

/** The configuration as the job handlers need it. */
export function makePlan(config: Config): Plan {
  const urgent = new Set(
    config.watches.filter(({ severity, trial }) => severity === "urgent" && trial === null).map(({ id }) => id),
  );
  const conditions = config.rules.watches.filter((watch) => urgent.has(watch.id)).map((watch) => watch.feeds);
  return {
    hash: config.hash,
    feeds: byId(config.feeds),
    watches: byId(config.watches),
    channels: planChannels(config),
    urgentFeeds: new Set(
      config.feeds.filter((feed) => conditions.some((condition) => readsFeed(condition, feed))).map((feed) => feed.id),
    ),
    operators: config.operators,
    ...(config.http.public_url === null ? {} : { publicUrl: config.http.public_url }),
  };
}

/** The channels as what is decided about them needs them. */
export function planChannels({ channels }: Config): Plan["channels"] {
  return byId(
    channels.map(({ id, timezone, digest, recipients, takes, quietHours, atMost, transport }) => ({
      id,
      timezone,
      digest,
      recipients,
      takes,
      quietHours,
      atMost,
      follows: FOLLOWING.has(transport.kind) ? "edits" : "nothing",
    })),
  );
}

function byId<T extends { id: string }>(values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}
