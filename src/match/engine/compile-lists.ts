import { parseTerm } from "../expression/parse-term.ts";
import type { RuleProblem } from "../match-answer.ts";
import type { RuleSet, Term } from "../rule-set.ts";
import type { CompiledLists, Membership } from "./lists.ts";
import { RuleSetError } from "./rule-set-error.ts";
import { termWords, type TermIndex } from "./term-index.ts";

type Path = readonly (string | number)[];

/** Term ids of list terms; a text that stands in several places is read once. */
class ListTerms {
  readonly problems: RuleProblem[] = [];
  readonly #index: TermIndex;
  readonly #ids = new Map<string, number>();

  constructor(index: TermIndex) {
    this.#index = index;
  }

  idOf(text: string, lang: string, path: Path): number {
    const key = `${lang} ${text}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const { term, problems } = parseTerm(text, { lang });
    for (const problem of problems) if (problem.severity === "error") this.problems.push({ ...problem, path });
    const id = this.#index.add(term === null ? [] : termWords(term.parts, term.exactCase));
    this.#ids.set(key, id);
    return id;
  }
}

/** Gives every list a number and files its terms under their ids. */
export function compileLists(
  rules: Pick<RuleSet, "lists">,
  index: TermIndex,
): { lists: CompiledLists; ids: ReadonlyMap<string, number> } {
  const ids = new Map(Object.keys(rules.lists).map((name, id) => [name, id]));
  const terms = new ListTerms(index);
  const byTerm = new Map<number, Membership[]>();

  function file(term: Term, list: number, lang: string, path: Path): void {
    const id = terms.idOf(term.term, lang, [...path, "term"]);
    const hiddenBy = term.not.map((longer, at) => terms.idOf(longer, lang, [...path, "not", at]));
    const membership = { list, lang, gloss: term.gloss, hiddenBy };
    const row = byTerm.get(id);
    if (row === undefined) byTerm.set(id, [membership]);
    else row.push(membership);
  }

  for (const [name, byLanguage] of Object.entries(rules.lists)) {
    for (const [lang, listTerms] of Object.entries(byLanguage)) {
      for (const [at, term] of listTerms.entries()) file(term, ids.get(name) ?? 0, lang, ["lists", name, lang, at]);
    }
  }
  if (terms.problems.length > 0) throw new RuleSetError(terms.problems);
  return { lists: { byTerm, languages: Object.values(rules.lists).map((list) => new Set(Object.keys(list))) }, ids };
}
