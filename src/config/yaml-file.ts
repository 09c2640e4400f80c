import { Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, type Node, type Pair } from "yaml";
import { explainSlips } from "./explain-syntax.ts";
import { findSecrets } from "./mask-secrets.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { readText } from "./read-text.ts";
import type { Stretch } from "./scalar-offsets.ts";
import type { Finding, Place, Source } from "./source.ts";
import { whyUnreadable } from "./why-unreadable.ts";

/** The way to a value in a YAML file: keys and indexes from the top. */
export type YamlPath = readonly (string | number)[];

/** A YAML file: `document` holds what could be read, `value` is its content as plain data (null: empty or unreadable). */
export interface YamlFile extends Source {
  readonly document: Document;
  readonly value: unknown;
  /** Around syntax errors: what is found there follows from them and is not told. */
  readonly doubtful: readonly Stretch[];
}

/** A file without errors, of which positions are read when something has to be said about them. */
class PlainYamlFile implements YamlFile {
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  readonly doubtful: readonly Stretch[] = [];
  #document: Document | null = null;
  #secrets: readonly Stretch[] | null = null;

  constructor(path: string, text: string, value: unknown) {
    this.path = path;
    this.text = text;
    this.value = value;
  }

  get document(): Document {
    this.#document ??= parseDocument(this.text, { prettyErrors: false });
    return this.#document;
  }

  get secrets(): readonly Stretch[] {
    this.#secrets ??= findSecrets(this.document);
    return this.#secrets;
  }
}

/** How much aliases may multiply a document ("billion laughs"). */
const MOST_ALIASES = 1000;

export interface ReadFile {
  file: YamlFile;
  findings: Finding[];
}

/** A file of which nothing is known. */
export function unreadFile(path: string): YamlFile {
  return { path, text: "", secrets: [], document: new Document(null), value: null, doubtful: [] };
}

/** Reads a YAML file; whatever is wrong with it is a finding, never an exception. */
export async function readYamlFile(path: string): Promise<ReadFile> {
  try {
    return parseYamlFile(path, await readText(path));
  } catch (error) {
    const file = unreadFile(path);
    const message = whyUnreadable(error);
    const remedy = "check the path, the permissions and how it was saved, or split the file";
    return { file, findings: [{ severity: "error", code: "file-unreadable", place: topOf(file), message, remedy }] };
  }
}

/** Parses the text of a YAML file; around syntax errors it is read as far as the parser recovers. */
export function parseYamlFile(path: string, text: string): ReadFile {
  const plain = readPlainYaml(text);
  if (plain !== undefined) return { file: new PlainYamlFile(path, text, plain), findings: [] };
  let file: YamlFile = { ...unreadFile(path), text };
  try {
    // Else Node would warn on standard error of keys that a slip has made of other values.
    const document = parseDocument(text, { prettyErrors: false, logLevel: "error" });
    // The parser's place for this is where the stack happened to end, which says nothing about the file.
    if (document.errors.some(({ code }) => code === "RESOURCE_EXHAUSTION"))
      throw new Error("the file nests values too deep to be read");
    file = { ...file, document, secrets: findSecrets(document) };
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    file = { ...file, value };
    const slips = explainSlips(file, document.errors);
    const findings = slips.map(({ finding }) => finding);
    return { file: { ...file, doubtful: slips.map(({ doubtful }) => doubtful) }, findings };
  } catch (error) {
    // Thrown for what the parser does not report: unknown or excessive aliases.
    const message = error instanceof Error ? error.message : String(error);
    const remedy = "write the values out, or use fewer aliases and levels";
    file = { ...file, doubtful: [{ start: 0, end: text.length }] };
    return { file, findings: [{ severity: "error", code: "yaml-refused", place: topOf(file), message, remedy }] };
  }
}

/** Whether a place stands where syntax errors make everything else doubtful. */
export function isDoubtful(file: YamlFile, place: Place): boolean {
  return file.doubtful.some(({ start, end }) => start <= place.start && place.start <= end);
}

/** Whether so much of a file is misread that it may hold anything. */
export function isBroken(file: YamlFile): boolean {
  return file.doubtful.some(({ start, end }) => start === 0 && end === file.text.length);
}

/** Whether broken files may define what is `written` so; one that was not read at all, whose text is empty, may define anything. */
export function mayDefine(broken: readonly Pick<YamlFile, "text">[], written: string): boolean {
  return broken.some(({ text }) => text === "" || text.includes(written));
}

export function topOf(source: Source): Place {
  return { source, start: 0, end: 1 };
}

interface Found {
  /** The pair that the last step went through; undefined for an element of a list. */
  pair: Pair | undefined;
  node: Node | undefined;
  /** How many steps of the path exist. */
  depth: number;
}

/** Follows a path as far as it goes, through aliases. */
function follow(file: YamlFile, path: YamlPath): Found {
  let found: Found = { pair: undefined, node: asNode(file, file.document.contents), depth: 0 };
  for (const step of path) {
    const next = stepInto(found.node, step);
    if (next === undefined) return found;
    const value = isPair(next) ? next.value : next;
    found = { pair: isPair(next) ? next : undefined, node: asNode(file, value), depth: found.depth + 1 };
  }
  return found;
}

function stepInto(node: Node | undefined, step: string | number): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step));
}

function asNode(file: YamlFile, value: unknown): Node | undefined {
  if (isAlias(value)) return value.resolve(file.document);
  return isNode(value) ? value : undefined;
}

/** The node at a path; undefined where the path does not lead to one. */
export function nodeAt(file: YamlFile, path: YamlPath): Node | undefined {
  const found = follow(file, path);
  return found.depth === path.length ? found.node : undefined;
}

/** A place that is looked for when somebody asks: nearly all places are those of values without fault. */
class LatePlace implements Place {
  readonly source: YamlFile;
  readonly #find: () => Stretch;
  #found: Stretch | null = null;

  constructor(source: YamlFile, find: () => Stretch) {
    this.source = source;
    this.#find = find;
  }

  get start(): number {
    this.#found ??= this.#find();
    return this.#found.start;
  }

  get end(): number {
    this.#found ??= this.#find();
    return this.#found.end;
  }
}

/** Where the value at a path stands; where it is missing or empty, the nearest thing above it that is written. */
export function placeAt(file: YamlFile, path: YamlPath): Place {
  return new LatePlace(file, () => findValue(file, path));
}

function findValue(file: YamlFile, path: YamlPath): Stretch {
  const { pair, node, depth } = follow(file, path);
  const [start, end] = node?.range ?? [0, 0];
  const isMissing = depth < path.length || end <= start;
  if (pair !== undefined && isMissing) return stretchOfKey(pair);
  return { start, end: isScalar(node) ? end : start + 1 };
}

/** Where the last key of a path stands. */
export function keyPlaceAt(file: YamlFile, path: YamlPath): Place {
  return new LatePlace(file, () => {
    const { pair, depth } = follow(file, path);
    return pair !== undefined && depth === path.length ? stretchOfKey(pair) : findValue(file, path);
  });
}

function stretchOfKey(pair: Pair): Stretch {
  const [start, end] = isNode(pair.key) ? (pair.key.range ?? [0, 0]) : [0, 0];
  return { start, end };
}
