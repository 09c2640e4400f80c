import { hasOtherGivenName } from "./other-given-name.ts";
import { headOfState } from "./head-of-state.ts";
import { isBeforeGivenName, isFollowedBySuffix, isNamedAsRelative, isPartOfDouble } from "./in-other-name.ts";
import { isAlwaysMeant, isGivenNameElsewhere, isNamedInFull, isNamedInStory } from "./known-person.ts";
import { isNameOfThing, isSurnameOfThing } from "./name-of-thing.ts";
import { isBeforeMoreOfName, isCancelled, isNearBracketWord, isOfAnotherInItem, isOfOtherLife } from "./namesake.ts";
import {
  isAbbreviated,
  isBehindUnknownWord,
  isCopiedOtherwise,
  isEverydayWord,
  isGivenNameAsWell,
  isHalfAlone,
  isMereSyllable,
  isOfPlace,
} from "./no-surname.ts";
import { isOfOfficeAbroad, officeInItem, officeOfAddressed, officeOfSurname, postBehind } from "./office.ts";
import { isMereWord, isRoleUntold, postTold, roleTold } from "./role.ts";
import {
  countsWhere,
  refusedWhere,
  type HanForm,
  type UnnamedItem,
  type NamedItem,
  type Rule,
  type Saying,
  type SurnameForm,
  type SurnameItem,
} from "./rule.ts";
import { otherTradeOfName, tradeOfSurname } from "./trade.ts";
import type { Candidate } from "../reading/candidate.ts";

/** A rule, and what it tells people in words. */
interface ToldRule<Name extends string = string> extends Rule<Name> {
  tells: string | ((saying: Saying) => string);
}

/**
 * Whether a form of a name that was found is the person: the first rule that says something decides. Where none does, a full
 * name counts, and anything less does not.
 */
const RULES = [
  // Whose name it is, whatever else the item says.
  { name: "other-life", full: refusedWhere(isOfOtherLife), tells: "namesake (a child, or long dead)" },
  { name: "abbreviation", surname: refusedWhere(isAbbreviated), tells: "an abbreviation" },
  {
    name: "name-of-thing",
    full: refusedWhere(isNameOfThing),
    surname: refusedWhere(isSurnameOfThing),
    tells: "the name of a thing or a place",
  },
  {
    name: "junior",
    full: refusedWhere(isFollowedBySuffix),
    surname: refusedWhere(isFollowedBySuffix),
    tells: "namesake (junior, or another of the name)",
  },
  { name: "part-of-double", surname: refusedWhere(isPartOfDouble), tells: "a part of another surname" },
  { name: "before-given-name", surname: refusedWhere(isBeforeGivenName), tells: "another given name behind it" },
  { name: "relative", surname: refusedWhere(isNamedAsRelative), tells: "a relative" },
  { name: "other-given-name", surname: refusedWhere(hasOtherGivenName), tells: "another given name beside it" },
  { name: "everyday-word", surname: refusedWhere(isEverydayWord), tells: "an everyday word or a place" },
  { name: "copied-otherwise", surname: refusedWhere(isCopiedOtherwise), tells: "only sounds like the person's" },
  // The item or its story has the full name.
  {
    name: "full-name-in-item",
    surname: countsWhere(isNamedInFull),
    given: countsWhere(isNamedInFull),
    han: countsWhere(isNamedInFull),
    tells: "full name in the item",
  },
  {
    name: "full-name-in-story",
    surname: countsWhere(isNamedInStory),
    given: countsWhere(isNamedInStory),
    han: countsWhere(isNamedInStory),
    tells: "full name in the story",
  },
  // It has not: whose name it is by what stands around it.
  {
    name: "other-trade",
    full: otherTradeOfName,
    surname: tradeOfSurname,
    tells: ({ by }) => `namesake (trade "${by}")`,
  },
  {
    name: "behind-unknown-word",
    surname: refusedWhere(isBehindUnknownWord),
    tells: "perhaps another given name before it",
  },
  { name: "longer-name", surname: refusedWhere(isBeforeMoreOfName), tells: "a longer name" },
  { name: "near-bracket-word", surname: refusedWhere(isNearBracketWord), tells: "a word for a look-alike near it" },
  { name: "look-alike-in-item", given: refusedWhere(isCancelled), tells: "a look-alike or a namesake in the item" },
  { name: "surname-always", surname: countsWhere(isAlwaysMeant), tells: "as `surname: always` says" },
  {
    name: "namesake-in-item",
    surname: refusedWhere(isOfAnotherInItem),
    tells: "another given name elsewhere in the item",
  },
  { name: "name-of-place", surname: refusedWhere(isOfPlace), tells: "a place" },
  { name: "half-alone", surname: refusedWhere(isHalfAlone), tells: "a half of the surname, without post and country" },
  { name: "given-name-as-well", surname: refusedWhere(isGivenNameAsWell), tells: "a given name as well" },
  { name: "mere-syllable", surname: refusedWhere(isMereSyllable), tells: "a syllable of other words" },
  // What the item tells of the person.
  { name: "given-name-in-item", surname: countsWhere(isGivenNameElsewhere), tells: "given name elsewhere in the item" },
  { name: "head-of-state", surname: headOfState, tells: ({ by }) => `known everywhere as “${by}”` },
  { name: "office-abroad", surname: refusedWhere(isOfOfficeAbroad), tells: "an office of another country" },
  {
    name: "office-beside",
    surname: officeOfSurname,
    given: officeOfAddressed,
    han: postBehind,
    tells: ({ by }) => `beside “${by}”`,
  },
  { name: "mere-word", surname: refusedWhere(isMereWord), tells: "another word or a village as well" },
  {
    name: "role-in-item",
    full: refusedWhere(isRoleUntold),
    surname: roleTold,
    han: postTold,
    tells: ({ kind, by }) => (kind === "counts" ? `in an item about “${by}”` : "the item tells too little of the role"),
  },
  { name: "office-in-item", surname: officeInItem, tells: ({ by }) => `“${by}” elsewhere in the item` },
] as const satisfies readonly ToldRule[];

export type RuleName = (typeof RULES)[number]["name"];

/** What was decided of a form, and by which rule; `none`: no rule had anything to say. */
export interface Decision extends Saying {
  rule: RuleName | "none";
}

/** What a decision tells people in words: why a name counts, or does not. */
export function tellDecision({ rule, ...saying }: Decision): string {
  const tells =
    rules.find(({ name }) => name === rule)?.tells ?? "a part of the name, and nothing says that it is the person";
  return typeof tells === "string" ? tells : tells(saying);
}

interface Row<Form, Known> {
  name: RuleName;
  says: (form: Form, item: Known) => Saying | null;
}

const rules: readonly ToldRule<RuleName>[] = RULES;
const ofFull = rules.flatMap(({ name, full }): Row<Candidate, UnnamedItem>[] => (full ? [{ name, says: full }] : []));
const ofSurname = rules.flatMap(({ name, surname }): Row<SurnameForm, SurnameItem>[] =>
  surname ? [{ name, says: surname }] : [],
);
const ofGiven = rules.flatMap(({ name, given }): Row<Candidate, NamedItem>[] => (given ? [{ name, says: given }] : []));
const ofHan = rules.flatMap(({ name, han }): Row<HanForm, NamedItem>[] => (han ? [{ name, says: han }] : []));

function decide<Form, Known>(rows: readonly Row<Form, Known>[], form: Form, item: Known): Decision | null {
  for (const { name, says } of rows) {
    const saying = says(form, item);
    if (saying !== null) return { rule: name, ...saying };
  }
  return null;
}

const UNTOLD: Decision = { rule: "none", kind: "refused", by: null };

/** Decides of a full name: it counts unless a rule refuses it. */
export function decideFullName(form: Candidate, item: UnnamedItem): Decision {
  return decide(ofFull, form, item) ?? { rule: "none", kind: "counts", by: null };
}

/** Decides of a surname alone: it counts where a rule says so. */
export function decideSurname(form: SurnameForm, item: SurnameItem): Decision {
  return decide(ofSurname, form, item) ?? UNTOLD;
}

/** Decides of a given name where people are addressed by it. */
export function decideAddressed(form: Candidate, item: NamedItem): Decision {
  return decide(ofGiven, form, item) ?? UNTOLD;
}

/** Decides of a surname in Han characters. */
export function decideHanSurname(form: HanForm, item: NamedItem): Decision {
  return decide(ofHan, form, item) ?? UNTOLD;
}
