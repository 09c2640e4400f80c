import { foldWord } from "../sounds/fold-word.ts";

/**
 * Words by language (ISO 639-1), languages and words in the order of their letters. News of any language is read with all of
 * them, so a word that several languages share stands once, with one of them.
 */
export type WordsByLanguage = Readonly<Record<string, string>>;

/** The same, each language's words by what they are for: `ambassador: botschaft; judge: richter`. */
export type SubjectsByLanguage = Readonly<Record<string, string>>;

/** Words of a list between blanks. */
export function listed(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== "");
}

/** Words of all languages. */
export function wordsOf(table: WordsByLanguage): string[] {
  return Object.values(table).flatMap(listed);
}

/** The same, folded. */
export function foldedWords(table: WordsByLanguage): ReadonlySet<string> {
  return new Set(wordsOf(table).map(foldWord));
}

/** Words of all languages by subject. */
export function wordsBySubject(table: SubjectsByLanguage): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const line of Object.values(table)) {
    for (const part of line.split(";")) {
      const [subject = "", list = ""] = part.split(":");
      words.set(subject.trim(), [...(words.get(subject.trim()) ?? []), ...listed(list)]);
    }
  }
  return words;
}
