// Writes the list of everyday words that are never taken for names: from our own news texts (every other line; the rest
// judges the list) and the single words of the seeded term lists.
// usage: node tools/make-common-words.ts
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { givenNameClass } from "../src/match/people/words/given-names.ts";
import { isCased, scriptOf } from "../src/match/people/sounds/script.ts";
import { tokenise } from "../src/text/tokenise.ts";

const root = resolve(import.meta.dirname, "..");
const OUT = resolve(root, "src/match/people/words/common-words-data.ts");
/** In scripts without capitals a word of one text may be a name. */
const MIN_TEXTS_WITHOUT_CAPITALS = 2;
const Lists = z.object({ lists: z.record(z.string(), z.record(z.string(), z.array(z.unknown()))) });

const byLanguage = new Map<string, Set<string>>();

function add(language: string, word: string): void {
  if (word.length < 2 || givenNameClass(word) !== null || /\d/.test(word)) return;
  const words = byLanguage.get(language) ?? new Set();
  byLanguage.set(language, words.add(word));
}

function readTexts(): void {
  const folder = resolve(root, "test/fixtures/news");
  for (const file of readdirSync(folder)) {
    const language = basename(file, ".txt");
    const counts = new Map<string, number>();
    const lines = readFileSync(resolve(folder, file), "utf8").trim().split("\n");
    for (const line of lines.filter((_, at) => at % 2 === 0)) {
      for (const word of smallWords(line)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    for (const [word, count] of counts) if (count >= leastFor(word)) add(language, word);
  }
}

function leastFor(word: string): number {
  return isCased(scriptOf(word)) ? 1 : MIN_TEXTS_WITHOUT_CAPITALS;
}

/** Words of a text that begin with no capital. */
function smallWords(text: string): Set<string> {
  const small = tokenise(text).filter(({ start, isCharacter }) => {
    const first = text.charAt(start);
    return !isCharacter && first === first.toLowerCase();
  });
  return new Set(small.map(({ text: word }) => word));
}

function readSeeds(): void {
  const folder = resolve(root, "seeds/lists");
  for (const file of readdirSync(folder)) {
    const { lists } = Lists.parse(parse(readFileSync(resolve(folder, file), "utf8")));
    const rows = Object.values(lists).flatMap((languages) => Object.entries(languages));
    for (const [language, terms] of rows) for (const term of terms) addTerm(language, term);
  }
}

function addTerm(language: string, term: unknown): void {
  const text = typeof term === "string" ? term : z.object({ term: z.string() }).parse(term).term;
  if (text.includes("*") || text !== text.toLowerCase()) return;
  const [only, ...others] = tokenise(text);
  if (only !== undefined && others.length === 0 && !only.isCharacter) add(language, only.text);
}

readTexts();
readSeeds();
const rows = [...byLanguage]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([language, words]) => {
    return `  ${language}: "${[...words].toSorted().join(" ")}",\n`;
  });
writeFileSync(
  OUT,
  `/** Everyday words by language, folded. Made by tools/make-common-words.ts from our own texts. */\nexport const COMMON_WORDS: Readonly<Record<string, string>> = {\n${rows.join("")}};\n`,
);
console.log([...byLanguage].map(([language, words]) => `${language} ${words.size}`).join(", "));
