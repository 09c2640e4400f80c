import { array, assert, constantFrom, nat, oneof, property, tuple } from "fast-check";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import { readPlainYaml } from "./plain-yaml.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** What anybody asks of a node: its kind, where it stands, and what it holds. */
function outlineOf(node: unknown): unknown {
  if (isScalar(node)) return [node.type, node.value, node.range?.[0], node.range?.[1]];
  if (isPair(node)) return [outlineOf(node.key), outlineOf(node.value)];
  if (isMap(node) || isSeq(node)) return [isMap(node) ? "map" : "list", node.range?.[0], node.items.map(outlineOf)];
  return node;
}

function readWhole(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  const { errors, warnings, contents } = document;
  return { problems: [...errors, ...warnings], outline: outlineOf(contents), value: document.toJS() };
}

function readPlain(text: string): unknown {
  const plain = readPlainYaml(text);
  return plain && { problems: [], outline: outlineOf(plain.document.contents), value: plain.value };
}

const BASES = [
  "a: [x, y]\nb: {c: d}\n",
  "l:\n  o:\n    am:\n      [{term: x*, en: y}, z w,\n       u v] # c\n",
  "w:\n  - id: d\n    m: >-\n      x OR\n      y\n    t:\n      - {n: \"a \\\" b\", e: q}\n  - id: e\n    k: 'it''s'\n",
  "a: b\nc:\n- d\n- e: f\n  g: 12\n",
];
const SIGNS = Array.from(" \n\t#:,-?![]{}\"'|>&*%@`\\é~");
const INDENTS = ["  ", "\n  ", "\n\n", "- ", "\n- ", ": ", ", ", "? ", " # c", "...", "---"];
const ENTRIES = [
  "b: ",
  "key:",
  '"q"',
  "'s'",
  "''",
  ">-\n",
  "|\n",
  "true",
  "no",
  "-3",
  "1.5",
  "null",
  "d*",
  "a b",
  "[x, y]",
  "{a: b}",
];
const piece = constantFrom(...SIGNS, ...INDENTS, ...ENTRIES);
const changes = array(tuple(nat(120), nat(3), piece), { minLength: 1, maxLength: 3 });
const changed = tuple(constantFrom(...BASES), changes).map(([base, edits]) => {
  let text = base;
  for (const [at, gone, added] of edits) {
    const from = at % text.length;
    text = text.slice(0, from) + added + text.slice(from + gone);
  }
  return text;
});
const made = array(piece, { maxLength: 14 }).map((pieces) => `a: ${pieces.join("")}`);

describe("plain YAML", () => {
  const files = globSync(`${SEEDS}/*/*.yaml`);
  it("is what the seeds are written in", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => readPlainYaml(readFileSync(file, "utf8")) === null)).toEqual([]);
  });

  it("is read as the whole reader reads it", () => {
    for (const file of files.filter((_, at) => at % 10 === 0)) {
      const text = readFileSync(file, "utf8");
      expect(readPlain(text)).toEqual(readWhole(text));
    }
    for (const text of BASES) expect(readPlain(text)).toEqual(readWhole(text));
  });

  it("is taken for plain only where the whole reader says the same, and nothing is wrong", () => {
    expect(() => {
      assert(
        property(oneof(changed, made), (text) => {
          const plain = readPlain(text);
          return plain === null || isDeepStrictEqual(plain, readWhole(text));
        }),
        { numRuns: 3000 },
      );
    }).not.toThrow();
  });

  it.each([
    ["a syntax error", "a: [b\n"],
    ["a key that stands twice", "a: b\na: c\n"],
    ["an alias", "a: &x b\nc: *x\n"],
    ["a tag", "a: !!str 1\n"],
    ["a tab", "a:\tb\n"],
    ["several documents", "a: b\n---\nc: d\n"],
    ["an escape", 'a: "\\u0041"\n'],
    ["a key without a value", "a:\nb: c\n"],
    ["nothing", ""],
  ])("is not %s", (_what, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });
});
