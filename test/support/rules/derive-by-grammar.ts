import { isSign } from "./write-by-grammar.ts";
import type { Ebnf } from "./ebnf.ts";

const OPERATORS = new Set(["AND", "OR", "NOT"]);

/**
 * Whether a grammar derives a text from a rule, blanks between signs left out. Rules must not begin with themselves.
 * @param signs what the grammar does not define itself: sticky patterns
 */
export function derivesByGrammar(
  rules: ReadonlyMap<string, Ebnf>,
  start: string,
  signs: Readonly<Record<string, RegExp>>,
  text: string,
): boolean {
  const known = new Map<string, ReadonlySet<number>>();

  function afterBlanks(at: number): number {
    const blanks = /\s*/uy;
    blanks.lastIndex = at;
    return at + (blanks.exec(text)?.[0].length ?? 0);
  }
  function endsOfTerminal(terminal: string, at: number): number[] {
    const found = text.slice(at, at + terminal.length);
    const same = OPERATORS.has(terminal) ? found === terminal : found.toLowerCase() === terminal.toLowerCase();
    return same ? [at + terminal.length] : [];
  }
  function endsOfSign(pattern: RegExp, at: number): number[] {
    pattern.lastIndex = at;
    return pattern.test(text) ? [pattern.lastIndex] : [];
  }
  function endsOfRule(name: string, at: number): ReadonlySet<number> {
    const key = `${name} ${at}`;
    const ends = known.get(key) ?? new Set(endsOf(rules.get(name) ?? missing(name), at, isSign(name)));
    known.set(key, ends);
    return ends;
  }
  function endsOf(node: Ebnf, from: number, inSign: boolean): number[] {
    switch (node.kind) {
      case "terminal":
        return endsOfTerminal(node.text, inSign ? from : afterBlanks(from));
      case "rule": {
        const at = inSign ? from : afterBlanks(from);
        const pattern = signs[node.name];
        return pattern === undefined ? [...endsOfRule(node.name, at)] : endsOfSign(pattern, at);
      }
      case "choice":
        return unique(node.parts.flatMap((part) => endsOf(part, from, inSign)));
      case "sequence":
        return node.parts.reduce((ends, part) => unique(ends.flatMap((end) => endsOf(part, end, inSign))), [from]);
      case "optional":
        return unique([from, ...endsOf(node.part, from, inSign)]);
      case "repeated": {
        const ends = new Set([from]);
        for (const end of ends) for (const next of endsOf(node.part, end, inSign)) ends.add(next);
        return [...ends];
      }
    }
  }
  return [...endsOfRule(start, 0)].some((end) => afterBlanks(end) === text.length);
}

function unique(ends: readonly number[]): number[] {
  return [...new Set(ends)];
}

function missing(name: string): never {
  throw new Error(`the grammar has no rule ${name}`);
}
