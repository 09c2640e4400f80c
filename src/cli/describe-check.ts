import type { WatchTestResult } from "../app/run-watch-tests.ts";
import type { Config } from "../config/config.ts";
import type { RemovedTerm } from "../config/merge-lists.ts";

/** What a valid configuration holds, in one line. */
export function describeConfig(config: Config, results: readonly WatchTestResult[]): string {
  const { feeds, watches, rules, channels } = config;
  const passed = results.filter((result) => result.passed).length;
  return [
    count(feeds.length, "feed"),
    count(watches.length, "watch", "watches"),
    count(rules.people.length + (rules.imported?.count ?? 0), "person", "people"),
    count(Object.keys(rules.lists).length, "list"),
    count(channels.length, "channel"),
    passed === results.length
      ? `${count(passed, "test")} passed`
      : `${passed} of ${count(results.length, "test")} passed`,
  ].join(", ");
}

/** A line for each list and language that lost terms: what a desk no longer finds, by its own wish. */
export function describeRemoved(removed: readonly RemovedTerm[]): string[] {
  const byList = Map.groupBy(removed, ({ list, language }) => `${list} (${language})`);
  return Array.from(
    byList,
    ([list, terms]) => `the desk's own files remove from the list ${list}: ${terms.map(({ term }) => term).join(", ")}`,
  );
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
