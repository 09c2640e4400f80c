import { dirname, relative } from "node:path";
import type { ConfigProblem } from "./config.ts";
import type { Stretch } from "./scalar-offsets.ts";
import { maskSecrets } from "./mask-secrets.ts";

/** A file of the configuration as text; the byte order mark is left out. */
export interface Source {
  /** Absolute. */
  path: string;
  text: string;
  /** Literal secrets: never shown in an excerpt. */
  secrets: readonly Stretch[];
}

/** A stretch of a file that a problem is about. */
export interface Place extends Stretch {
  source: Source;
}

/** A problem before it is written as line and column. */
export interface Finding {
  severity: ConfigProblem["severity"];
  code: string;
  place: Place;
  message: string;
  remedy: string | null;
}

const WIDEST_EXCERPT = 120;
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]/u;

/** What nobody sees, and what would reorder the line on a terminal: shown as dots, so that the caret points at something. */
const UNSEEN = /(?!\t)[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Line and column of an offset, both counted from 1; columns are UTF-16 units, as editors count them. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < lineStart; at = text.indexOf("\n", at + 1)) line += 1;
  return { line, column: offset - lineStart + 1 };
}

/** Where a place is, for a message about another file: `feeds.yaml:3:5`. */
export function describePlace(place: Place, from: Source): string {
  const { line, column } = positionOf(place.source.text, place.start);
  return `${relative(dirname(from.path), place.source.path)}:${line}:${column}`;
}

export function toProblem({ severity, code, place, message, remedy }: Finding): ConfigProblem {
  const { source, start } = place;
  const position = positionOf(source.text, start);
  return { severity, code, file: source.path, ...position, message, remedy, excerpt: excerptOf(place) };
}

function excerptOf({ source, start, end }: Place): ConfigProblem["excerpt"] {
  if (source.text === "") return null;
  const lineStart = source.text.lastIndexOf("\n", start - 1) + 1;
  const nextBreak = source.text.indexOf("\n", lineStart);
  const lineEnd = nextBreak === -1 ? source.text.length : nextBreak;
  const line = maskSecrets(source, { start: lineStart, end: lineEnd }).replace(/\r$/, "");

  const column = Math.min(start - lineStart, line.length);
  const width = Math.max(1, Math.min(end - lineStart, line.length) - column);
  const cut = Math.max(0, Math.min(column - 40, line.length - WIDEST_EXCERPT));
  const shown = line.slice(cut, cut + WIDEST_EXCERPT).replaceAll(UNSEEN, "·");
  const before = Array.from(line.slice(cut, column), blankOf).join("");
  return { text: shown, caret: before + "^".repeat(Math.min(width, WIDEST_EXCERPT)) };
}

/** White space as wide as the character, so that the caret stands under its place. */
function blankOf(character: string): string {
  if (character === "\t") return "\t";
  if (/[\p{M}\u200C\u200D]/u.test(character)) return "";
  return WIDE.test(character) ? "\u3000" : " ";
}
