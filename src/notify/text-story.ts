import { isolate } from "./clean-text.ts";
import {
  andMore,
  countOf,
  describeFound,
  describeOutletCount,
  describePerson,
  describeTimes,
  describeUrgency,
  nameOutlet,
} from "./describe-story.ts";
import type { Part } from "./excerpt.ts";
import type { FittedStory } from "./fit-story.ts";

/** A story as lines of plain text. */

/** How plain text is written. */
export interface TextStyle {
  timezone: string;
  /** Makes a marked run visible. */
  mark: (text: string) => string;
  /** Bytes that the alerts of a summary may take, what is beyond is counted; absent: all stand in it. */
  most?: number;
}

/** A text with its marked runs made visible. */
export function partsText(parts: readonly Part[], mark: TextStyle["mark"]): string {
  return parts.map(({ text, marked }) => (marked ? mark(text) : text)).join("");
}

/** A story, headline first. @param below what stands right below the headline */
export function storyLines(story: FittedStory, style: TextStyle, below: readonly string[] = []): string[] {
  const outlets = story.outlets.map(nameOutlet).join(", ");
  const language = story.lang === null ? "" : ` · ${story.lang}`;
  return [
    partsText(story.headline, style.mark),
    ...below,
    `${describeOutletCount(story)}${outlets}${andMore(story.more.outlets)}${language}`,
    ...detailLines(story, style, "Who"),
  ];
}

/** What stands below headline and outlets: links, people, proof, why and when. @param who what people are called */
export function detailLines(story: FittedStory, { timezone, mark }: TextStyle, who: string): string[] {
  const people = `${story.people.map(describePerson).join("; ")}${andMore(story.more.people)}`;
  const watches = story.watches.map((watch) => `${describeFound(watch)}${watch.clause}`);
  const links = new Set([story.link, ...story.outlets.map(({ link }) => link)]);
  return [
    ...[...links].filter((link) => link !== null),
    ...(story.people.length > 0 ? [`${who}: ${people}`] : []),
    ...story.quotes.flatMap((quote) => ["", partsText(quote, mark)]),
    ...(story.more.quotes > 0 ? [`(${countOf(story.more.quotes, "more proving sentence")})`] : []),
    "",
    ...story.glosses.map(({ term, meaning }) => `${isolate(term)} means: ${isolate(meaning)}`),
    ...watches.map((line) => `Why: ${line}`),
    ...(story.more.watches > 0 ? [`(${countOf(story.more.watches, "more watch", "more watches")})`] : []),
    `${describeUrgency(story)} · ${describeTimes(story, timezone)}`,
  ];
}
