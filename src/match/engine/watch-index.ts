import type { PersonMention } from "../../core/vocabulary.ts";
import type { Person } from "../rule-set.ts";
import { EVERYWHERE } from "./document.ts";
import { IntColumn } from "./int-column.ts";
import type { ListIndex } from "./list-index.ts";
import type { Necessities, Sign } from "./necessary.ts";
import type { Node, PersonChoice } from "./node.ts";
import { Postings } from "./postings.ts";
import type { TermIndex } from "./term-index.ts";

/** An edge from a sign to a necessary set: the way's number, the regions in which the sign counts, which of two sets. */
const WAY_SHIFT = 4;
const REGION_SHIFT = 1;
/** What a way has seen of an item: the item's number, and a bit for each of its sets. */
const SEEN_BITS = 2;
const LAST_ITEM = 2 ** 28;
/** A way of a watch that is gone: no sets fulfil it. */
const NEVER = 4;

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
  /** By way: its watch, the sets it needs, what it has seen. */
  readonly #watches = new IntColumn();
  readonly #needs = new IntColumn();
  readonly #seen = new IntColumn();
  readonly #waysOf = new Map<number, readonly number[]>();
  readonly #always = new Set<number>();
  #item = 0;
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

  /** Files a watch under the signs it needs; one that needs none is a candidate for every item. */
  add(watch: number, alternatives: readonly Node[]): void {
    const ways = this.#necessities.waysOf(alternatives);
    if (ways === null) {
      this.#always.add(watch);
      return;
    }
    const numbers = ways.map((sets) => {
      const way = this.#watches.push(watch);
      this.#needs.push(sets.length === 1 ? 1 : 3);
      this.#seen.push(0);
      for (const [at, { signs }] of sets.entries()) for (const sign of signs) this.#file(sign, way, at);
      return way;
    });
    this.#waysOf.set(watch, numbers);
  }

  /** The watch is a candidate no more. */
  remove(watch: number): void {
    this.#always.delete(watch);
    for (const way of this.#waysOf.get(watch) ?? []) this.#needs.values[way] = NEVER;
    this.#waysOf.delete(watch);
  }

  #file(sign: Sign, way: number, set: number): void {
    const regions = sign.kind === "person" ? EVERYWHERE : sign.regions;
    const edge = (way << WAY_SHIFT) | (regions << REGION_SHIFT) | set;
    if (sign.kind === "term") {
      this.#terms.want(sign.term);
      this.#byTerm.add(sign.term, edge);
    } else if (sign.kind === "list") this.#byList.add(sign.list, edge);
    else {
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
    for (const term of this.#terms.found) this.#follow(this.#byTerm, term, -1);
    for (const list of this.#lists.woken) this.#follow(this.#byList, list, this.#lists.regionsOf(list));
    if (this.#byPerson.size > 0 && mentions.length > 0) this.#followPersons(mentions);
    return [...this.#candidates];
  }

  #begin(): void {
    this.#item += 1;
    if (this.#item === LAST_ITEM) {
      this.#seen.values.fill(0);
      this.#item = 1;
    }
    this.#candidates = new Set(this.#always);
  }

  /** @param regions where the sign stands; -1: the regions of a term, which are asked for when an edge wants to know */
  #follow(postings: Postings, key: number, regions: number): void {
    const { values } = postings;
    const to = postings.to(key);
    for (let at = postings.from(key); at < to; at += 1) this.#see(values[at] ?? 0, key, regions);
    for (const edge of postings.added(key)) this.#see(edge, key, regions);
  }

  #see(edge: number, key: number, regions: number): void {
    const wanted = (edge >> REGION_SHIFT) & EVERYWHERE;
    if (wanted !== EVERYWHERE) {
      const stands = regions === -1 ? this.#terms.regionsOf(key) : regions;
      if ((stands & wanted) === 0) return;
    }
    const way = edge >> WAY_SHIFT;
    const before = this.#seen.at(way);
    const fresh = this.#item << SEEN_BITS;
    const seen = (before >> SEEN_BITS === this.#item ? before : fresh) | (1 << (edge & 1));
    if (seen === before) return;
    this.#seen.values[way] = seen;
    if ((seen & 3) === this.#needs.at(way)) this.#candidates.add(this.#watches.at(way));
  }

  #followPersons(mentions: readonly PersonMention[]): void {
    const keys = new Set<string>();
    for (const { personId } of mentions) {
      const person = this.#personOf(personId);
      for (const id of [personId, ...(person?.formerIds ?? [])]) keys.add(keyOf({ kind: "one", id }));
      for (const id of person?.groups ?? []) keys.add(keyOf({ kind: "group", id }));
      if (person?.background !== true) keys.add(keyOf({ kind: "anybody" }));
    }
    for (const key of keys) for (const edge of this.#byPerson.get(key) ?? []) this.#see(edge, 0, EVERYWHERE);
  }
}
