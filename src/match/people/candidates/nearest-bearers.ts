import { mayCompare } from "../reading/candidate.ts";
import type { NameIndex } from "../names/name-index.ts";
import { partDistance } from "../reading/part-distance.ts";
import type { Spelling } from "../names/spelling.ts";
import type { NearestBearers, WordInfo } from "../reading/word-info.ts";
import { BEARS_AS_WELL, FAR, MOST_OF_BEARER } from "../sounds/distances.ts";

const NOBODY: NearestBearers = { nearest: FAR, persons: [], withRole: [] };

/** Persons whose surname the word is, and those that it is nearly as much; found once for each word. */
export function nearestBearers(index: NameIndex, info: WordInfo): NearestBearers {
  info.bearers ??= findBearers(index, info);
  return info.bearers;
}

function findBearers(index: NameIndex, info: WordInfo): NearestBearers {
  const { surnames } = index.spelled;
  const spellings = new Set([...info.exactKeys, ...info.surnameKeys].flatMap((key) => surnames.of(key)));
  const bearers = [...spellings].flatMap((spelling) => {
    if (!mayCompare(index, spelling.entity, info, spelling.surname)) return [];
    const distance = partDistance(info, spelling.surname, "surname");
    return distance < MOST_OF_BEARER ? [{ spelling, distance }] : [];
  });
  if (bearers.length === 0) return NOBODY;
  const sorted = bearers.toSorted((a, b) => a.distance - b.distance);
  const nearest = sorted[0]?.distance ?? FAR;
  const byPerson = new Map<number, { spelling: Spelling; distance: number }>();
  for (const bearer of sorted) {
    const { person, isLookAlike } = bearer.spelling.entity;
    if (bearer.distance > nearest + BEARS_AS_WELL) break;
    if (!isLookAlike && !byPerson.has(person)) byPerson.set(person, bearer);
  }
  const persons = [...byPerson.values()];
  return {
    nearest,
    persons,
    withRole: persons.filter(({ spelling }) => index.people[spelling.entity.person]?.role != null),
  };
}
