import { EVERY_LANGUAGE } from "../../rule-set.ts";
import { EVERYWHERE, type Document } from "../document.ts";
import { IntColumn } from "../tables/int-column.ts";
import { coveredBy, inOrder, type Occurrence } from "../occurrence.ts";
import { Postings } from "../tables/postings.ts";
import type { TermIndex } from "./term-index.ts";

/** A term's place in a list. */
export interface Membership {
  term: number;
  list: number;
  /** Language of the term in the list; `*`: every language. */
  lang: string;
  /** Its place among the terms of the language, from 0. */
  at: number;
  gloss: string | null;
  /** Terms that hide this one where they cover it. */
  hiddenBy: readonly number[];
}

const NONE: readonly Occurrence[] = [];

function glossed(occurrences: readonly Occurrence[], gloss: string | null): readonly Occurrence[] {
  if (gloss === null) return occurrences;
  return occurrences.map((occurrence) => ({
    ...occurrence,
    marks: occurrence.marks.map((mark) => ({ ...mark, gloss })),
  }));
}

/** All lists: who is in them, and the languages each has. Ids count from 0. */
export class ListIndex {
  /** Lists of which a term stands in the item read last. */
  readonly woken: number[] = [];
  readonly #terms: TermIndex;
  readonly #languages: readonly ReadonlySet<string>[];
  readonly #memberships: Membership[] = [];
  /** By list, its memberships. */
  readonly #membersOf: number[][] = [];
  readonly #byTerm = new Postings();
  #item = 0;
  readonly #items = new IntColumn();
  readonly #regions = new IntColumn();
  /** By list, its memberships whose terms stand in the item. */
  readonly #present: Membership[][] = [];
  readonly #occurrences = new Map<number, readonly Occurrence[]>();

  /** @param languages of each list */
  constructor(terms: TermIndex, languages: readonly ReadonlySet<string>[]) {
    this.#terms = terms;
    this.#languages = languages;
    this.#items.extend(languages.length);
    this.#regions.extend(languages.length);
  }

  add(membership: Membership): void {
    const at = this.#memberships.push(membership) - 1;
    (this.#membersOf[membership.list] ??= []).push(at);
    this.#byTerm.add(membership.term, at);
  }

  /** All terms of a list. */
  termsOf(list: number): readonly number[] {
    return [...this.termsFor(list, null)];
  }

  /** Terms of a list that are looked for in items of a language; null: all. */
  *termsFor(list: number, language: string | null): Generator<number> {
    for (const at of this.#membersOf[list] ?? []) {
      const membership = this.#memberships[at];
      if (membership !== undefined && this.#isRead(membership, language)) yield membership.term;
    }
  }

  /** Whether a list has terms of the language. */
  hasLanguage(language: string): boolean {
    return this.#languages.some((languages) => languages.has(language));
  }

  /** Once, when the lists are complete. */
  pack(): void {
    this.#byTerm.pack();
  }

  /** Wakes the lists of the terms that were found in an item. */
  read({ language }: Document): void {
    this.#item += 1;
    this.woken.length = 0;
    this.#occurrences.clear();
    const { values } = this.#byTerm;
    const { found, foundIn } = this.#terms;
    for (let nth = 0; nth < found.length; nth += 1) {
      const term = found[nth] ?? 0;
      const to = this.#byTerm.to(term);
      for (let at = this.#byTerm.from(term); at < to; at += 1)
        this.#wake(values[at] ?? 0, language, foundIn[nth] ?? EVERYWHERE);
    }
  }

  /** An item uses its language's terms; an item of unknown or unlisted language all of them. */
  #isRead({ lang, list }: Membership, language: string | null): boolean {
    if (lang === EVERY_LANGUAGE || language === null) return true;
    return lang === language || this.#languages[list]?.has(language) !== true;
  }

  #wake(at: number, language: string | null, regions: number): void {
    const membership = this.#memberships[at];
    if (membership === undefined || !this.#isRead(membership, language)) return;
    const { list } = membership;
    if (this.#items.at(list) !== this.#item) {
      this.#items.values[list] = this.#item;
      this.#regions.values[list] = 0;
      this.#present[list] = [];
      this.woken.push(list);
    }
    this.#present[list]?.push(membership);
    this.#regions.values[list] = this.#regions.at(list) | regions;
  }

  /** Regions in which terms of a woken list may stand. */
  regionsOf(list: number): number {
    return this.#regions.at(list);
  }

  /** Terms of all lists that stand in the item, those that a longer phrase hides left out. */
  standing(): readonly Membership[] {
    return this.woken.flatMap((list) => this.#present[list] ?? []).filter((term) => this.#seen(term).length > 0);
  }

  /** Where terms of the list stand in the item, in order of the text. */
  get(list: number): readonly Occurrence[] {
    if (this.#items.at(list) !== this.#item) return NONE;
    const known = this.#occurrences.get(list);
    if (known !== undefined) return known;
    const present = this.#present[list] ?? [];
    const occurrences = inOrder(present.flatMap((membership) => this.#seen(membership)));
    this.#occurrences.set(list, occurrences);
    return occurrences;
  }

  #seen({ term, hiddenBy, gloss }: Membership): readonly Occurrence[] {
    const isHidden = coveredBy(hiddenBy.flatMap((hider) => this.#terms.get(hider)));
    return glossed(
      this.#terms.get(term).filter((occurrence) => !isHidden(occurrence)),
      gloss,
    );
  }
}
