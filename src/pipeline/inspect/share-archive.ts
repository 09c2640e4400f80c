import { baseLanguage } from "../../match/base-language.ts";
import type { LangCount, SeenRange } from "../../store/item-rows.ts";
import type { ArchiveRange } from "./scan-archive.ts";

/**
 * Divides stored items among readers so that each has about as many, and as few languages as can be: a reader compiles the
 * terms of those that it meets. A language with more items than one reader's share is divided by time.
 * @param counts of the items in the range, by language as items carry it
 * @returns what each of `readers` walks through
 */
export function shareArchive(counts: readonly LangCount[], range: ArchiveRange, readers: number): SeenRange[][] {
  const fair = sumOf(counts) / readers;
  const languages = [...Map.groupBy(counts, ({ lang }) => baseLanguage(lang)).values()];
  const large = languages.filter((language) => sumOf(language) > fair);
  const whole = assign(
    languages.filter((language) => sumOf(language) <= fair),
    readers,
  );
  return partsOf(range, readers).map((part, at) => [
    ...(large.length === 0 ? [] : [{ ...part, langs: langsOf(large.flat()) }]),
    ...(whole[at]?.length ? [{ ...range, langs: langsOf(whole[at]) }] : []),
  ]);
}

/** The largest language goes first, each to the reader who has the fewest items. */
function assign(languages: readonly LangCount[][], readers: number): LangCount[][] {
  const shares = Array.from({ length: readers }, () => ({ items: 0, counts: new Array<LangCount>() }));
  for (const language of languages.toSorted((a, b) => sumOf(b) - sumOf(a))) {
    const [least] = shares.toSorted((a, b) => a.items - b.items);
    if (least === undefined) break;
    least.items += sumOf(language);
    least.counts.push(...language);
  }
  return shares.map(({ counts }) => counts);
}

function partsOf({ from, to }: ArchiveRange, parts: number): ArchiveRange[] {
  const length = Math.ceil((to - from) / parts);
  return Array.from({ length: parts }, (_, index) => {
    const start = from + index * length;
    return { from: start, to: Math.min(start + length, to) };
  });
}

function sumOf(counts: readonly LangCount[]): number {
  return counts.reduce((sum, { items }) => sum + items, 0);
}

function langsOf(counts: readonly LangCount[]): (string | null)[] {
  return counts.map(({ lang }) => lang);
}
