import { Tokenizer } from "htmlparser2";
import { cutText } from "./cut-text.ts";

/** Longest text that is kept of one field: a little more than is matched, so that the matcher sees that it was cut. */
const MAX_TEXT_LENGTH = 256 * 1024 + 16;

/** Elements whose text no reader sees. */
const DROPPED = new Set(["script", "style", "template", "iframe", "object", "svg", "head"]);
/** Where one of these has no end, what follows it up to the next tag is no text. */
const CODE = new Set(["script", "style"]);
const NEXT_TAG = /<[a-z/]/i;

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
  #html: string;
  #tokenizer: Tokenizer;
  #text = "";
  /** White space that comes before the next text; what begins or ends the text is dropped. */
  #gap: "" | " " | "\n" | "\n\n" = "";
  /** Name and depth of the dropped element we are in, and where its first tag ends; null: not yet. */
  #dropped: { name: string; depth: number; from: number | null } | null = null;
  /** Elements that have no end somewhere: their text is kept. */
  readonly #endless = new Set<string>();
  #tag = "";

  constructor(html: string) {
    this.#html = html;
    this.#tokenizer = this.#startTokenizer();
  }

  /** An element to be dropped that has no end is read anew from its tag on, each name once. */
  collect(): string {
    this.#read();
    while (this.#dropped !== null) {
      const { name, from } = this.#dropped;
      this.#endless.add(name);
      this.#html = from === null ? "" : afterCode(name, this.#html.slice(from));
      this.#dropped = null;
      this.#tokenizer = this.#startTokenizer();
      this.#read();
    }
    return this.#text;
  }

  #startTokenizer(): Tokenizer {
    return new Tokenizer({ recognizeSelfClosing: true }, this);
  }

  #read(): void {
    this.#tokenizer.write(this.#html);
    this.#tokenizer.end();
  }

  ontext(start: number, end: number): void {
    this.#add(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    const character = String.fromCodePoint(codePoint);
    if (character === "\n") this.#break();
    else this.#add(character);
  }

  oncdata(start: number, end: number, endOffset: number): void {
    const [first = "", ...rest] = this.#html.slice(start, end - endOffset).split("\n");
    this.#add(first);
    for (const line of rest) {
      this.#break();
      this.#add(line);
    }
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase();
    if (this.#dropped !== null) {
      if (this.#tag === this.#dropped.name) this.#dropped.depth += 1;
    } else if (DROPPED.has(this.#tag) && !this.#endless.has(this.#tag))
      this.#dropped = { name: this.#tag, depth: 1, from: null };
    else this.#separate(this.#tag);
  }

  onclosetag(start: number, end: number): void {
    this.#close(this.#html.slice(start, end).toLowerCase());
  }

  onselfclosingtag(): void {
    if (this.#dropped?.name === this.#tag) this.#close(this.#tag);
  }

  onopentagend(end: number): void {
    if (this.#dropped !== null) this.#dropped.from ??= end + 1;
  }

  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}

  #close(name: string): void {
    if (this.#dropped === null) this.#separate(name);
    else if (name === this.#dropped.name) {
      this.#dropped.depth -= 1;
      if (this.#dropped.depth === 0) this.#dropped = null;
    }
  }

  #separate(name: string): void {
    if (name === "br") this.#break();
    else if (name === "td" || name === "th") this.#space();
    else if (BLOCKS.has(name)) this.#gap = "\n\n";
  }

  #space(): void {
    if (this.#gap === "") this.#gap = " ";
  }

  #break(): void {
    if (this.#dropped === null) this.#gap = this.#gap === "" || this.#gap === " " ? "\n" : "\n\n";
  }

  #add(raw: string): void {
    if (this.#dropped !== null) return;
    const spaced = withoutNul(raw);
    const started = spaced.trimStart();
    if (started.length < spaced.length) this.#space();
    if (started === "") return;
    const text = started.trimEnd();
    this.#text += (this.#text === "" ? "" : this.#gap) + oneSpaced(text);
    this.#gap = text.length < started.length ? " " : "";
    if (this.#text.length > MAX_TEXT_LENGTH) this.#tokenizer.pause();
  }
}

function afterCode(name: string, html: string): string {
  if (!CODE.has(name)) return html;
  const tag = html.search(NEXT_TAG);
  return tag < 0 ? "" : html.slice(tag);
}

/** PostgreSQL refuses U+0000. */
function withoutNul(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

const SPACES = /\s+/g;
/** Any white space but one plain space: most texts have none. */
const NOT_ONE_SPACE = /[^\S ]| {2}/;

function oneSpaced(text: string): string {
  return NOT_ONE_SPACE.test(text) ? text.replace(SPACES, " ") : text;
}

const BLANK_LINE = /\r?\n[^\S\n]*\r?\n/g;
const TAG = /<[a-z!/]/i;
/** A text of one line without anything to decode, as most titles and many teasers are. */
const PLAIN = /^[^<&\n\r]{0,2000}$/;
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
 * Time is linear in the input, whatever the input; the result has at most 256 kB and a little, in UTF-16 units.
 */
export function htmlToText(fragment: string): string {
  if (PLAIN.test(fragment)) return oneSpaced(withoutNul(fragment).trim());
  const html = withoutCdata(fragment);
  const isMarkup = TAG.test(html);
  const text = new TextCollector(isMarkup ? html : html.replace(BLANK_LINE, "<p>")).collect();
  if (!isMarkup && ESCAPED_TAG.test(html)) return htmlToText(text);
  return cutText(text, MAX_TEXT_LENGTH).trimEnd();
}
