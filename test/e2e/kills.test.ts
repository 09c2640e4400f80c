import { describe, expect, it } from "vitest";
import { runKillTrial, type KillTrial } from "../support/kill-trial.ts";

const SEED = Number(process.env["KILL_SEED"] ?? 20_260_120);
const ONE_PROCESS = { seed: SEED, ground: "sqlite", recoverWithinMs: 45_000 } as const;
const SEVERAL = { seed: SEED, ground: "redis", recoverWithinMs: 90_000 } as const;

describe("kill -9 at any instant", () => {
  it.each<[fact: string, trial: KillTrial]>([
    ["loses nothing and tells nothing twice in one process", { ...ONE_PROCESS, kills: 8, items: 300, slack: "well" }],
    ["loses nothing and tells nothing twice in several processes", { ...SEVERAL, kills: 8, items: 300, slack: "well" }],
    ["loses nothing while Slack asks to wait", { ...ONE_PROCESS, kills: 3, items: 60, slack: "busy" }],
    ["loses nothing while Slack is down", { ...ONE_PROCESS, kills: 3, items: 60, slack: "down" }],
    [
      "marks what it tells twice where Slack's history cannot be read",
      { ...ONE_PROCESS, kills: 4, items: 80, slack: "without-history" },
    ],
  ])("%s", async (_fact, trial) => {
    const told = await runKillTrial(trial);
    expect(told).toMatchObject({ lost: [], retold: [], unmarkedCopies: [], unsent: [] });
    const slackCopies = told.markedCopies.filter((channel) => channel === "desk" || channel === "world");
    if (trial.slack !== "without-history") expect(slackCopies).toEqual([]);
  });
});
