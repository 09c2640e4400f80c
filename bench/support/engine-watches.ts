import { plainWatch } from "../../src/match/plain-watch.ts";
import type { MatchItem, RuleSet, TermList } from "../../src/match/rule-set.ts";
import { tokenise } from "../../src/text/tokenise.ts";
import type { MadeLanguage } from "./made-languages.ts";

/** A term in its folded words, which the engine and what it is compared with both search. */
export interface MadeTerm {
  words: readonly string[];
  /** The last word may have any ending. */
  isStem: boolean;
}

/** A watch by its parts: groups that must all stand in an item, at a distance for NEAR. */
export interface MadeWatch {
  id: string;
  kind: "near" | "and" | "title" | "atleast" | "person";
  /** Two or three; of `title` the first stands in the title, of `atleast` twice, of `person` it is empty. */
  groups: readonly (readonly MadeTerm[])[];
  /** Name of a list that belongs to the second group; of `person`, the first. */
  list: string | null;
  without: readonly MadeTerm[];
  distance: number;
}

export interface MadeRules {
  watches: readonly MadeWatch[];
  lists: Readonly<Record<string, readonly MadeTerm[]>>;
}

/** Terms stand in fewer items of their language than this. */
const LONG_LISTS = 50;
const MAX_SHARE = 0.005;
const MIN_STEM = 5;
/** Terms of a watch's topic: as many as make a hundredth of a percent of watches and items true pairs. */
const ON_TOPIC = 0.17;
/** Words of a language that stand in too many items. */
const FREQUENT = 2000;

type Random = () => number;

function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

/** What a language's items offer for terms. */
interface Supply {
  language: MadeLanguage;
  texts: readonly (readonly string[])[];
  isRare: (word: string) => boolean;
  rare: readonly string[];
  topics: readonly (readonly string[])[];
  stems: readonly string[];
}

function countItems(texts: readonly (readonly string[])[], keysOf: (word: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const key of new Set(text.map(keysOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function supplyOf(language: MadeLanguage, items: readonly MatchItem[]): Supply {
  const own = items.filter(({ lang }) => lang === language.code);
  const texts = own.map(({ title, body }) => tokenise(`${title} ${body}`).map(({ text }) => text));
  const limit = Math.max(2, MAX_SHARE * texts.length);
  const counts = countItems(texts, (word) => word);
  const rare = [...counts].filter(([word, count]) => count <= limit && word.length > 2).map(([word]) => word);
  const known = new Set(rare);
  const stems = [...countItems(texts, (word) => word.slice(0, MIN_STEM))]
    .filter(([stem, count]) => count <= limit && stem.length === MIN_STEM)
    .map(([stem]) => stem);
  const topics = language.isUnspaced
    ? language.topics
    : language.topics.map((topic) =>
        topic.map((word) => tokenise(word)[0]?.text ?? "").filter((word) => known.has(word)),
      );
  function isRare(word: string): boolean {
    return (counts.get(word) ?? 0) <= limit;
  }
  return {
    language,
    texts: texts.filter(({ length }) => length > 10),
    isRare,
    rare,
    topics: topics.filter(({ length }) => length > 5),
    stems,
  };
}

function phraseFrom(random: Random, { texts, isRare }: Supply): MadeTerm {
  for (;;) {
    const text = pick(random, texts);
    const length = 2 + Math.floor(random() * 2);
    const from = Math.floor(random() * (text.length - length));
    const words = text.slice(from, from + length);
    if (words.some(isRare)) return { words, isStem: false };
  }
}

/** A word of a language that is cut by character: its characters, side by side. */
function charactersOf(random: Random, { language }: Supply, topic: readonly string[]): MadeTerm {
  const word =
    topic.length > 0 && random() < ON_TOPIC
      ? pick(random, topic)
      : (language.words[FREQUENT + Math.floor(random() * (language.words.length - FREQUENT))] ?? "");
  return { words: tokenise(word).map(({ text }) => text), isStem: false };
}

function makeTerm(random: Random, supply: Supply, topic: readonly string[]): MadeTerm {
  if (supply.language.isUnspaced) return charactersOf(random, supply, topic);
  const chance = random();
  if (chance < 0.17) return phraseFrom(random, supply);
  if (chance < 0.3 && supply.stems.length > 0) return { words: [pick(random, supply.stems)], isStem: true };
  const word = topic.length > 0 && random() < ON_TOPIC ? pick(random, topic) : pick(random, supply.rare);
  return { words: [word], isStem: false };
}

function kindOf(chance: number): MadeWatch["kind"] {
  if (chance < 0.4) return "near";
  if (chance < 0.85) return "and";
  if (chance < 0.95) return "title";
  return chance < 0.975 ? "atleast" : "person";
}

function makeWatch(random: Random, id: string, supply: Supply, list: string): MadeWatch {
  const kind = kindOf(random());
  const topic = supply.topics.length > 0 ? pick(random, supply.topics) : [];
  const groupCount = kind === "and" ? 2 + Math.floor(random() * 2) : 2;
  const terms = 5 + Math.floor(random() ** 1.35 * 34);
  const groups = Array.from({ length: groupCount }, (_, at) => {
    const length = kind === "person" && at === 0 ? 0 : Math.max(2, Math.round(terms / groupCount));
    return Array.from({ length }, () => makeTerm(random, supply, topic));
  });
  const without =
    kind === "and" && random() < 1 / 3 ? [makeTerm(random, supply, topic), makeTerm(random, supply, topic)] : [];
  const named = kind === "person" || random() < 0.5 ? list : null;
  return { id, kind, groups, list: named, without, distance: 3 + Math.floor(random() * 12) };
}

const LIST_COUNTS: ReadonlyMap<number, number> = new Map([
  [100, 52],
  [1000, 250],
  [10_000, 2230],
  [100_000, 5300],
]);

function makeLists(
  random: Random,
  languages: readonly MadeLanguage[],
  count: number,
): Record<string, readonly MadeTerm[]> {
  const lists = Array.from({ length: count }, (_, at) => {
    // The first are lists of officials, the others the spellings of a few people.
    const length = at < LONG_LISTS ? 50 + Math.floor(1950 * random() ** 18) : 5 + Math.floor(random() * 50);
    const language = pick(random, languages);
    const names = Array.from({ length }, (): MadeTerm => {
      return { words: tokenise(pick(random, language.names)).map(({ text }) => text), isStem: false };
    });
    return [`list-${language.code}-${at}`, names] as const;
  });
  return Object.fromEntries(lists);
}

/** Makes watches of 5 to 40 terms whose words come from `items`; half of them use a list of names, and those of a person all. */
export function makeRules(
  random: Random,
  languages: readonly MadeLanguage[],
  items: readonly MatchItem[],
  count: number,
): MadeRules {
  const supplies = languages.map((language) => supplyOf(language, items));
  const shares = supplies.flatMap((supply) => Array.from({ length: supply.language.share }, () => supply));
  const lists = makeLists(random, languages, LIST_COUNTS.get(count) ?? 50);
  const watches = Array.from({ length: count }, (_, at) => {
    const supply = pick(random, shares);
    const own = pick(random, Object.keys(lists));
    return makeWatch(random, `watch-${at}`, supply, own);
  });
  return { watches, lists };
}

function printTerm({ words, isStem }: MadeTerm): string {
  const text = words.join(" ") + (isStem ? "*" : "");
  return words.length > 1 ? `"${text}"` : text;
}

function printGroup(terms: readonly MadeTerm[], list: string | null = null): string {
  return `(${[...terms.map(printTerm), ...(list === null ? [] : [`@${list}`])].join(" OR ")})`;
}

/** Which of the groups a watch's list belongs to. */
export function groupOfList({ kind }: MadeWatch): number {
  return kind === "person" ? 0 : 1;
}

/** A watch in the watch language. */
export function printWatch(watch: MadeWatch): string {
  const { kind, groups, list, without, distance } = watch;
  const printed = groups.map((group, at) => printGroup(group, at === groupOfList(watch) ? list : null));
  if (kind === "near") return printed.join(` NEAR/${distance} `);
  if (kind === "title") return `title:${printed.join(" AND ")}`;
  if (kind === "atleast") return `atleast/2${printed.join(" AND ")}`;
  return `${printed.join(" AND ")}${without.length > 0 ? ` AND NOT ${printGroup(without)}` : ""}`;
}

/** The rules as the engine compiles them. */
export function toRuleSet({ watches, lists }: MadeRules): RuleSet {
  const termLists = Object.entries(lists).map(([name, terms]): [string, TermList] => {
    return [name, { "*": terms.map((term) => ({ term: term.words.join(" "), gloss: null, not: [] })) }];
  });
  return {
    lists: Object.fromEntries(termLists),
    clauses: {},
    exclusions: {},
    people: [],
    watches: watches.map((watch) => plainWatch(watch.id, printWatch(watch))),
  };
}
