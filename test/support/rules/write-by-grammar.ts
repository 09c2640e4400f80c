import * as fc from "fast-check";
import type { Ebnf } from "./ebnf.ts";

const OPERATORS = new Set(["AND", "OR", "NOT"]);
/** Beside these no blank is needed. */
const BRACKETS = /^[()"]|[()"]$/u;
const BLANKS = [" ", " ", "", "\n  ", "\t"];

/** Rules in capitals are one sign: no blank stands inside. */
export function isSign(name: string): boolean {
  return name === name.toUpperCase();
}

/**
 * Texts that a grammar derives from a rule.
 * @param signs what the grammar does not define itself: some texts of each
 */
export function writeByGrammar(
  rules: ReadonlyMap<string, Ebnf>,
  start: string,
  signs: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<string> {
  const depths = depthsOf(rules);
  return fc.array(fc.nat(5039), { size: "+1", maxLength: 150 }).map((choices) => {
    let at = 0;
    /** Undefined once all choices are made: then only the shortest way out is taken. */
    function choose<T>(from: readonly T[]): T | undefined {
      const choice = choices[at];
      at += 1;
      return choice === undefined ? undefined : from[choice % from.length];
    }
    function writeRule(name: string): string[] {
      const known = signs[name];
      if (known !== undefined) return [choose(known) ?? known[0] ?? ""];
      const rule = rules.get(name);
      if (rule === undefined) throw new Error(`the grammar has no rule ${name}`);
      return isSign(name) ? [write(rule).join("")] : write(rule);
    }
    function write(node: Ebnf): string[] {
      switch (node.kind) {
        case "terminal":
          return [OPERATORS.has(node.text) ? node.text : (choose([node.text, node.text.toLowerCase()]) ?? node.text)];
        case "rule":
          return writeRule(node.name);
        case "sequence":
          return node.parts.flatMap(write);
        case "choice":
          return write(choose(node.parts) ?? shortestOf(node.parts, depths));
        case "optional":
          return (choose([0, 1]) ?? 0) === 0 ? [] : write(node.part);
        case "repeated":
          return Array.from({ length: choose([0, 0, 1, 2]) ?? 0 }, () => write(node.part)).flat();
      }
    }
    return joinSigns(writeRule(start), () => choose(BLANKS) ?? " ");
  });
}

function joinSigns(signs: readonly string[], blankOf: () => string): string {
  return signs.reduce((text, sign) => {
    const blank = blankOf();
    const isNeeded = text !== "" && !BRACKETS.test(text.slice(-1)) && !BRACKETS.test(sign.slice(0, 1));
    return `${text}${isNeeded && blank === "" ? " " : blank}${sign}`;
  }, "");
}

function shortestOf(parts: readonly Ebnf[], depths: ReadonlyMap<string, number>): Ebnf {
  return parts.reduce((best, part) => (depthOf(part, depths) < depthOf(best, depths) ? part : best));
}

/** By rule, how many rules are within each other at least. */
function depthsOf(rules: ReadonlyMap<string, Ebnf>): ReadonlyMap<string, number> {
  const depths = new Map([...rules.keys()].map((name) => [name, Infinity]));
  for (let round = 0; round < rules.size; round += 1)
    for (const [name, node] of rules) depths.set(name, 1 + depthOf(node, depths));
  return depths;
}

function depthOf(node: Ebnf, depths: ReadonlyMap<string, number>): number {
  switch (node.kind) {
    case "terminal":
    case "optional":
    case "repeated":
      return 0;
    case "rule":
      return depths.get(node.name) ?? 0;
    case "sequence":
      return Math.max(...node.parts.map((part) => depthOf(part, depths)));
    case "choice":
      return Math.min(...node.parts.map((part) => depthOf(part, depths)));
  }
}
