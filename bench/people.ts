import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { createEngine, type Engine } from "../src/match/engine/create-engine.ts";
import type { MatchItem, Person } from "../src/match/rule-set.ts";
import { matchItem, ruleSet } from "../test/support/rules/rule-builders.ts";
import { manyPeople } from "../test/support/rules/many-people.ts";
import { median, printHeader, printTable } from "./support/report.ts";
import { threadCpuMs, usedBytes } from "./support/thread-use.ts";

/** What an item costs with 40, 100, 10,000 and 100,000 persons listed, in `careful` and in `full` mode. */

const SEED = 20_260_120;
const COUNTS = [40, 100, 10_000, 100_000] as const;
const ROUNDS = 5;
/** Read in one turn, of which a round has several: some kernels count processor time in steps of 4 ms. */
const ITEMS_A_TURN = 1000;
const TURNS = 3;
/** Short texts joined to one of about 1,300 characters. */
const TEXTS_PER_LONG_ITEM = 9;
const NEWS = new URL("../test/fixtures/news/", import.meta.url);

interface Case {
  persons: number;
  engine: Engine;
  buildMs: number;
  heapMb: number;
}

function build(persons: number, match: NonNullable<Person["match"]>): Case {
  const rules = ruleSet({ people: manyPeople(persons, SEED, { match }), watches: [{ match: "person:*" }] });
  const before = usedBytes();
  const start = threadCpuMs();
  const engine = createEngine(rules);
  const buildMs = threadCpuMs() - start;
  return { persons, engine, buildMs, heapMb: (usedBytes() - before) / 2 ** 20 };
}

function readItems(): { short: MatchItem[]; long: MatchItem[] } {
  const short: MatchItem[] = [];
  const long: MatchItem[] = [];
  for (const file of readdirSync(NEWS)) {
    const lang = basename(file, ".txt");
    const lines = readFileSync(new URL(file, NEWS), "utf8").trim().split("\n");
    const texts = lines.map((line) => line.split(" | "));
    for (const [title = "", body = ""] of texts) short.push(matchItem({ title, body, lang }));
    for (let at = 0; at + TEXTS_PER_LONG_ITEM <= texts.length; at += TEXTS_PER_LONG_ITEM) {
      const body = texts
        .slice(at, at + TEXTS_PER_LONG_ITEM)
        .map((text) => text.join(". "))
        .join("\n\n");
      long.push(matchItem({ title: texts[at]?.[0] ?? "", body, lang }));
    }
  }
  return { short, long };
}

/** Microseconds an item; the engines take turns, since a machine's speed changes from second to second. */
function time(engines: readonly Engine[], items: readonly MatchItem[]): number[] {
  const passes = Math.ceil(ITEMS_A_TURN / items.length);
  const spent = engines.map(() => 0);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [at, engine] of engines.entries()) {
      const start = threadCpuMs();
      for (let pass = 0; pass < passes; pass += 1) matchAll(engine, items);
      spent[at] = (spent[at] ?? 0) + threadCpuMs() - start;
    }
  }
  return spent.map((ms) => (1000 * ms) / items.length / passes / TURNS);
}

function matchAll(engine: Engine, items: readonly MatchItem[]): void {
  for (const item of items) engine.match(item);
}

printHeader(`Persons in running text, seed ${SEED}`, "npm run bench:people");
const { short, long } = readItems();
for (const mode of ["careful", "full"] as const) {
  const cases = COUNTS.map((count) => build(count, mode));
  const engines = cases.map(({ engine }) => engine);
  for (const items of [short, long]) time(engines, items);
  const rounds = Array.from({ length: ROUNDS }, () => ({ short: time(engines, short), long: time(engines, long) }));
  const costs = cases.map((_, at) => ({
    short: median(rounds.map((round) => round.short[at] ?? 0)),
    long: median(rounds.map((round) => round.long[at] ?? 0)),
  }));
  const first = costs[0] ?? { short: 0, long: 0 };
  console.log(`\n${mode}: ${short.length} short items, ${long.length} long ones, median of ${ROUNDS} rounds, in turns`);
  printTable(
    ["persons", "build CPU ms", "heap MB", "short µs", "× 40", "long µs", "× 40"],
    cases.map(({ persons, buildMs, heapMb: heap }, at) => {
      const own = costs[at] ?? first;
      return [
        String(persons),
        buildMs.toFixed(0),
        heap.toFixed(0),
        own.short.toFixed(0),
        (own.short / first.short).toFixed(2),
        own.long.toFixed(0),
        (own.long / first.long).toFixed(2),
      ];
    }),
  );
}
