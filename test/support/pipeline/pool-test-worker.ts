import { setTimeout } from "node:timers/promises";
import { TaskServer } from "../../../src/app/threads/task-server.ts";

/** A worker that does what it is told, for tests of the pool. */
export interface PoolTestTask {
  do: "count" | "hang" | "eat-memory" | "die" | "throw" | "wait";
  upTo: number;
}

function eatMemory(): never {
  const eaten: string[][] = [];
  for (;;) eaten.push(Array.from({ length: 100_000 }, (_, at) => `${at}-${eaten.length}`));
}

new TaskServer<PoolTestTask, number>(async function* (task) {
  if (task.do === "hang") for (;;);
  if (task.do === "eat-memory") eatMemory();
  if (task.do === "wait") await setTimeout(1000);
  if (task.do === "die") process.exit(3);
  if (task.do === "throw") throw new Error("told to");
  for (let part = 1; part <= task.upTo; part += 1) yield part;
}).start();
