import { RE2JS } from "re2js";
import { cutText } from "../../text/cut-text.ts";

/** A `/re/` of the watch language: linear-time, on the original text, case-sensitive unless it says `(?i)`. */
export interface TextPattern {
  source: string;
  /** Lower-case text without which the pattern cannot match; null: the pattern is always run. */
  literal: string | null;
  /** UTF-16 ranges of the matches, empty ones left out. */
  find(text: string): readonly (readonly [number, number])[];
}

const MAX_MATCHES = 500;
/**
 * A search takes, at worst, the units it may read times the size of the compiled pattern, and every search may read to the
 * end of the text. So many steps are a second or less. Only very large patterns do not reach the end of a long text, and
 * only in long texts are not all matches found.
 */
const MAX_STEPS = 50_000_000;
const MIN_LITERAL = 3;

/** Escapes, classes and (innermost first) groups with what they hold. */
const ESCAPE = /\\(?:[pP]\{[^}]*\}|x\{[^}]*\}|.)/gsu;
const CLASS = /\[\^?\]?[^\]]*\]/gu;
const GROUP = /\([^()]*\)/u;
const REPETITION = /\{\d+(?:,\d*)?\}/gu;
const NOTHING_KNOWN = "\u0000";

/**
 * The longest run of plain characters that every match holds: outside groups, classes and alternatives, and not made
 * optional by what follows. A pattern with an alternative at its top has none.
 */
export function requiredLiteral(source: string): string | null {
  let rest = source.replaceAll(ESCAPE, NOTHING_KNOWN).replaceAll(CLASS, NOTHING_KNOWN).replaceAll(REPETITION, "*");
  for (let group = GROUP.exec(rest); group !== null; group = GROUP.exec(rest)) {
    rest = rest.replace(group[0], NOTHING_KNOWN);
  }
  if (rest.includes("|")) return null;
  const runs = rest.replaceAll(/[^\0][?*]/gu, NOTHING_KNOWN).split(/[^\p{L}\p{N} _-]/u);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "");
  return longest.length >= MIN_LITERAL ? longest.toLowerCase() : null;
}

/**
 * Compiles a pattern of the watch language.
 * @throws Error of re2js when the pattern is not valid (look-around and back references are not linear, so not allowed)
 */
export function compileTextPattern(source: string): TextPattern {
  const compiled = RE2JS.compile(source);
  const maxUnits = Math.floor(MAX_STEPS / compiled.programSize());
  return {
    source,
    literal: requiredLiteral(source),
    find(text) {
      const ranges: [number, number][] = [];
      const read = cutText(text, maxUnits);
      const matcher = compiled.matcher(read);
      let units = read.length;
      while (ranges.length < MAX_MATCHES && units <= maxUnits && matcher.find()) {
        units += read.length - matcher.end();
        if (matcher.end() > matcher.start()) ranges.push([matcher.start(), matcher.end()]);
      }
      return ranges;
    },
  };
}
