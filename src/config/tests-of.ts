import type { WatchTestOptions } from "../match/options.ts";
import type { WatchOptions } from "./config-schema.ts";
import { placeIn } from "./origin.ts";
import type { Entry, Sections } from "./sections.ts";
import { describePlace, type Finding } from "./source.ts";

/** Every test, its watch as `id`: watches in their order, of each first its own tests, then those that files add. */
export function testsOf({ watches, tests }: Sections): Entry<WatchTestOptions>[] {
  const added = Map.groupBy(
    tests.flatMap((group) => group.tests),
    ({ id }) => id,
  );
  return watches.entries.flatMap((watch) => [...ownTests(watch), ...(added.get(watch.id) ?? [])]);
}

function ownTests({ id, value, origin, intact }: Entry<WatchOptions>): Entry<WatchTestOptions>[] {
  return value.tests.map((test, index) => {
    const own = { ...origin, path: [...origin.path, "tests", index], defaults: null };
    return { id, value: test, origin: own, intact };
  });
}

/**
 * Tests of one watch that bear one name in one file: a report could not tell them apart. In several files the file
 * does, so that a desk's tests and those of the seeds need not know of each other.
 */
export function checkTestNames(sections: Sections): Finding[] {
  const first = new Map<string, Entry<WatchTestOptions>>();
  return testsOf(sections).flatMap((test) => {
    const { id, value, origin, intact } = test;
    const key = JSON.stringify([origin.file.path, id, value.name]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, test);
    if (earlier === undefined || !intact) return [];
    const place = placeIn(origin, ["name"]);
    const where = describePlace(placeIn(earlier.origin, ["name"]), place.source);
    const message = `test "${value.name}" of watch "${id}" is defined twice, first at ${where}`;
    return [
      { severity: "error", code: "defined-twice", place, message, remedy: "rename one of the two, or remove it" },
    ];
  });
}
