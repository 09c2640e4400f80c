import type { MatchItem } from "../../src/match/rule-set.ts";
import { tokenise } from "../../src/text/tokenise.ts";
import { groupOfList, type MadeRules, type MadeTerm, type MadeWatch } from "./engine-watches.ts";

/** Another way to ask all watches about an item. @returns how many watches hold */
export type Rival = (item: MatchItem) => number;

const META = /[$()*+.?[\\\]^{|}]/gu;

function escaped(text: string): string {
  return text.replaceAll(META, String.raw`\$&`);
}

function termsOf(watch: MadeWatch, { lists }: MadeRules): readonly (readonly MadeTerm[])[] {
  const names = watch.list === null ? [] : (lists[watch.list] ?? []);
  return watch.groups.map((terms, at) => (at === groupOfList(watch) ? [...terms, ...names] : terms));
}

/** Asks each watch whether its groups stand in the text. Neither distances nor how often are checked. */
function ask<Group>(
  watches: readonly { watch: MadeWatch; groups: readonly Group[]; without: Group }[],
  stands: (group: Group, text: string) => boolean,
  texts: { title: string; all: string },
): number {
  let holding = 0;
  for (const { watch, groups, without } of watches) {
    const { all } = texts;
    const first = watch.kind === "title" ? texts.title : all;
    const holds = groups.every((group, at) => stands(group, at === 0 ? first : all));
    if (holds && (watch.without.length === 0 || !stands(without, all))) holding += 1;
  }
  return holding;
}

/** What a careful user writes: one regular expression a term on the text as it is, with Unicode word bounds. */
export function perTerm(rules: MadeRules): Rival {
  const known = new Map<string, RegExp>();
  function expression({ words, isStem }: MadeTerm): RegExp {
    const source = words.map(escaped).join(String.raw`[^\p{L}\p{N}]+`);
    const key = `${source}${isStem}`;
    const made =
      known.get(key) ??
      new RegExp(String.raw`(?<![\p{L}\p{N}])${source}${isStem ? "" : String.raw`(?![\p{L}\p{N}])`}`, "iu");
    known.set(key, made);
    return made;
  }
  const watches = rules.watches.map((watch) => {
    const groups = termsOf(watch, rules).map((terms) => terms.map(expression));
    return { watch, groups, without: watch.without.map(expression) };
  });
  return ({ title, body }) =>
    ask(watches, (group, text) => group.some((term) => term.test(text)), { title, all: `${title}\n${body}` });
}

/** Words of a text, folded, a blank around each. */
function foldedText(text: string): string {
  return ` ${tokenise(text)
    .map((token) => token.text)
    .join(" ")} `;
}

function foldedItem({ title, body }: MatchItem): { title: string; all: string } {
  const foldedTitle = foldedText(title);
  return { title: foldedTitle, all: foldedTitle + foldedText(body) };
}

/** The best that regular expressions can do: one a group, on folded text. */
export function perGroup(rules: MadeRules): Rival {
  function expression(terms: readonly MadeTerm[]): RegExp {
    const sources = terms.map(({ words, isStem }) => escaped(words.join(" ")) + (isStem ? "[^ ]*" : ""));
    return new RegExp(` (?:${sources.join("|")}) `, "u");
  }
  const watches = rules.watches.map((watch) => {
    return { watch, groups: termsOf(watch, rules).map(expression), without: expression(watch.without) };
  });
  return (item) => ask(watches, (group, text) => group.test(text), foldedItem(item));
}

/** `includes` on folded text. */
export function perIncludes(rules: MadeRules): Rival {
  function needle({ words, isStem }: MadeTerm): string {
    return ` ${words.join(" ")}${isStem ? "" : " "}`;
  }
  const watches = rules.watches.map((watch) => {
    return {
      watch,
      groups: termsOf(watch, rules).map((terms) => terms.map(needle)),
      without: watch.without.map(needle),
    };
  });
  return (item) => ask(watches, (group, text) => group.some((term) => text.includes(term)), foldedItem(item));
}
