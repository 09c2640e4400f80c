import type { Scalar } from "yaml";

/** A stretch of text; UTF-16 units, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** A scalar's value with, for each UTF-16 unit, the offset in the file that it came from. */
interface Trace {
  value: string;
  offsets: number[];
}

interface Line {
  /** Without the line break. */
  text: string;
  at: number;
  indent: number;
}

/**
 * Where a stretch of a scalar's value stands in the YAML text: through quotes and escapes, over folded lines, past
 * the indentation of blocks (YAML 1.2.2, chapters 7.3 and 8.1). The scalar is read a second time, with positions; where
 * that reading and the parser's value differ, the answer is the whole scalar.
 */
export function locateInScalar(scalar: Scalar, text: string, stretch: Stretch): Stretch {
  const [start, end] = scalar.range ?? [0, 0];
  const trace = traceScalar(scalar, text, { start, end });
  if (trace === null || trace.value === "") return { start, end };
  const from = offsetOf(trace, stretch.start);
  if (stretch.end <= stretch.start) return { start: from, end: from + 1 };
  return { start: from, end: Math.max(from, offsetOf(trace, stretch.end - 1)) + 1 };
}

function offsetOf(trace: Trace, at: number): number {
  return trace.offsets[at] ?? (trace.offsets.at(-1) ?? 0) + 1;
}

function traceScalar(scalar: Scalar, text: string, range: Stretch): Trace | null {
  for (const trace of readings(scalar, text, range)) if (trace.value === scalar.value) return trace;
  return null;
}

function* readings(scalar: Scalar, text: string, { start, end }: Stretch): Generator<Trace> {
  if (scalar.type === "PLAIN") yield traceFlow(text, { start, end }, readPlain);
  if (scalar.type === "QUOTE_SINGLE") yield traceFlow(text, { start: start + 1, end: end - 1 }, readSingleQuoted);
  if (scalar.type === "QUOTE_DOUBLE") yield traceFlow(text, { start: start + 1, end: end - 1 }, readDoubleQuoted);
  if (scalar.type === "BLOCK_FOLDED" || scalar.type === "BLOCK_LITERAL") {
    const [header = "", digit] = /^[|>][+-]?([1-9])?[^\n]*\n/.exec(text.slice(start, end)) ?? [];
    const lines = splitLines(text, { start: start + header.length, end });
    const block = { folded: header.startsWith(">"), chomp: /^.[1-9]?([+-])/.exec(header)?.[1] ?? "", end };
    if (digit === undefined) yield traceBlock(lines, { ...block, indent: firstIndent(lines) });
    // An indentation indicator counts from the parent's indentation, which the scalar does not know: try them.
    else
      for (let parent = 0; parent < 64; parent += 1)
        yield traceBlock(lines, { ...block, indent: parent + Number(digit) });
  }
}

function append(trace: Trace, text: string, at: number, step: 0 | 1): void {
  trace.value += text;
  for (let unit = 0; unit < text.length; unit += 1) trace.offsets.push(at + unit * step);
}

/** What stands at an offset: the text it means and how many units it takes. */
type ReadUnit = (text: string, at: number) => { text: string; length: number };

function traceFlow(text: string, { start, end }: Stretch, readUnit: ReadUnit): Trace {
  const trace: Trace = { value: "", offsets: [] };
  let at = start;
  while (at < end) {
    const space = /[ \t\r\n]+/y;
    space.lastIndex = at;
    const run = space.exec(text)?.[0].slice(0, end - at) ?? "";
    const unit = run === "" ? readUnit(text, at) : { text: fold(run), length: run.length };
    append(trace, unit.text, at, unit.text.length === unit.length ? 1 : 0);
    at += unit.length;
  }
  return trace;
}

/** Line folding: one break is a space, more are one break fewer; white space without a break stays. */
function fold(run: string): string {
  const breaks = run.split("\n").length - 1;
  if (breaks === 0) return run;
  return breaks === 1 ? " " : "\n".repeat(breaks - 1);
}

function readPlain(text: string, at: number): { text: string; length: number } {
  return { text: text.charAt(at), length: 1 };
}

function readSingleQuoted(text: string, at: number): { text: string; length: number } {
  return { text: text.charAt(at), length: text.startsWith("''", at) ? 2 : 1 };
}

const ESCAPES: Readonly<Record<string, string>> = {
  0: "\0",
  a: "\u0007",
  b: "\b",
  e: "\u001B",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00A0",
  L: "\u2028",
  P: "\u2029",
};

function readDoubleQuoted(text: string, at: number): { text: string; length: number } {
  if (text[at] !== "\\") return readPlain(text, at);
  const escape = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(\r?\n[ \t]*)|([^]))/iy;
  escape.lastIndex = at;
  const [whole = "\\", x, u, long, lineBreak, letter = ""] = escape.exec(text) ?? [];
  const hex = x ?? u ?? long;
  if (hex !== undefined) return { text: codePoint(Number.parseInt(hex, 16)), length: whole.length };
  if (lineBreak !== undefined) return { text: "", length: whole.length };
  return { text: ESCAPES[letter] ?? letter, length: whole.length };
}

function codePoint(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
}

function splitLines(text: string, { start, end }: Stretch): Line[] {
  let at = start;
  return text
    .slice(start, end)
    .split("\n")
    .map((raw) => {
      const line = { text: raw.replace(/\r$/, ""), at, indent: /^ */.exec(raw)?.[0].length ?? 0 };
      at += raw.length + 1;
      return line;
    });
}

function isBlank(line: Line): boolean {
  return line.text.length <= line.indent;
}

function firstIndent(lines: readonly Line[]): number {
  return lines.find((line) => !isBlank(line))?.indent ?? 0;
}

interface Block {
  folded: boolean;
  chomp: string;
  indent: number;
  end: number;
}

function traceBlock(lines: readonly Line[], block: Block): Trace {
  const trace: Trace = { value: "", offsets: [] };
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line) || line.indent > block.indent);
  if (first === -1) return trace;

  for (const line of lines.slice(0, first)) append(trace, `${line.text.slice(block.indent)}\n`, line.at, 1);
  const join = block.folded ? createFolding(block.indent) : createKeeping();
  for (const line of lines.slice(first, last + 1)) {
    append(trace, join(line), Math.max(line.at - 1, 0), 0);
    append(trace, line.text.slice(block.indent), line.at + block.indent, 1);
  }
  const end = lines[last] ?? { text: "", at: block.end };
  if (block.chomp !== "-") append(trace, "\n", end.at + end.text.length, 0);
  if (block.chomp === "+") append(trace, "\n".repeat(Math.max(0, lines.length - last - 2)), block.end, 0);
  return trace;
}

/** What stands between the lines of a literal block. */
function createKeeping(): (line: Line) => string {
  let separator = "";
  return () => {
    const before = separator;
    separator = "\n";
    return before;
  };
}

/** What stands before each line of a folded block: nothing, a space or breaks; lines indented deeper keep their breaks. */
function createFolding(indent: number): (line: Line) => string {
  let separator = "";
  let afterDeeper = false;
  return (line) => {
    const before = separator;
    if (line.indent > indent || line.text[indent] === "\t") {
      separator = "\n";
      const kept = before === "\n" && !afterDeeper ? "\n\n" : before;
      afterDeeper = true;
      return before === " " ? "\n" : kept;
    }
    if (isBlank(line)) {
      separator = "\n";
      return before === "\n" ? "\n" : "";
    }
    separator = " ";
    afterDeeper = false;
    return before;
  };
}
