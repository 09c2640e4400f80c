import type { Steps } from "../core/steps.ts";
import { SEVERITIES } from "../core/vocabulary.ts";
import type { ContinuedLine, StoryLine } from "../notify/message.ts";
import type { CollectedMatch, EarlierMatch, TellableMatch } from "../store/match-rows.ts";
import { toStoryLine } from "./story-line.ts";
import { tellWithdrawn } from "./tell-withdrawn.ts";

export interface DigestStories {
  stories: readonly StoryLine[];
  /** Told before: only what is new. */
  continued: readonly ContinuedLine[];
  /** How many of both each watch found. */
  watches: readonly { title: string; stories: number }[];
}

interface DigestMatches {
  /** Of the edition. */
  matches: readonly CollectedMatch[];
  /** Of the same stories, in earlier editions of the channel. */
  earlier: readonly EarlierMatch[];
  /** Matches of the edition that their reports, as they read by then, are none of any more. */
  withdrawn: ReadonlySet<string>;
  /** Whether a watch wants a line for each item. */
  keepsApart: (watchId: string) => boolean;
}

/** What an edition tells, each match in one line: urgent ones first, and those that came first before the others. A step a story. */
export function* digestStories({ matches, earlier, withdrawn, keepsApart }: DigestMatches): Steps<DigestStories> {
  const toldOf = Map.groupBy(
    earlier.filter(({ watchId }) => !keepsApart(watchId)),
    ({ storyId }) => storyId,
  );
  const stories: StoryLine[] = [];
  const continued: ContinuedLine[] = [];
  for (const group of groupMatches(matches, keepsApart)) {
    const isApart = group.every(({ watchId }) => keepsApart(watchId));
    const told = isApart ? undefined : toldOf.get(group[0]?.storyId ?? "");
    const late = group.every(({ reason }) => reason === "late");
    if (told === undefined) stories.push(tellWithdrawn({ ...toStoryLine(group), late }, group, withdrawn));
    else continued.push(tellWithdrawn({ ...toContinuedLine(group, told), late }, group, withdrawn));
    yield;
  }
  return {
    stories: bySeverity(stories),
    continued: bySeverity(continued),
    watches: countWatches([...stories, ...continued]),
  };
}

/** Matches by story; of a story with several items, those of watches that keep items apart by item. */
function groupMatches(
  matches: readonly CollectedMatch[],
  keepsApart: (watchId: string) => boolean,
): readonly (readonly CollectedMatch[])[] {
  return [...Map.groupBy(matches, ({ storyId }) => storyId).values()].flatMap((story) => {
    if (new Set(story.map(({ itemId }) => itemId)).size === 1) return [story];
    const keyed = Map.groupBy(story, ({ watchId, itemId }) => (keepsApart(watchId) ? itemId : ""));
    return [...keyed.values()];
  });
}

function toContinuedLine(matches: readonly TellableMatch[], earlier: readonly EarlierMatch[]): ContinuedLine {
  const line = toStoryLine(matches);
  const told = toStoryLine(earlier);
  const names = new Set(told.outlets.map(({ name }) => name));
  const persons = new Set(told.people.map(({ name }) => name));
  const sentences = new Set(
    earlier.flatMap(({ evidence, item }) => [...evidence.sentences.map(({ sentence }) => sentence), item.title]),
  );
  return {
    ...line,
    people: matches
      .flatMap(({ evidence }) => evidence.people)
      .filter(({ name }, index, all) => !persons.has(name) && all.findIndex((other) => other.name === name) === index),
    evidence: matches
      .flatMap(({ evidence }) => evidence.sentences)
      .filter(
        ({ sentence }, index, all) =>
          !sentences.has(sentence) && all.findIndex((other) => other.sentence === sentence) === index,
      ),
    lead: line.lead !== null && sentences.has(line.headline) ? null : line.lead,
    knownOutlets: line.outlets.map(({ name }) => name).filter((name) => names.has(name)),
    toldIn: Math.max(...earlier.map(({ editionNumber }) => editionNumber)),
    toldHeadline: told.headline,
  };
}

function bySeverity<T extends StoryLine>(lines: readonly T[]): readonly T[] {
  return lines.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}

function countWatches(lines: readonly StoryLine[]): DigestStories["watches"] {
  const watches = lines.flatMap(({ watches }) => watches);
  return [...Map.groupBy(watches, ({ id }) => id).values()].map((named) => ({
    title: named[0]?.title ?? "",
    stories: named.length,
  }));
}
