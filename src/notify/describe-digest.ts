import { cleanLine, isolate } from "./clean-text.ts";
import { countOf } from "./describe-story.ts";
import { formatInstant, formatRange } from "./describe-time.ts";
import type { DigestMessage, SetAsideLine, SummaryMessage } from "./message.ts";

const MOST_PEOPLE = 30;

/** "5 stories, 2 feeds failing · Tue 20 Jan 07:00–15:00 London · no. 118" */
export function describeEdition(digest: DigestMessage): string {
  const stories = digest.stories.length === 0 ? "No stories" : countOf(digest.stories.length, "story", "stories");
  const failing = digest.failingFeeds.length;
  const broken = failing === 0 ? "" : `, ${countOf(failing, "feed")} failing`;
  return `${stories}${broken} · ${formatRange(digest.from, digest.to, digest.timezone)} · no. ${digest.editionNumber}`;
}

/** What was read in the window, from the poll records. */
export function describeCoverage({ coverage, late, stories }: DigestMessage): string {
  const read = `Read ${countOf(coverage.feeds, "feed")} in ${countOf(coverage.polls, "poll")}: ${countOf(coverage.items, "new item")}.`;
  const nothing = stories.length === 0 ? " Nothing matched." : "";
  return `${read}${nothing}${late ? " This edition is late: wirewatch was not running when it was due." : ""}`;
}

export function describeFailingFeed(feed: DigestMessage["failingFeeds"][number], zone: string): string {
  return `${feed.feedId}: failing since ${formatInstant(feed.since, zone)}, ${cleanLine(feed.cause, 200)}`;
}

/** Who the edition's stories name, most often first: "Ivan Example (2 stories)". */
export function listPeople({ stories }: DigestMessage): string[] {
  const names = stories.flatMap((story) => [...new Set(story.people.map((person) => person.name))]);
  return [...Map.groupBy(names, (name) => name)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_PEOPLE)
    .map(([name, mentions]) => `${isolate(cleanLine(name, 80))} (${countOf(mentions.length, "story", "stories")})`);
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
