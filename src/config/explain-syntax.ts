import type { YAMLParseError } from "yaml";
import type { Stretch } from "./scalar-offsets.ts";
import { positionOf, type Finding, type Source } from "./source.ts";

/** Syntax errors that are looked at in one file. */
const MOST_ERRORS = 50;

/** A value without quotes that holds a colon with a space behind it. */
const COLON_INSIDE = /^\s*(?:- +)*[\w-]+:[ \t]+[^\s"'[{|>#][^#]*:(?:[ \t]|$)/;

/** A key whose value starts with a character that YAML takes for itself. */
const EXPRESSION_START = /^\s*(?:- +)*([\w-]+):[ \t]+(["@(])/;

const REMEDIES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "keep one of the two, or join them",
  TAB_AS_INDENT: "indent with spaces",
  BAD_INDENT: "line the entry up with its neighbours",
  MISSING_CHAR: "close what was opened",
  BAD_SCALAR_START: "put the value in quotes",
  MULTIPLE_DOCS: "remove the line ---, or make two files",
  MULTILINE_IMPLICIT_KEY: "write `key: value`, with a space behind the colon",
  BLOCK_AS_IMPLICIT_KEY: "line entries up, and write `key: value` and `- entry`, each with its space",
};

/** In other words than the library's, which speak of its own parts. */
const MESSAGES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "this key stands there twice",
  TAB_AS_INDENT: "a tab stands where YAML wants spaces",
  BAD_INDENT: "this line is not indented as its neighbours are",
  MULTILINE_IMPLICIT_KEY: "a key without a colon: YAML wants `key: value` here",
  BLOCK_AS_IMPLICIT_KEY: "this line, or the one before or after it, is indented wrongly or lacks a colon",
};

/** After these the parser goes on with the structure that was meant. */
const ALONE: ReadonlySet<string> = new Set(["BAD_SCALAR_START", "DUPLICATE_KEY"]);

/** The library's name for an entry of a list that is not indented enough. */
const OUTDENTED = /^Sequence item without - indicator/;

/** Errors in which the library names a sign, in other words. */
const SIGNS: readonly { error: RegExp; tell: (sign: string) => Pick<Finding, "message" | "remedy"> }[] = [
  {
    error: /end with a (\S)$/,
    tell: (closing) => ({
      message: `${closing === "]" ? "[" : "{"} was opened here or before, and not closed`,
      remedy: `write the ${closing} that closes it, here or on a line before`,
    }),
  },
  {
    error: /^Plain value cannot start with .* (\W)$/,
    tell: (sign) => ({
      message: `a value without quotes cannot begin with ${sign}`,
      remedy: "put the value in quotes",
    }),
  },
];

function tellSign(message: string): Pick<Finding, "message" | "remedy"> | null {
  for (const { error, tell } of SIGNS) {
    const [, sign] = error.exec(message) ?? [];
    if (sign !== undefined) return tell(sign);
  }
  return null;
}

/** One slip often makes the parser complain several times in a line. */
function firstOfEachLine(text: string, errors: readonly YAMLParseError[]): YAMLParseError[] {
  const lines = new Map<number, YAMLParseError>();
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const { line } = positionOf(text, error.pos[0]);
    if (!lines.has(line)) lines.set(line, error);
  }
  return [...lines.values()].toSorted((left, right) => left.pos[0] - right.pos[0]);
}

interface Slip {
  finding: Finding;
  /** Where it makes everything else doubtful. */
  doubtful: Stretch;
}

/**
 * Errors that stand for themselves, up to the first slip of structure: after that anything may be misread, and what the
 * parser says follows from it.
 */
export function explainSlips(source: Source, all: readonly YAMLParseError[]): Slip[] {
  const slips: Slip[] = [];
  for (const error of firstOfEachLine(source.text, all)) {
    const finding = explainSyntax(source, error);
    if (finding.code !== "yaml-quoting" && !ALONE.has(error.code)) {
      const remedy = `${finding.remedy}; what follows from it is not shown`;
      return [...slips, { finding: { ...finding, remedy }, doubtful: { start: 0, end: source.text.length } }];
    }
    slips.push({ finding, doubtful: lineAround(source.text, error.pos[0]) });
  }
  return slips;
}

function lineAround(text: string, offset: number): Stretch {
  const end = text.indexOf("\n", offset);
  return { start: text.lastIndexOf("\n", offset - 1) + 1, end: end === -1 ? text.length : end };
}

/** A YAML syntax error as a finding; expressions that YAML takes for something else are explained. */
function explainSyntax(source: Source, error: YAMLParseError): Finding {
  const [start, end] = error.pos;
  const place = { source, start, end: Math.max(end, start + 1) };
  const lineStart = source.text.lastIndexOf("\n", start - 1) + 1;
  const line = source.text.slice(lineStart).split("\n", 1)[0] ?? "";
  const [, quote] = /^Missing closing (["'])/.exec(error.message) ?? [];
  if (quote !== undefined) return unclosedQuote(source, quote, start);
  const [, key, opening] = EXPRESSION_START.exec(line) ?? [];
  if (key !== undefined && opening !== undefined) {
    const message = `YAML reads ${opening} at the start of a value as its own sign, so ${key} is not the text that was meant`;
    const remedy = `put the expression on its own line after \`${key}: >-\``;
    return { severity: "error", code: "yaml-quoting", place, message, remedy };
  }
  const signed = tellSign(error.message);
  if (signed !== null) return { severity: "error", code: "yaml-syntax", place, ...signed };
  if (error.code === "BLOCK_AS_IMPLICIT_KEY" && COLON_INSIDE.test(line)) {
    const message = "the value holds a colon, so YAML takes it for another key";
    return { severity: "error", code: "yaml-quoting", place, message, remedy: "put the value in quotes" };
  }
  const code = OUTDENTED.test(error.message) ? "BAD_INDENT" : error.code;
  const remedy = REMEDIES[code] ?? "check quotes, colons and indentation here and on the line before";
  return { severity: "error", code: "yaml-syntax", place, message: MESSAGES[code] ?? error.message, remedy };
}

/** The library names the end of the file; the quote that was opened is the last one of its kind before it. */
function unclosedQuote(source: Source, quote: string, end: number): Finding {
  const start = Math.max(0, source.text.lastIndexOf(quote, end - 1));
  const message = `the text that begins with ${quote} here is never closed`;
  const remedy = `write ${quote} at its end too`;
  return { severity: "error", code: "yaml-syntax", place: { source, start, end: start + 1 }, message, remedy };
}
