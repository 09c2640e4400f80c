import type { FeedCondition, MatchItem } from "./rule-set.ts";

/** Whether a feed meets a watch's condition; what is not known of the feed is not asked. */
export function readsFeed({ ids, tags, notTags, kinds }: FeedCondition, feed: MatchItem["feed"]): boolean {
  if (feed === null) return true;
  if (feed.id !== null && !sharesOne(ids, [feed.id])) return false;
  if (feed.kind !== null && !sharesOne(kinds, [feed.kind])) return false;
  if (feed.tags === null) return true;
  return sharesOne(tags, feed.tags) && !notTags.some((tag) => feed.tags?.includes(tag));
}

function sharesOne(wanted: readonly string[], has: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((one) => has.includes(one));
}
