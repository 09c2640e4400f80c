import { RE2JS } from "re2js";

/** A `/re/` of the watch language: linear-time, on the original text, case-sensitive unless it says `(?i)`. */
export interface TextPattern {
  source: string;
  /** Lower-case text without which the pattern cannot match; null: the pattern is always run. */
  literal: string | null;
  /** UTF-16 ranges of the matches, empty ones left out. */
  find(text: string): readonly (readonly [number, number])[];
}

const MAX_MATCHES = 500;
const MIN_LITERAL = 3;
const PLAIN = /[\p{L}\p{N} _-]/u;
const REPEATED = /[?*{]/;

/**
 * The longest run of plain characters outside groups, classes and alternatives, and not made optional by what follows.
 * Escapes other than of punctuation end a run; a pattern with a top-level `|` has none.
 */
export function requiredLiteral(source: string): string | null {
  let longest = "";
  let run = "";
  let depth = 0;
  let isClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === "|" && depth === 0 && !isClass) return null;
    if (character === "\\") at += 1;
    else if (isClass) isClass = character !== "]";
    else if (character === "[") isClass = true;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    const isPlain = depth === 0 && !isClass && PLAIN.test(character) && character !== "\\";
    if (isPlain && !REPEATED.test(source.charAt(at + 1))) run += character;
    else run = "";
    if (run.length > longest.length) longest = run;
  }
  return longest.length >= MIN_LITERAL ? longest.toLowerCase() : null;
}

/**
 * Compiles a pattern of the watch language.
 * @throws Error of re2js when the pattern is not valid (look-around and back references are not linear, so not allowed)
 */
export function compileTextPattern(source: string): TextPattern {
  const compiled = RE2JS.compile(source);
  return {
    source,
    literal: requiredLiteral(source),
    find(text) {
      const ranges: [number, number][] = [];
      const matcher = compiled.matcher(text);
      while (ranges.length < MAX_MATCHES && matcher.find()) {
        if (matcher.end() > matcher.start()) ranges.push([matcher.start(), matcher.end()]);
      }
      return ranges;
    },
  };
}
