import { measureNoise } from "../test/support/rules/people-noise.ts";
import { printHeader, printTable } from "./support/report.ts";

/**
 * How often persons are found in news that is not about them, by mode; with a mode as an argument, also each false
 * mention.
 */

const SEED = 20_260_120;
const CASES = [
  [10_000, "listed"],
  [10_000, "careful"],
  [10_000, "full"],
  [40, "full"],
] as const;

printHeader("Names of ten countries in news about others", "npm run bench:noise", SEED);
const [, , shown] = process.argv;
const rows = CASES.filter(([, mode]) => shown === undefined || shown === mode).map(([persons, match]) => {
  const { texts, mentions, wrong } = measureNoise(persons, SEED, { match });
  if (shown === match)
    for (const { lang, spelling, name, note } of wrong) console.log(`  ${lang}  ${spelling} → ${name} (${note})`);
  return [
    match,
    String(persons),
    String(texts),
    String(mentions),
    String(wrong.length),
    ((1000 * wrong.length) / texts).toFixed(1),
  ];
});
printTable(["mode", "persons", "texts", "found", "false", "false in 1,000"], rows);
