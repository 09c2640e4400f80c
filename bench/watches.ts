import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod";
import { loadConfig } from "../src/config/load-config.ts";
import { createEngine } from "../src/match/engine/create-engine.ts";
import { listedPeople } from "../test/support/rules/labelled-people.ts";
import { printTable } from "./support/report.ts";

// What the starter watches find of items whose author had not seen their lists, and how often they speak of ordinary
// news. Usage: node bench/watches.ts [blind-2 | blind | desk | desk-2 | desk-3 | desk-4 | desk-5 | desk-6 | desk-7 | phrases [LANG]]

const LABELS = ["defection", "asylum"] as const;
/** Each watch with the label of what it is to find: a wide watch looks for the same as its strict sister. */
const WATCHES = [
  ["defection", "defection"],
  ["defection-wide", "defection"],
  ["asylum", "asylum"],
  ["asylum-wide", "asylum"],
] as const;
/** Lists of the persons that the texts of a set name, who stand in the place of those of `config/`. */
const LISTS: Readonly<Record<string, string>> = {
  "desk-2": "people-desk-3",
  "desk-3": "people-desk-4",
  "desk-4": "people-desk-5",
  "desk-5": "people-desk-6",
  "desk-6": "people-desk-7",
  "desk-7": "people-desk-8",
};
const Item = z.object({
  id: z.string(),
  lang: z.string(),
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  publishedAt: z.iso.datetime(),
  expect: z.array(z.enum(LABELS)),
});
type Item = z.infer<typeof Item>;

/** Right, wrong and missed alerts. */
interface Score {
  right: number;
  wrong: number;
  missed: number;
}

const root = resolve(import.meta.dirname, "..");
const loaded = await loadConfig({ folder: resolve(root, "config"), env: {} });
if (loaded.kind === "invalid") throw new Error("the configuration in config/ is not valid: run `wirewatch check`");
const [, , set = "blind-2", language] = process.argv;
const { rules } = loaded.config;
const list = LISTS[set];
const people = list === undefined ? rules.people : listedPeople(list);
const watches = rules.watches.filter(({ id }) => WATCHES.some(([watch]) => watch === id));
const engine = createEngine({ ...rules, people, watches });
const lines = readFileSync(resolve(root, "test/fixtures/labelled", `${set}.jsonl`), "utf8")
  .trim()
  .split("\n");
const items = lines
  .map((line) => Item.parse(JSON.parse(line)))
  .filter(({ lang }) => language === undefined || lang === language);

function answersOf(item: Item): ReadonlySet<string> {
  const publishedAt = Date.parse(item.publishedAt);
  const { answers } = engine.match({ ...item, feed: null, publishedAt });
  return new Set(answers.flatMap(({ kind, watchId }) => (kind === "match" ? [watchId] : [])));
}

const found = new Map(items.map((item) => [item, answersOf(item)]));

function scoreOf([watch, label]: (typeof WATCHES)[number], of: readonly Item[]): Score {
  const score = { right: 0, wrong: 0, missed: 0 };
  for (const item of of) {
    const isExpected = item.expect.includes(label);
    const isFound = found.get(item)?.has(watch) === true;
    if (isExpected && isFound) score.right += 1;
    else if (isFound) score.wrong += 1;
    else if (isExpected) score.missed += 1;
  }
  return score;
}

function share(part: number, rest: number): string {
  return part + rest === 0 ? "–" : (part / (part + rest)).toFixed(3);
}

function rowOf(name: string, { right, wrong, missed }: Score): string[] {
  return [name, String(right), String(wrong), String(missed), share(right, wrong), share(right, missed)];
}

console.log(`Starter watches on ${items.length} labelled items\n`);
for (const watch of WATCHES) {
  const byLanguage = [...Map.groupBy(items, ({ lang }) => lang)];
  const rows = byLanguage.map(([lang, own]) => rowOf(lang, scoreOf(watch, own)));
  printTable(
    [watch[0], "right", "wrong", "missed", "precision", "recall"],
    [rowOf("all", scoreOf(watch, items)), ...rows],
  );
  console.log("");
}

/** Everyday news by language, a file each: "headline | summary" a line. */
function readOrdinary(): Item[] {
  const folder = resolve(root, "test/fixtures/news");
  return readdirSync(folder).flatMap((file) => {
    const lang = file.replace(".txt", "");
    const ordinary = readFileSync(resolve(folder, file), "utf8").trim().split("\n");
    return ordinary.map((line, at): Item => {
      const [title = "", summary = ""] = line.split(" | ");
      return {
        id: `${file}:${at + 1}`,
        lang,
        title,
        summary,
        body: "",
        publishedAt: "2026-11-24T00:00:00Z",
        expect: [],
      };
    });
  });
}

const ordinary = readOrdinary().filter(({ lang }) => language === undefined || lang === language);
const answers = ordinary.map(answersOf);
const quiet = items.filter(({ expect }) => expect.length === 0);
printTable(
  [`alerts`, `of ${ordinary.length} ordinary items`, "per 1,000", `of ${quiet.length} quiet labelled items`],
  WATCHES.map(([watch]) => {
    const alerts = answers.filter((answer) => answer.has(watch)).length;
    const wrong = quiet.filter((item) => found.get(item)?.has(watch) === true).length;
    return [watch, String(alerts), ((1000 * alerts) / ordinary.length).toFixed(1), String(wrong)];
  }),
);
