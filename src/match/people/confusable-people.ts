import { readDocument } from "../engine/document.ts";
import type { Person } from "../rule-set.ts";
import type { CompiledPeople } from "./compile-people.ts";
import { ListedFinder } from "./candidates/listed-candidates.ts";
import { PairFinder } from "./candidates/pair-candidates.ts";
import { readTextWords } from "./reading/text-words.ts";
import { CONFUSABLE } from "./sounds/distances.ts";

/** Two persons whom one name may mean. */
export interface ConfusablePeople {
  left: Person;
  right: Person;
  /** The name of `left` that is taken for `right` as well. */
  spelling: string;
  /** It is spelled like a name of `right`; else it only sounds like one. */
  isSame: boolean;
}

/**
 * Pairs of persons that can be confused, found by reading the names of the first `readers` persons as a text.
 * @param most pairs that are looked for, so that a long list ends
 */
export function confusablePeople(
  compiled: CompiledPeople,
  { readers, most }: { readers: number; most: number },
): readonly ConfusablePeople[] {
  const { people } = compiled.index;
  const pairs = new Map<string, ConfusablePeople>();
  for (const [at, left] of people.slice(0, readers).entries()) {
    if (pairs.size >= most) break;
    for (const pair of othersOf(compiled, at, left)) {
      const key = [pair.left.id, pair.right.id].toSorted().join(" ");
      if (!pairs.has(key) && pairs.size < most) pairs.set(key, pair);
    }
  }
  return [...pairs.values()];
}

/** The persons that names of one are read as. */
function othersOf(compiled: CompiledPeople, at: number, left: Person): ConfusablePeople[] {
  return [...new Set([left.name, ...left.names])].flatMap((spelling) =>
    readersOf(compiled, spelling).flatMap(({ person, distance }) => {
      const right = compiled.index.people[person];
      return right === undefined || person === at ? [] : [{ left, right, spelling, isSame: distance <= 0 }];
    }),
  );
}

function readersOf({ index, ...compiled }: CompiledPeople, name: string): { person: number; distance: number }[] {
  const item = { id: "", title: name, summary: "", body: "", lang: null, feed: null, publishedAt: null };
  const table = compiled.tableFor(null);
  const words = readTextWords(readDocument(item), table);
  const candidates = [...new ListedFinder(index, words).find(), ...new PairFinder(index, words, table, true).find()];
  const lookAlikes = new Set(candidates.filter(({ entity }) => entity.isLookAlike).map(({ entity }) => entity.person));
  return candidates
    .filter(({ entity, first, last, distance }) => {
      const isWhole = first === 0 && last === words.length - 1;
      return isWhole && distance < CONFUSABLE && !entity.isLookAlike && !lookAlikes.has(entity.person);
    })
    .map(({ entity, distance }) => ({ person: entity.person, distance }));
}
