import { hashOf } from "../../../core/hash.ts";
import type { Expression, PersonChoice } from "../../expression/ast.ts";
import { walkExpression } from "../../expression/operands-of.ts";
import { importedPersonsOf } from "../../imported-people.ts";
import type { RuleSet, WatchRule } from "../../rule-set.ts";
import { sourcesOf } from "../../watch-sources.ts";

/** Makes the revisions of watches: hashes of what they say and of everything they use. */
export class Revisions {
  readonly #rules: RuleSet;
  readonly #read: (source: string) => Expression;
  readonly #hashes = new Map<string, string>();

  /** @param rules with persons of files packed */
  constructor(rules: RuleSet, read: (source: string) => Expression) {
    this.#rules = rules;
    this.#read = read;
  }

  #once(key: string, make: () => string): string {
    const known = this.#hashes.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#hashes.set(key, made);
    return made;
  }

  #ofPart(part: Expression): string {
    if (part.kind === "person") {
      const { who } = part;
      return this.#once(`person ${JSON.stringify(who)}`, () => this.#ofPersons(who));
    }
    if (part.kind !== "reference") return "";
    const { name } = part;
    if (this.#rules.lists[name] !== undefined) return this.ofList(name);
    const clause = this.#rules.clauses[name];
    return clause === undefined ? hashOf(name) : this.#once(`clause ${name}`, () => this.#ofSource(clause));
  }

  /** A list may be long: who makes revisions in steps asks for those of lists one by one, before those of watches. */
  ofList(name: string): string {
    return this.#once(`list ${name}`, () => hashOf(JSON.stringify(this.#rules.lists[name])));
  }

  /** Persons of files count by the hash of the files, where not one is meant: there may be a hundred thousand. */
  #ofPersons(who: PersonChoice): string {
    const { people, imported } = this.#rules;
    if (who.kind === "one") {
      const own = people.filter(({ id, formerIds }) => id === who.id || formerIds?.includes(who.id));
      return hashOf(JSON.stringify([...own, ...importedPersonsOf(this.#rules, who.id)]));
    }
    const meant = people.filter(({ groups }) => who.kind === "anybody" || groups.includes(who.id));
    return hashOf(JSON.stringify(meant), imported?.hash ?? "");
  }

  #ofSource(source: string): string {
    return hashOf(source, ...[...walkExpression(this.#read(source))].map((part) => this.#ofPart(part)));
  }

  /** Changes when the watch, or a list, clause, exclusion or person it uses, changes; its title is not part of it. */
  of(watch: WatchRule): string {
    const { title: _title, ...definition } = watch;
    const sources = sourcesOf(watch, this.#rules);
    return hashOf(JSON.stringify(definition), ...sources.map((source) => this.#ofSource(source)));
  }
}
