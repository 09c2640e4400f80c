import type { Candidate } from "../reading/candidate.ts";
import type { NameIndex } from "../names/name-index.ts";
import type { Entity } from "../names/spelling.ts";
import { LONGER_NAME_ALLOWANCE, LOOK_ALIKE_MARGIN, OWN_NAME_MARGIN, SHARES_NAME } from "../sounds/distances.ts";

/** A name in the text, and whose it may be: nearest first. */
export interface FoundName {
  first: number;
  last: number;
  best: Candidate;
  /** Others that are as near. */
  rivals: readonly Candidate[];
}

/** What the full names of an item say. */
export interface ChosenNames {
  names: readonly FoundName[];
  /** Persons whose name a look-alike took: their surname alone says nothing here. */
  cancelled: ReadonlySet<number>;
  /** The names by which that was. */
  lookAlikes: readonly Candidate[];
  /** Words that are part of a name, chosen or cancelled. */
  taken: Uint8Array;
}

/** Whether a look-alike may be meant in the place of a name: by its accents, or its bracket words. */
type IsThere = (lookAlike: Entity, place: Pick<Candidate, "first" | "last">) => boolean;

/** Candidates by where they begin: a text of nothing but names has very many, and each has few neighbours. */
class Neighbours {
  readonly #byFirst: ReadonlyMap<number, readonly Candidate[]>;
  readonly #longest: number;

  constructor(candidates: readonly Candidate[]) {
    this.#byFirst = Map.groupBy(candidates, ({ first }) => first);
    this.#longest = candidates.reduce((longest, { first, last }) => Math.max(longest, last - first + 1), 0);
  }

  /** Those that begin at a word, in the order they were given. */
  at(first: number): readonly Candidate[] {
    return this.#byFirst.get(first) ?? [];
  }

  /** Whether one that shares words with a stretch is as wanted. */
  someOverlapping({ first, last }: Candidate, isWanted: (candidate: Candidate) => boolean): boolean {
    for (let from = Math.max(0, first - this.#longest + 1); from <= last; from += 1) {
      if (this.at(from).some((other) => other.last >= first && isWanted(other))) return true;
    }
    return false;
  }
}

/** Shortest distance by stretch of words: there are few stretches, however many persons. */
function nearestByStretch(candidates: readonly Candidate[]): readonly Candidate[] {
  const nearest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = `${candidate.first} ${candidate.last}`;
    const known = nearest.get(key);
    if (known === undefined || candidate.distance < known.distance) nearest.set(key, candidate);
  }
  return [...nearest.values()];
}

function withoutInner(candidates: readonly Candidate[]): Candidate[] {
  const stretches = new Neighbours(nearestByStretch(candidates));
  return candidates.filter(
    (inner) =>
      !stretches.someOverlapping(
        inner,
        (outer) =>
          outer.first <= inner.first &&
          outer.last >= inner.last &&
          outer.last - outer.first > inner.last - inner.first &&
          outer.distance <= inner.distance + LONGER_NAME_ALLOWANCE,
      ),
  );
}

class Chooser {
  readonly #index: NameIndex;
  readonly #isThere: IsThere;
  /** The nearest first. */
  readonly #sorted: readonly Candidate[];
  readonly #neighbours: Neighbours;
  readonly #lookAlikes: Neighbours;
  readonly #names: FoundName[] = [];
  readonly #ofLookAlikes: Candidate[] = [];
  readonly #cancelled = new Set<number>();
  readonly #taken: Uint8Array;

  constructor(index: NameIndex, candidates: readonly Candidate[], isThere: IsThere, words: number) {
    this.#index = index;
    this.#isThere = isThere;
    const possible = candidates.filter(({ entity, ...place }) => !entity.isLookAlike || isThere(entity, place));
    this.#sorted = withoutInner(possible).toSorted((a, b) => a.distance - b.distance);
    this.#neighbours = new Neighbours(this.#sorted);
    this.#lookAlikes = new Neighbours(this.#sorted.filter(({ entity }) => entity.isLookAlike));
    this.#taken = new Uint8Array(words);
  }

  choose(): ChosenNames {
    for (const candidate of this.#sorted) {
      if (this.#isTaken(candidate)) continue;
      this.#taken.fill(1, candidate.first, candidate.last + 1);
      const { person, isLookAlike } = candidate.entity;
      if (isLookAlike || this.#isLookAlike(candidate)) {
        this.#cancelled.add(person);
        this.#ofLookAlikes.push(candidate);
      } else this.#names.push({ ...candidate, best: candidate, rivals: this.#rivalsOf(candidate) });
    }
    return { names: this.#names, cancelled: this.#cancelled, lookAlikes: this.#ofLookAlikes, taken: this.#taken };
  }

  #isTaken({ first, last }: Candidate): boolean {
    return this.#taken.subarray(first, last + 1).includes(1);
  }

  /** Whether a look-alike of the person is as near, or a bracket word says that it is somebody else. */
  #isLookAlike(candidate: Candidate): boolean {
    const { person } = candidate.entity;
    const ownNames = (this.#index.lookAlikesOf.get(person) ?? []).filter(({ bearsOwnName }) => bearsOwnName);
    if (ownNames.some((entity) => this.#isThere(entity, candidate))) return true;
    return this.#lookAlikes.someOverlapping(candidate, (other) => {
      const { entity, distance } = other;
      if (entity.person !== person) return false;
      if (entity.bracket !== null) return distance <= candidate.distance + OWN_NAME_MARGIN;
      const isLonger = other.way === "listed" && other.last - other.first >= candidate.last - candidate.first;
      return isLonger && distance <= candidate.distance + LOOK_ALIKE_MARGIN;
    });
  }

  #rivalsOf(candidate: Candidate): Candidate[] {
    const persons = new Set([candidate.entity.person]);
    return this.#neighbours.at(candidate.first).filter(({ entity, last, distance }) => {
      const isRival =
        !entity.isLookAlike &&
        last === candidate.last &&
        distance <= candidate.distance + SHARES_NAME &&
        !persons.has(entity.person);
      if (isRival) persons.add(entity.person);
      return isRival;
    });
  }
}

/** Chooses among candidates: a longer name before one inside it, then the nearest; look-alikes compete as persons do. */
export function chooseNames(
  index: NameIndex,
  candidates: readonly Candidate[],
  isThere: IsThere,
  words: number,
): ChosenNames {
  return new Chooser(index, candidates, isThere, words).choose();
}
