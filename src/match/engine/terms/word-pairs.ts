import { isOneRun, type Document } from "../document.ts";
import { IntColumn } from "../tables/int-column.ts";
import { PairIndex } from "../tables/pair-index.ts";
import { ROLE, type WordPlaces } from "./word-places.ts";

/** Pairs of words that stand side by side in terms, numbered from 0, and which of them stand in an item. */
export class WordPairs {
  readonly #places: WordPlaces;
  readonly #index = new PairIndex();
  /** By pair, the item it was last seen in. */
  readonly #seenIn = new IntColumn();
  #item = 0;
  /** The pairs that stand in the item read last, each once, and the regions in which each may: where its second word stands. */
  readonly found: number[] = [];
  readonly foundIn: number[] = [];

  constructor(places: WordPlaces) {
    this.#places = places;
  }

  /** The number of a pair, a new one if need be. */
  add(first: number, second: number): number {
    this.#places.addRole(first, ROLE.beginsPair);
    this.#places.addRole(second, ROLE.endsPair);
    return this.#index.add(first, second);
  }

  /** Reads the item that the places were read of. */
  read(document: Document): void {
    this.found.length = 0;
    this.foundIn.length = 0;
    if (this.#index.size === 0) return;
    this.#item += 1;
    this.#seenIn.extend(this.#index.size);
    this.#index.begin();
    const { rows, rowMeanings } = this.#places;
    for (let at = 1; at < rows.length; at += 1) {
      const row = rows.at(at);
      if (rows.at(at - 1) === row - 1) this.#askAt(row, rowMeanings.at(at - 1), rowMeanings.at(at));
    }
    this.#index.tell((pair, first, second, row) => {
      if (this.#seenIn.at(pair) === this.#item || !this.#standsAt(document, first, second, row)) return;
      this.#seenIn.values[pair] = this.#item;
      this.found.push(pair);
      this.foundIn.push(this.#places.regionsOf(second));
    });
  }

  /** @param lefts what the word before the row means, @param rights what the word in it does */
  #askAt(row: number, lefts: number, rights: number): void {
    const places = this.#places;
    const { meanings } = places;
    const leftsTo = meanings.meantTo(lefts);
    const rightsFrom = meanings.meantFrom(rights);
    const rightsTo = meanings.meantTo(rights);
    for (let left = meanings.meantFrom(lefts); left < leftsTo; left += 1) {
      const first = meanings.meantAt(left);
      if ((places.rolesOf(first) & ROLE.beginsPair) === 0) continue;
      for (let right = rightsFrom; right < rightsTo; right += 1) {
        const second = meanings.meantAt(right);
        if ((places.rolesOf(second) & ROLE.endsPair) !== 0) this.#index.ask(first, second, row);
      }
    }
  }

  #standsAt(document: Document, first: number, second: number, row: number): boolean {
    return this.#places.isAt(first, row - 1) && this.#places.isAt(second, row) && isOneRun(document, row - 1, row);
  }
}
