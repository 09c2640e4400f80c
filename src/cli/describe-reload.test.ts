import { expect, it } from "vitest";
import type { ReloadAnswer } from "../app/ask-reload.ts";
import { describeReload } from "./describe-reload.ts";

type Reloaded = ReloadAnswer & { kind: "reloaded" };

function reloaded(): Reloaded {
  const same = { added: [], changed: [], removed: [] };
  const rules = { watches: same, people: same, lists: same, clauses: same, exclusions: same };
  return {
    kind: "reloaded",
    hash: "0123456789abcdef",
    changes: { ...rules, feeds: same, channels: same, settings: [] },
    needsRestart: [],
    stored: { hours: 24, watches: [], notAsked: [] },
    unsent: [],
  };
}

it("says that nothing has changed", () => {
  expect(describeReload(reloaded())).toBe(
    "nothing has changed: configuration 0123456789ab goes on working, secrets in files are read anew",
  );
});

it("names what has changed, what watches find in stored items, and what needs a restart", () => {
  const answer = reloaded();
  const ids = Array.from({ length: 22 }, (_, at) => `f${at}`);
  answer.changes.watches = { added: ["asylum", "visa"], changed: ["defection"], removed: ["old"] };
  answer.changes.feeds = { added: [], changed: [], removed: ids };
  answer.changes.settings = ["timezone", "retention"];
  answer.needsRestart = ["queue", "http.listen"];
  answer.stored = { hours: 24, watches: [{ id: "asylum", items: 3 }], notAsked: ["visa", "defection"] };
  expect(describeReload(answer).split("\n").slice(1)).toEqual([
    "watches     new asylum, visa; changed defection; removed old",
    `feeds       removed ${ids.slice(0, 20).join(", ")}, and 2 more`,
    "settings    changed timezone, retention",
    "items of the last 24 h that would have matched (nobody is told of them): asylum 3",
    "not asked about stored items: visa, defection (`wirewatch backtest --watch ID` does)",
    "needs a restart, and stays as it was until then: queue, http.listen",
  ]);
});
