import { createEngine, type Engine } from "../src/match/engine/create-engine.ts";
import type { MatchItem } from "../src/match/rule-set.ts";
import { Vocabulary } from "../src/text/vocabulary.ts";
import { WordReader } from "../src/text/word-reader.ts";
import { seededRandom } from "../test/support/seeded-random.ts";
import { writeCorpus } from "./support/engine-corpus.ts";
import { perGroup, perIncludes, perTerm, perTermOrNear } from "./support/engine-rivals.ts";
import { makeRules, printWatch, toRuleSet, type MadeRules } from "./support/engine-watches.ts";
import { makeLanguages } from "./support/made-languages.ts";
import { percentile, printHeader, printTable } from "./support/report.ts";
import { threadCpuMs, usedBytes } from "./support/thread-use.ts";

const SEED = Number(process.argv[2] ?? 20_260_124);
const SIZES = (process.argv[3] ?? "100,1000,10000,100000").split(",").map(Number);
const TRAINING = 8000;
const ITEMS = 1200;
const RIVAL_ITEMS = 60;
const ROUNDS = 5;
const EDITS = 200;
/** Some kernels count processor time in steps of 4 ms, which are to be a hundredth of a round. */
const ROUND_US = 400_000;

/** Something that is done with every item. */
interface Lane {
  name: string;
  items: readonly MatchItem[];
  work: (item: MatchItem) => number;
  /** Microseconds of processor time an item, a round each. */
  rounds: number[];
  /** What the work added up to, once through the items. */
  sum: number;
}

function lane(name: string, items: readonly MatchItem[], work: Lane["work"]): Lane {
  return { name, items, work, rounds: [], sum: 0 };
}

/** Goes through the items of a lane some times. @returns microseconds an item */
function runLane(one: Lane, passes: number): number {
  const from = threadCpuMs();
  for (let pass = 0; pass < passes; pass += 1) {
    one.sum = 0;
    for (const item of one.items) one.sum += one.work(item);
  }
  return (1000 * (threadCpuMs() - from)) / one.items.length / passes;
}

/** Two rounds more than are counted: the first warms up, the second says how often to go through the items in a round. */
function measure(lanes: readonly Lane[]): void {
  for (const one of lanes) runLane(one, 1);
  const passes = lanes.map((one) => Math.ceil(ROUND_US / Math.max(1, one.items.length * runLane(one, 1))));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, one] of lanes.entries()) one.rounds.push(runLane(one, passes[at] ?? 1));
}

function median(one: Lane | undefined): number {
  return percentile(one?.rounds ?? [], 0.5);
}

const reader = new WordReader(new Vocabulary());
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const MARKS = /\p{M}/gu;

function readWords({ title, body }: MatchItem): number {
  reader.rows.clear();
  reader.read(title);
  reader.read(body);
  return reader.rows.count;
}

/** The usual recipe: one Unicode regular expression, each word without marks and in lower case, under a number. */
function createRegexTokeniser(): Lane["work"] {
  const numbers = new Map<string, number>();
  return ({ title, body }) => {
    let count = 0;
    for (const { 0: word } of `${title}\n${body}`.normalize("NFC").matchAll(WORDS)) {
      const folded = word.normalize("NFKD").replace(MARKS, "").toLowerCase();
      if (!numbers.has(folded)) numbers.set(folded, numbers.size);
      count += 1;
    }
    return count;
  };
}

interface Built {
  made: MadeRules;
  engine: Engine;
  cpuMs: number;
  bytes: number;
}

function build(made: MadeRules): Built {
  const rules = toRuleSet(made);
  const bytes = usedBytes();
  const from = threadCpuMs();
  const engine = createEngine(rules);
  const cpuMs = threadCpuMs() - from;
  return { made, engine, cpuMs, bytes: usedBytes() - bytes };
}

/** Median wall time of putting a watch in the place of another one and of the item behind it, milliseconds. */
function measureEdits({ engine, made }: Built): number {
  const watches = toRuleSet({ ...made, watches: made.watches.slice(0, EDITS + 1) }).watches;
  const times: number[] = [];
  for (const [at, watch] of watches.entries()) {
    const next = watches[at + 1];
    if (next === undefined) continue;
    const from = performance.now();
    engine.edit({ put: [{ rule: { ...next, id: watch.id }, at }], remove: [], order: [] });
    times.push(performance.now() - from);
  }
  return percentile(times, 0.5);
}

function rivalLanes(built: readonly Built[], items: readonly MatchItem[]): Lane[] {
  return built.flatMap(({ made }) => {
    const size = made.watches.length;
    if (size > 1000) return [];
    const lanes = [
      lane(`one regex a group, ${size}`, items, perGroup(made)),
      lane(`includes, ${size}`, items, perIncludes(made)),
    ];
    if (size > 100) return lanes;
    return [
      lane(`one regex a term, ${size}`, items, perTerm(made)),
      lane(`one regex a term or NEAR, ${size}`, items, perTermOrNear(made)),
      ...lanes,
    ];
  });
}

function times(value: number): string {
  return `${value.toFixed(value < 20 ? 2 : 0)} x`;
}

function main(): void {
  printHeader("Watches on items: index, regular expressions, includes", "npm run bench:engine");
  const languages = makeLanguages(seededRandom(SEED));
  const items = writeCorpus(seededRandom(SEED + 1), languages, TRAINING + ITEMS);
  const training = items.slice(0, TRAINING);
  const asked = items.slice(TRAINING);
  console.log(`  seed     ${SEED}; ${languages.length} languages, ${asked.length} items asked\n`);

  const built = SIZES.map((size) => build(makeRules(seededRandom(SEED + size), languages, training, size)));
  const floor = lane("tokenise, fold, number", asked, readWords);
  const regex = lane("one Unicode regex, folded, numbered", asked, createRegexTokeniser());
  const finds = built.map(({ engine, made }) =>
    lane(`${made.watches.length}`, asked, (item) => engine.find(item).length),
  );
  const matches = built.map(({ engine }) => lane("with evidence", asked, (item) => engine.match(item).answers.length));
  const rivals = rivalLanes(built, asked.slice(0, RIVAL_ITEMS));
  measure([floor, regex, ...finds, ...matches, ...rivals]);

  const rows = built.map(({ made, cpuMs, bytes, ...rest }, at) => {
    const found = finds[at];
    const size = made.watches.length;
    const names = Object.values(made.lists).reduce((sum, { length }) => sum + length, 0);
    const share = (100 * (found?.sum ?? 0)) / asked.length / size;
    const ratio = median(found) / median(floor);
    const edit = measureEdits({ made, cpuMs, bytes, ...rest });
    return [
      `${size}`,
      `${names}`,
      median(found).toFixed(0),
      times(ratio),
      median(matches[at]).toFixed(0),
      `${share.toFixed(4)} %`,
      `${(bytes / 1e6).toFixed(0)} MB`,
      `${(bytes / 1000 / size).toFixed(1)} kB`,
      `${(cpuMs / 1000).toFixed(2)} s`,
      `${edit.toFixed(3)} ms`,
    ];
  });
  printTable(
    [
      "watches",
      "names",
      "µs an item",
      "over words",
      "+ evidence",
      "true pairs",
      "memory",
      "a watch",
      "cold start",
      "live edit",
    ],
    rows,
  );
  const first = built[0]?.made.watches[0];
  if (first !== undefined) console.log(`\n  for example ${printWatch(first).slice(0, 150)} …\n`);
  printTable(
    ["µs of processor time an item", "median", "against the index"],
    [
      [floor.name, median(floor).toFixed(1), ""],
      [regex.name, median(regex).toFixed(1), `${times(median(regex) / median(floor))} the words`],
      ...rivals.map((rival) => {
        const size = rival.name.split(", ")[1];
        const index = finds.find(({ name }) => name === size);
        return [rival.name, median(rival).toFixed(0), times(median(rival) / median(index))];
      }),
    ],
  );
  const [small, large] = ["1000", "100000"].map((size) => finds.find(({ name }) => name === size));
  if (small !== undefined && large !== undefined) {
    console.log(`\n  growth from 1,000 to 100,000 watches: ${times(median(large) / median(small))}`);
  }
}

main();
