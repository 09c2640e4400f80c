import type { NameIndex } from "../names/name-index.ts";
import { partDistance } from "./part-distance.ts";
import type { NameMatch, NameMatches, WordInfo } from "./word-info.ts";
import { FAR } from "../sounds/sound-distance.ts";

const NONE: NameMatches = { spelled: [], heard: [] };
/** Of names with few consonants that sound alike: of more, the sound tells none, and to compare all of them takes time. */
const MOST_SHORT_NAMES = 8;

/** Compares two words with the names that they share keys with, each name once. */
class NameCollector {
  readonly spelled: NameMatch[] = [];
  readonly heard: NameMatch[] = [];
  readonly #index: NameIndex;
  readonly #given: WordInfo;
  readonly #surname: WordInfo;
  readonly #met = new Set<number>();

  constructor(index: NameIndex, given: WordInfo, surname: WordInfo) {
    this.#index = index;
    this.#given = given;
    this.#surname = surname;
  }

  collect(givenKeys: readonly number[], surnameKeys: readonly number[], found: NameMatch[]): void {
    for (const a of givenKeys) for (const b of surnameKeys) this.#visit(a, b, found);
  }

  #visit(a: number, b: number, found: NameMatch[]): void {
    const { pairs, names } = this.#index.spelled;
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

function withoutCrowds(heard: readonly NameMatch[]): readonly NameMatch[] {
  const isShort = heard.map(({ name }) => name.spellings.some((spelling) => spelling.isShort));
  const short = isShort.filter(Boolean).length;
  return short > MOST_SHORT_NAMES ? heard.filter((_, at) => isShort[at] !== true) : heard;
}

/** Names of the index that two words may be, remembered where there are any to compare with. */
export function nameMatches(index: NameIndex, given: WordInfo, surname: WordInfo): NameMatches {
  const known = given.matches?.get(surname.id);
  if (known !== undefined) return known;
  const { given: first } = given.pairKeys;
  const { surname: last } = surname.pairKeys;
  // Most words that stand beside each other are nobody's name: that must cost next to nothing.
  const { pairs } = index.spelled;
  const mayBe =
    pairs.mayHaveAny(first.heard, last.heard) ||
    pairs.mayHaveAny(first.exact, last.exact) ||
    pairs.mayHaveAny(first.exact, last.heard) ||
    pairs.mayHaveAny(first.heard, last.exact);
  if (!mayBe) return NONE;
  const collector = new NameCollector(index, given, surname);
  const { spelled, heard } = collector;
  collector.collect(first.exact, last.exact, spelled);
  collector.collect(first.heard, last.heard, heard);
  collector.collect(first.exact, last.heard, heard);
  collector.collect(first.heard, last.exact, heard);
  const matches = { spelled, heard: withoutCrowds(heard) };
  given.matches ??= new Map();
  given.matches.set(surname.id, matches);
  return matches;
}
