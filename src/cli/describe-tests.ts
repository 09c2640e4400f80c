import { relative } from "node:path";
import { evidenceLines, type WatchTestResult } from "../app/run-watch-tests.ts";
import { nameTests } from "./name-tests.ts";

/** Tests with no more are shown one by one without being asked for. */
const FEW_TESTS = 40;

/**
 * Test results for a person: a line each, with the evidence of what matched below it, or how a failed one differs. Of many
 * only those that failed, and a line for each watch.
 * @param options `all`: each test, however many these are
 */
export function describeTests(results: readonly WatchTestResult[], options: { all: boolean }): string {
  const nameOf = nameTests(results, process.cwd());
  const failed = results.filter((result) => !result.passed).length;
  const all = options.all || results.length <= FEW_TESTS;
  const shown = all ? results : results.filter((result) => !result.passed);
  const lines = shown.flatMap((result) => [
    describeTest(result, nameOf(result)),
    ...(result.passed ? proofOf(result) : result.diff).map((line) => `      ${line}`),
  ]);
  const summary = `${results.length - failed} passed, ${failed} failed`;
  return [...lines, ...(all ? [] : countByWatch(results)), summary].join("\n");
}

function countByWatch(results: readonly WatchTestResult[]): string[] {
  return [...Map.groupBy(results, ({ test }) => test.watchId)].map(([watchId, own]) => {
    const failed = own.filter(({ passed }) => !passed).length;
    return `${failed > 0 ? "FAIL" : "  ok"}  ${watchId}: ${own.length - failed} passed${failed > 0 ? `, ${failed} failed` : ""}`;
  });
}

function proofOf({ answer }: WatchTestResult): string[] {
  return answer?.kind === "match" ? evidenceLines(answer) : [];
}

function describeTest({ test, passed, answer }: WatchTestResult, name: string): string {
  const place = `${relative(process.cwd(), test.file)}:${test.line}`;
  const proof = passed && answer?.kind === "match" ? `  ← ${answer.evidence.clause}` : "";
  return passed ? `  ok  ${test.watchId}: ${name}${proof}` : `FAIL  ${test.watchId}: ${test.name}  (${place})`;
}
