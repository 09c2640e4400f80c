import { addTo } from "./add-to.ts";
import { KEY, type KeyTable } from "./name-part.ts";
import { PairTable } from "./pair-table.ts";
import type { ListedName } from "./read-name.ts";
import type { CharacterName, Entity, Phrase } from "./spelling.ts";
import { hangulSpellings } from "../words/korean-names.ts";

const HAN_HEAD = 2;
/** Names of scripts without spaces are looked up by so many units. */
export const RUN_HEAD = 4;

/** Names as they are listed, by what they begin with. */
export class ListedNames {
  readonly phrases: Phrase[] = [];
  /** Phrases by the exact keys of their first two words. */
  readonly phrasePairs = new PairTable();
  /** Names of one word by exact key. */
  readonly singles = new Map<number, Entity[]>();
  readonly hangul = new Map<string, Entity[]>();
  /** By their first two characters. */
  readonly han = new Map<string, CharacterName[]>();
  /** Of scripts without spaces, by their first four units. */
  readonly runs = new Map<string, CharacterName[]>();
  readonly #keys: KeyTable;

  constructor(keys: KeyTable) {
    this.#keys = keys;
  }

  add(entity: Entity, { script, words, characters, hangul }: ListedName): void {
    if (characters !== null) {
      const [map, head] = script === "han" ? [this.han, HAN_HEAD] : [this.runs, RUN_HEAD];
      if (characters.length >= HAN_HEAD) addTo(map, characters.slice(0, head), { entity, characters });
      return;
    }
    if (hangul !== null) for (const spelling of hangulSpellings(hangul)) this.addHangul(entity, spelling);
    const keys = words.map((word) => this.#keys.id(KEY.exact + word));
    const [first, second] = keys;
    if (first === undefined) return;
    if (second === undefined) addTo(this.singles, first, entity);
    else this.phrasePairs.add(first, second, this.phrases.push({ entity, keys }) - 1);
  }

  /** A name in Hangul, as one word. */
  addHangul(entity: Entity, name: string): void {
    addTo(this.hangul, name, entity);
  }
}
