import { relative } from "node:path";
import type { WatchTestResult } from "../app/run-watch-tests.ts";

/** How a report calls a test: by its name, and by its file too where several files give one name to a watch. */
export function nameTests(results: readonly WatchTestResult[], cwd: string): (result: WatchTestResult) => string {
  const times = new Map<string, number>();
  for (const { test } of results) times.set(keyOf(test), (times.get(keyOf(test)) ?? 0) + 1);
  return ({ test }) => (times.get(keyOf(test)) === 1 ? test.name : `${test.name} (${relative(cwd, test.file)})`);
}

function keyOf({ watchId, name }: WatchTestResult["test"]): string {
  return `${watchId}\n${name}`;
}
