import { expect, it } from "vitest";
import { foldWord } from "../sounds/fold-word.ts";
import { postsOf } from "./posts.ts";
import { scriptOf } from "../sounds/script.ts";

it.each<[string | null, string[]]>([
  [
    "ambassador",
    ["ambassadors", "Botschafterin", "посольстве", "والسفير", "سفارت", "השגריר", "大使", "대사관", "राजदूत"],
  ],
  ["consul", ["konsulem", "консула", "القنصل", "کنسولگری", "領事", "총영사"]],
  ["attache", ["attaché", "attaşesi", "атташе", "الملحق", "武官"]],
  ["attache", ["Militärattaché", "atașatul", "sotilasattasea"]],
  ["minister", ["ministre", "министра", "الوزير"]],
  [null, ["table", "стол", "كتاب", "人民"]],
])("%s: %o", (post, words) => {
  for (const word of words) expect([word, postsOf(foldWord(word), scriptOf(word))[0] ?? null]).toEqual([word, post]);
});

it("a word of two posts names both", () => {
  expect(postsOf("generalkonsul", "latin")).toEqual(["general", "consul"]);
});

it.each([
  ["it", "segretario", "latin", "secretary"],
  ["fi", "kenraali", "latin", "general"],
  ["lt", "patarejas", "latin", "counsellor"],
  ["de", "botschaftsrat", "latin", "counsellor"],
  ["sr", "председник", "cyrillic", "president"],
  ["uk", "представник", "cyrillic", "representative"],
  ["uk", "послинею", "cyrillic", "ambassador"],
  ["sr", "саветница", "cyrillic", "counsellor"],
  ["cs", "radkyně", "latin", "counsellor"],
  ["hy", "դատախազ", "armenian", "prosecutor"],
  ["hi", "सलाहकार", "devanagari", "counsellor"],
  ["sw", "katibu", "latin", "secretary"],
] as const)("%s: %s is a post", (_lang, fold, script, post) => {
  expect(postsOf(foldWord(fold), script)).toContain(post);
});
