import { RE2JS } from "re2js";
import { cutText } from "../../../text/cut-text.ts";

/** A `/re/` of the watch language: linear-time, on the original text, case-sensitive unless it says `(?i)`. */
export interface TextPattern {
  /** False where the pattern surely does not match: it is not run then. */
  mayMatch(text: string): boolean;
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
const ESCAPE = /\\(?:[pP](?:\{[^}]*\}|.)|x(?:\{[^}]*\}|[\da-f]{2})|[0-7]{1,3}|.)/gisu;
const CLASS = /\[\^?\]?(?:\[:\^?\w*:\]|[^\]])*\]/gu;
const GROUP = /\([^()]*\)/u;
/** Flags alone are nothing that could be repeated: what repeats stands before them. */
const FLAGS = /\(\?[A-Z-]+\)/giu;
const REPETITION = /\{\d+(?:,\d*)?\}/gu;
const NOTHING_KNOWN = "\u0000";
/** What stands behind it is plain, whatever it looks like. */
const QUOTES = "\\Q";
const IGNORES_CASE = /\(\?[A-Z]*i/iu;
const NOT_PLAIN = /[^\p{L}\p{N} _-]/u;
/**
 * Letters that have more than two forms (s and k among them: ſ, the kelvin sign), or may have: none that is not ASCII
 * is trusted.
 */
const NOT_PLAIN_IN_ANY_CASE = /[^a-jl-rt-zA-JL-RT-Z\p{Lo}\p{Nd} _-]/u;

/** A text that every match holds. */
export interface RequiredLiteral {
  text: string;
  /** It is in lower case then, and so is what holds it. */
  ignoresCase: boolean;
}

/**
 * The longest run of plain characters that every match holds: outside groups, classes and alternatives, and not made
 * optional by what follows. A pattern with an alternative at its top has none.
 */
export function requiredLiteral(source: string): RequiredLiteral | null {
  if (source.includes(QUOTES)) return null;
  const ignoresCase = IGNORES_CASE.test(source);
  let rest = source
    .replaceAll(ESCAPE, NOTHING_KNOWN)
    .replaceAll(CLASS, NOTHING_KNOWN)
    .replaceAll(REPETITION, "*")
    .replaceAll(FLAGS, "");
  for (let group = GROUP.exec(rest); group !== null; group = GROUP.exec(rest)) {
    rest = rest.replace(group[0], NOTHING_KNOWN);
  }
  if (rest.includes("|")) return null;
  const runs = rest.replaceAll(/[^\0][?*]/gu, NOTHING_KNOWN).split(ignoresCase ? NOT_PLAIN_IN_ANY_CASE : NOT_PLAIN);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "");
  if (longest.length < MIN_LITERAL) return null;
  return { text: ignoresCase ? longest.toLowerCase() : longest, ignoresCase };
}

/**
 * Compiles a pattern of the watch language.
 * @throws Error of re2js when the pattern is not valid (look-around and back references are not linear, so not allowed)
 */
export function compileTextPattern(source: string): TextPattern {
  const compiled = RE2JS.compile(source);
  const maxUnits = Math.floor(MAX_STEPS / compiled.programSize());
  const literal = requiredLiteral(source);
  return {
    mayMatch: (text) => literal === null || (literal.ignoresCase ? text.toLowerCase() : text).includes(literal.text),
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
