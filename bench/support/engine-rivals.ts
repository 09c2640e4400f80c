import type { MatchItem } from "../../src/match/rule-set.ts";
import { tokenise } from "../../src/text/tokenise.ts";
import { groupOfList, type MadeRules, type MadeTerm, type MadeWatch } from "./engine-watches.ts";

/** Another way to ask all watches about an item. @returns how many watches hold */
export type Rival = (item: MatchItem) => number;

/** The texts of an item as a rival searches them. */
interface Texts {
  title: string;
  all: string;
}

/** Whether something stands in a text. */
type Test = (text: string) => boolean;

/** How a rival makes tests of the parts of a watch. */
interface Recipe {
  any(terms: readonly MadeTerm[]): Test;
  /** Null: the rival asks only whether both stand there. */
  near: ((left: readonly MadeTerm[], right: readonly MadeTerm[], distance: number) => Test) | null;
}

const META = /[$()*+.?[\\\]^{|}]/gu;

function escaped(text: string): string {
  return text.replaceAll(META, String.raw`\$&`);
}

function groupsOf(watch: MadeWatch, { lists }: MadeRules): readonly (readonly MadeTerm[])[] {
  const names = watch.list === null ? [] : (lists[watch.list] ?? []);
  return watch.groups.map((terms, at) => (at === groupOfList(watch) ? [...terms, ...names] : terms));
}

/** A watch by a recipe; how often a group stands there is not counted. */
function compile(watch: MadeWatch, rules: MadeRules, recipe: Recipe): (texts: Texts) => boolean {
  const groups = groupsOf(watch, rules);
  const [left = [], right = []] = groups;
  if (watch.kind === "near" && recipe.near !== null) {
    const test = recipe.near(left, right, watch.distance);
    return ({ all }) => test(all);
  }
  const tests = groups.map((terms) => recipe.any(terms));
  const without = watch.without.length === 0 ? null : recipe.any(watch.without);
  return ({ title, all }) => {
    const holds = tests.every((test, at) => test(at === 0 && watch.kind === "title" ? title : all));
    return holds && without?.(all) !== true;
  };
}

function createRival(rules: MadeRules, recipe: Recipe, textsOf: (item: MatchItem) => Texts): Rival {
  const watches = rules.watches.map((watch) => compile(watch, rules, recipe));
  return (item) => {
    const texts = textsOf(item);
    return watches.reduce((holding, holds) => holding + (holds(texts) ? 1 : 0), 0);
  };
}

/** `a` and `b` in either order with at most `distance` - 1 words between. */
function nearSource(left: string, right: string, between: string): string {
  return `(?:${left})${between}(?:${right})|(?:${right})${between}(?:${left})`;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A term on the text as it is, with Unicode word bounds. */
function sourceOf({ words, isStem }: MadeTerm): string {
  return words.map(escaped).join(String.raw`[^\p{L}\p{N}\p{M}]+`) + (isStem ? String.raw`[\p{L}\p{N}\p{M}]*` : "");
}

/** Makes expressions that know word bounds; equal ones are one. */
function boundedExpressions(flags: string): (source: string) => RegExp {
  const known = new Map<string, RegExp>();
  return (source) => {
    const made =
      known.get(source) ?? new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}])(?:${source})(?![\p{L}\p{N}\p{M}])`, flags);
    known.set(source, made);
    return made;
  };
}

function rawItem({ title, body }: MatchItem): Texts {
  return { title, all: `${title}\n${body}` };
}

/** Whether one of the terms stands in a text, each an expression of its own; the first that does is enough. */
function anyTerm(bounded: (source: string) => RegExp): Recipe["any"] {
  return (terms) => {
    const expressions = terms.map((term) => bounded(sourceOf(term)));
    return (text) => expressions.some((expression) => expression.test(text));
  };
}

interface Span {
  start: number;
  end: number;
}

function spansOf(expressions: readonly RegExp[], text: string): Span[] {
  const spans: Span[] = [];
  for (const expression of expressions) {
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match !== null; match = expression.exec(text))
      spans.push({ start: match.index, end: expression.lastIndex });
  }
  return spans;
}

function areNear(text: string, one: Span, other: Span, distance: number): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  if (second.start < first.end) return false;
  return (text.slice(first.end, second.start).match(WORD)?.length ?? 0) < distance;
}

/** What a careful user writes: one regular expression a term, and for NEAR the words between the places found. */
export function perTerm(rules: MadeRules): Rival {
  const searching = boundedExpressions("giu");
  const recipe: Recipe = {
    any: anyTerm(boundedExpressions("iu")),
    near(left, right, distance) {
      const [lefts = [], rights = []] = [left, right].map((terms) => terms.map((term) => searching(sourceOf(term))));
      return (text) => {
        const found = spansOf(lefts, text);
        const others = found.length === 0 ? [] : spansOf(rights, text);
        return found.some((one) => others.some((other) => areNear(text, one, other, distance)));
      };
    },
  };
  return createRival(rules, recipe, rawItem);
}

/** The same, but each NEAR is one long expression of all its terms. */
export function perTermOrNear(rules: MadeRules): Rival {
  const bounded = boundedExpressions("iu");
  const recipe: Recipe = {
    any: anyTerm(bounded),
    near(left, right, distance) {
      const between = String.raw`[^\p{L}\p{N}\p{M}]+(?:[\p{L}\p{N}\p{M}]+[^\p{L}\p{N}\p{M}]+){0,${distance - 1}}`;
      const [lefts = "", rights = ""] = [left, right].map((terms) => terms.map(sourceOf).join("|"));
      const expression = bounded(nearSource(lefts, rights, between));
      return (text) => expression.test(text);
    },
  };
  return createRival(rules, recipe, rawItem);
}

/** Words of a text, folded, a blank around each. */
function foldedText(text: string): string {
  return ` ${tokenise(text)
    .map((token) => token.text)
    .join(" ")} `;
}

function foldedItem({ title, body }: MatchItem): Texts {
  const foldedTitle = foldedText(title);
  return { title: foldedTitle, all: `${foldedTitle}\n${foldedText(body)}` };
}

/** The best that regular expressions can do: one a group, or a NEAR, on folded text. */
export function perGroup(rules: MadeRules): Rival {
  function sourceOf(terms: readonly MadeTerm[]): string {
    return terms.map(({ words, isStem }) => escaped(words.join(" ")) + (isStem ? "[^ ]*" : "")).join("|");
  }
  const recipe: Recipe = {
    any(terms) {
      const expression = new RegExp(`(?<= )(?:${sourceOf(terms)})(?= )`, "u");
      return (text) => expression.test(text);
    },
    near(left, right, distance) {
      const between = String.raw` (?:[^ \n]+ ){0,${distance - 1}}`;
      const source = nearSource(sourceOf(left), sourceOf(right), between);
      const expression = new RegExp(`(?<= )(?:${source})(?= )`, "u");
      return (text) => expression.test(text);
    },
  };
  return createRival(rules, recipe, foldedItem);
}

/** `includes` on folded text; distances are not checked. */
export function perIncludes(rules: MadeRules): Rival {
  const recipe: Recipe = {
    any(terms) {
      const needles = terms.map(({ words, isStem }) => ` ${words.join(" ")}${isStem ? "" : " "}`);
      return (text) => needles.some((needle) => text.includes(needle));
    },
    near: null,
  };
  return createRival(rules, recipe, foldedItem);
}
