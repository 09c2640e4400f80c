import { array, assert, constantFrom, nat, oneof, pre, property, tuple } from "fast-check";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readPlainYaml } from "../../src/config/plain-yaml.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** What the parser that knows positions says; null: it has something to complain of. */
function readWhole(text: string): { value: unknown } | null {
  const document = parseDocument(text, { prettyErrors: false });
  return document.errors.length + document.warnings.length > 0 ? null : { value: document.toJS() };
}

const TEXTS = [
  "a: [x, y]\nb: {c: d}\n",
  "l:\n  o:\n    am:\n      [{term: x*, en: y}, z w,\n       u v] # c\n",
  "w:\n  - id: d\n    m: >-\n      x OR\n      y\n    t:\n      - {n: \"a \\\" b\", e: q}\n  - id: e\n    k: 'it''s'\n",
  "a: b\nc:\n- d\n- e: f\n  g: 12\n",
];
const SIGNS = Array.from(" \n\t\r#:,-?![]{}\"'|>&*%@`\\é~=<");
const LINES = ["  ", "\n  ", "\n\n", "- ", "\n- ", ": ", ", ", "? ", " # c", "...", "---", "\r\n", ">-\n", "|\n"];
const ENTRIES = [
  "b: ",
  "key:",
  "\n  b: ",
  "x: 1",
  '"q"',
  "'s'",
  "''",
  '"q"x',
  "l'a",
  "d*",
  "a b",
  "[x, y]",
  "{a: b}",
  "<<: ",
];
const VALUES = [
  "true",
  "no",
  "-3",
  "1.5",
  "null",
  "0x1f",
  "0o17",
  "1e3",
  "1_000",
  "2026-01-01",
  "12:30",
  ".inf",
  "007",
];
const piece = constantFrom(...SIGNS, ...LINES, ...ENTRIES, ...VALUES);
const changes = array(tuple(nat(120), nat(3), piece), { minLength: 1, maxLength: 3 });
const changed = tuple(constantFrom(...TEXTS), changes).map(([text, edits]) =>
  edits.reduce((edited, [at, gone, added]) => {
    const from = at % Math.max(1, edited.length);
    return edited.slice(0, from) + added + edited.slice(from + gone);
  }, text),
);
const made = array(piece, { maxLength: 14 }).map((pieces) => `a: ${pieces.join("")}`);

describe("YAML without positions", () => {
  const files = globSync(`${SEEDS}/*/*.yaml`).map((file) => readFileSync(file, "utf8"));

  it("is what the seeds are written in, and says the same", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((text) => readPlainYaml(text) === undefined)).toEqual([]);
    for (const text of [...files.filter((_, at) => at % 10 === 0), ...TEXTS])
      expect({ value: readPlainYaml(text) }).toEqual(readWhole(text));
  });

  it("is read only where the parser that knows positions says the same and has no complaint", () => {
    const isAlike = property(oneof(changed, made), (text) => {
      const value = readPlainYaml(text);
      pre(value !== undefined);
      expect({ value }).toEqual(readWhole(text));
    });
    expect(() => {
      assert(isAlike, { numRuns: 2000 });
    }).not.toThrow();
  });

  it.each([
    ["a syntax error", "a: [b\n"],
    ["a key that stands twice", "a: b\na: c\n"],
    ["an alias", "a: &x b\nc: *x\n"],
    ["a tag", "a: !!str 1\n"],
    ["a tab", "a:\tb\n"],
    ["several documents", "a: b\n---\nc: d\n"],
    ["more behind a closed bracket", "a:\n- {b: c} d: e\n"],
    ["more behind a closed quotation", 'a:\n- "b" c: d\n'],
    ["nothing", ""],
  ])("does not answer for %s", (_what, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });
});
