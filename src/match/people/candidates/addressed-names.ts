import type { FoundForm } from "./found-form.ts";
import type { AddressedName } from "../names/spelling.ts";
import type { NamedItem } from "../rules/rule.ts";
import { decideAddressed } from "../rules/rules.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { isAddressLetter, isAddressWord } from "../words/addresses.ts";
import { vietnamesePost } from "../words/vietnamese-offices.ts";

/** Words that an apposition has before its office. */
const APPOSITION = 5;
/** `Đại sứ Việt Nam Thức`: words of a country between an office and a name. */
const MOST_BETWEEN = 2;

/**
 * Given names alone, where people have them in the place of a surname, behind an address or a post: Ông Thức, Đại sứ Thức,
 * Khun Anuwat. The item must name the person in full, or the post and country or place.
 */
export function findAddressedNames(item: NamedItem): FoundForm[] {
  const { index, words, chosen } = item;
  if (index.addressed.byWord.isEmpty) return [];
  return words.flatMap((word, at): FoundForm[] => {
    if (chosen.taken[at] === 1 || !word.isNameLike || goesOn(words, at)) return [];
    const bearers = bearersOf(item, word);
    const withMiddle = bearers.filter((bearer) => hasMiddle(item, bearer, at - 1));
    const first = withMiddle.length > 0 ? at - 1 : at;
    if (!(isAddressed(item, first) || isBeforeOffice(words, at) || isInApposition(item, first, at))) return [];
    const [only, second] = meant(item, withMiddle.length > 0 ? withMiddle : bearers);
    if (only === undefined || second !== undefined) return [];
    const candidate = {
      entity: only.entity,
      first,
      last: at,
      distance: 0,
      way: "given",
      spelling: null,
      asks: null,
    } as const;
    return [{ candidate, decision: decideAddressed(candidate, item) }];
  });
}

/** Whose given name it is, as it stands there, else without its ending: `Hallgerðar` of Hallgerður. */
function bearersOf({ index }: NamedItem, word: TextWord): readonly AddressedName[] {
  const { fold, readings } = word.info;
  const names = index.addressed.byWord.of(fold);
  if (names.length > 0) return writtenSo(word, names);
  return readings.flatMap((reading) => (reading.fold === fold ? [] : index.addressed.byWord.of(reading.fold)));
}

/** `Bà Bích Hằng`: the middle name right before the given name. */
function hasMiddle({ words, chosen }: NamedItem, { middle }: AddressedName, at: number): boolean {
  const word = words[at];
  return word?.gap === GAP.space && word.isCapital && chosen.taken[at] !== 1 && word.info.fold === middle;
}

/** Icelandic: `Hallgerður sendiherra` */
function isBeforeOffice(words: readonly TextWord[], at: number): boolean {
  const next = words[at + 1];
  return words[at]?.gap === GAP.space && next?.info.isOffice === true && !next.isCapital;
}

/** `Anuwat, the Thai foreign ministry spokesman` */
function isInApposition({ words, sentenceOf }: NamedItem, first: number, at: number): boolean {
  const before = words[first - 1];
  if (words[at]?.gap !== GAP.comma || (before?.gap === GAP.space && before.isCapital)) return false;
  const behind = Array.from({ length: APPOSITION }, (_, offset) => at + 1 + offset);
  return behind.some((place) => words[place]?.info.isOffice === true && sentenceOf(place) === sentenceOf(at));
}

/** Behind an address, or an office and its country. */
function isAddressed(item: NamedItem, at: number): boolean {
  const { words } = item;
  let place = at - 1;
  while (at - place <= MOST_BETWEEN && words[place]?.gap === GAP.space && words[place]?.info.isPlace === true)
    place -= 1;
  return isBehind(item, place);
}

/** Whether an address or an office, also one of two syllables, ends at a word. */
function isBehind({ words, language }: NamedItem, at: number): boolean {
  const word = words[at];
  if (word === undefined || (word.gap !== GAP.space && word.gap !== GAP.fullStop)) return false;
  const { isTitle, isOffice, fold } = word.info;
  if (isTitle || isOffice || isAddressWord(word.source)) return true;
  if (word.gap === GAP.fullStop && isAddressLetter(fold, language)) return true;
  return vietnamesePost(words[at - 1]?.info.fold ?? "", fold, language) !== null;
}

/** Whether more of a name follows. */
function goesOn(words: readonly TextWord[], at: number): boolean {
  const next = words[at + 1];
  return words[at]?.gap === GAP.space && next?.capitalsTell === true && next.isCapital;
}

/** With the same marks, or where the text or the list has none. */
function writtenSo({ source, info: { fold } }: TextWord, names: readonly AddressedName[]): readonly AddressedName[] {
  const written = source.normalize("NFC").toLowerCase();
  if (written === fold) return names;
  const marked = new Set(names.filter(({ given }) => given !== fold).map(({ entity }) => entity.person));
  return names.filter(({ given, entity }) => given === written || !marked.has(entity.person));
}

/** One a person; those whom the item or its story names in full go first. */
function meant({ named, known }: NamedItem, names: readonly AddressedName[]): AddressedName[] {
  const persons = [...new Map(names.map((name) => [name.entity.person, name])).values()];
  const full = persons.filter(({ entity }) => named.has(entity.person) || known.has(entity.person));
  return full.length > 0 ? full : persons;
}
