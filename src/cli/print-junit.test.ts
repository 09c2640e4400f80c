import { expect, it } from "vitest";
import type { WatchTestResult } from "../app/run-watch-tests.ts";
import { printJunit } from "./print-junit.ts";

function result(watchId: string, name: string, diff: readonly string[], own = "watches.yaml"): WatchTestResult {
  const place = { file: `/desk/config/${own}`, line: 12, column: 9 };
  const texts = { title: "", summary: "", body: "", lang: null, feedId: null, publishedAt: null, people: null };
  return {
    test: { watchId, name, expect: "match", ...texts, ...place },
    passed: diff.length === 0,
    got: diff.length === 0 ? "match" : "quiet",
    diff,
    answer: null,
  };
}

it("prints a suite for each watch and what differed as the failure, at its place", () => {
  const results = [
    result("asylum", "plain", []),
    result("asylum", 'says "<no>"\n& \u0001', ["- expected a match", "+ found <nobody>", "  title: [x]"]),
    result("officials", "name", []),
  ];
  expect(printJunit(results, "/desk").split("\n")).toEqual(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="wirewatch" tests="3" failures="1" errors="0" skipped="0">',
      '  <testsuite name="asylum" tests="2" failures="1" errors="0" skipped="0">',
      '    <testcase classname="asylum" name="plain" file="config/watches.yaml" line="12"/>',
      '    <testcase classname="asylum" name="says &quot;&lt;no&gt;&quot;&#10;&amp; \u{FFFD}" file="config/watches.yaml" line="12">',
      '      <failure message="expected a match; found &lt;nobody&gt;" type="expected-match">- expected a match\n+ found &lt;nobody&gt;\n  title: [x]</failure>',
      "    </testcase>",
      "  </testsuite>",
      '  <testsuite name="officials" tests="1" failures="0" errors="0" skipped="0">',
      '    <testcase classname="officials" name="name" file="config/watches.yaml" line="12"/>',
      "  </testsuite>",
      "</testsuites>",
      "",
    ]
      .join("\n")
      .split("\n"),
  );
});

it("tells tests of one name by their files", () => {
  const results = [
    result("asylum", "plain", []),
    result("asylum", "plain", [], "en.yaml"),
    result("officials", "plain", []),
  ];
  expect(
    Array.from(
      printJunit(results, "/desk").matchAll(/<testcase classname="(\w+)" name="([^"]*)"/g),
      ([, ...names]) => names,
    ),
  ).toEqual([
    ["asylum", "plain (config/watches.yaml)"],
    ["asylum", "plain (config/en.yaml)"],
    ["officials", "plain"],
  ]);
});
