import type { BracketTest } from "../evidence/bracket-test.ts";
import type { ChosenNames } from "../evidence/choose-names.ts";
import type { GivenNamesInItem } from "../evidence/given-names-in-item.ts";
import type { RoleEvidence } from "../evidence/role-evidence.ts";
import type { NameIndex } from "../names/name-index.ts";
import type { Spelling } from "../names/spelling.ts";
import type { Candidate } from "../reading/candidate.ts";
import type { TextWord } from "../reading/text-words.ts";

/** A surname that stands alone. */
export interface SurnameForm extends Candidate {
  spelling: Spelling;
}

/** A surname in Han characters. */
export interface HanForm extends Candidate {
  /** The person's own post stands right behind it. */
  isBeforePost: boolean;
}

/** An item as rules see it before its full names are chosen. */
export interface UnnamedItem {
  index: NameIndex;
  words: readonly TextWord[];
  language: string | null;
  brackets: BracketTest;
  evidence: RoleEvidence;
  /** Number of the sentence that a word stands in. */
  sentenceOf: (at: number) => number;
  /** Persons whose full name is a child's here, or somebody's long dead. */
  otherLives: ReadonlySet<number>;
}

/** And once they are chosen. */
export interface NamedItem extends UnnamedItem {
  chosen: ChosenNames;
  /** Persons that the item names in full. */
  named: ReadonlySet<number>;
  /** Persons whose full name stood elsewhere in the item's story. */
  known: ReadonlySet<number>;
}

/** And for its surnames alone: read from all its words, where a rule asks. */
export interface SurnameItem extends NamedItem {
  givenNames: GivenNamesInItem;
  /** Places of words for offices. */
  offices: () => ReadonlySet<number>;
  /** Persons whose surname stands with another given name somewhere in the item. */
  namesakes: () => ReadonlySet<number>;
}

/** What a rule says of a form of a name: that it is the person, or is not; and the word or the role by which. */
export interface Saying {
  kind: "counts" | "refused";
  by: string | null;
}

/** The form is the person. @param by the word or the role that says so; null: none does */
export function counts(by: string | null = null): Saying {
  return { kind: "counts", by };
}

/** It is not. */
export function refused(by: string | null = null): Saying {
  return { kind: "refused", by };
}

type Says<Form, Known> = (form: Form, item: Known) => Saying | null;

/** Speaks of full names, of surnames alone, of given names in the place of one, of surnames in Han characters; null: has nothing to say. */
export interface Rule<Name extends string = string> {
  name: Name;
  full?: Says<Candidate, UnnamedItem>;
  surname?: Says<SurnameForm, SurnameItem>;
  given?: Says<Candidate, NamedItem>;
  han?: Says<HanForm, NamedItem>;
}

/** A rule that refuses where something is so. */
export function refusedWhere<Form, Known>(isSo: (form: Form, item: Known) => boolean): Says<Form, Known> {
  return (form, item) => (isSo(form, item) ? refused() : null);
}

/** A rule that counts where something is so. */
export function countsWhere<Form, Known>(isSo: (form: Form, item: Known) => boolean): Says<Form, Known> {
  return (form, item) => (isSo(form, item) ? counts() : null);
}
