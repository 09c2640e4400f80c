import { Tokenizer } from "htmlparser2";
import { cutText } from "./cut-text.ts";

/** Longest text that is kept of one field: a little more than is matched, so that the matcher sees that it was cut. */
const MAX_TEXT_LENGTH = 256 * 1024 + 16;

/** Elements whose text no reader sees. */
const DROPPED = new Set(["script", "style", "template", "noscript", "iframe", "object", "svg", "head"]);

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section select " +
    "summary table tbody tfoot thead tr ul"
  ).split(" "),
);

/**
 * Collects the text of an HTML fragment from the tokenizer's events. No tree is built: tag soup of any depth costs
 * time in proportion to its length.
 */
class TextCollector {
  readonly #html: string;
  readonly #limit: number;
  readonly #tokenizer: Tokenizer;
  #text = "";
  /** Name and depth of the dropped element we are in. */
  #dropped: { name: string; depth: number } | null = null;
  #tag = "";

  constructor(html: string, limit: number) {
    this.#html = html;
    this.#limit = limit;
    this.#tokenizer = new Tokenizer({}, this);
  }

  collect(): string {
    this.#tokenizer.write(this.#html);
    this.#tokenizer.end();
    return this.#text;
  }

  ontext(start: number, end: number): void {
    this.#add(this.#html.slice(start, end).replaceAll("\n", " "));
  }

  ontextentity(codePoint: number): void {
    this.#add(String.fromCodePoint(codePoint));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.#add(this.#html.slice(start, end - endOffset));
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase();
    if (this.#dropped !== null) {
      if (this.#tag === this.#dropped.name) this.#dropped.depth += 1;
    } else if (DROPPED.has(this.#tag)) this.#dropped = { name: this.#tag, depth: 1 };
    else this.#separate(this.#tag);
  }

  onclosetag(start: number, end: number): void {
    this.#close(this.#html.slice(start, end).toLowerCase());
  }

  onselfclosingtag(): void {
    if (this.#dropped?.name === this.#tag && this.#tag === "svg") this.#close(this.#tag);
  }

  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onopentagend(): void {}
  onprocessinginstruction(): void {}

  #close(name: string): void {
    if (this.#dropped === null) this.#separate(name);
    else if (name === this.#dropped.name) {
      this.#dropped.depth -= 1;
      if (this.#dropped.depth === 0) this.#dropped = null;
    }
  }

  #separate(name: string): void {
    if (name === "br") this.#text += "\n";
    else if (name === "td" || name === "th") this.#text += " ";
    else if (BLOCKS.has(name)) this.#text += "\n\n";
  }

  #add(text: string): void {
    if (this.#dropped !== null) return;
    this.#text += text;
    if (this.#text.length > this.#limit) this.#tokenizer.pause();
  }
}

/** Spaces collapsed within a line, blank lines collapsed to one, no U+0000 (PostgreSQL refuses it). */
function tidy(text: string): string {
  return (
    text
      .replaceAll("\0", "")
      // Any white space but one plain space: most spaces are not touched.
      .replace(/ *[^\S\n ][^\S\n]*| {2,}[^\S\n]*/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{2,}/g, "\n\n")
      .trim()
  );
}

const BLANK_LINE = /\r?\n[^\S\n]*\r?\n/g;
const TAG = /<[a-z!/]/i;
const ESCAPED_TAG = /&lt;\/?(?:a|b|br|div|em|h[1-6]|i|img|li|ol|p|span|strong|table|ul)\b/i;

const CDATA = "<![CDATA[";

/** A text in a CDATA section that was escaped itself; HTML reads such a section as a comment. */
export function withoutCdata(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith(CDATA)) return text;
  return trimmed.slice(CDATA.length, trimmed.endsWith("]]>") ? -3 : undefined);
}

/**
 * Plain text of an HTML fragment as a reader sees it: entities decoded, script and style dropped, blocks separated by
 * a blank line, `<br>` by a line break. A text without any markup keeps its own blank lines; markup that was escaped
 * once too often is still read as markup.
 * Time is linear in the input, whatever the input; the result has at most `maxLength` UTF-16 units.
 */
export function htmlToText(fragment: string, maxLength: number = MAX_TEXT_LENGTH): string {
  const html = withoutCdata(fragment);
  const isMarkup = TAG.test(html);
  // White space that collapses later must not use up the limit.
  const text = new TextCollector(isMarkup ? html : html.replace(BLANK_LINE, "<p>"), maxLength * 4).collect();
  if (!isMarkup && ESCAPED_TAG.test(html)) return htmlToText(text, maxLength);
  return cutText(tidy(text), maxLength).trimEnd();
}
