import { keepRead } from "../../../core/read-ahead.ts";
import type { Steps } from "../../../core/steps.ts";
import { withoutUnpacked } from "../../imported-people.ts";
import { compilePeopleInSteps, type CompiledPeople } from "../../people/compile-people.ts";
import type { RuleSet, WatchRule } from "../../rule-set.ts";
import { ExpressionCompiler } from "./compile-expression.ts";
import { compileLists } from "./compile-lists.ts";
import { WatchCompiler, type CompiledWatch } from "./compile-watch.ts";
import { guessFrequencies } from "./frequencies.ts";
import { IntColumn } from "../tables/int-column.ts";
import type { ListIndex } from "../terms/list-index.ts";
import { Necessities, type Sign } from "./necessary.ts";
import { readNode } from "./node.ts";
import { readExpression } from "./read-expression.ts";
import { Revisions } from "./revision.ts";
import type { WatchChanges } from "./rule-changes.ts";
import { TermIndex } from "../terms/term-index.ts";
import { TermReader } from "../terms/term-reader.ts";
import { WatchIndex } from "./watch-index.ts";

interface Parts {
  terms: TermIndex;
  lists: ListIndex;
  people: CompiledPeople;
  watches: WatchIndex;
  necessities: Necessities;
  compiler: WatchCompiler;
  revisions: Revisions;
}

/** A rule set in compiled form. Watches have numbers from 0; one that is put anew gets a new number. */
export class CompiledRules {
  readonly terms: TermIndex;
  readonly lists: ListIndex;
  readonly people: CompiledPeople;
  readonly watches: WatchIndex;
  readonly #necessities: Necessities;
  readonly #compiler: WatchCompiler;
  readonly #revisions: Revisions;
  readonly #compiled: (CompiledWatch | null)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #revisionOf = new Map<number, string>();
  /** By number, the place in the order of the rules. */
  readonly #orders = new IntColumn();

  constructor({ terms, lists, people, watches, necessities, compiler, revisions }: Parts) {
    this.terms = terms;
    this.lists = lists;
    this.people = people;
    this.watches = watches;
    this.#necessities = necessities;
    this.#compiler = compiler;
    this.#revisions = revisions;
  }

  /** @throws RuleSetError */
  add(rule: WatchRule, at: number): void {
    this.#file(this.#compiler.compile(rule, ["watches", at]));
  }

  #file(watch: CompiledWatch): void {
    const number = this.#compiled.push(watch) - 1;
    this.#orders.push(number);
    this.#numbers.set(watch.rule.id, number);
    this.watches.add(number, watch.branches);
  }

  /**
   * Puts watches in the place of those with their ids, and takes others out; no other watch is compiled.
   * @throws RuleSetError, and nothing has changed
   */
  edit({ put, remove, order }: WatchChanges): void {
    const compiled = put.map(({ rule, at }) => this.#compiler.compile(rule, ["watches", at]));
    for (const id of [...remove, ...put.map(({ rule }) => rule.id)]) {
      const number = this.#numbers.get(id);
      if (number !== undefined) this.#forget(number);
      this.#numbers.delete(id);
    }
    for (const watch of compiled) this.#file(watch);
    for (const [place, id] of order.entries()) {
      const number = this.#numbers.get(id);
      if (number !== undefined) this.#orders.values[number] = place;
    }
  }

  #forget(number: number): void {
    this.watches.remove(number);
    this.#compiled[number] = null;
    this.#revisionOf.delete(number);
  }

  /** How many watches there are. */
  get size(): number {
    return this.#numbers.size;
  }

  watch(number: number): CompiledWatch {
    const watch = this.#compiled[number];
    if (watch === undefined || watch === null) throw new RangeError(`there is no watch number ${number}`);
    return watch;
  }

  /** Reads ahead what the evaluation of watches begins with. */
  readAhead(numbers: readonly number[]): void {
    let read = 0;
    for (const number of numbers) for (const branch of this.watch(number).branches) read ^= readNode(branch);
    keepRead(read);
  }

  /** Made when the watch first matches: few of many watches ever do. */
  revisionOf(number: number): string {
    const known = this.#revisionOf.get(number);
    if (known !== undefined) return known;
    const revision = this.#revisions.of(this.watch(number).rule);
    this.#revisionOf.set(number, revision);
    return revision;
  }

  /** Signs of which an item must show one for any watch to hold in it; null: one may hold without any. */
  signs(): readonly Sign[] | null {
    const signs: Sign[] = [];
    for (const watch of this.#compiled) {
      const ways = watch === null ? [] : this.#necessities.waysOf(watch.branches);
      if (ways === null) return null;
      for (const [first] of ways) signs.push(...(first?.signs ?? []));
    }
    return signs;
  }

  inOrder(numbers: readonly number[]): readonly number[] {
    if (numbers.length < 2) return numbers;
    return numbers.toSorted((a, b) => this.#orders.at(a) - this.#orders.at(b) || a - b);
  }
}

/**
 * Compiles a rule set, yielding now and then.
 * @param known the persons of the rules, where they are compiled already
 * @throws RuleSetError for rules that `checkRuleSet` refuses
 */
export function* compileRules(rules: RuleSet, known: CompiledPeople | null): Steps<CompiledRules> {
  const terms = new TermIndex();
  const reader = new TermReader(terms);
  const { lists, ids } = yield* compileLists(rules, { terms, reader });
  const people = known ?? (yield* compilePeopleInSteps(rules.people));
  yield;
  const necessities = new Necessities(guessFrequencies(terms.store, (list) => lists.termsOf(list)));
  const named = { listIds: ids, people: people.index.personIds };
  const compiled = new CompiledRules({
    terms,
    lists,
    people,
    watches: new WatchIndex({ necessities, terms, lists }, (id) => people.index.personOf(id)),
    necessities,
    compiler: new WatchCompiler(rules, new ExpressionCompiler(rules, { terms, reader }, named)),
    revisions: new Revisions(withoutUnpacked(rules), (source) => readExpression(source, [])),
  });
  for (const [at, rule] of rules.watches.entries()) {
    compiled.add(rule, at);
    yield;
  }
  reader.forget();
  yield* terms.words.learn();
  for (const index of [terms, lists, compiled.watches]) {
    index.pack();
    yield;
  }
  return compiled;
}
