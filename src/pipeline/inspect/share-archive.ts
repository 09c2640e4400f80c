import { baseLanguage } from "../../match/base-language.ts";
import type { LangCount, SeenRange } from "../../store/item-rows.ts";
import type { ArchiveRange } from "./scan-archive.ts";

/** A language is divided only where it is so much more than a reader's share: both readers compile its terms then. */
const LARGE = 1.25;

interface Language {
  counts: readonly LangCount[];
  /** What it takes to read it. */
  work: number;
}

/**
 * Divides stored items among readers so that each has about as much to do, in as few languages as can be: a reader compiles the
 * terms of those that it meets. A language that is much more than one reader's share is divided by time.
 * @param counts of the items in the range, by language as items carry it
 * @param termsOf how many terms a language has, null: unknown; they take time to compile, and to read items for
 * @returns what each of `readers` walks through
 */
export function shareArchive(
  counts: readonly LangCount[],
  range: ArchiveRange,
  { readers, termsOf }: { readers: number; termsOf: (lang: string | null) => number },
): SeenRange[][] {
  const languages = readLanguages(counts, termsOf);
  const most = (LARGE * workOf(languages)) / readers;
  const large = languages.filter(({ work }) => work > most);
  const whole = assign(
    languages.filter(({ work }) => work <= most),
    readers,
  );
  return partsOf(range, readers).map((part, at) => [
    ...(large.length === 0 ? [] : [{ ...part, langs: langsOf(large) }]),
    ...(whole[at]?.length ? [{ ...range, langs: langsOf(whole[at]) }] : []),
  ]);
}

/** To compile a term, beside an item that is looked through. */
const TERM_WORK = 0.3;
/** What an item of the language with the most terms takes more than one of a language without: more are read and asked. */
const READ_WORK = 0.5;

/** Written forms of one language are one. */
function readLanguages(counts: readonly LangCount[], termsOf: (lang: string | null) => number): Language[] {
  const groups = [...Map.groupBy(counts, ({ lang }) => baseLanguage(lang))];
  const most = Math.max(1, ...groups.map(([lang]) => termsOf(lang)));
  return groups.map(([lang, own]) => {
    const items = own.reduce((sum, each) => sum + each.items, 0);
    const terms = termsOf(lang);
    return { counts: own, work: items * (1 + (READ_WORK * terms) / most) + TERM_WORK * terms };
  });
}

/** The largest language goes first, each to the reader who has the least to do. */
function assign(languages: readonly Language[], readers: number): Language[][] {
  const shares = Array.from({ length: readers }, () => new Array<Language>());
  for (const language of languages.toSorted((a, b) => b.work - a.work)) {
    const [least] = shares.toSorted((a, b) => workOf(a) - workOf(b));
    least?.push(language);
  }
  return shares;
}

function partsOf({ from, to }: ArchiveRange, parts: number): ArchiveRange[] {
  const length = Math.ceil((to - from) / parts);
  return Array.from({ length: parts }, (_, index) => {
    const start = from + index * length;
    return { from: start, to: Math.min(start + length, to) };
  });
}

function workOf(languages: readonly Language[]): number {
  return languages.reduce((sum, { work }) => sum + work, 0);
}

function langsOf(languages: readonly Language[]): (string | null)[] {
  return languages.flatMap(({ counts }) => counts.map(({ lang }) => lang));
}
