import { Scalar } from "yaml";

/** The text uses more of YAML than the plain reader knows, or is not valid. */
export class NotPlainError extends Error {
  override readonly name = "NotPlainError";
}

export const LINE_BREAK = 0x0a;
export const SPACE = 0x20;
export const HASH = 0x23;
const BLOCK_HEADER = /[>|]-?\n/y;

/** A text with a place in it, line by line. All methods throw NotPlainError at anything else. */
export class PlainLines {
  readonly text: string;
  at = 0;
  /** Of the line at whose content the place stands; -1: the text is at its end. */
  indent = 0;

  constructor(text: string) {
    this.text = text;
  }

  scalar<T>(value: T, type: Scalar.Type, end: number): Scalar<T> {
    const scalar = new Scalar(value);
    scalar.type = type;
    scalar.range = [this.at, end, end];
    return scalar;
  }

  skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at += 1;
  }

  /** Skips blanks; whether nothing but a comment follows in the line. */
  endsLine(): boolean {
    const from = this.at;
    this.skipSpaces();
    const code = this.text.charCodeAt(this.at);
    if (code === HASH && this.at === from) throw new NotPlainError();
    return code === LINE_BREAK || code === HASH || this.at >= this.text.length;
  }

  /** From the end of a line to the next content. */
  skipRest(): void {
    this.#skipLine();
    this.skipLines();
  }

  #skipLine(): void {
    const lineEnd = this.text.indexOf("\n", this.at);
    this.at = lineEnd === -1 ? this.text.length : lineEnd + 1;
  }

  /** From the start of a line to the next content, past empty lines and comments. */
  skipLines(): void {
    while (this.at < this.text.length) {
      const from = this.at;
      this.skipSpaces();
      const code = this.text.charCodeAt(this.at);
      if (code !== LINE_BREAK && code !== HASH && this.at < this.text.length) {
        this.indent = this.at - from;
        return;
      }
      this.#skipLine();
    }
    this.indent = -1;
  }

  /** Blanks, line breaks and comments between what stands in brackets; its lines are indented deeper than `indent`. */
  skipInFlow(indent: number): void {
    const from = this.at;
    this.skipSpaces();
    const code = this.text.charCodeAt(this.at);
    if (code === HASH && this.at === from) throw new NotPlainError();
    if (code !== LINE_BREAK && code !== HASH) return;
    this.skipRest();
    if (this.indent <= indent) throw new NotPlainError();
  }

  /** What stands here; `pattern` is sticky. */
  find(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) throw new NotPlainError();
    return found;
  }

  /** A folded or literal block of lines that are indented alike, and the lines after it up to the next content. */
  blockScalar(indent: number): Scalar {
    const head = this.find(BLOCK_HEADER);
    const start = this.at;
    this.at += head.length;
    const { lines, end } = this.#blockLines(indent);
    const joined = lines.join(head.startsWith(">") ? " " : "\n");
    this.at = start;
    const value = head.includes("-") ? joined : `${joined}\n`;
    const scalar = this.scalar(value, head.startsWith(">") ? "BLOCK_FOLDED" : "BLOCK_LITERAL", end);
    this.at = end;
    this.skipLines();
    return scalar;
  }

  #blockLines(indent: number): { lines: string[]; end: number } {
    const lines: string[] = [];
    let own = -1;
    let end = this.at;
    while (this.at < this.text.length) {
      const from = this.at;
      this.skipSpaces();
      const code = this.text.charCodeAt(this.at);
      const depth = this.at - from;
      if (own === -1) own = depth;
      if (code === LINE_BREAK || this.at >= this.text.length || depth <= indent) break;
      if (depth !== own) throw new NotPlainError();
      const contentAt = this.at;
      this.#skipLine();
      lines.push(this.text.slice(contentAt, this.text[this.at - 1] === "\n" ? this.at - 1 : this.at));
      end = this.at;
    }
    this.at = end;
    this.skipLines();
    if (lines.length === 0 || this.indent > indent || lines.some((line) => line.endsWith(" ")))
      throw new NotPlainError();
    // A line of blanks may be content.
    if (/ \n| $/.test(this.text.slice(end, this.at - Math.max(this.indent, 0)))) throw new NotPlainError();
    return { lines, end };
  }
}
