import { relative } from "node:path";
import { evidenceLines, type WatchTestResult } from "../app/run-watch-tests.ts";
import { nameTests } from "./name-tests.ts";

/** Test results for a person: a line each, with the evidence of what matched below it, or how a failed one differs. */
export function describeTests(results: readonly WatchTestResult[], { all }: { all: boolean }): string {
  const nameOf = nameTests(results, process.cwd());
  const failed = results.filter((result) => !result.passed).length;
  const shown = all ? results : results.filter((result) => !result.passed);
  const lines = shown.flatMap((result) => [
    describeTest(result, nameOf(result)),
    ...(result.passed ? proofOf(result) : result.diff).map((line) => `      ${line}`),
  ]);
  const summary = `${results.length - failed} passed, ${failed} failed`;
  return [...lines, summary].join("\n");
}

function proofOf({ answer }: WatchTestResult): string[] {
  return answer?.kind === "match" ? evidenceLines(answer) : [];
}

function describeTest({ test, passed, answer }: WatchTestResult, name: string): string {
  const place = `${relative(process.cwd(), test.file)}:${test.line}`;
  const proof = passed && answer?.kind === "match" ? `  ← ${answer.evidence.clause}` : "";
  return passed ? `  ok  ${test.watchId}: ${name}${proof}` : `FAIL  ${test.watchId}: ${test.name}  (${place})`;
}
