import { requiredLiteral } from "./engine/terms/text-pattern.ts";
import type { Expression, Span } from "./expression/ast.ts";
import { isFrequentStem, isFrequentWord } from "./frequent-words.ts";
import { leafSpan } from "./expression/leaf-span.ts";
import { walkExpression } from "./expression/operands-of.ts";
import type { TermExpression } from "./expression/parse-term.ts";
import { countFoldedLetters } from "./expression/wildcards.ts";
import type { RuleProblem } from "./rule-problem.ts";
import { expressionsOf, type ParsedRule, type ParsedRules } from "./parse-rules.ts";
import { EVERY_LANGUAGE, type RuleSet } from "./rule-set.ts";

/** Scripts whose letters look alike. */
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
/** Words of other letters, as most are, mix nothing. */
const BEYOND_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** Stems of up to three letters begin too many words, and words of up to two stand in too many texts. */
const BROAD_STEM = 3;
const BROAD_WORD = 2;
const LONG_WORD = 8;

const NOTHING: readonly Finding[] = [];

type Finding = Pick<RuleProblem, "code" | "message" | "suggestion">;

/** Where a term stands; expressions and lists for every language are taken to be English where it matters. */
interface Place {
  inList: boolean;
  language: string;
}

const IN_EXPRESSION: Place = { inList: false, language: "en" };

function findMixedScripts(word: string): readonly Finding[] {
  if (!BEYOND_LATIN.test(word) || ALIKE.filter((script) => script.test(word)).length < 2) return NOTHING;
  const message = `${word} mixes letters of several scripts that look alike: it will not match the word it looks like`;
  return [{ code: "mixed-scripts", message, suggestion: null }];
}

function frequentWord(word: string): Finding {
  const message = `${word} stands in very many English texts, whatever they are about: make it a phrase, or put it beside another word with NEAR`;
  return { code: "frequent-word", message, suggestion: null };
}

/** A word that stands alone in its term and would match too much. */
function findBroadWord(word: string, { inList, language }: Place): Finding[] {
  if (/^\p{Lu}{2}$/u.test(word)) {
    const message = `${word} also matches ${word.toLowerCase()}: write case:${word} for the capitals alone`;
    return [{ code: "capitals-without-case", message, suggestion: `case:${word}` }];
  }
  // As nearly all terms of lists are: too long for any fault below.
  if (inList && word.length > LONG_WORD && !word.includes("*")) return [];
  const letters = countFoldedLetters(word);
  // A list is as broad as its use: words that mean little alone are often the other side of a NEAR.
  const broadWord = inList ? BROAD_WORD - 1 : BROAD_WORD;
  if (word.includes("*")) {
    const isFrequent = language === "en" && isFrequentStem(word);
    if (!isFrequent && (inList || letters > BROAD_STEM)) return [];
    return [{ code: "broad-wildcard", message: `${word} begins very many words: lengthen the stem`, suggestion: null }];
  }
  if (!inList && isFrequentWord(word)) return [frequentWord(word)];
  if (letters > broadWord) return [];
  const message = `${word} is so short that it stands in very many texts: make it a phrase, or write case:${word}`;
  return [{ code: "short-word", message, suggestion: null }];
}

function lintTerm({ parts, exactCase }: TermExpression, place: Place): Finding[] {
  const findings = parts.flatMap((part) => (part.kind === "word" ? findMixedScripts(part.text) : NOTHING));
  const [only] = parts;
  const isAlone = only?.kind === "word" && !exactCase && parts.every((part) => part === only || part.kind === "gap");
  return isAlone ? [...findings, ...findBroadWord(only.text, place)] : findings;
}

function placed(rule: ParsedRule<unknown>, span: Span, finding: Finding): RuleProblem {
  const { start, end } = leafSpan(rule.source, span);
  const { code, message, suggestion } = finding;
  const rewritten = suggestion && rule.source.slice(0, start) + suggestion + rule.source.slice(end);
  return { severity: "lint", code, message, suggestion: rewritten, start, end, path: rule.path };
}

function lintExpression(rule: ParsedRule<Expression>): RuleProblem[] {
  return [...(rule.tree === null ? [] : walkExpression(rule.tree))].flatMap((part) => {
    if (part.kind === "term") return lintTerm(part, IN_EXPRESSION).map((finding) => placed(rule, part.span, finding));
    if (part.kind !== "pattern" || requiredLiteral(part.source) !== null) return [];
    const message =
      "no three letters in a row must stand in a match of this regular expression, so it runs on every text";
    return [placed(rule, part.span, { code: "pattern-without-literal", message, suggestion: null })];
  });
}

/** The same for a term of a list. */
export function lintListTerm(rule: ParsedRule<TermExpression>): RuleProblem[] {
  const { tree, path } = rule;
  const language = path[2] === EVERY_LANGUAGE ? "en" : String(path[2]);
  return tree === null
    ? []
    : lintTerm(tree, { inList: true, language }).map((finding) => placed(rule, tree.span, finding));
}

/** Names that hardly name: lists without terms, and names of one word that are ordinary words, too. */
export function lintNames(rules: RuleSet): RuleProblem[] {
  return [...lintEmptyLists(rules), ...lintPeople(rules)];
}

function lintPeople({ people }: RuleSet): RuleProblem[] {
  return people.flatMap((person, at) =>
    person.names.flatMap((name, index): RuleProblem[] => {
      if (!isFrequentWord(name)) return [];
      const message = `${name} is an ordinary word of English texts, too: give ${person.id} the full name instead`;
      const path = ["people", at, "names", index];
      return [{ severity: "lint", code: "frequent-name", message, suggestion: null, start: 0, end: name.length, path }];
    }),
  );
}

function lintEmptyLists({ lists }: RuleSet): RuleProblem[] {
  return Object.entries(lists)
    .filter(([, languages]) => Object.values(languages).every((terms) => terms.length === 0))
    .map(([name]) => ({
      severity: "lint",
      code: "empty-list",
      message: `the list ${name} has no terms: it never matches`,
      suggestion: null,
      start: 0,
      end: 0,
      path: ["lists", name],
    }));
}

/**
 * What is allowed in expressions and probably not meant: words and wildcards that match too much, look-alike letters,
 * slow patterns.
 */
export function lintExpressions(parsed: ParsedRules): RuleProblem[] {
  return expressionsOf(parsed).flatMap(lintExpression);
}
