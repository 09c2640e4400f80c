import { brokenFortnights } from "./fortnight-facts.ts";

/** A process of its own for some fortnights: `run-fortnights.ts RUNS SEED` prints what broke, nothing if all is well. */
const [runs = NaN, seed = NaN] = process.argv.slice(2).map(Number);

process.stdout.write((await brokenFortnights({ runs, seed })) ?? "");
