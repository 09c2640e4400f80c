import type { FetchedExplanation } from "../app/explain-item.ts";
import { describeWatches } from "../pipeline/inspect/describe-watches.ts";

/** A link that nothing is stored of. */
export function describeUnknown(given: string, feeds: readonly { id: string; url: string }[]): string {
  if (!URL.canParse(given))
    return `nothing is stored under ${given}: give an item's id, its link, or - for standard input`;
  const carriers =
    feeds.length === 0
      ? ["  no configured feed is on its host, or has shown a link there: find one with `wirewatch feeds probe`"]
      : feeds.map(({ id, url }) => `  ${id}  ${url}`);
  const hint = "With --fetch: what would have matched, by what feed and page show today.";
  return [`no stored item has the link ${given}`, "Feeds that could have carried it:", ...carriers, hint].join("\n");
}

/** A link that was fetched because nothing is stored of it. */
export function describeFetched(link: string, fetched: FetchedExplanation, options: { tree: boolean }): string {
  const { item, feedId, misses, watches } = fetched;
  const head = [`no stored item has the link ${link}`, ...misses.map((miss) => `  ${miss}`)];
  if (item === null) return [...head, "There is nothing to explain."].join("\n");
  const source = feedId === null ? "its page, without what feeds say about it" : `the feed ${feedId}`;
  const words = `${item.title === "" ? "(no headline)" : item.title} · ${item.lang ?? "language unknown"}`;
  return [...head, "", `${words}\n  fetched now from ${source}`, "", describeWatches(watches, options)].join("\n");
}
