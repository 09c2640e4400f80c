import { localTime } from "../../core/local-time.ts";
import { describeMatches } from "./describe-matches.ts";
import { describeClaim } from "./describe-tries.ts";
import type { ItemLife } from "./trace-item.ts";

/**
 * A stored item with its matches: the decision on each channel, the messages, and every try to send them; times are of
 * the zone.
 */
export function describeLife(life: ItemLife, zone: string): string {
  const { item, storyId, claim, matches } = life;
  const whose = claim === null ? "" : `, ${describeClaim(claim, zone)}`;
  return [
    `${item.id}  ${item.title}`,
    `  ${[item.outlet ?? "no outlet", item.lang ?? "language unknown", `feed ${item.feedId}`, `revision ${item.revision}`].join(" · ")}`,
    `  published ${localTime(item.publishedAt, zone)}${item.publishedSource === "feed" ? "" : " (no date given)"}, seen ${localTime(item.firstSeenAt, zone)}${item.baseline ? ", at the feed's first reading" : ""}`,
    ...describeStanding(life),
    ...(storyId === null ? [] : [`  story ${storyId}${whose}`]),
    ...describeMatches(matches, zone),
    "",
  ].join("\n");
}

function describeStanding({ isMatched, unmatchable, matches }: ItemLife): string[] {
  if (unmatchable !== null)
    return [`  could not be matched: ${unmatchable}; tried again when it changes, and at the next start`];
  if (!isMatched) return ["  waits for the matcher"];
  return matches.length === 0 ? ["  no watch found anything in it"] : [];
}
