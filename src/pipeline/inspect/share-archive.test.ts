import { expect, it } from "vitest";
import type { LangCount, SeenRange } from "../../store/item-rows.ts";
import { shareArchive } from "./share-archive.ts";

const RANGE = { from: 0, to: 100 };

function counts(items: Record<string, number>): LangCount[] {
  return Object.entries(items).map(([lang, count]) => ({ lang: lang === "" ? null : lang, items: count }));
}

function share(items: readonly LangCount[], readers: number, range = RANGE): SeenRange[][] {
  return shareArchive(items, range, { readers, termsOf: () => 1 });
}

it("gives each reader languages of its own, as many items to each as the languages allow", () => {
  expect(share(counts({ en: 40, de: 30, fr: 20, fa: 10 }), 2)).toEqual([
    [{ ...RANGE, langs: ["en", "fa"] }],
    [{ ...RANGE, langs: ["de", "fr"] }],
  ]);
});

it("keeps the written forms of a language together, and items without one", () => {
  expect(share(counts({ "en-GB": 20, en: 20, "": 25, zh: 25, "zh-Hant": 10 }), 2)).toEqual([
    [{ ...RANGE, langs: ["en-GB", "en"] }],
    [{ ...RANGE, langs: ["zh", "zh-Hant", null] }],
  ]);
});

it("counts an item for more in a language that has more terms", () => {
  const items = counts({ en: 4000, de: 3000, fr: 2000, fa: 1000 });
  const shares = shareArchive(items, RANGE, { readers: 2, termsOf: (lang) => (lang === "en" ? 900 : 0) });
  expect(shares).toEqual([[{ ...RANGE, langs: ["en"] }], [{ ...RANGE, langs: ["de", "fr", "fa"] }]]);
});

it("divides a language by time that is much more than a reader's share", () => {
  expect(share(counts({ en: 70, de: 20, fr: 10 }), 2, { from: 0, to: 99 })).toEqual([
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
  expect(share(counts({ en: 1 }), 2).map((ranges) => ranges.length)).toEqual([1, 1]);
  expect(share(counts({ en: 1, de: 1 }), 4).map((ranges) => ranges.length)).toEqual([1, 1, 1, 1]);
  expect(share([], 2)).toEqual([[], []]);
});

it.each([1, 2, 3, 4])("has every item read once by %i readers", (readers) => {
  const items = counts({ en: 500, de: 70, fr: 60, fa: 30, "fa-AF": 2, "": 9, xx: 1 });
  const shares = share(items, readers, { from: 3, to: 1001 }).flat();
  for (const { lang } of items) {
    const times = shares.filter(({ langs }) => langs?.includes(lang)).toSorted((a, b) => a.from - b.from);
    expect([3, ...times.map(({ to }) => to)]).toEqual([...times.map(({ from }) => from), 1001]);
  }
});
