import { withLocalTimes } from "../core/local-time.ts";
import { cleanLine, isolate } from "./clean-text.ts";
import { andMore, countOf, nameOutlet } from "./describe-story.ts";
import { formatInstant, formatRange, zoneCity } from "./describe-time.ts";
import type { ContinuedLine, DigestMessage, SetAsideLine, StoryLine, SummaryMessage } from "./message.ts";

const MOST_PEOPLE = 30;
const MOST_OUTLETS = 10;
const MOST_FEEDS = 20;

/** "5 stories, 2 feeds failing · Tue 20 Jan 07:00–15:00 London · no. 118" */
export function describeEdition(digest: DigestMessage): string {
  const stories = digest.stories.length === 0 ? "No stories" : countOf(digest.stories.length, "story", "stories");
  const continued = digest.continued.length === 0 ? "" : `, ${digest.continued.length} continued`;
  const failing = digest.failingFeeds.length;
  const broken = failing === 0 ? "" : `, ${countOf(failing, "feed")} failing`;
  return `${stories}${continued}${broken} · ${formatRange(digest.from, digest.to, digest.timezone)} · no. ${digest.editionNumber}`;
}

/** "Part 2 of 3" */
export function describePart({ part, parts }: { part: number; parts: number }): string {
  return `Part ${part} of ${parts}`;
}

/** "54 feeds"; "53 of 54 feeds" where the others were asked in vain. */
export function countRead({ feeds, read }: { feeds: number; read: number }): string {
  return read === feeds ? countOf(feeds, "feed") : `${read} of ${countOf(feeds, "feed")}`;
}

/** What was read in the window, from the poll records, and by which rules. */
export function describeCoverage(digest: DigestMessage): string {
  const { coverage, late, stories, continued } = digest;
  const read = `Read ${countRead(coverage)} in ${countOf(coverage.polls, "poll")}: ${countOf(coverage.items, "new item")}.`;
  const nothing = stories.length + continued.length === 0 ? " Nothing matched." : "";
  const tardy = late ? " This edition is late: wirewatch was not running when it was due." : "";
  return `${read}${nothing}${tardy}${describeRefusal(digest)}`;
}

function describeRefusal({ refusedSince, timezone }: DigestMessage): string {
  if (refusedSince === undefined) return "";
  const since = `${formatInstant(refusedSince, timezone)} ${zoneCity(timezone)}`;
  return ` By rules from before ${since}: the changed configuration is refused.`;
}

/** "New outlets: Example TV (state)"; "again: Example Wire (wire)" where the outlet had the story before. */
export function describeNewOutlets({ outlets, knownOutlets }: ContinuedLine, most = MOST_OUTLETS): string {
  const fresh = nameOutlets(
    outlets.filter(({ name }) => !knownOutlets.includes(name)),
    most,
  );
  const known = nameOutlets(
    outlets.filter(({ name }) => knownOutlets.includes(name)),
    most,
  );
  return [...(fresh === "" ? [] : [`New outlets: ${fresh}`]), ...(known === "" ? [] : [`Again: ${known}`])].join(". ");
}

function nameOutlets(outlets: StoryLine["outlets"], most: number): string {
  const named = outlets.slice(0, most).map(({ name, feedKind }) => nameOutlet({ name: cleanLine(name, 80), feedKind }));
  return `${named.join(", ")}${andMore(outlets.length - named.length)}`;
}

/** "Continues no. 117", with its headline there where that was another one. */
export function describeContinuation({ toldIn, toldHeadline, headline }: ContinuedLine): string {
  const told = cleanLine(toldHeadline, 200);
  return told === cleanLine(headline, 200) ? `Continues no. ${toldIn}` : `Continues no. ${toldIn}: ${isolate(told)}`;
}

/** "vetoed by history ("1954", title)": what stands behind a line of what was set aside, times in the zone; or nothing. */
export function describeDetail({ detail }: Pick<SetAsideLine, "detail">, zone: string): string {
  return detail === null ? "" : `: ${isolate(cleanLine(withLocalTimes(detail, zone), 200))}`;
}

export function describeFailingFeed(feed: DigestMessage["failingFeeds"][number], zone: string): string {
  return `${cleanLine(feed.feedId, 80)}: failing since ${formatInstant(feed.since, zone)} ${zoneCity(zone)}, ${isolate(cleanLine(feed.cause, 200))}`;
}

/** Who the edition's stories name, most often first: "Ivan Example (2 stories)". */
export function listPeople({ stories, continued }: DigestMessage): string[] {
  const names = [...stories, ...continued].flatMap((story) => [...new Set(story.people.map((person) => person.name))]);
  return [...Map.groupBy(names, (name) => name)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_PEOPLE)
    .map(([name, mentions]) => `${isolate(cleanLine(name, 80))} (${countOf(mentions.length, "story", "stories")})`);
}

/** What the reasons of decisions mean to who reads an edition. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  vetoed: "words beside it or its language are excluded",
  baseline: "was there when its feed was first read",
  "already-told": "an earlier form of the report was told",
  trial: "its watch is on trial",
  silenced: "silenced by an operator",
  late: "older than its watch's max_age",
  "low-severity": "its watch is of low severity, which alerts nobody",
  "watch-off": "its watch is off by now",
  claimed: "somebody takes care of its story",
  "channel-removed": "its channel is not configured any more",
  "no-longer-useful": "not sent within its watch's useful_for",
};

/** "late (3): older than its watch's max_age"; of another channel "silenced on desk (1): …" */
export function describeReason({ reason, total }: { reason: string; total: number }): string {
  const words = REASON_WORDS[reason.split(" ", 1)[0] ?? ""];
  return `${isolate(cleanLine(reason, 80))} (${total})${words === undefined ? "" : `: ${words}`}`;
}

/** Set-aside matches by reason, in the order in which the reasons first appear. */
export function groupSetAside(lines: readonly SetAsideLine[]): { reason: string; lines: readonly SetAsideLine[] }[] {
  return [...Map.groupBy(lines, (line) => line.reason)].map(([reason, lines]) => ({ reason, lines }));
}

/** "Now reading 2 feeds; already there: 80 items, of which 3 from the last 24 h would have matched." */
export function describeSummary({ feeds, stored, wouldHaveMatched }: SummaryMessage): string {
  const matched = wouldHaveMatched.length === 0 ? "none" : `${wouldHaveMatched.length}`;
  return `Now reading ${countOf(feeds.length, "feed")}; already there: ${countOf(stored, "item")}, of which ${matched} from the last 24 h would have matched.`;
}

/** The first of the feeds that are read now, and how many more there are. */
export function nameFeeds({ feeds }: SummaryMessage): string {
  const named = feeds.slice(0, MOST_FEEDS).map((feed) => isolate(cleanLine(feed, 80)));
  return `${named.join(", ")}${andMore(feeds.length - named.length)}`;
}
