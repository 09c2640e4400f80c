import { expect, it } from "vitest";
import type { LangCount } from "../../store/item-rows.ts";
import { shareArchive } from "./share-archive.ts";

const RANGE = { from: 0, to: 100 };

function counts(items: Record<string, number>): LangCount[] {
  return Object.entries(items).map(([lang, count]) => ({ lang: lang === "" ? null : lang, items: count }));
}

it("gives each reader languages of its own, as many items to each as the languages allow", () => {
  expect(shareArchive(counts({ en: 40, de: 30, fr: 20, fa: 10 }), RANGE, 2)).toEqual([
    [{ ...RANGE, langs: ["en", "fa"] }],
    [{ ...RANGE, langs: ["de", "fr"] }],
  ]);
});

it("keeps the written forms of a language together, and items without one", () => {
  expect(shareArchive(counts({ "en-GB": 20, en: 20, "": 25, zh: 25, "zh-Hant": 10 }), RANGE, 2)).toEqual([
    [{ ...RANGE, langs: ["en-GB", "en"] }],
    [{ ...RANGE, langs: ["zh", "zh-Hant", null] }],
  ]);
});

it("divides a language by time of which there is more than a reader's share", () => {
  expect(shareArchive(counts({ en: 70, de: 20, fr: 10 }), { from: 0, to: 99 }, 2)).toEqual([
    [
      { from: 0, to: 50, langs: ["en"] },
      { from: 0, to: 99, langs: ["de"] },
    ],
    [
      { from: 50, to: 99, langs: ["en"] },
      { from: 0, to: 99, langs: ["fr"] },
    ],
  ]);
});

it("has nothing to read for readers of whom there are more than languages", () => {
  expect(shareArchive(counts({ en: 1 }), RANGE, 2).map((ranges) => ranges.length)).toEqual([1, 1]);
  expect(shareArchive(counts({ en: 1, de: 1 }), RANGE, 4).map((ranges) => ranges.length)).toEqual([1, 1, 1, 1]);
  expect(shareArchive([], RANGE, 2)).toEqual([[], []]);
});

it.each([1, 2, 3, 4])("has every item read once by %i readers", (readers) => {
  const items = counts({ en: 500, de: 70, fr: 60, fa: 30, "fa-AF": 2, "": 9, xx: 1 });
  const shares = shareArchive(items, { from: 3, to: 1001 }, readers).flat();
  for (const { lang } of items) {
    const times = shares.filter(({ langs }) => langs?.includes(lang)).toSorted((a, b) => a.from - b.from);
    expect([3, ...times.map(({ to }) => to)]).toEqual([...times.map(({ from }) => from), 1001]);
  }
});
