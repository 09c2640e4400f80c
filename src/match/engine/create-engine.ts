import { finish, type Steps } from "../../core/steps.ts";
import { WordReader } from "../../text/word-reader.ts";
import { unpackInSteps } from "../imported-people.ts";
import type { CompiledPeople } from "../people/compile-people.ts";
import { findNamesakes, type Namesake } from "../people/find-namesakes.ts";
import { findPeople, NOBODY } from "../people/find-people.ts";
import type { ItemAnswer, WatchAnswer } from "../match-answer.ts";
import { readsFeed } from "../reads-feed.ts";
import type { MatchItem, RuleSet } from "../rule-set.ts";
import { compileRules, type CompiledRules } from "./compile/compile-rules.ts";
import { readsLanguage } from "./judge/conditions.ts";
import { Document } from "./document.ts";
import { Evaluation } from "./judge/evaluation.ts";
import type { ItemReading } from "./judge/item-reading.ts";
import { ItemSieve } from "./sieve/item-sieve.ts";
import { holdsIn, judgeWatch } from "./judge/judge-watch.ts";
import type { WatchChanges } from "./compile/rule-changes.ts";

/** Words of texts that are remembered; beyond it the memory starts anew. */
const MAX_REMEMBERED = 200_000;
const MIN_EDITS = 1000;

/** What of the lists stands in an item. */
export interface ListTermsInItem {
  /** The item's; null: unknown, terms of all languages are looked for. */
  language: string | null;
  terms: readonly { list: number; lang: string; at: number }[];
}

/** What one watch says of an item, and the ids of the watches that hold in it. */
interface Asked {
  answers: readonly WatchAnswer[];
  held: readonly string[];
}

/** An item whose words are read, and in which nobody is named yet. */
type OpenItem = Omit<ItemReading, "people">;

/** Compiled rules. */
export class Engine {
  readonly #rules: CompiledRules;
  #edits = 0;
  /** Of the rules as they are; null: nobody asked yet. */
  #sieve: Pick<ItemSieve, "mayShow"> | null = null;
  readonly #reader: WordReader;

  constructor(rules: CompiledRules) {
    this.#rules = rules;
    this.#reader = new WordReader(rules.terms.words);
  }

  /** What every watch says about an item, in the order of the rules. */
  match(item: MatchItem): ItemAnswer {
    const evaluation = this.#read(item);
    const { document, people } = evaluation.reading;
    const answers = this.#holding(item, evaluation).flatMap((number) => this.#judge(number, evaluation));
    return { itemId: item.id, answers, people: people.mentions, cutBytes: document.cutBytes };
  }

  /** Ids of the watches that read an item and whose `match` holds in it, whatever their vetoes say, in the order of the rules. */
  find(item: MatchItem): readonly string[] {
    return this.#idsOfHolding(item, this.#read(item));
  }

  /** The same for who names no persons in items, which is the dearest part of reading one: a watch that needs one does not hold. */
  findWithoutPersons(item: MatchItem): readonly string[] {
    return this.#mayShow(item) ? this.#idsOfHolding(item, nameNobody(this.#open(item))) : [];
  }

  /** What one watch says about an item, and which watches hold in it, as `find` says. */
  ask(item: MatchItem, watchId: string): Asked {
    return this.#askOf(item, this.#read(item), watchId);
  }

  /**
   * The same where the watch `needed`, which needs no persons, holds. Elsewhere nobody is named: no answers, and of the others what
   * `findWithoutPersons` says.
   */
  askWhere(needed: string, item: MatchItem, watchId: string): Asked {
    if (!this.#mayShow(item)) return { answers: [], held: [] };
    const open = this.#open(item);
    const nameless = nameNobody(open);
    const held = this.#idsOfHolding(item, nameless);
    if (!held.includes(needed)) return { answers: [], held };
    const named = this.#name(open, item);
    // What was evaluated already is right where nobody is named, as in most items.
    return this.#askOf(item, named.reading.people === NOBODY ? nameless : named, watchId);
  }

  #mayShow(item: MatchItem): boolean {
    this.#sieve ??= sieveOf(this.#rules);
    return this.#sieve.mayShow(item);
  }

  #askOf(item: MatchItem, evaluation: Evaluation, watchId: string): Asked {
    const holding = this.#holding(item, evaluation);
    const asked = holding.filter((number) => this.#rules.watch(number).rule.id === watchId);
    const answers = asked.flatMap((number) => this.#judge(number, evaluation));
    return { answers, held: this.#idsOfRead(holding, item, evaluation) };
  }

  #judge(number: number, evaluation: Evaluation): WatchAnswer[] {
    const verdict = judgeWatch(this.#rules.watch(number), evaluation);
    return verdict === null ? [] : [{ ...verdict, watchRevision: this.#rules.revisionOf(number) }];
  }

  #idsOfHolding(item: MatchItem, evaluation: Evaluation): readonly string[] {
    return this.#idsOfRead(this.#holding(item, evaluation), item, evaluation);
  }

  /** Ids of those of the watches that read the item's language. */
  #idsOfRead(numbers: readonly number[], item: MatchItem, evaluation: Evaluation): readonly string[] {
    const { language } = evaluation.reading.document;
    return numbers.flatMap((number) => {
      const { rule } = this.#rules.watch(number);
      return readsLanguage(rule, item, language) ? [rule.id] : [];
    });
  }

  /** Watches that read the item's feed and hold in it, in the order of the rules; not to read its language is a veto. */
  #holding(item: MatchItem, evaluation: Evaluation): readonly number[] {
    const { people } = evaluation.reading;
    const candidates = this.#rules.watches.candidates(people.mentions);
    this.#rules.readAhead(candidates);
    const holding = candidates.filter((number) => {
      const watch = this.#rules.watch(number);
      return holdsIn(watch, evaluation) && readsFeed(watch.rule.feeds, item.feed);
    });
    return this.#rules.inOrder(holding);
  }

  /** Names of listed persons in an item that are taken for somebody else's. */
  namesakes(item: MatchItem): readonly Namesake[] {
    const { document, people } = this.#read(item).reading;
    return findNamesakes(this.#rules.people, document, new Set(people.mentions.map(({ personId }) => personId)));
  }

  /** The list terms that stand in an item; `list` counts the lists of the rules from 0. */
  listTerms(item: MatchItem): ListTermsInItem {
    const { document } = this.#read(item).reading;
    return { language: document.language, terms: this.#rules.lists.standing() };
  }

  /**
   * Takes over changed watches; the others are not compiled again.
   * @throws RuleSetError, and nothing has changed
   */
  edit(changes: WatchChanges): void {
    this.#rules.edit(changes);
    this.#sieve = null;
    this.#edits += changes.put.length + changes.remove.length;
  }

  /** What watches that are gone left behind weighs as much as those that are there: time to compile all anew. */
  get isWorn(): boolean {
    return this.#edits > Math.max(MIN_EDITS, this.#rules.size);
  }

  #read(item: MatchItem): Evaluation {
    return this.#name(this.#open(item), item);
  }

  #open(item: MatchItem): OpenItem {
    const { terms, lists } = this.#rules;
    if (terms.words.size > MAX_REMEMBERED) terms.forgetWords();
    const document = new Document(item, this.#reader);
    terms.read(document);
    lists.read(document);
    return { document, terms, lists };
  }

  #name(open: OpenItem, { knownPeople }: MatchItem): Evaluation {
    return new Evaluation({ ...open, people: findPeople(this.#rules.people, open.document, new Set(knownPeople)) });
  }
}

function nameNobody(open: OpenItem): Evaluation {
  return new Evaluation({ ...open, people: NOBODY });
}

/** Lets every item pass where a watch may hold without any sign. */
function sieveOf(rules: CompiledRules): Pick<ItemSieve, "mayShow"> {
  const signs = rules.signs();
  return signs === null ? { mayShow: () => true } : new ItemSieve(signs, rules);
}

/**
 * Compiles a rule set step by step, so that the thread can answer in between. Equal words, terms and lists of all watches
 * are one, so that an item is asked once.
 * @throws RuleSetError for rules that `checkRuleSet` refuses
 */
export function* compileEngine(rules: RuleSet): Steps<Engine> {
  return new Engine(yield* compileRules(yield* unpackInSteps(rules), null));
}

/** Compiles a rule set at once. @throws RuleSetError for rules that `checkRuleSet` refuses */
export function createEngine(rules: RuleSet): Engine {
  return finish(compileEngine(rules));
}

/** The same, of persons that are compiled already: engines for several languages share theirs. */
export function createEngineFor(people: CompiledPeople, rules: Omit<RuleSet, "people" | "imported">): Engine {
  return new Engine(finish(compileRules({ ...rules, people: people.index.people }, people)));
}
