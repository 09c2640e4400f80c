import type { EvidenceField } from "../../core/vocabulary.ts";
import { itemText } from "../../text/item-text.ts";
import { hasParagraphBreak, splitSentences, type Sentence } from "../../text/sentences.ts";
import { beginsWithDigit } from "../../text/fold.ts";
import { Vocabulary } from "../../text/vocabulary.ts";
import { WordReader } from "../../text/word-reader.ts";
import { baseLanguage } from "../base-language.ts";
import type { Scope } from "../expression/ast.ts";
import type { MatchItem } from "../rule-set.ts";

/** Regions of an item as bits: a scope is the sum of the regions it covers. */
const REGION = { title: 1, lead: 2, rest: 4 } as const;
export const EVERYWHERE = REGION.title | REGION.lead | REGION.rest;
export const SCOPES: Readonly<Record<Scope, number>> = {
  title: REGION.title,
  lead: REGION.title | REGION.lead,
  body: REGION.lead | REGION.rest,
};

interface DocumentSentence extends Sentence {
  field: EvidenceField;
}

/** Words after the title that belong to the lead. */
const LEAD_HALF_WORDS = 2 * 60;

/**
 * An item, cut once: words of title and body in one row, with where each stands. Sentences and all that hangs on them
 * are made when somebody asks: most items concern no watch. Valid until the reader reads the next item.
 */
export class Document {
  readonly item: MatchItem;
  /** Two-letter code of the item's language; null: unknown. */
  readonly language: string | null;
  readonly title: string;
  readonly body: string;
  readonly cutBytes: number;
  /** Number of words. */
  readonly length: number;
  /** Number of words of the title: the first word of the body. */
  readonly titleEnd: number;
  /** By word: its number, its UTF-16 offsets in its field, and 1 for a Han or kana character; longer than `length`. */
  readonly words: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly characters: Uint8Array;
  #sentences: readonly DocumentSentence[] | null = null;
  #sentenceOf: Int32Array | null = null;
  #placeOf: Int32Array | null = null;
  #regionOf: Uint8Array | null = null;
  #runOf: Int32Array | null = null;

  constructor(item: MatchItem, reader: WordReader) {
    this.item = item;
    const { title, body, cutBytes } = itemText(item);
    this.language = baseLanguage(item.lang);
    this.title = title;
    this.body = body;
    this.cutBytes = cutBytes;
    const { rows } = reader;
    rows.clear();
    reader.read(title);
    this.titleEnd = rows.count;
    reader.read(body);
    this.length = rows.count;
    this.words = rows.words;
    this.starts = rows.starts;
    this.ends = rows.ends;
    this.characters = rows.characters;
  }

  /** Places of the words that begin with a digit. */
  findNumbers(): readonly number[] {
    const places: number[] = [];
    for (let at = 0; at < this.length; at += 1) {
      const text = at < this.titleEnd ? this.title : this.body;
      if (beginsWithDigit(text, this.starts[at] ?? 0)) places.push(at);
    }
    return places;
  }

  /** The title is sentence 0, also where it is empty. */
  get sentences(): readonly DocumentSentence[] {
    this.#sentences ??= [
      { field: "title", start: 0, end: this.title.length, paragraph: 0 },
      ...splitSentences(this.body, this.language).map(({ start, end, paragraph }): DocumentSentence => {
        return { field: "body", start, end, paragraph: paragraph + 1 };
      }),
    ];
    return this.#sentences;
  }

  /** By word. */
  get sentenceOf(): Int32Array {
    this.#sentenceOf ??= this.#findSentences();
    return this.#sentenceOf;
  }

  #findSentences(): Int32Array {
    const { sentences } = this;
    const sentenceOf = new Int32Array(this.length);
    let sentence = 1;
    for (let at = this.titleEnd; at < this.length; at += 1) {
      while ((sentences[sentence]?.end ?? Infinity) <= (this.starts[at] ?? 0)) sentence += 1;
      sentenceOf[at] = Math.min(sentence, sentences.length - 1);
    }
    return sentenceOf;
  }

  /** Half words before each word in its field: a Han or kana character is half a word. */
  get placeOf(): Int32Array {
    this.#placeOf ??= this.#findPlaces();
    return this.#placeOf;
  }

  #findPlaces(): Int32Array {
    const placeOf = new Int32Array(this.length);
    let place = 0;
    for (let at = 0; at < this.length; at += 1) {
      if (at === this.titleEnd) place = 0;
      placeOf[at] = place;
      place += this.characters[at] === 1 ? 1 : 2;
    }
    return placeOf;
  }

  /** By word, the number of the run of words it stands in, which ends with the title and at blank lines. */
  get runOf(): Int32Array {
    this.#runOf ??= this.#findRuns();
    return this.#runOf;
  }

  #findRuns(): Int32Array {
    const runOf = new Int32Array(this.length);
    let run = 0;
    for (let at = 1; at < this.length; at += 1) {
      if (!isOneRun(this, at - 1, at)) run += 1;
      runOf[at] = run;
    }
    return runOf;
  }

  /** Region of each word, as a bit. */
  get regionOf(): Uint8Array {
    this.#regionOf ??= this.#findRegions();
    return this.#regionOf;
  }

  #findRegions(): Uint8Array {
    const regionOf = new Uint8Array(this.length).fill(REGION.title, 0, this.titleEnd);
    for (let at = this.titleEnd; at < this.length; at += 1) {
      regionOf[at] = (this.placeOf[at] ?? 0) < LEAD_HALF_WORDS ? REGION.lead : REGION.rest;
    }
    return regionOf;
  }
}

/** An item cut by a reader of its own, for who asks about few. */
export function readDocument(item: MatchItem): Document {
  return new Document(item, new WordReader(new Vocabulary()));
}

/** Whether a word stands in one of the regions; only the lead has to be measured. */
export function isInRegions(document: Document, at: number, regions: number): boolean {
  if (at < document.titleEnd) return (regions & REGION.title) !== 0;
  const inBody = regions & SCOPES.body;
  if (inBody === 0 || inBody === SCOPES.body) return inBody !== 0;
  return ((document.regionOf[at] ?? 0) & inBody) !== 0;
}

/** Number of the sentence that a token stands in. */
export function sentenceAt(document: Document, token: number): number {
  return document.sentenceOf[token] ?? 0;
}

/** Place of a token in its field, in half words, as NEAR counts. */
export function placeAt(document: Document, token: number): number {
  return document.placeOf[token] ?? 0;
}

/** Number of the paragraph that a token stands in. */
export function paragraphAt(document: Document, token: number): number {
  return document.sentences[sentenceAt(document, token)]?.paragraph ?? 0;
}

/** NEAR in words and phrases never cross from the title to the body. */
export function isSameField(document: Document, left: number, right: number): boolean {
  return left < document.titleEnd === right < document.titleEnd;
}

/** Whether two neighbours may belong to one phrase: in one field, no blank line between them. */
export function isOneRun(document: Document, left: number, right: number): boolean {
  if (!isSameField(document, left, right)) return false;
  if (left < document.titleEnd) return true;
  return !hasParagraphBreak(document.body.slice(document.ends[left] ?? 0, document.starts[right] ?? 0));
}

/** Text of a token's field; offsets of tokens and sentences point into it. */
export function fieldText(document: Document, field: EvidenceField): string {
  return field === "title" ? document.title : document.body;
}

/** The text between two tokens, both included, as it stands in the item. */
export function sourceOf(document: Document, first: number, last: number): string {
  const text = first < document.titleEnd ? document.title : document.body;
  return text.slice(document.starts[first] ?? 0, document.ends[last] ?? 0);
}
