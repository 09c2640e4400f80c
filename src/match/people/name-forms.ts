import type { TermWord } from "../engine/term-index.ts";
import { wordPatterns, type WordPattern } from "../engine/word-pattern.ts";
import { tokenise } from "../../text/tokenise.ts";

/** Forms of address that may stand before a listed name and need not stand in the text. */
const TITLES = new Set("mr mrs ms miss dr prof sir dame herr frau m mme don dona г господин д-р".split(" "));

const HAS_INITIALS = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]+$/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const MIN_SURNAME = 3;
const MIN_INFLECTED = 4;

/** Endings of names in the cases of Russian, Ukrainian and Belarusian, after folding. */
const CYRILLIC_ENDINGS = new Set([
  "",
  ..."а я у ю ы и і ї е є о ь й ом ем єм ой ей ою ею ой ій ії ої ий ый ого его ому ему им ым ім ыи ую юю ая яя ове еве ові еві ых их ами ям ах".split(
    " ",
  ),
]);
const ADJECTIVE_END = /(?:ий|ый|ій|ой|ая|яя)$/;
const VOWEL_END = /[аяуюыиіїеєоьй]$/;

function stemOf(word: string): string {
  return ADJECTIVE_END.test(word) ? word.slice(0, -2) : word.replace(VOWEL_END, "");
}

/** A name word with the case endings its language gives it. */
function inflected(word: WordPattern): WordPattern {
  if (!CYRILLIC.test(word.text) || word.text.length < MIN_INFLECTED) return word;
  return { ...word, text: stemOf(word.text), marked: null, endings: CYRILLIC_ENDINGS };
}

function plain(text: string): WordPattern {
  return { text, anyStart: false, anyEnd: false, marked: null, exact: null, endings: null };
}

/** `Ivan Petrovich Example`: I. Example, I. P. Example, I.P. Example, Ivan P. Example, and surname first. */
function initialForms(words: readonly string[]): string[][] {
  const given = words.slice(0, -1);
  const surname = words.at(-1) ?? "";
  if (given.length === 0 || surname.length < MIN_SURNAME || !words.every((word) => HAS_INITIALS.test(word))) return [];
  const initials = given.map((word) => word.charAt(0));
  const before = [initials, initials.slice(0, 1), [initials.join("")], [given[0] ?? "", ...initials.slice(1)]];
  return before.flatMap((start) => [
    [...start, surname],
    [surname, ...start],
  ]);
}

/** `Mohammad Reza Example`: Mohammadreza Example. */
function joinedForms(words: readonly string[]): string[][] {
  return words
    .slice(0, -2)
    .map((word, at) => [...words.slice(0, at), word + (words[at + 1] ?? ""), ...words.slice(at + 2)]);
}

function withoutTitles(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !TITLES.has(word));
  return words.length - from >= 2 ? words.slice(Math.max(from, 0)) : words;
}

function isSpaced(name: string): boolean {
  return tokenise(name).every(({ isCharacter }) => !isCharacter);
}

/** A listed spelling as terms: exactly its words, with case endings. */
function listedForm(words: readonly WordPattern[]): readonly TermWord[] {
  return words.map((word) => ({ pattern: inflected(word), gap: 0 }));
}

function surnameFirst(words: readonly string[]): string[] {
  return [...words.slice(-1), ...words.slice(0, -1)];
}

/**
 * The forms in which a listed name is looked for: as listed, without titles, surname first, with initials, with given
 * names written as one word. Folding and the tokeniser make hyphens and diacritics equal already.
 */
export function nameForms(name: string): readonly (readonly TermWord[])[] {
  const listed = wordPatterns(name, false).map((word) => ({ ...word, marked: null }));
  const words = withoutTitles(listed.map(({ text }) => text));
  if (words.length < 2 || !isSpaced(name)) return [listedForm(listed)];
  const others = [words, surnameFirst(words), ...joinedForms(words), ...initialForms(words)];
  return [listedForm(listed), ...others.map((form) => listedForm(form.map(plain)))];
}

/** The forms of a look-alike: listed and surname first; its initials would hide the person's own. */
export function lookAlikeForms(name: string): readonly (readonly TermWord[])[] {
  const listed = wordPatterns(name, false).map((word) => ({ ...word, marked: null }));
  const words = listed.map(({ text }) => text);
  if (words.length < 2 || !isSpaced(name)) return [listedForm(listed)];
  return [listedForm(listed), listedForm(surnameFirst(words).map(plain))];
}

/** Words in brackets after a name, each as a term; short ones say nothing. */
export function bracketTerms(brackets: string): readonly (readonly TermWord[])[] {
  return wordPatterns(brackets, false)
    .filter(({ text }) => text.length >= MIN_SURNAME || !HAS_INITIALS.test(text))
    .map((word) => [{ pattern: inflected({ ...word, marked: null }), gap: 0 }]);
}
