import { SCOPES, sentenceAt, type Document } from "../engine/document.ts";
import { hasBracketWord, type BracketWords } from "./words/bracket-words.ts";

/** Looks for the bracket words of look-alikes in the sentence of a name, and in the lead. */
export class BracketTest {
  readonly #document: Document;
  readonly #foldsOf = new Map<number, readonly string[]>();
  #lead: readonly string[] | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  /** @param token where the name begins */
  standsNear(words: BracketWords, token: number): boolean {
    return (
      hasBracketWord(words, this.#sentence(sentenceAt(this.#document, token))) ||
      hasBracketWord(words, this.#leadFolds())
    );
  }

  #sentence(sentence: number): readonly string[] {
    const known = this.#foldsOf.get(sentence);
    if (known !== undefined) return known;
    const folds = this.#folds((token) => sentenceAt(this.#document, token) === sentence);
    this.#foldsOf.set(sentence, folds);
    return folds;
  }

  #leadFolds(): readonly string[] {
    this.#lead ??= this.#folds((token) => ((this.#document.regionOf[token] ?? 0) & SCOPES.lead) !== 0);
    return this.#lead;
  }

  #folds(isWanted: (token: number) => boolean): string[] {
    return this.#document.tokens.filter((_, token) => isWanted(token)).map(({ text }) => text);
  }
}
