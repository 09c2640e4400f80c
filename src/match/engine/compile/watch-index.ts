import type { PersonMention } from "../../../core/vocabulary.ts";
import type { PersonChoice } from "../../expression/ast.ts";
import type { Person } from "../../rule-set.ts";
import { EVERYWHERE } from "../document.ts";
import { IntColumn } from "../tables/int-column.ts";
import type { ListIndex } from "../terms/list-index.ts";
import type { Necessities, Sign } from "./necessary.ts";
import type { Node } from "./node.ts";
import { Postings } from "../tables/postings.ts";
import type { TermIndex } from "../terms/term-index.ts";

/**
 * An edge from a sign to a necessary set: the way's number, the regions in which the sign counts, whether the way needs no
 * other set, and which of its two sets this is.
 */
const WAY_SHIFT = 5;
const REGION_SHIFT = 2;
const ALONE = 2;
const SECOND = 1;
const BOTH_SEEN = 3;
/** In the place of the watch, where it is gone. */
const GONE = -1;

function keyOf(who: PersonChoice): string {
  return who.kind === "anybody" ? "anybody" : `${who.kind} ${who.id}`;
}

/** Finds the watches that may hold in an item: of one of their ways both necessary sets showed a sign. */
export class WatchIndex {
  readonly #necessities: Necessities;
  readonly #terms: TermIndex;
  readonly #lists: ListIndex;
  readonly #personOf: (id: string) => Person | undefined;
  readonly #byTerm = new Postings();
  readonly #byList = new Postings();
  readonly #byPerson = new Map<string, number[]>();
  /** By way, its watch; by watch, its first way. */
  readonly #watches = new IntColumn();
  readonly #firstWays = new IntColumn();
  readonly #always = new Set<number>();
  /** By way, a bit for each of its sets of which the item showed a sign; and the ways that have one. */
  #seen = new Uint8Array(0);
  readonly #touched = new IntColumn();
  #candidates = new Set<number>();

  constructor(
    parts: { necessities: Necessities; terms: TermIndex; lists: ListIndex },
    personOf: (id: string) => Person | undefined,
  ) {
    this.#necessities = parts.necessities;
    this.#terms = parts.terms;
    this.#lists = parts.lists;
    this.#personOf = personOf;
  }

  /**
   * Files a watch under the signs it needs; one that needs none is a candidate for every item. Watches come in the
   * order of their numbers.
   */
  add(watch: number, alternatives: readonly Node[]): void {
    this.#firstWays.push(this.#watches.length);
    const ways = this.#necessities.waysOf(alternatives);
    if (ways === null) this.#always.add(watch);
    for (const sets of ways ?? []) {
      const way = this.#watches.push(watch) << WAY_SHIFT;
      for (const [at, { signs }] of sets.entries()) this.#fileAll(signs, way | (sets.length === 1 ? ALONE : at));
    }
  }

  /** The watch is a candidate no more. */
  remove(watch: number): void {
    this.#always.delete(watch);
    const to = watch + 1 < this.#firstWays.length ? this.#firstWays.at(watch + 1) : this.#watches.length;
    this.#watches.values.fill(GONE, this.#firstWays.at(watch), to);
  }

  #fileAll(signs: readonly Sign[], way: number): void {
    for (const sign of signs) this.#file(sign, way);
  }

  #file(sign: Sign, way: number): void {
    const edge = way | ((sign.kind === "person" ? EVERYWHERE : sign.regions) << REGION_SHIFT);
    if (sign.kind === "term") this.#byTerm.add(sign.term, edge);
    else if (sign.kind === "list") this.#byList.add(sign.list, edge);
    else if (sign.kind === "terms") {
      for (let at = sign.from; at < sign.to; at += 1) this.#byTerm.add(this.#terms.store.choiceAt(at), edge);
    } else {
      const key = keyOf(sign.who);
      const edges = this.#byPerson.get(key);
      if (edges === undefined) this.#byPerson.set(key, [edge]);
      else edges.push(edge);
    }
  }

  /** Once, when the rules are complete. */
  pack(): void {
    this.#byTerm.pack();
    this.#byList.pack();
  }

  /** Watches that may hold in the item that terms and lists have read, and that names these persons. */
  candidates(mentions: readonly PersonMention[]): readonly number[] {
    this.#begin();
    this.#byTerm.readAhead(this.#terms.found);
    const { found, foundIn } = this.#terms;
    for (let at = 0; at < found.length; at += 1) this.#follow(this.#byTerm, found[at] ?? 0, foundIn[at] ?? EVERYWHERE);
    for (const list of this.#lists.woken) this.#follow(this.#byList, list, this.#lists.regionsOf(list));
    if (this.#byPerson.size > 0 && mentions.length > 0) this.#followPersons(mentions);
    return [...this.#candidates];
  }

  #begin(): void {
    for (let at = 0; at < this.#touched.length; at += 1) this.#seen[this.#touched.at(at)] = 0;
    this.#touched.clear();
    if (this.#seen.length < this.#watches.length) this.#seen = new Uint8Array(2 * this.#watches.length);
    this.#candidates = new Set(this.#always);
  }

  /** @param regions where the sign stands */
  #follow(postings: Postings, key: number, regions: number): void {
    const { values } = postings;
    const to = postings.to(key);
    for (let at = postings.from(key); at < to; at += 1) this.#see(values[at] ?? 0, regions);
    for (const edge of postings.added(key)) this.#see(edge, regions);
  }

  #see(edge: number, regions: number): void {
    if (((edge >> REGION_SHIFT) & regions) === 0) return;
    const way = edge >> WAY_SHIFT;
    const before = this.#seen[way] ?? 0;
    const seen = before | (1 << (edge & SECOND));
    if (seen === before) return;
    this.#seen[way] = seen;
    if (before === 0) this.#touched.push(way);
    if ((edge & ALONE) === 0 && seen !== BOTH_SEEN) return;
    const watch = this.#watches.at(way);
    if (watch !== GONE) this.#candidates.add(watch);
  }

  #followPersons(mentions: readonly PersonMention[]): void {
    const keys = new Set<string>();
    for (const { personId } of mentions) {
      const person = this.#personOf(personId);
      for (const id of [personId, ...(person?.formerIds ?? [])]) keys.add(keyOf({ kind: "one", id }));
      for (const id of person?.groups ?? []) keys.add(keyOf({ kind: "group", id }));
      if (person?.background !== true) keys.add(keyOf({ kind: "anybody" }));
    }
    for (const key of keys) for (const edge of this.#byPerson.get(key) ?? []) this.#see(edge, EVERYWHERE);
  }
}
