import type { EvidenceSentence, FeedKind, Severity } from "../core/vocabulary.ts";
import { cleanLine, safeLink } from "./clean-text.ts";
import { excerpt, plainParts, type Part } from "./excerpt.ts";
import type { SourceLine, StoryLine } from "./message.ts";

/** How much of a story a message shows: lengths in UTF-16 units, the rest are counts. */
export interface StoryLimits {
  headline: number;
  quote: number;
  quotes: number;
  people: number;
  outlets: number;
  watches: number;
}

export const ALERT_LIMITS: StoryLimits = { headline: 300, quote: 600, quotes: 4, people: 6, outlets: 8, watches: 5 };
export const DIGEST_LIMITS: StoryLimits = { headline: 250, quote: 400, quotes: 3, people: 4, outlets: 6, watches: 4 };

/** A story cut to its limits with every text clean and every link safe: what all channels render. */
export interface FittedStory {
  headline: readonly Part[];
  link: string | null;
  /** Its name in English. */
  lang: string | null;
  langTag: string | null;
  outlets: readonly { name: string; feedKind: FeedKind; link: string | null }[];
  /** How the reports of all outlets compare; null: not known. */
  sources: SourceLine | null;
  severity: Severity;
  watches: readonly { title: string; words: readonly string[]; clause: string }[];
  people: readonly { name: string; role: string | null; spelling: string; note?: string | null }[];
  /** Sentences that prove the match and do not stand in the headline; the lead where there are none. */
  quotes: readonly (readonly Part[])[];
  glosses: readonly { term: string; meaning: string }[];
  /** How many of each were left out. */
  more: { outlets: number; watches: number; people: number; quotes: number };
  publishedAt: number;
  publishedSource: "feed" | "first-seen";
  firstSeenAt: number;
  /** About its sending, and what became of it since. */
  remarks: readonly string[];
  /** Older than its watches want news to be. */
  late: boolean;
}

const NAME = 80;
const NOTE = 200;
const CLAUSE = 300;
const WORD = 60;
const MOST_WORDS = 6;
const MOST_GLOSSES = 6;
const MOST_CITED = 3;

/** Where a title sentence stands in the headline; -1: elsewhere. */
function placeInHeadline(headline: string, evidence: EvidenceSentence): number {
  if (evidence.field !== "title" || evidence.sentence === "") return -1;
  return headline.startsWith(evidence.sentence, evidence.start) ? evidence.start : headline.indexOf(evidence.sentence);
}

function splitEvidence(story: StoryLine): { marks: [number, number][]; elsewhere: EvidenceSentence[] } {
  const marks: [number, number][] = [];
  const elsewhere: EvidenceSentence[] = [];
  for (const evidence of story.evidence) {
    const place = placeInHeadline(story.headline, evidence);
    if (place === -1) elsewhere.push(evidence);
    else marks.push(...evidence.marks.map(([start, end]): [number, number] => [place + start, place + end]));
  }
  return { marks, elsewhere };
}

function fitQuotes(story: StoryLine, elsewhere: readonly EvidenceSentence[], limits: StoryLimits): Part[][] {
  if (elsewhere.length === 0) return story.lead === null ? [] : [plainParts(story.lead, limits.quote)];
  return elsewhere.slice(0, limits.quotes).map(({ sentence, marks }) => excerpt(sentence, marks, limits.quote));
}

function over(list: readonly unknown[], limit: number): number {
  return Math.max(0, list.length - limit);
}

/** How reports compare, with the outlets they cite most named and the others together. */
export function fitSources({ sameText, citing, separate }: SourceLine): SourceLine {
  const named = citing
    .slice(0, MOST_CITED)
    .map(({ outlet, outlets }) => ({ outlet: cleanLine(outlet, NAME), outlets }));
  const others = citing.slice(MOST_CITED).reduce((sum, { outlets }) => sum + outlets, 0);
  return { sameText, citing: others === 0 ? named : [...named, { outlet: "others", outlets: others }], separate };
}

/** Cuts a story to what a message can hold, by meaning: marks stay visible, what is left out is counted. */
export function fitStory(story: StoryLine, limits: StoryLimits): FittedStory {
  const { marks, elsewhere } = splitEvidence(story);
  const headline = excerpt(story.headline, marks, limits.headline);
  return {
    headline: headline.length > 0 ? headline : [{ text: "(no headline)", marked: false }],
    link: safeLink(story.link),
    lang: story.lang === null ? null : languageName(story.lang),
    langTag: story.lang !== null && LANGUAGE_TAG.test(story.lang) ? story.lang : null,
    outlets: story.outlets
      .slice(0, limits.outlets)
      .map(({ name, feedKind, link }) => ({ name: cleanLine(name, NAME), feedKind, link: safeLink(link) })),
    sources: story.sources === undefined ? null : fitSources(story.sources),
    severity: story.severity,
    watches: story.watches.slice(0, limits.watches).map(({ title, words, clause }) => ({
      title: cleanLine(title, NAME * 2),
      words: words.slice(0, MOST_WORDS).map((word) => cleanLine(word, WORD)),
      clause: cleanLine(clause, CLAUSE),
    })),
    people: story.people.slice(0, limits.people).map(({ name, role, spelling, note }) => ({
      name: cleanLine(name, NAME),
      role: role === null ? null : cleanLine(role, NAME * 2),
      spelling: cleanLine(spelling, NAME),
      ...(typeof note === "string" ? { note: cleanLine(note, NOTE) } : {}),
    })),
    quotes: fitQuotes(story, elsewhere, limits).filter((quote) => quote.length > 0),
    glosses: Object.entries(story.glosses)
      .slice(0, MOST_GLOSSES)
      .map(([term, meaning]) => ({ term: cleanLine(term, NAME), meaning: cleanLine(meaning, NAME) })),
    more: {
      outlets: over(story.outlets, limits.outlets),
      watches: over(story.watches, limits.watches),
      people: over(story.people, limits.people),
      quotes: over(elsewhere, limits.quotes),
    },
    publishedAt: story.publishedAt,
    publishedSource: story.publishedSource,
    firstSeenAt: story.firstSeenAt,
    remarks: (story.remarks ?? []).map((remark) => cleanLine(remark, NOTE)),
    late: story.late ?? false,
  };
}

const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;
const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });
const languageNames = new Map<string, string | null>();
const MOST_LANGUAGES = 1000;

/** `fa` as "Persian"; a tag nobody knows stays as it is, anything else is no language. */
export function languageName(tag: string): string | null {
  if (!LANGUAGE_TAG.test(tag)) return null;
  const name = languageNames.get(tag) ?? LANGUAGES.of(tag) ?? null;
  if (languageNames.size >= MOST_LANGUAGES) languageNames.clear();
  languageNames.set(tag, name);
  return name;
}
