import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { createEngine, type Engine } from "../src/match/engine/create-engine.ts";
import type { MatchItem, Person } from "../src/match/rule-set.ts";
import { matchItem, ruleSet } from "../test/support/rule-builders.ts";
import { manyPeople } from "../test/support/many-people.ts";
import { printHeader, printTable } from "./support/report.ts";

/** What an item costs with 40, 100, 10,000 and 100,000 persons listed, in `careful` and in `full` mode. */

const SEED = 20_260_120;
const COUNTS = [40, 100, 10_000, 100_000] as const;
const ROUNDS = 5;
const PASSES = 3;
/** Short texts joined to one of about 1,300 characters. */
const TEXTS_PER_LONG_ITEM = 9;
const NEWS = new URL("../test/fixtures/news/", import.meta.url);

interface Case {
  persons: number;
  engine: Engine;
  buildMs: number;
  heapMb: number;
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20 + process.memoryUsage().arrayBuffers / 2 ** 20;
}

function build(persons: number, match: NonNullable<Person["match"]>): Case {
  const rules = ruleSet({ people: manyPeople(persons, SEED, { match }), watches: [{ match: "person:*" }] });
  const before = heapMb();
  const start = cpuMs();
  const engine = createEngine(rules);
  const buildMs = cpuMs() - start;
  return { persons, engine, buildMs, heapMb: heapMb() - before };
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

/** Processor time of this thread: what others do on the machine is not in it. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Microseconds an item. */
function time(engine: Engine, items: readonly MatchItem[]): number {
  const start = cpuMs();
  for (let pass = 0; pass < PASSES; pass += 1) for (const item of items) engine.match(item);
  return (1000 * (cpuMs() - start)) / items.length / PASSES;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

printHeader(`Persons in running text, seed ${SEED}`, "npm run bench:people");
const { short, long } = readItems();
for (const mode of ["careful", "full"] as const) {
  const cases = COUNTS.map((count) => build(count, mode));
  const times = cases.map(() => ({ short: new Array<number>(), long: new Array<number>() }));
  for (const { engine } of cases) for (const items of [short, long]) time(engine, items);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, { engine }] of cases.entries()) {
      times[at]?.short.push(time(engine, short));
      times[at]?.long.push(time(engine, long));
    }
  }
  const first = { short: median(times[0]?.short ?? []), long: median(times[0]?.long ?? []) };
  console.log(
    `\n${mode}: ${short.length} short items, ${long.length} long ones, median of ${ROUNDS} interleaved rounds`,
  );
  printTable(
    ["persons", "build CPU ms", "heap MB", "short µs", "× 40", "long µs", "× 40"],
    cases.map(({ persons, buildMs, heapMb: heap }, at) => {
      const own = { short: median(times[at]?.short ?? []), long: median(times[at]?.long ?? []) };
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
