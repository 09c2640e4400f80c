import { expect, it } from "vitest";
import { createRound } from "./start-cron.ts";

it("gives every work of the heartbeat its turn, whichever fails, and logs what failed", async () => {
  const done: string[] = [];
  const logged: unknown[] = [];
  const failing = new Error("disk full");
  const works = [
    async () => {
      done.push("beat");
      throw failing;
    },
    async () => done.push("requests"),
    async () => done.push("prune"),
  ];
  await createRound(works, { error: (fields: unknown) => logged.push(fields) })();
  expect(done).toEqual(["beat", "requests", "prune"]);
  expect(logged).toEqual([{ err: failing }]);
});
