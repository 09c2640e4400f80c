import { once } from "../../../core/once.ts";
import type { Candidate } from "../reading/candidate.ts";
import { nearestBearers } from "./nearest-bearers.ts";
import { BY_SOUND } from "../reading/part-distance.ts";
import { isNameOfThing } from "../evidence/name-of-thing.ts";
import { hasOtherFirstName } from "../evidence/other-first-name.ts";
import { isSomebodyElse } from "../evidence/somebody-else.ts";
import { isGivenNameOf, isOnlyPersons, type Bearer, type SurnameContext } from "../evidence/surname-context.ts";
import { ReasonFinder, type SurnameReason } from "../evidence/surname-reason.ts";
import { GAP, isAbbreviation, isTiedLetter, type TextWord } from "../reading/text-words.ts";
import type { NearestBearers, WordInfo } from "../reading/word-info.ts";
import { FAR } from "../sounds/sound-distance.ts";

/** A surname that stands alone. */
export interface FoundSurname {
  candidate: Candidate;
  reason: SurnameReason;
}

/** Finds surnames that stand alone, after the full names. */
export class SurnameFinder {
  readonly #context: SurnameContext;
  readonly #reasons: ReasonFinder;

  constructor(context: SurnameContext) {
    this.#context = context;
    this.#reasons = new ReasonFinder(context);
  }

  find(): FoundSurname[] {
    const { words, chosen } = this.#context;
    const namesakes = once(() => this.#namesakes());
    const found: FoundSurname[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined || chosen.taken[at] === 1 || !mayBeSurname(word)) continue;
      const surname = this.#surnameAt(at, word);
      if (surname === null) continue;
      if (isByContext(surname.reason) && namesakes().has(surname.candidate.entity.person)) continue;
      found.push(surname);
      at = surname.candidate.last;
    }
    return found;
  }

  /** Persons whose surname stands with another first name somewhere in the item: alone, it is that one's. */
  #namesakes(): ReadonlySet<number> {
    const { words, chosen } = this.#context;
    return new Set(
      words.flatMap((word, at) => {
        const bearer = chosen.taken[at] === 1 || !mayBeSurname(word) ? null : this.#bearerAt(at, word);
        if (bearer === null) return [];
        const stretch = { first: at, last: bearer.last };
        return hasOtherFirstName(this.#context, stretch, bearer.spelling) ? [personOf(bearer)] : [];
      }),
    );
  }

  #surnameAt(at: number, word: TextWord): FoundSurname | null {
    const bearer = this.#bearerAt(at, word);
    if (bearer === null || isAbbreviation(this.#context.words, at) || this.#isNameOfThing(at, bearer)) return null;
    if (isSomebodyElse(this.#context, at, bearer)) return null;
    const reason = this.#reasons.find(at, word, bearer);
    if (reason === null) return null;
    const { spelling, distance, last } = bearer;
    return {
      candidate: { entity: spelling.entity, first: at, last, distance, way: "surname", spelling, asks: null },
      reason,
    };
  }

  /** Also where the given name stands before it. */
  #isNameOfThing(at: number, { spelling, last }: Bearer): boolean {
    const { words } = this.#context;
    const before = words[at - 1];
    const isFull = before?.gap === GAP.space && isGivenNameOf(this.#context, before.info, spelling);
    return isNameOfThing(words, isFull ? at - 1 : at, last);
  }

  /** The only person whose surname it can be, of one word or of two. */
  #bearerAt(at: number, word: TextWord): Bearer | null {
    const { words, chosen, table } = this.#context;
    const alone = this.#bearersOf(word.info);
    const next = words[at + 1];
    if (next !== undefined && chosen.taken[at + 1] !== 1 && mayJoin(word, next)) {
      const info = table.joined(word.info, next.info);
      const joined = this.#bearersOf(info);
      // Two words with a blank between are one surname only where they are spelled like it; with a hyphen, they are no other then.
      const most = word.gap === GAP.joined ? FAR : BY_SOUND;
      const isTied = word.gap === GAP.joined && next.isCapital;
      const isNearest = joined.nearest <= alone.nearest || (isTied && joined.nearest < BY_SOUND);
      if (joined.nearest < most && isNearest) return this.#onlyOne(info, at + 1);
    }
    return this.#onlyOne(word.info, at);
  }

  #bearersOf(info: WordInfo): NearestBearers {
    return nearestBearers(this.#context.index, info);
  }

  /** One that the item or its story names in full goes first, then the only one whose post and country it tells. */
  #onlyOne(info: WordInfo, last: number): Bearer | null {
    const { persons, withRole } = this.#bearersOf(info);
    if (persons.length === 0) return null;
    const { chosen, evidence, index, named, known } = this.#context;
    const full = named.size + known.size === 0 ? [] : persons.filter((bearer) => this.#isNamed(personOf(bearer)));
    const isOpen = chosen.cancelled.size === 0;
    const others = isOpen ? persons : persons.filter((bearer) => this.#mayBeMeant(bearer, info));
    const meant = full.length > 0 ? full : others;
    const told =
      meant.length < 2
        ? meant
        : (meant === persons ? withRole : meant).filter((one) => evidence.tellsPost(index.people[personOf(one)], last));
    const [only, second] = told;
    return only === undefined || second !== undefined ? null : { ...only, last };
  }

  /** Not where a look-alike of the surname stood in the person's place. */
  #mayBeMeant(bearer: Omit<Bearer, "last">, info: WordInfo): boolean {
    const { chosen } = this.#context;
    return !chosen.cancelled.has(personOf(bearer)) || isOnlyPersons(this.#context, info, bearer);
  }

  #isNamed(person: number): boolean {
    const { named, known } = this.#context;
    return named.has(person) || known.has(person);
  }
}

/** Whether only what stands around a surname makes it the person's. */
function isByContext({ kind }: SurnameReason): boolean {
  return kind !== "full-name" && kind !== "story" && kind !== "always";
}

function personOf({ spelling }: Pick<Bearer, "spelling">): number {
  return spelling.entity.person;
}

function mayBeSurname(word: TextWord): boolean {
  const { info, isNameLike } = word;
  if (isTiedLetter(word)) return true;
  if (!isNameLike || info.exactKeys.length + info.surnameKeys.length === 0) return false;
  return info.fold.length > 1 || info.script === "hangul";
}

function mayJoin(left: TextWord, right: TextWord): boolean {
  const isBeside = left.gap === GAP.space || left.gap === GAP.joined;
  return isBeside && left.info.script === right.info.script && (right.isNameLike || left.gap === GAP.joined);
}
