import { WatchTestOptions } from "../match/options.ts";
import { isRecord, type Origin } from "./origin.ts";
import { wrongSection, type Reading } from "./reading.ts";
import { readValue } from "./read-value.ts";
import type { Entry, TestGroup } from "./sections.ts";
import { placeAt } from "./yaml-file.ts";

/** So that a test without its main keys still has its references checked. */
const STAND_INS = { name: "unnamed", expect: "quiet" };

/** Reads the tests that a file gives to watches, of whatever file. Each test is read by itself: one slip hides no other. */
export function readTests(reading: Reading): TestGroup[] {
  const { file, content, defaults, findings } = reading;
  const shared = isRecord(defaults["tests"]) ? ["defaults", "tests"] : null;
  const tests = content["tests"] ?? {};
  if (!isRecord(tests)) {
    findings.push(wrongSection("tests", "ids of watches, a list of tests under each", placeAt(file, ["tests"])));
    return [];
  }
  return Object.entries(tests).map(([watchId, list]) => {
    const origin = { file, path: ["tests", watchId], defaults: shared };
    if (Array.isArray(list)) return { watchId, origin, tests: readGroup(watchId, list, { origin, reading }) };
    findings.push(
      wrongSection(`tests.${watchId}`, "a list of tests, each beginning with -", placeAt(file, origin.path)),
    );
    return { watchId, origin, tests: [] };
  });
}

function readGroup(
  id: string,
  list: readonly unknown[],
  { origin, reading }: { origin: Origin; reading: Reading },
): Entry<WatchTestOptions>[] {
  return list.flatMap((raw, index) => {
    const own = { ...origin, path: [...origin.path, index] };
    const shared = reading.defaults["tests"];
    const merged = isRecord(raw) && isRecord(shared) ? { ...shared, ...raw } : raw;
    const read = readValue(WatchTestOptions, merged, own, STAND_INS);
    reading.findings.push(...read.findings);
    return read.value === null ? [] : [{ id, value: read.value, origin: own, intact: read.intact }];
  });
}
