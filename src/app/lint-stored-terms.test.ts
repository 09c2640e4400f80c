import { expect, it } from "vitest";
import { lintStoredTerms } from "./lint-stored-terms.ts";
import type { ListCell } from "./list-table.ts";

function cell(list: string, language: string, found: number, terms = 4): ListCell {
  return { list, language, terms, found, median: 0, thin: false };
}
function messages(stored: Partial<Parameters<typeof lintStoredTerms>[0]>): string[] {
  const lints = lintStoredTerms({
    scanned: 0,
    items: { en: 1204, fa: 200, nl: 199 },
    common: [],
    lists: [],
    ...stored,
  });
  return lints.map(({ code, message, path }) => `${code} ${path.join(".")}: ${message}`);
}

it("terms that stand in over 1 % of the items are one lint a list and language", () => {
  const common = [0.3, 0.2, 0.1, 0.05, 0.04, 0.02].map((share, at) => {
    return { list: "leave", language: "en", term: `term${at}`, share };
  });
  expect(messages({ common: [...common, { list: "office", language: "*", term: "سفیر", share: 0.011 }] })).toEqual([
    "common-terms lists.leave.en.0: list leave: in over 1 % of the items in en: term0 30.0 %, term1 20.0 %, term2 10.0 %, term3 5.0 %, term4 4.0 % and 1 more",
    "common-terms lists.office.*.0: list office: in over 1 % of the items: سفیر 1.1 %",
  ]);
});

it("lists of which no term was found are one lint a language, where there were items enough to find one in", () => {
  const lists = [
    cell("leave", "en", 0),
    cell("asylum", "en", 0, 7),
    cell("office", "en", 1),
    cell("empty", "en", 0, 0),
    cell("leave", "fa", 0),
    cell("leave", "nl", 0),
    cell("leave", "ru", 0),
  ];
  expect(messages({ lists })).toEqual([
    "unseen-lists lists.leave.en.0: no term of these lists stands in any of 1,204 items in en: leave (4), asylum (7)",
    "unseen-lists lists.leave.fa.0: no term of these lists stands in any of 200 items in fa: leave (4)",
  ]);
});
