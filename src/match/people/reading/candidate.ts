import type { NameIndex } from "../names/name-index.ts";
import type { Entity, Spelling } from "../names/spelling.ts";
import type { NamePart } from "../names/name-part.ts";
import type { WordInfo } from "./word-info.ts";
import { isAlphabet } from "../sounds/script.ts";

/** How a name in the text was recognised. */
export type Way = "listed" | "form" | "ending" | "sound" | "second-name" | "initial" | "surname" | "given";

/** A stretch of words that may name an entity. */
export interface Candidate {
  entity: Entity;
  /** Words, both included. */
  first: number;
  last: number;
  /** Below 0: a listed spelling, longer ones lower. */
  distance: number;
  way: Way;
  /** What it was compared with; null: a listed spelling. */
  spelling: Spelling | null;
  /** What the item must tell, lest it be somebody else's: the post, country or place of the person, or two of these; null: nothing. */
  asks: "role" | "two" | null;
}

/** Whether a person may be compared with a word through this part of a name. */
export function mayCompare(index: NameIndex, entity: Entity, word: WordInfo, part: NamePart): boolean {
  const { script } = word;
  if (script === part.script) return true;
  if (entity.mode === "careful" && !(isAlphabet(script) && isAlphabet(part.script))) return false;
  // A person's own spelling in a script says how the name is written there; Latin has no such authority, nor Burmese for Thai.
  return (
    entity.isLookAlike || script === "latin" || script === "dictionary" || !index.hasAuthority(entity.person, script)
  );
}
