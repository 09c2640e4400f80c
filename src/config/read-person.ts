import type { Person } from "../match/rule-set.ts";
import type { Place } from "./source.ts";

/** A person of a file; `place` where an editor can show it. */
export interface ReadPerson {
  person: Person;
  place: Place;
}
