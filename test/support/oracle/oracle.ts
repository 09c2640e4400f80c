import type { Distance, Expression, Scope } from "../../../src/match/expression/ast.ts";
import { parseExpression } from "../../../src/match/expression/parse-expression.ts";
import { parseTerm } from "../../../src/match/expression/parse-term.ts";
import type { MatchItem, RuleSet, WatchRule } from "../../../src/match/rule-set.ts";
import { bodyOf, placeWords, type PlacedWord } from "./oracle-item.ts";
import { termWordsOf, type OracleTermWord } from "./oracle-terms.ts";

/** First and last word of a place where an expression is met. */
type Span = readonly [first: number, last: number];

interface Context {
  words: readonly PlacedWord[];
  item: MatchItem;
  language: string | null;
  scopes: readonly Scope[];
}

/** Says what an item is by the book: evaluates one watch on one item, with no index and no shared state. */
export class Oracle {
  readonly #rules: RuleSet;
  readonly #expressions = new Map<string, Expression>();
  readonly #listTerms = new Map<string, readonly OracleTermWord[]>();
  readonly #terms = new Map<Expression, readonly OracleTermWord[]>();
  readonly #words = new Map<MatchItem, readonly PlacedWord[]>();

  constructor(rules: RuleSet) {
    this.#rules = rules;
  }

  /** Whether a watch is silent about an item, matches it, or is vetoed by `unless_anywhere` or its languages. */
  judge(watch: WatchRule, item: MatchItem): "quiet" | "match" | "vetoed" {
    const words = this.#words.get(item) ?? placeWords(item);
    this.#words.set(item, words);
    const context: Context = { words, item, language: item.lang, scopes: [] };
    if (!this.#holds(this.#read(watch.match), context)) return "quiet";
    if (watch.lang.length > 0 && item.lang !== null && !watch.lang.includes(item.lang)) return "vetoed";
    const { unlessAnywhere } = watch;
    return unlessAnywhere !== null && this.#holds(this.#read(unlessAnywhere), context) ? "vetoed" : "match";
  }

  #read(source: string): Expression {
    const known = this.#expressions.get(source) ?? parseExpression(source).expression;
    if (known === null) throw new Error(`not an expression: ${source}`);
    this.#expressions.set(source, known);
    return known;
  }

  #holds(expression: Expression, context: Context): boolean {
    switch (expression.kind) {
      case "and":
        return expression.operands.every((operand) => this.#holds(operand, context));
      case "or":
        return expression.operands.some((operand) => this.#holds(operand, context));
      case "not":
        return !this.#holds(expression.operand, context);
      case "scope":
        return this.#holds(expression.operand, { ...context, scopes: [...context.scopes, expression.scope] });
      case "reference": {
        const clause = this.#rules.clauses[expression.name];
        return clause === undefined
          ? this.#spans(expression, context).length > 0
          : this.#holds(this.#read(clause), context);
      }
      case "term":
      case "pattern":
      case "person":
      case "near":
      case "not-near":
      case "at-least":
        break;
    }
    return this.#spans(expression, context).length > 0;
  }

  #spans(expression: Expression, context: Context): readonly Span[] {
    switch (expression.kind) {
      case "term":
        return this.#inScope(this.#termSpans(this.#termOf(expression), context), context);
      case "reference":
        return this.#referenceSpans(expression.name, context);
      case "pattern":
        return this.#inScope(patternSpans(expression.source, context), context);
      case "or":
        return expression.operands.flatMap((operand) => this.#spans(operand, context));
      case "scope":
        return this.#spans(expression.operand, { ...context, scopes: [...context.scopes, expression.scope] });
      case "near": {
        const left = this.#spans(expression.left, context);
        const right = this.#spans(expression.right, context);
        const inOrder = joins(left, right, expression.distance, context);
        return expression.ordered ? inOrder : [...inOrder, ...joins(right, left, expression.distance, context)];
      }
      case "not-near":
        return this.#notNearSpans(expression, context);
      case "at-least": {
        const spans = this.#spans(expression.operand, context);
        return countApart(spans) >= expression.count ? spans : [];
      }
      case "and":
      case "not":
      case "person":
        break;
    }
    throw new Error(`the oracle knows no places of ${expression.kind}`);
  }

  #termOf(expression: Expression & { kind: "term" }): readonly OracleTermWord[] {
    const words = this.#terms.get(expression) ?? termWordsOf(expression.parts, expression.exactCase);
    this.#terms.set(expression, words);
    return words;
  }

  #notNearSpans(expression: Expression & { kind: "not-near" }, context: Context): readonly Span[] {
    const { side, distance } = expression;
    const others = this.#spans(expression.absent, context);
    return this.#spans(expression.operand, context).filter(
      ([first, last]) =>
        !others.some(([otherFirst, otherLast]) => {
          if (otherLast < first) return side !== "after-operand" && isWithin(otherLast, first, distance, context);
          if (otherFirst > last) return side !== "before-operand" && isWithin(last, otherFirst, distance, context);
          return side === "either";
        }),
    );
  }

  #termSpans(termWords: readonly OracleTermWord[], { words, language }: Context): readonly Span[] {
    function endFrom(at: number, number: number): number | null {
      if (words[at] === undefined || termWords[number]?.accepts(words[at], language) !== true) return null;
      const next = termWords[number + 1];
      if (next === undefined) return at;
      for (let then = at + 1; then < words.length; then += 1) {
        const from = words[at + 1];
        const to = words[then];
        if (from === undefined || to === undefined || to.field !== from.field || words[at]?.field !== to.field)
          return null;
        if (to.paragraph !== words[at]?.paragraph || to.place - from.place > 2 * next.gap) return null;
        const end = endFrom(then, number + 1);
        if (end !== null) return end;
      }
      return null;
    }
    return words.flatMap((_, at): readonly Span[] => {
      const end = endFrom(at, 0);
      return end === null ? [] : [[at, end]];
    });
  }

  #referenceSpans(name: string, context: Context): readonly Span[] {
    const { words, item, language, scopes } = context;
    if (name === "past") {
      const latest = new Date(item.publishedAt ?? 0).getUTCFullYear() - 3;
      const spans = words.flatMap(({ folded }, at): readonly Span[] => (isPast(folded, latest) ? [[at, at]] : []));
      return this.#inScope(spans, context);
    }
    const list = this.#rules.lists[name];
    if (list === undefined) return this.#spans(this.#read(this.#rules.clauses[name] ?? ""), context);
    const isListed = language !== null && list[language] !== undefined;
    const spans = Object.entries(list).flatMap(([lang, terms]) => {
      if (lang !== "*" && isListed && lang !== language) return [];
      return terms.flatMap(({ term, not }) => {
        const hiding = not.flatMap((longer) => this.#termSpans(this.#listTerm(longer, lang), context));
        return this.#termSpans(this.#listTerm(term, lang), context).filter(
          ([first, last]) => !hiding.some((hider) => hider[0] <= first && hider[1] >= last),
        );
      });
    });
    return this.#inScope(spans, { ...context, scopes });
  }

  #listTerm(source: string, lang: string): readonly OracleTermWord[] {
    const key = `${lang} ${source}`;
    const known = this.#listTerms.get(key);
    if (known !== undefined) return known;
    const { term } = parseTerm(source, { lang });
    const words = term === null ? [] : termWordsOf(term.parts, term.exactCase);
    this.#listTerms.set(key, words);
    return words;
  }

  #inScope(spans: readonly Span[], { words, scopes }: Context): readonly Span[] {
    return spans.filter((span) => span.every((at) => scopes.every((scope) => isInScope(words[at], scope))));
  }
}

function isInScope(word: PlacedWord | undefined, scope: Scope): boolean {
  if (scope === "lead") return word?.isLead === true;
  return word?.field === scope;
}

function isWithin(left: number, right: number, distance: Distance, { words }: Context): boolean {
  const a = words[left];
  const b = words[right];
  if (a === undefined || b === undefined) return false;
  if (distance.unit === "paragraph") return a.paragraph === b.paragraph;
  if (distance.unit === "sentences") return b.sentence - a.sentence < distance.count;
  return a.field === b.field && b.place - a.place <= 2 * distance.count;
}

function joins(
  befores: readonly Span[],
  afters: readonly Span[],
  distance: Distance,
  context: Context,
): readonly Span[] {
  return befores.flatMap((before) =>
    afters
      .filter((after) => after[0] > before[1])
      .filter((after) => {
        if (distance.unit === "words") return isWithin(before[1], after[0], distance, context);
        return isWithin(before[0], after[1], distance, context);
      })
      .map((after): Span => [before[0], after[1]]),
  );
}

function countApart(spans: readonly Span[]): number {
  let count = 0;
  let end = -1;
  for (const [first, last] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (first > end) count += 1;
    end = Math.max(end, last);
  }
  return count;
}

function isPast(folded: string, latest: number): boolean {
  const year = /^(\d{4})$/u.exec(folded)?.[1];
  if (year !== undefined) return Number(year) >= 1800 && Number(year) <= latest;
  const decade = /^(\d{3}0)s$/u.exec(folded)?.[1];
  return decade !== undefined && Number(decade) >= 1800 && Number(decade) + 9 <= latest;
}

function patternSpans(source: string, { words, item }: Context): readonly Span[] {
  return (["title", "body"] as const).flatMap((field) =>
    [...(field === "title" ? item.title : bodyOf(item)).matchAll(new RegExp(source, "gu"))].flatMap(
      ({ 0: found, index }): readonly Span[] => {
        const touched = words.flatMap((word, at) => {
          const isTouched =
            word.field === field && word.start < index + found.length && word.start + word.raw.length > index;
          return isTouched ? [at] : [];
        });
        const [first] = touched;
        return first === undefined ? [] : [[first, touched.at(-1) ?? first]];
      },
    ),
  );
}
