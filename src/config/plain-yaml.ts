import { Document, Pair, type Scalar, YAMLMap, YAMLSeq, type ParsedNode } from "yaml";
import { NotPlainError } from "./plain-lines.ts";
import { PlainScalars } from "./plain-scalars.ts";

/**
 * Rule files are megabytes of short terms, and a reader of all of YAML takes seconds for them. This one knows the YAML
 * that nearly all files are written in, maps and lists in blocks and in brackets, and gives up at everything else: what
 * it reads is what the `yaml` package reads, with the same places.
 */

interface PlainYaml {
  document: Document;
  value: unknown;
}

const DEEPEST = 50;
/** What makes a file more than plain from its start: tabs, carriage returns, controls, a byte order mark inside. */
// oxlint-disable-next-line no-control-regex
const UNUSUAL = /[\u0000-\u0009\u000B-\u001F\u007F\uFEFF]/;
const KEY = /[A-Za-z][\w-]*(?=:(?:[ \n]|$))/y;
/** Plain keys that are no strings. */
const NO_KEYS = /^(?:[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE)$/;

type Node = ParsedNode | Scalar | YAMLMap | YAMLSeq;

/** Reads a text of plain YAML; null: it is not plain, or not valid. */
export function readPlainYaml(text: string): PlainYaml | null {
  if (UNUSUAL.test(text)) return null;
  try {
    const { node, value } = new PlainYamlReader(text).read();
    const document = new Document(null);
    document.contents = node;
    return { document, value };
  } catch (error) {
    if (error instanceof NotPlainError) return null;
    throw error;
  }
}

/** A node and its content as plain data. */
interface Read {
  node: Node;
  value: unknown;
}

class PlainYamlReader extends PlainScalars {
  #depth = 0;

  /** @throws NotPlainError */
  read(): Read {
    this.skipLines();
    if (this.indent !== 0 || this.at >= this.text.length) throw new NotPlainError();
    const read = this.#blockMap(0);
    if (this.at < this.text.length) throw new NotPlainError();
    return read;
  }

  #blockMap(indent: number): Read {
    this.#enter();
    const map = new YAMLMap();
    const start = this.at;
    const value: Record<string, unknown> = {};
    while (this.indent === indent) {
      const key = this.#key(value);
      const read = this.#blockValue(indent);
      map.items.push(new Pair(key, read.node));
      value[key.value] = read.value;
    }
    if (this.indent > indent) throw new NotPlainError();
    return this.#leave(map, value, start);
  }

  #key(value: Readonly<Record<string, unknown>>): Scalar<string> {
    KEY.lastIndex = this.at;
    const [key] = KEY.exec(this.text) ?? [];
    if (key === undefined || NO_KEYS.test(key) || Object.hasOwn(value, key)) throw new NotPlainError();
    const end = this.at + key.length;
    const scalar = this.scalar(key, "PLAIN", end);
    this.at = end + 1;
    return scalar;
  }

  /** What stands behind a key, and the lines after it up to the next content. */
  #blockValue(indent: number): Read {
    if (!this.endsLine()) return this.#inline(indent);
    this.skipRest();
    if (this.#isDash() && this.indent >= indent) return this.#blockSeq(this.indent);
    if (this.indent <= indent) throw new NotPlainError();
    if (this.#isKey()) return this.#blockMap(this.indent);
    if (this.text[this.at] !== "[" && this.text[this.at] !== "{") throw new NotPlainError();
    return this.#inline(indent);
  }

  #isKey(): boolean {
    KEY.lastIndex = this.at;
    return KEY.test(this.text);
  }

  #isDash(): boolean {
    return this.indent >= 0 && this.text.startsWith("- ", this.at);
  }

  #blockSeq(indent: number): Read {
    this.#enter();
    const seq = new YAMLSeq();
    const start = this.at;
    const value: unknown[] = [];
    while (this.indent === indent && this.#isDash()) {
      const dash = this.at;
      this.at += 1;
      if (this.endsLine()) throw new NotPlainError();
      const column = indent + this.at - dash;
      const read = this.#isKey() ? this.#compactMap(column) : this.#inline(indent);
      seq.items.push(read.node);
      value.push(read.value);
    }
    if (this.indent > indent) throw new NotPlainError();
    return this.#leave(seq, value, start);
  }

  /** A map that begins on the line of its dash. */
  #compactMap(column: number): Read {
    this.indent = column;
    return this.#blockMap(column);
  }

  /** A value that begins here, and the lines after it up to the next content. @param indent of what it is the value of */
  #inline(indent: number): Read {
    const first = this.text[this.at];
    if (first === ">" || first === "|") return toRead(this.blockScalar(indent));
    const read = first === "[" || first === "{" ? this.#flow(indent) : toRead(this.lineScalar());
    if (!this.endsLine()) throw new NotPlainError();
    this.skipRest();
    return read;
  }

  #flow(indent: number): Read {
    const first = this.text[this.at];
    if (first === "[") return this.#flowSeq(indent);
    return first === "{" ? this.#flowMap(indent) : toRead(this.flowScalar(indent));
  }

  #flowSeq(indent: number): Read {
    this.#enter();
    const seq = new YAMLSeq();
    const start = this.at;
    const value: unknown[] = [];
    this.at += 1;
    this.skipInFlow(indent);
    while (this.text[this.at] !== "]") {
      const read = this.#flow(indent);
      seq.items.push(read.node);
      value.push(read.value);
      this.#nextInFlow("]", indent);
    }
    this.at += 1;
    return this.#leave(seq, value, start);
  }

  #flowMap(indent: number): Read {
    this.#enter();
    const map = new YAMLMap();
    const start = this.at;
    const value: Record<string, unknown> = {};
    this.at += 1;
    this.skipInFlow(indent);
    while (this.text[this.at] !== "}") {
      const key = this.#key(value);
      this.skipInFlow(indent);
      const read = this.#flow(indent);
      map.items.push(new Pair(key, read.node));
      value[key.value] = read.value;
      this.#nextInFlow("}", indent);
    }
    this.at += 1;
    return this.#leave(map, value, start);
  }

  /** To the next entry, past the comma, or to the end. */
  #nextInFlow(end: string, indent: number): void {
    this.skipInFlow(indent);
    if (this.text[this.at] === ",") {
      this.at += 1;
      this.skipInFlow(indent);
    } else if (this.text[this.at] !== end) throw new NotPlainError();
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotPlainError();
  }

  #leave(node: YAMLMap | YAMLSeq, value: unknown, start: number): Read {
    this.#depth -= 1;
    node.range = [start, this.at, this.at];
    return { node, value };
  }
}

function toRead(node: Scalar): Read {
  return { node, value: node.value };
}
