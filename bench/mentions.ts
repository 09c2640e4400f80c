import { measureLabelledPeople } from "../test/support/rules/labelled-people.ts";
import { printTable } from "./support/report.ts";

// How many mentions of listed persons are found in texts whose author had not seen the code, and how many are wrong.
// Usage: node bench/mentions.ts [SET]; a set is named to read what it misses

/** Sets by the list of persons that their texts name. */
const LISTS: Readonly<Record<string, string>> = {
  "people-desk-8": "people-desk-8",
  "people-desk-7": "people-desk-7",
  "people-desk-6": "people-desk-6",
  "people-desk-5": "people-desk-5",
  "people-desk-4": "people-desk-4",
  "people-desk-3": "people-desk-3",
  "people-desk-2": "people-desk-2",
  "people-desk": "people-desk",
  "people-blind-4": "people-blind-3",
  "people-blind-3": "people-blind-3",
  "people-blind-2": "people-blind",
  "people-blind": "people-blind",
};
const [, , chosen] = process.argv;

const rows = (chosen === undefined ? Object.keys(LISTS) : [chosen]).map((texts) => {
  const { mentions, missed, wrong } = measureLabelledPeople({ list: LISTS[texts] ?? texts, texts });
  if (chosen !== undefined) for (const line of [...missed, ...wrong.map((each) => `wrong ${each}`)]) console.log(line);
  const right = mentions - missed.length;
  const precision = right / (right + wrong.length);
  return [
    texts,
    `${mentions}`,
    `${missed.length}`,
    `${wrong.length}`,
    precision.toFixed(3),
    (right / mentions).toFixed(3),
  ];
});
printTable(["set", "mentions", "missed", "wrong", "precision", "recall"], rows);
