import { relative } from "node:path";
import { summariseDifference, type WatchTestResult } from "../app/run-watch-tests.ts";
import { nameTests } from "./name-tests.ts";

/** Line breaks and tabs too: attributes lose them otherwise (XML 1.0, section 3.3.3). */
const ESCAPES: Readonly<Record<string, string>> = {
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
/** What XML 1.0 cannot hold, section 2.2: control characters, lone surrogates, U+FFFE and U+FFFF. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * Test results as JUnit XML, as CI systems read it: a suite for each watch, a case for each test, its place as `file`
 * and `line`, and what differed as the failure.
 */
export function printJunit(results: readonly WatchTestResult[], cwd: string): string {
  const nameOf = nameTests(results, cwd);
  const suites = Map.groupBy(results, ({ test }) => test.watchId);
  const lines = [...suites].flatMap(([watchId, suite]) => [
    `  <testsuite ${attributes({ name: watchId, ...counts(suite) })}>`,
    ...suite.flatMap((result) => printCase(result, { cwd, name: nameOf(result) })),
    "  </testsuite>",
  ]);
  const total = attributes({ name: "wirewatch", ...counts(results) });
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${total}>`, ...lines, "</testsuites>", ""].join("\n");
}

function printCase({ test, diff, passed }: WatchTestResult, { cwd, name }: { cwd: string; name: string }): string[] {
  const opening = `    <testcase ${attributes({
    classname: test.watchId,
    name,
    file: relative(cwd, test.file),
    line: test.line,
  })}`;
  if (passed) return [`${opening}/>`];
  const message = summariseDifference({ diff });
  const failure = `      <failure ${attributes({ message, type: `expected-${test.expect}` })}>${escape(diff.join("\n"))}</failure>`;
  return [`${opening}>`, failure, "    </testcase>"];
}

function counts(results: readonly WatchTestResult[]): Record<"tests" | "failures" | "errors" | "skipped", number> {
  return { tests: results.length, failures: results.filter(({ passed }) => !passed).length, errors: 0, skipped: 0 };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(
      ([name, value]) => `${name}="${escape(String(value)).replaceAll(/[\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign)}"`,
    )
    .join(" ");
}

function escape(text: string): string {
  return text.replaceAll(NOT_XML, "\u{FFFD}").replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
