import { describe, expect, it } from "vitest";
import { runKillTrial, type KillTrial } from "../support/deaths/kill-trial.ts";

const SEED = Number(process.env["KILL_SEED"] ?? Date.now() % 1_000_000);
const HARD = { how: "kill", seed: SEED, kills: 50, items: 1500, slack: "well", recoverWithinMs: 240_000 } as const;

describe("fifty times kill -9", () => {
  it.each<[where: string, trial: KillTrial]>([
    ["on SQLite in one process", { ...HARD, ground: "sqlite" }],
    ["on PostgreSQL and Redis in three processes", { ...HARD, ground: "redis" }],
    ["on PostgreSQL alone in three processes", { ...HARD, ground: "postgres" }],
    [
      "on SQLite, each while it reloads",
      { ...HARD, how: "kill-while-reloading", kills: 25, items: 750, ground: "sqlite" },
    ],
    [
      "on PostgreSQL and Redis, each while all processes reload",
      { ...HARD, how: "kill-while-reloading", kills: 25, items: 750, ground: "redis" },
    ],
  ])("loses nothing and tells Slack nothing twice %s", async (_where, trial) => {
    const told = await runKillTrial(trial);
    expect(told).toMatchObject({ lost: [], retold: [], unmarkedCopies: [], unsent: [] });
    expect(told.markedCopies.filter((channel) => channel === "desk" || channel === "world")).toEqual([]);
  });
});
