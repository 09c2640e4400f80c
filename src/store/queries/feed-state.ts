import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import type { Tables } from "../schema.ts";

/** The columns of a `FeedState`. */
export const FEED_STATE = [
  "feedId",
  "url",
  "effectiveUrl",
  "host",
  "movedTo",
  "cadence",
  "etag",
  "lastModified",
  "bodyHash",
  "baselineAt",
  "nextPollAt",
  "failures",
  "firstFailureAt",
  "lastGoodAt",
  "goodInRow",
  "kills",
  "hubLinks",
  "requests",
  "answeredRequests",
  "polls",
] as const;

/** Whether a feed is asked at all at `now`: it is configured and not paused. */
export function isAsked(
  eb: ExpressionBuilder<Tables, "feeds">,
  now: number,
): ExpressionWrapper<Tables, "feeds", SqlBool> {
  return eb.and([
    eb("feeds.configured", "=", 1),
    eb.or([eb("feeds.pausedUntil", "is", null), eb("feeds.pausedUntil", "<=", now)]),
  ]);
}
