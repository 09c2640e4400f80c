import { sentenceAt, type Document } from "../engine/document.ts";
import { findAddressedNames } from "./candidates/addressed-names.ts";
import { findAddressedRuns } from "./candidates/addressed-runs.ts";
import { SurnameFinder } from "./candidates/bare-surnames.ts";
import { findForeignHanSurnames } from "./candidates/foreign-han-surnames.ts";
import type { FoundForm } from "./candidates/found-form.ts";
import { findHanSurnames } from "./candidates/han-surnames.ts";
import { nameCandidates } from "./candidates/name-candidates.ts";
import type { CompiledPeople } from "./compile-people.ts";
import { BracketTest } from "./evidence/bracket-test.ts";
import { chooseNames, type FoundName } from "./evidence/choose-names.ts";
import { personsOfOtherLives } from "./evidence/other-lives.ts";
import { RoleEvidence } from "./evidence/role-evidence.ts";
import { readTextWords, type TextWord } from "./reading/text-words.ts";
import type { WordTable } from "./reading/word-table.ts";
import type { Candidate } from "./reading/candidate.ts";
import { isLookAlikeThere } from "./rules/look-alike.ts";
import type { UnnamedItem, NamedItem } from "./rules/rule.ts";
import { decideFullName } from "./rules/rules.ts";

/** The names of listed persons in an item, and what was decided of them. */
export interface ReadPeople {
  words: readonly TextWord[];
  /** Full names that count, with those who share them. */
  names: readonly FoundName[];
  /** Full names that do not. */
  refused: readonly FoundForm[];
  /** Full names of look-alikes, also where they are spelled as the person. */
  lookAlikes: readonly Candidate[];
  /** Surnames alone and the like. */
  forms: readonly FoundForm[];
}

/**
 * Reads an item for names: first the full ones, then what stands for one alone.
 * @param knownIds ids of persons whose full name stood elsewhere in the item's story
 */
export function readPeople(
  { index, tableFor }: CompiledPeople,
  document: Document,
  knownIds: ReadonlySet<string>,
): ReadPeople {
  const { language } = document;
  const table = tableFor(language);
  const words = readTextWords(document, table);
  const candidates = nameCandidates(index, words, table);
  const item: UnnamedItem = {
    index,
    words,
    language: table.language,
    brackets: new BracketTest(document),
    evidence: new RoleEvidence(words, language),
    sentenceOf: (at) => sentenceAt(document, words[at]?.first ?? 0),
    otherLives: personsOfOtherLives(document, words, candidates),
  };
  const lookAlikes = candidates.filter(({ entity }) => entity.isLookAlike);
  const decided = candidates
    .filter(({ entity }) => !entity.isLookAlike)
    .map((candidate) => ({ candidate, decision: decideFullName(candidate, item) }));
  const possible = decided.filter(({ decision }) => decision.kind === "counts").map(({ candidate }) => candidate);
  const chosen = chooseNames(
    index,
    [...possible, ...lookAlikes],
    (entity, place) => isLookAlikeThere(entity, place, item),
    words.length,
  );
  const named: NamedItem = {
    ...item,
    chosen: { ...chosen, cancelled: new Set([...chosen.cancelled, ...item.otherLives]) },
    named: new Set(chosen.names.map(({ best }) => best.entity.person)),
    known: new Set([...knownIds].flatMap((id) => index.personIds.places.get(id) ?? [])),
  };
  const refused = decided.filter(({ decision }) => decision.kind === "refused");
  return { words, names: chosen.names, refused, lookAlikes: chosen.lookAlikes, forms: formsIn(named, table) };
}

function formsIn(item: NamedItem, table: WordTable): FoundForm[] {
  return [
    ...(item.index.spelled.surnames.isEmpty ? [] : new SurnameFinder(item, table).find()),
    ...findHanSurnames(item),
    ...findForeignHanSurnames(item, table),
    ...findAddressedNames(item),
    ...findAddressedRuns(item),
  ];
}
