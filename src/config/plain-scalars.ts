import type { Scalar } from "yaml";
import { HASH, LINE_BREAK, NotPlainError, PlainLines, SPACE } from "./plain-lines.ts";

const COLON = 0x3a;

function codes(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** Where no plain scalar may begin, or only some: indicators. */
const INDICATORS = codes("-?:,[]{}#&*!|>'\"%@`");
const FLOW_INDICATORS = codes(",[]{}");
/** What ends the search for the end of a plain scalar, or makes it look closer. */
const STOPS = Uint8Array.from({ length: 128 }, (_, code) =>
  FLOW_INDICATORS.has(code) || code === LINE_BREAK || code === HASH || code === COLON ? 1 : 0,
);

const WORD_OF_CORE = /^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const INTEGER = /^[-+]?[0-9]{1,15}$/;
/** On one line; of the escapes only those of the two signs that must be escaped. */
const DOUBLE_QUOTED = /"[^"\\\n]*(?:\\["\\][^"\\\n]*)*"/y;
const SINGLE_QUOTED = /'[^'\n]*(?:''[^'\n]*)*'/y;
/** Numbers of other forms are left to the whole reader. */
const LIKE_NUMBER = /^[-+]?(?:0[ox]|\.?[0-9]+[.0-9]*(?:[eE][-+]?[0-9]+)?$|\.(?:inf|nan)$)/i;

/** What a plain scalar means in the core schema (YAML 1.2.2, chapter 10.3.2). @throws NotPlainError */
function meaningOf(source: string): string | number | boolean | null {
  if (WORD_OF_CORE.test(source)) {
    const lower = source.toLowerCase();
    return lower === "true" || lower === "false" ? lower === "true" : null;
  }
  if (INTEGER.test(source)) return Number(source);
  if (LIKE_NUMBER.test(source)) throw new NotPlainError();
  return source;
}

/** The scalars of plain YAML. All methods throw NotPlainError at anything else. */
export class PlainScalars extends PlainLines {
  /** A scalar on one line. */
  lineScalar(): Scalar {
    const quoted = this.#quoted();
    if (quoted !== null) return quoted;
    this.#beginPlain();
    const { text } = this;
    let end = this.at;
    while (end < text.length && text.charCodeAt(end) !== LINE_BREAK && !this.#endsPlain(end)) end += 1;
    return this.#plain(text.slice(this.at, this.#trimmed(end)), end);
  }

  /** Whether a plain scalar ends before a colon or a comment. */
  #endsPlain(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (code === COLON) return !(this.text.charCodeAt(at + 1) > SPACE);
    return code === HASH && this.text.charCodeAt(at - 1) === SPACE;
  }

  #beginPlain(): void {
    const code = this.text.charCodeAt(this.at);
    if (!(code > SPACE) || INDICATORS.has(code)) throw new NotPlainError();
  }

  #trimmed(end: number): number {
    let at = end;
    while (this.text.charCodeAt(at - 1) === SPACE) at -= 1;
    return at;
  }

  #plain(source: string, end: number): Scalar {
    const scalar = this.scalar(meaningOf(source), "PLAIN", this.#trimmed(end));
    this.at = end;
    return scalar;
  }

  /** A scalar between brackets; a plain one may go on over lines. */
  flowScalar(indent: number): Scalar {
    const quoted = this.#quoted();
    if (quoted !== null) return quoted;
    this.#beginPlain();
    const start = this.at;
    let source = "";
    let end = start;
    for (;;) {
      const from = this.at;
      end = this.#endOfFlowLine(from);
      source += this.text.slice(from, this.#trimmed(end));
      if (this.text.charCodeAt(end) !== LINE_BREAK) break;
      if (!this.#continues(end, indent)) break;
      source += " ";
    }
    this.at = start;
    return this.#plain(source, end);
  }

  #endOfFlowLine(from: number): number {
    const { text } = this;
    let end = from;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code > 127 || STOPS[code] === 0) continue;
      if (code === COLON) {
        const next = text.charCodeAt(end + 1);
        if (next > SPACE && !FLOW_INDICATORS.has(next)) continue;
      }
      if (code === HASH && text.charCodeAt(end - 1) !== SPACE) continue;
      break;
    }
    return end;
  }

  /** Whether a plain scalar goes on behind a line break; the place is then where it does. */
  #continues(lineEnd: number, indent: number): boolean {
    this.at = lineEnd + 1;
    const from = this.at;
    this.skipSpaces();
    const code = this.text.charCodeAt(this.at);
    if (code === LINE_BREAK || code === HASH || this.at - from <= indent) throw new NotPlainError();
    return !FLOW_INDICATORS.has(code);
  }

  #quoted(): Scalar | null {
    const quote = this.text[this.at];
    if (quote === '"') return this.#doubleQuoted();
    return quote === "'" ? this.#singleQuoted() : null;
  }

  #doubleQuoted(): Scalar {
    const source = this.find(DOUBLE_QUOTED).slice(1, -1);
    const value = source.includes("\\") ? source.replaceAll(/\\(["\\])/g, "$1") : source;
    return this.#ended(this.scalar(value, "QUOTE_DOUBLE", this.at + source.length + 2));
  }

  #singleQuoted(): Scalar {
    const source = this.find(SINGLE_QUOTED).slice(1, -1);
    return this.#ended(this.scalar(source.replaceAll("''", "'"), "QUOTE_SINGLE", this.at + source.length + 2));
  }

  #ended(scalar: Scalar): Scalar {
    this.at = scalar.range?.[1] ?? this.at;
    return scalar;
  }
}
