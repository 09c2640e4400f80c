import { ANYWHERE, isWithinBudget, type NameWords } from "./name-budget.ts";
import type { NameIndex } from "../names/name-index.ts";
import type { NameEntry } from "../names/spelling.ts";
import { mayCompare } from "../reading/candidate.ts";
import { partDistance } from "../reading/part-distance.ts";
import type { PossibleName, PossibleNames, WordInfo } from "../reading/word-info.ts";
import { BY_SOUND, FAR } from "../sounds/distances.ts";

/** Of names with few consonants that sound alike: of more, the sound tells none, and to compare all of them takes time. */
const MOST_SHORT_NAMES = 8;
const NONE: PossibleNames = { spelled: [], heard: [] };

interface NameMatch {
  name: NameEntry;
  byGiven: number;
  bySurname: number;
}

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

/** Those that the words may be compared with, and that are near enough anywhere. */
function possibleSpellings(
  index: NameIndex,
  words: NameWords,
  { name, byGiven, bySurname }: NameMatch,
  language: string | null,
): PossibleName[] {
  const distances = { byGiven, bySurname, distance: byGiven + bySurname };
  return name.spellings
    .filter((spelling) => {
      const { entity } = spelling;
      const isComparable =
        mayCompare(index, entity, words.surname, spelling.surname) &&
        mayCompare(index, entity, words.given, spelling.given);
      if (!isComparable || distances.distance < BY_SOUND) return isComparable;
      return isWithinBudget(words, spelling, distances, { language, ...ANYWHERE });
    })
    .map((spelling) => ({ spelling, byGiven, bySurname, hasBracket: name.hasBracket }));
}

/** Names of the index that two words may be wherever they stand; remembered where there are any to compare with. */
export function possibleNames(index: NameIndex, { given, surname }: NameWords, language: string | null): PossibleNames {
  const known = given.possible?.get(surname.id);
  if (known !== undefined) return known;
  // Most words that stand beside each other are nobody's name: that must cost next to nothing.
  if (!index.spelled.pairs.mayHaveAny(given.anyGiven, surname.anySurname)) return NONE;
  const { asGiven: first } = given;
  const { asSurname: last } = surname;
  const collector = new NameCollector(index, given, surname);
  const { spelled, heard } = collector;
  collector.collect(first.exact, last.exact, spelled);
  collector.collect(first.heard, last.heard, heard);
  collector.collect(first.exact, last.heard, heard);
  collector.collect(first.heard, last.exact, heard);
  function possible(match: NameMatch): PossibleName[] {
    return possibleSpellings(index, { given, surname }, match, language);
  }
  const names = { spelled: spelled.flatMap(possible), heard: withoutCrowds(heard).flatMap(possible) };
  given.possible ??= new Map();
  given.possible.set(surname.id, names.spelled.length + names.heard.length === 0 ? NONE : names);
  return names;
}
