import { mayCompare, type Candidate } from "./candidate.ts";
import { BY_SOUND, partDistance } from "./part-distance.ts";
import { isSomebodyElse } from "./somebody-else.ts";
import type { Bearer, SurnameContext } from "./surname-context.ts";
import { ReasonFinder, type SurnameReason } from "./surname-reason.ts";
import { GAP, type TextWord } from "./text-words.ts";
import type { WordInfo } from "./word-table.ts";
import { FAR } from "./words/sound-distance.ts";

/** A surname that stands alone. */
export interface FoundSurname {
  candidate: Candidate;
  reason: SurnameReason;
}

const MOST_DISTANCE = 0.8;
const AS_NEAR = 0.05;

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
    const found: FoundSurname[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined || chosen.taken[at] === 1 || !mayBeSurname(word)) continue;
      const surname = this.#surnameAt(at, word);
      if (surname === null) continue;
      found.push(surname);
      at = surname.candidate.last;
    }
    return found;
  }

  #surnameAt(at: number, word: TextWord): FoundSurname | null {
    const bearer = this.#onlyOne(this.#bearersAt(at, word));
    if (bearer === null || isSomebodyElse(this.#context, at, bearer)) return null;
    const reason = this.#reasons.find(at, word, bearer);
    if (reason === null) return null;
    const { spelling, distance, last } = bearer;
    return { candidate: { entity: spelling.entity, first: at, last, distance, way: "surname", spelling }, reason };
  }

  #bearersAt(at: number, word: TextWord): Bearer[] {
    const { words, chosen, table } = this.#context;
    const bearers = this.#bearersOf(word.info, at, MOST_DISTANCE);
    const next = words[at + 1];
    if (next === undefined || chosen.taken[at + 1] === 1 || !mayJoin(word, next)) return bearers;
    // Two words with a blank between are one surname only where they are spelled like it.
    const most = word.gap === GAP.joined ? MOST_DISTANCE : BY_SOUND;
    return [...bearers, ...this.#bearersOf(table.joined(word.info, next.info), at + 1, most)];
  }

  #bearersOf(info: WordInfo, last: number, most: number): Bearer[] {
    const { index } = this.#context;
    const ids = [...info.exactKeys, ...info.surnameKeys].flatMap((key) => index.bearersOf(key));
    return [...new Set(ids)].flatMap((id) => {
      const spelling = index.spellings[id];
      if (spelling === undefined || !mayCompare(index, spelling.entity, info, spelling.surname)) return [];
      const distance = partDistance(info, spelling.surname, "surname");
      return distance < most ? [{ spelling, distance, last }] : [];
    });
  }

  /** The only person whose surname it can be; one that the item or its story names in full goes first. */
  #onlyOne(bearers: readonly Bearer[]): Bearer | null {
    const sorted = bearers.toSorted((a, b) => a.distance - b.distance);
    const nearest = sorted[0]?.distance ?? FAR;
    const near = sorted.filter(
      ({ spelling: { entity }, distance }) => !entity.isLookAlike && distance <= nearest + AS_NEAR,
    );
    const lookAlike = sorted.find(({ spelling: { entity } }) => entity.isLookAlike && entity.bracket === null);
    if (near.length === 0 || (lookAlike?.distance ?? FAR) < (near[0]?.distance ?? 0) - AS_NEAR) return null;
    const byPerson = new Map(near.toReversed().map((bearer) => [bearer.spelling.entity.person, bearer]));
    const { chosen, named, known } = this.#context;
    const full = [...byPerson].filter(([person]) => named.has(person) || known.has(person));
    const possible = full.length > 0 ? full : [...byPerson].filter(([person]) => !chosen.cancelled.has(person));
    const [only, ...others] = possible;
    return only === undefined || others.length > 0 ? null : only[1];
  }
}

function mayBeSurname({ info, isNameLike }: TextWord): boolean {
  if (!isNameLike || info.exactKeys.length + info.surnameKeys.length === 0) return false;
  return info.fold.length > 1 || info.script === "hangul";
}

function mayJoin(left: TextWord, right: TextWord): boolean {
  const isBeside = left.gap === GAP.space || left.gap === GAP.joined;
  return isBeside && left.info.script === right.info.script && (right.isNameLike || left.gap === GAP.joined);
}
