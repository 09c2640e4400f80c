import { readsFeed } from "../match/reads-feed.ts";
import { placeIn } from "./origin.ts";
import type { OpmlFeed } from "./read-opml.ts";
import type { Sections } from "./sections.ts";
import type { Finding } from "./source.ts";

/** Watches whose `feeds:` none of the configured feeds meets: they would be silent for ever. */
export function lintFeedConditions({ watches, feeds }: Sections, opml: readonly OpmlFeed[]): Finding[] {
  const known = [...feeds.entries, ...opml].map(({ id, value }) => ({
    id,
    kind: value.kind ?? ("independent" as const),
    tags: value.tags ?? [],
  }));
  if (known.length === 0) return [];
  return watches.entries.flatMap(({ id, value, origin, intact }) => {
    const { ids, tags, not_tags: notTags, kinds } = value.feeds;
    if (!intact || value.status === "off" || known.some((feed) => readsFeed({ ids, tags, notTags, kinds }, feed)))
      return [];
    return {
      severity: "lint" as const,
      code: "watch-without-feed",
      place: placeIn(origin, ["feeds"]),
      message: `watch "${id}" reads none of the ${known.length} feeds`,
      remedy: "correct its feeds:, or give feeds the tags that it asks for",
    };
  });
}
