import type { NamePart } from "./name-part.ts";
import type { MatchMode } from "./person-traits.ts";
import type { BracketWords } from "../words/bracket-words.ts";
import type { Home } from "../sounds/home-script.ts";

/** A person, or a name that is not the person: both compete for a place in the text. */
export interface Entity {
  /** Index of the person. */
  person: number;
  isLookAlike: boolean;
  /** A look-alike only where one of these words stands near; null: everywhere. */
  bracket: BracketWords | null;
  /** A look-alike by bracket that is the person's surname: alone, it is a village's, or another word, as well. */
  isSurname: boolean;
  /** A look-alike by bracket that has the person's own name: every mention is tested. */
  bearsOwnName: boolean;
  /** Of a look-alike that only accents tell from the person, as `asWritten` makes it; null: it is told by its letters. */
  written: string | null;
  mode: MatchMode;
  /** How the name is written at home; null: unknown. */
  home: Home | null;
}

/** A listed name as given names and surname. */
export interface Spelling {
  entity: Entity;
  given: NamePart;
  surname: NamePart;
  /** Words of the name that may stand between the two, and behind them. */
  between: ReadonlySet<string>;
  spelledBetween: readonly string[];
  behind: ReadonlySet<string>;
  /** How many words the name has. */
  length: number;
  /** Without them the item must speak of the person's role. */
  asksMiddle: boolean;
  /** Of the person's country, where its names are said otherwise than in English; null: unknown, or none such. */
  language: string | null;
  isFamilyFirst: boolean;
  needsAll: boolean;
  /** 0 for a listed name; more for what was derived from it. */
  cost: number;
  /** One word of three is left out. */
  isShortened: boolean;
  /** A half of a double surname. */
  isHalf: boolean;
  /** Of East and South-East Asia, with so few consonants that by sound it needs the person's role beside it. */
  isShort: boolean;
  /** Whether the surname may stand alone. */
  mayStandAlone: boolean;
  listed: string;
}

/** Spellings of the same two parts, of all persons: compared once for all of them. */
export interface NameEntry {
  given: NamePart;
  surname: NamePart;
  spellings: Spelling[];
  /** One of them is a look-alike's with a bracket. */
  hasBracket: boolean;
}

/** A listed spelling, word by word. */
export interface Phrase {
  entity: Entity;
  /** Exact keys of its words. */
  keys: readonly number[];
}

/** Names found as a run of characters. */
export interface CharacterName {
  entity: Entity;
  characters: string;
}

/** The given name that somebody is addressed by in the place of a surname, in lower case with its marks. */
export interface AddressedName {
  entity: Entity;
  given: string;
  /** Folded: the name before a given name that stands last, which may be said with it; null: none is. */
  middle: string | null;
}
