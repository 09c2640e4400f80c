import type { NameIndex } from "./name-index.ts";
import { partDistance } from "./part-distance.ts";
import type { NameEntry } from "./spelling.ts";
import type { WordInfo } from "./word-table.ts";
import { FAR } from "./words/sound-distance.ts";

/** A listed name that two words may be. */
interface NameMatch {
  name: NameEntry;
  byGiven: number;
  bySurname: number;
}

/** The listed names that two words may be: found once for each two words. */
export interface NameMatches {
  /** Both words are spelled like its parts, but for endings. */
  spelled: readonly NameMatch[];
  /** At least one sounds like it. */
  heard: readonly NameMatch[];
}

const NONE: NameMatches = { spelled: [], heard: [] };

class NameCollector {
  readonly #index: NameIndex;
  readonly #given: WordInfo;
  readonly #surname: WordInfo;
  readonly #met = new Set<number>();

  constructor(index: NameIndex, given: WordInfo, surname: WordInfo) {
    this.#index = index;
    this.#given = given;
    this.#surname = surname;
  }

  get hasMet(): boolean {
    return this.#met.size > 0;
  }

  collect(keys: readonly (readonly [given: readonly number[], surname: readonly number[]])[]): readonly NameMatch[] {
    const found: NameMatch[] = [];
    for (const [givenKeys, surnameKeys] of keys)
      for (const a of givenKeys) for (const b of surnameKeys) this.#visit(a, b, found);
    return found;
  }

  #visit(a: number, b: number, found: NameMatch[]): void {
    const { pairs, names } = this.#index;
    if (!pairs.mayHave(a, b)) return;
    pairs.visit(a, b, (at) => {
      const name = names[at];
      if (name === undefined || this.#met.has(at)) return;
      this.#met.add(at);
      const bySurname = partDistance(this.#surname, name.surname, "surname");
      const byGiven = bySurname >= FAR ? FAR : partDistance(this.#given, name.given, "given");
      if (byGiven < FAR) found.push({ name, byGiven, bySurname });
    });
  }
}

/** Names of the index that two words may be, remembered where there are any to compare with. */
export function nameMatches(index: NameIndex, given: WordInfo, surname: WordInfo): NameMatches {
  const known = given.matches?.get(surname.id);
  if (known !== undefined) return known;
  const collector = new NameCollector(index, given, surname);
  const spelled = collector.collect([[given.exactKeys, surname.exactKeys]]);
  const heard = collector.collect([
    [given.givenKeys, surname.surnameKeys],
    [given.exactKeys, surname.surnameKeys],
    [given.givenKeys, surname.exactKeys],
  ]);
  if (!collector.hasMet) return NONE;
  const matches = { spelled, heard };
  given.matches ??= new Map();
  given.matches.set(surname.id, matches);
  return matches;
}
