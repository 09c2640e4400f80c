import { expect, it } from "vitest";
import { loadFiles } from "../../test/support/daemon/config-files.ts";
import type { RetentionOptions } from "../store/options.ts";

const DAY = 86_400_000;

async function load(retention: string, maxAge: string) {
  const loaded = await loadFiles({
    "wirewatch.yaml": `retention: ${retention}
watches:
  - id: defection
    title: Diplomats who leave
    match: defect*
    max_age: ${maxAge}
    notify: [screen]
    tests: [{name: plain, title: defects, expect: match}]
channels: {screen: {console: {}}}
`,
  });
  if (loaded.kind === "invalid") throw new Error(loaded.problems[0]?.message);
  return loaded;
}

it.each([
  ["what was matched for as long as a report can join its story", "matched: 5d", "1d", { matched: 14 * DAY }],
  ["what was matched for as long as asked, which is longer", "matched: 20d", "30d", { matched: 20 * DAY }],
  ["what was matched for ever", "matched: forever", "1d", { matched: null }],
  ["the ledger for as long as a report can join its story", "ledger: 12h", "1d", { ledger: 14 * DAY }],
  ["the ledger for as long as a watch looks back", "ledger: 20d", "30d", { ledger: 30 * DAY }],
  ["the ledger for as long as asked, which is longer", "ledger: 40d", "30d", { ledger: 40 * DAY }],
  ["the ledger for ever", "ledger: forever", "30d", { ledger: null }],
] as const)("keeps %s", async (_what, written, maxAge, kept: Partial<RetentionOptions>) => {
  expect((await load(`{${written}}`, maxAge)).config.retention).toMatchObject(kept);
});

it("says where more is kept than the file asks for, why, and what to write", async () => {
  const { lints } = await load("{matched: 5d, ledger: 20d}", "30d");
  expect(lints.map(({ line, column, message, remedy }) => `${line}:${column} ${message} → ${remedy}`)).toEqual([
    "1:22 retention.matched is shorter than the 14 days in which reports join a story: it is kept that long all the same, so that nothing is told twice → write matched: 14d or more",
    '1:34 retention.ledger is shorter than the max_age of watch "defection": it is kept that long all the same, so that nothing is told twice → write ledger: 30d or more',
  ]);
  expect((await load("{matched: 14d, ledger: 30d}", "30d")).lints).toEqual([]);
});
