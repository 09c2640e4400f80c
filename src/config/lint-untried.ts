import { languagesAtHome } from "../match/lint-lists.ts";
import type { PlacedRules } from "./build-rules.ts";
import { placeIn } from "./origin.ts";
import type { Sections } from "./sections.ts";
import type { Finding } from "./source.ts";
import { testsOf } from "./tests-of.ts";

/** Languages that have most lists, but no test in the language: nothing shows whether their terms work. One lint for all. */
export function lintUntried(sections: Sections, { rules, writtenAt }: PlacedRules): Finding[] {
  const tried = new Set(testsOf(sections).map(({ value }) => value.lang));
  const untried = languagesAtHome(rules.lists).filter((language) => !tried.has(language));
  const [first] = untried;
  if (first === undefined) return [];
  const list = Object.entries(rules.lists).find(([, languages]) => (languages[first]?.length ?? 0) > 0)?.[0];
  const term = list === undefined ? undefined : writtenAt(["lists", list, first, 0]);
  if (term === undefined) return [];
  const languages = untried.length === 1 ? "a language" : `${untried.length} languages`;
  return [
    {
      severity: "lint",
      code: "untried-language",
      place: placeIn(term.origin, term.path),
      message: `no watch has a test in ${languages} of the lists: ${untried.join(", ")}`,
      remedy: "add tests that name the language (lang:), in the watch or under tests: of any file",
    },
  ];
}
