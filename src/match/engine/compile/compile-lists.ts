import type { Steps } from "../../../core/steps.ts";
import { parseTerm, writesCompounds } from "../../expression/parse-term.ts";
import type { RulePath, RuleProblem } from "../../rule-problem.ts";
import type { RuleSet, Term } from "../../rule-set.ts";
import { ListIndex, type Membership } from "../terms/list-index.ts";
import { RuleSetError } from "./rule-set-error.ts";
import type { TermIndex } from "../terms/term-index.ts";
import type { TermReader } from "../terms/term-reader.ts";

/** Term ids of list terms; a text that stands in several places is read once. */
class ListTerms {
  readonly problems: RuleProblem[] = [];
  readonly #reader: TermReader;
  /** By whether the language writes compounds as one word, which is all that a language says about a term. */
  readonly #ids = { compounding: new Map<string, number>(), other: new Map<string, number>() };

  constructor(reader: TermReader) {
    this.#reader = reader;
  }

  idOf(text: string, lang: string, path: () => RulePath): number {
    const ids = writesCompounds(lang) ? this.#ids.compounding : this.#ids.other;
    const known = ids.get(text);
    if (known !== undefined) return known;
    const { term, problems } = parseTerm(text, { lang });
    for (const problem of problems) this.problems.push({ ...problem, path: path() });
    const id = this.#reader.idOf(term?.parts ?? [], term?.exactCase === true);
    ids.set(text, id);
    return id;
  }
}

/** Gives every list a number and files its terms; yields now and then, so that a long compilation can be shared out. */
export function* compileLists(
  rules: Pick<RuleSet, "lists">,
  { terms: index, reader }: { terms: TermIndex; reader: TermReader },
): Steps<{ lists: ListIndex; ids: ReadonlyMap<string, number> }> {
  const ids = new Map(Object.keys(rules.lists).map((name, id) => [name, id]));
  const lists = new ListIndex(
    index,
    Object.values(rules.lists).map((list) => new Set(Object.keys(list))),
  );
  const terms = new ListTerms(reader);

  function file(
    { term, not, gloss }: Term,
    { list, lang, at }: Pick<Membership, "list" | "lang" | "at">,
    name: string,
  ): void {
    const id = terms.idOf(term, lang, () => ["lists", name, lang, at, "term"]);
    const hiddenBy = not.map((longer, nth) => terms.idOf(longer, lang, () => ["lists", name, lang, at, "not", nth]));
    lists.add({ term: id, list, lang, at, gloss, hiddenBy });
  }

  for (const [name, byLanguage] of Object.entries(rules.lists)) {
    for (const [lang, listTerms] of Object.entries(byLanguage)) {
      for (const [at, term] of listTerms.entries()) {
        file(term, { list: ids.get(name) ?? 0, lang, at }, name);
        yield;
      }
    }
  }
  if (terms.problems.length > 0) throw new RuleSetError(terms.problems);
  return { lists, ids };
}
