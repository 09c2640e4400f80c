import type { Person } from "../../rule-set.ts";

/** Ids and groups of persons: what an expression may name. */
export class PersonIds {
  /** Index of the person, by id. */
  readonly places = new Map<string, number>();
  /** Former ids included. */
  readonly ids = new Set<string>();
  readonly groups = new Set<string>();

  add({ id, formerIds = [], groups }: Person, at: number): void {
    this.places.set(id, at);
    for (const each of [id, ...formerIds]) this.ids.add(each);
    for (const group of groups) this.groups.add(group);
  }
}
