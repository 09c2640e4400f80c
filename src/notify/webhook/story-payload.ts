import type { FeedKind, Severity } from "../../core/vocabulary.ts";
import { cleanLine } from "../clean-text.ts";
import { joinParts, type Part } from "../excerpt.ts";
import { fitStory, type StoryLimits } from "../fit-story.ts";
import type { StoryLine } from "../message.ts";

/** Text with what proves the match: marks are [start, end) in UTF-16 units of `text`. */
interface MarkedText {
  text: string;
  marks: [number, number][];
}

/** One story in a body. */
export interface StoryPayload {
  headline: MarkedText;
  link: string | null;
  lang: string | null;
  severity: Severity;
  watches: { id: string; title: string; severity: Severity; clause: string }[];
  people: { name: string; role: string | null; spelling: string }[];
  outlets: { name: string; kind: FeedKind; link: string | null }[];
  /** Sentences that prove the match and do not stand in the headline; the lead where there are none. */
  evidence: MarkedText[];
  glosses: Record<string, string>;
  publishedAt: string | null;
  firstSeenAt: string;
  /** About its sending, such as a delay, and what became of it since. */
  remarks: string[];
}

export const LIMITS: StoryLimits = { headline: 1000, quote: 4000, quotes: 20, people: 50, outlets: 50, watches: 50 };
/** Characters of one text. */
export const LINE = 1000;

/** An instant as ISO 8601 in UTC. */
export function iso(instant: number): string {
  return new Date(Math.max(-8.64e15, Math.min(instant, 8.64e15))).toISOString();
}

function markedText(parts: readonly Part[]): MarkedText {
  const marks: [number, number][] = [];
  let at = 0;
  for (const { text, marked } of parts) {
    if (marked) marks.push([at, at + text.length]);
    at += text.length;
  }
  return { text: joinParts(parts), marks };
}

/** A story with bounded lists and texts. */
export function storyPayload(story: StoryLine): StoryPayload {
  const fitted = fitStory(story, LIMITS);
  return {
    headline: markedText(fitted.headline),
    link: fitted.link,
    lang: story.lang === null ? null : cleanLine(story.lang, 20),
    severity: story.severity,
    watches: story.watches.slice(0, LIMITS.watches).map(({ id, title, severity, clause }) => ({
      id,
      title: cleanLine(title, LINE),
      severity,
      clause: cleanLine(clause, LINE),
    })),
    people: [...fitted.people],
    outlets: fitted.outlets.map(({ name, feedKind, link }) => ({ name, kind: feedKind, link })),
    evidence: fitted.quotes.map(markedText),
    glosses: Object.fromEntries(fitted.glosses.map(({ term, meaning }) => [term, meaning])),
    publishedAt: story.publishedSource === "feed" ? iso(story.publishedAt) : null,
    firstSeenAt: iso(story.firstSeenAt),
    remarks: [...fitted.remarks],
  };
}
