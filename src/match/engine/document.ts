import type { EvidenceField } from "../../core/vocabulary.ts";
import { itemText } from "../../text/item-text.ts";
import { splitSentences, type Sentence } from "../../text/sentences.ts";
import { tokenise, type Token } from "../../text/tokenise.ts";
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

/** An item, cut once: tokens of title and body in one row, with where each stands. */
export interface Document {
  item: MatchItem;
  /** Two-letter code of the item's language; null: unknown. */
  language: string | null;
  title: string;
  body: string;
  cutBytes: number;
  tokens: readonly Token[];
  /** Number of tokens of the title: the first token of the body. */
  titleEnd: number;
  /** The title is sentence 0, also where it is empty. */
  sentences: readonly DocumentSentence[];
  sentenceOf: Int32Array;
  /** Half words before each token: a Han or kana character is half a word. */
  placeOf: Int32Array;
  regionOf: Uint8Array;
}

/** Words after the title that belong to the lead. */
const LEAD_HALF_WORDS = 2 * 60;

/** `zh-Hant`, `EN_us` → `zh`, `en`; null for unknown or empty. */
function baseLanguage(lang: string | null): string | null {
  const base = lang?.toLowerCase().split(/[-_]/)[0] ?? "";
  return base === "" || base === "und" ? null : base;
}

function sentencesOf(title: string, body: string, language: string | null): DocumentSentence[] {
  const bodySentences = splitSentences(body, language).map(({ start, end, paragraph }): DocumentSentence => {
    return { field: "body", start, end, paragraph: paragraph + 1 };
  });
  return [{ field: "title", start: 0, end: title.length, paragraph: 0 }, ...bodySentences];
}

/** Cuts an item into tokens and sentences, once for all watches. */
export function readDocument(item: MatchItem): Document {
  const { title, body, cutBytes } = itemText(item);
  const language = baseLanguage(item.lang);
  const titleTokens = tokenise(title);
  const tokens = [...titleTokens, ...tokenise(body)];
  const titleEnd = titleTokens.length;
  const sentences = sentencesOf(title, body, language);
  const sentenceOf = new Int32Array(tokens.length);
  const placeOf = new Int32Array(tokens.length);
  const regionOf = new Uint8Array(tokens.length).fill(REGION.title);
  let place = 0;
  let sentence = 1;
  for (const [index, token] of tokens.entries()) {
    if (index === titleEnd) place = 0;
    placeOf[index] = place;
    if (index >= titleEnd) {
      regionOf[index] = place < LEAD_HALF_WORDS ? REGION.lead : REGION.rest;
      while ((sentences[sentence]?.end ?? Infinity) <= token.start) sentence += 1;
      sentenceOf[index] = Math.min(sentence, sentences.length - 1);
    }
    place += token.isCharacter ? 1 : 2;
  }
  return { item, language, title, body, cutBytes, tokens, titleEnd, sentences, sentenceOf, placeOf, regionOf };
}

export function sentenceAt(document: Document, token: number): number {
  return document.sentenceOf[token] ?? 0;
}

export function placeAt(document: Document, token: number): number {
  return document.placeOf[token] ?? 0;
}

export function paragraphAt(document: Document, token: number): number {
  return document.sentences[sentenceAt(document, token)]?.paragraph ?? 0;
}

/** NEAR in words and phrases never cross from the title to the body. */
export function isSameField(document: Document, left: number, right: number): boolean {
  return left < document.titleEnd === right < document.titleEnd;
}

/** Text of a token's field; offsets of tokens and sentences point into it. */
export function fieldText(document: Document, field: EvidenceField): string {
  return field === "title" ? document.title : document.body;
}

/** The text between two tokens, both included, as it stands in the item. */
export function sourceOf(document: Document, first: number, last: number): string {
  const text = first < document.titleEnd ? document.title : document.body;
  return text.slice(document.tokens[first]?.start ?? 0, document.tokens[last]?.end ?? 0);
}
