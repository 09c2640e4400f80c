import type { Candidate } from "../reading/candidate.ts";
import { isJoinedByAnd } from "../reading/longer-name.ts";
import { RUN_HEAD } from "../names/listed-names.ts";
import type { NameIndex } from "../names/name-index.ts";
import { KEY } from "../names/name-part.ts";
import type { Entity, Phrase } from "../names/spelling.ts";
import { continuesAfter, GAP, type TextWord } from "../reading/text-words.ts";
import { withoutKoreanParticle } from "../words/korean-names.ts";
import { LISTED_RUN, LISTED_WORD } from "../sounds/distances.ts";

const MOST_RUN_UNITS = 120;

function listed(entity: Entity, first: number, last: number, distance: number): Candidate {
  return { entity, first, last, distance, way: "listed", spelling: null, asks: null };
}

/** Listed spellings where they stand in a text: the first to be looked for, and never doubted. */
export class ListedFinder {
  readonly #index: NameIndex;
  readonly #words: readonly TextWord[];
  readonly #found: Candidate[] = [];

  constructor(index: NameIndex, words: readonly TextWord[]) {
    this.#index = index;
    this.#words = words;
  }

  find(): Candidate[] {
    for (let at = 0; at < this.#words.length; at += 1) {
      const word = this.#words[at];
      if (word === undefined) break;
      if (word.info.exactKeys.length > 0) this.#phrasesAt(at, word);
      if (word.info.script === "hangul") this.#hangulAt(at, word);
      else if (word.info.script === "han") this.#hanAt(at);
      else if (word.info.script === "dictionary") this.#runsAt(at);
    }
    return this.#found;
  }

  #phrasesAt(at: number, { info, isNameLike }: TextWord): void {
    const { singles, phrasePairs, phrases } = this.#index.listed;
    const seconds = this.#words[at + 1]?.info.exactKeys ?? [];
    for (const key of info.exactKeys) {
      for (const entity of isNameLike ? (singles.get(key) ?? []) : []) this.#found.push(listed(entity, at, at, 0));
      for (const second of seconds) {
        phrasePairs.visit(key, second, (phrase) => this.#phraseAt(at, phrases[phrase]));
      }
    }
  }

  #phraseAt(at: number, phrase: Phrase | undefined): void {
    if (phrase === undefined) return;
    const { keys, entity } = phrase;
    const last = at + keys.length - 1;
    let hasCapital = false;
    for (let word = at; word <= last; word += 1) {
      const here = this.#words[word];
      const key = keys[word - at];
      if (here === undefined || key === undefined || !here.info.exactKeys.includes(key)) return;
      if (word < last && !continuesAfter(here)) return;
      if (word > at && isJoinedByAnd(here) && key !== this.#index.keys.find(KEY.exact + here.info.fold)) return;
      if (here.isNameLike) hasCapital = true;
    }
    // In small letters throughout it may be a name all the same, unless its words are everyday words.
    const isEveryday = this.#words.slice(at, last + 1).some(({ info }) => info.isCommon);
    if (hasCapital || !isEveryday) this.#found.push(listed(entity, at, last, LISTED_WORD * keys.length));
  }

  #hangulAt(at: number, word: TextWord): void {
    const { hangul } = this.#index.listed;
    const { source } = word;
    const stem = withoutKoreanParticle(source);
    const entities = hangul.get(source) ?? (stem === null ? undefined : hangul.get(stem));
    for (const entity of entities ?? []) this.#found.push(listed(entity, at, at, 0));
  }

  #hanAt(at: number): void {
    const { han } = this.#index.listed;
    if (han.size === 0) return;
    const head = (this.#words[at]?.info.nameFold ?? "") + (this.#words[at + 1]?.info.nameFold ?? "");
    for (const { entity, characters } of han.get(head) ?? []) {
      const last = at + characters.length - 1;
      if (this.#isRun(at, characters)) this.#found.push(listed(entity, at, last, LISTED_WORD * characters.length));
    }
  }

  #isRun(at: number, characters: string): boolean {
    for (let offset = 0; offset < characters.length; offset += 1) {
      const word = this.#words[at + offset];
      if (word === undefined || word.info.nameFold !== characters[offset]) return false;
      const isLast = offset === characters.length - 1;
      if (!isLast && word.gap !== GAP.joined && word.gap !== GAP.middleDot) return false;
    }
    return true;
  }

  /** Names of scripts without spaces: the dictionary cuts them elsewhere in a text than alone. */
  #runsAt(at: number): void {
    const { runs } = this.#index.listed;
    if (runs.size === 0) return;
    const own = this.#words[at]?.info.fold.length ?? 0;
    let text = "";
    const ends: number[] = [];
    for (let word = at; word < this.#words.length && text.length < MOST_RUN_UNITS; word += 1) {
      const here = this.#words[word];
      if (here?.info.script !== "dictionary") break;
      text += here.info.fold;
      ends.push(text.length);
      if (here.gap !== GAP.joined && here.gap !== GAP.space) break;
    }
    for (let offset = 0; offset < own; offset += 1) {
      for (const { entity, characters } of runs.get(text.slice(offset, offset + RUN_HEAD)) ?? []) {
        if (!text.startsWith(characters, offset)) continue;
        const last = at + ends.findIndex((end) => end >= offset + characters.length);
        this.#found.push(listed(entity, at, last, LISTED_RUN));
      }
    }
  }
}
