import { goesOn } from "../reading/longer-name.ts";
import type { Spelling } from "../names/spelling.ts";
import { isGivenNameOf } from "./given-name-of.ts";
import { addTo } from "../names/add-to.ts";
import type { NameIndex } from "../names/name-index.ts";
import { hasCapitalNouns, isSurnameFirst } from "../words/language-customs.ts";
import { beginsSentence, GAP, type TextWord } from "../reading/text-words.ts";
import { isUnknown, type WordInfo } from "../reading/word-info.ts";
import { hasCommonWords } from "../words/common-words.ts";
import { isCased } from "../sounds/script.ts";

/** `Ivan and Example` are two people: the given name must stand farther away. */
const APART = 4;
const SHORTEST = 3;

interface Text {
  index: NameIndex;
  words: readonly TextWord[];
  language: string | null;
}

/** The first and the last word of an item that a word stands at. */
interface Span {
  first: number;
  last: number;
}

/** Given names that stand in an item without a surname: `Kamran` in the headline, `Zandieh` in the text. */
export class GivenNamesInItem {
  readonly #text: Text;
  /** Each word once, however often it stands there: by its keys. */
  #byKey: ReadonlyMap<number, readonly WordInfo[]> | null = null;
  readonly #spans = new Map<WordInfo, Span>();

  constructor(text: Text) {
    this.#text = text;
  }

  /** Whether one of the person's stands apart from a surname, in the surname's script. */
  hasApart(spelling: Spelling, { first, last }: Span): boolean {
    const script = this.#text.words[first]?.info.script;
    return this.#alikeTo(spelling).some((info) => {
      const span = this.#spans.get(info);
      const isApart = span !== undefined && (span.first < first - APART || span.last > last + APART);
      return isApart && info.script === script && isGivenNameOf(this.#text.index, info, spelling);
    });
  }

  /** Words that share a key with the given names of the person. */
  #alikeTo({ entity }: Spelling): readonly WordInfo[] {
    const byKey = (this.#byKey ??= this.#read());
    const spellings = this.#text.index.spellingsOf.get(entity.person) ?? [];
    const keys = spellings.flatMap(({ given: { exactKeys, soundKeys } }) => [
      ...exactKeys,
      ...soundKeys.map(({ id }) => id),
    ]);
    return [...new Set([...new Set(keys)].flatMap((key) => byKey.get(key) ?? []))];
  }

  #read(): ReadonlyMap<number, readonly WordInfo[]> {
    for (const [at, { info, isNameLike }] of this.#text.words.entries()) {
      if (!isNameLike || info.fold.length < SHORTEST || this.#hasSurname(at)) continue;
      const span = this.#spans.get(info);
      if (span === undefined) this.#spans.set(info, { first: at, last: at });
      else span.last = at;
    }
    const byKey = new Map<number, WordInfo[]>();
    for (const info of this.#spans.keys())
      for (const key of new Set([...info.exactKeys, ...info.givenKeys])) addTo(byKey, key, info);
    return byKey;
  }

  /** Whether a given name stands beside a surname already: `Marcos Silva` says nothing of a Marcos Prado. */
  #hasSurname(at: number): boolean {
    const { words, language } = this.#text;
    if (
      // Where nouns have capitals, behind a given name what else would follow it.
      goesOn(words, at, hasCapitalNouns(language)) ||
      (hasCommonWords(language) && isBeforeUnknownWord(words, at))
    )
      return true;
    const before = words[at - 1];
    if (before === undefined || before.gap !== GAP.space || !before.capitalsTell || !before.isCapital) return false;
    return isUnknown(before.info) && (isSurnameFirst(language) || !beginsSentence(words[at - 2]));
  }
}

/** In scripts without capitals what follows is a surname unless it is an everyday word, an office or a place. */
function isBeforeUnknownWord(words: readonly TextWord[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || words[at]?.gap !== GAP.space || isCased(next.info.script)) return false;
  return isUnknown(next.info);
}
