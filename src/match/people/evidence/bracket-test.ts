import { tokenise } from "../../../text/tokenise.ts";
import { SCOPES, sentenceAt, sourceOf, type Document } from "../../engine/document.ts";
import { hasBracketWord, type BracketWords } from "../words/bracket-words.ts";

/** Where one of a bracket's words stands; each place is read once, however often names stand there. */
interface Standing {
  inLead: boolean;
  /** By sentence. */
  inSentences: Map<number, boolean>;
}

/** Looks for the bracket words of look-alikes in the sentence of a name, and in the lead. */
export class BracketTest {
  readonly #document: Document;
  readonly #standingOf = new Map<BracketWords, Standing>();
  #lead: readonly string[] | null = null;
  /** Folds of sentences. */
  readonly #folds = new Map<number, readonly string[]>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** @param token where the name begins */
  standsNear(words: BracketWords, token: number): boolean {
    const standing = this.#standing(words);
    if (standing.inLead) return true;
    const sentence = sentenceAt(this.#document, token);
    const known = standing.inSentences.get(sentence);
    if (known !== undefined) return known;
    const stands = hasBracketWord(words, this.#foldsAround(token, sentence));
    standing.inSentences.set(sentence, stands);
    return stands;
  }

  #standing(words: BracketWords): Standing {
    const known = this.#standingOf.get(words);
    if (known !== undefined) return known;
    const standing = { inLead: hasBracketWord(words, this.#leadFolds()), inSentences: new Map<number, boolean>() };
    this.#standingOf.set(words, standing);
    return standing;
  }

  /** Folds of the sentence that a token stands in. */
  #foldsAround(token: number, sentence: number): readonly string[] {
    const known = this.#folds.get(sentence);
    if (known !== undefined) return known;
    let first = token;
    while (first > 0 && sentenceAt(this.#document, first - 1) === sentence) first -= 1;
    let end = token + 1;
    while (end < this.#document.length && sentenceAt(this.#document, end) === sentence) end += 1;
    const folds = this.#foldsOf(first, end);
    this.#folds.set(sentence, folds);
    return folds;
  }

  #leadFolds(): readonly string[] {
    if (this.#lead !== null) return this.#lead;
    const { titleEnd, length, regionOf } = this.#document;
    let end = titleEnd;
    while (end < length && ((regionOf[end] ?? 0) & SCOPES.lead) !== 0) end += 1;
    this.#lead = [...this.#foldsOf(0, titleEnd), ...this.#foldsOf(titleEnd, end)];
    return this.#lead;
  }

  /** Folds of words of one field, `end` left out. */
  #foldsOf(first: number, end: number): readonly string[] {
    if (first >= end) return [];
    return tokenise(sourceOf(this.#document, first, end - 1)).map(({ text }) => text);
  }
}
