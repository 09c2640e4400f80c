import type { KeyTable } from "../names/name-part.ts";
import type { WordInfo } from "./word-info.ts";
import { initialKeys, NO_TABLES, tablesOf, wordKeys } from "./word-keys.ts";
import { isGivenName } from "../words/common-given-names.ts";
import { isCommonWord } from "../words/common-words.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { foldOfName } from "../words/han-name-variants.ts";
import { isParticle, isPatronymic, isSuffix, isTitle, joinsNext } from "../words/name-words.ts";
import { isOfficeWord } from "../words/office-words.ts";
import { isPlaceWord } from "../words/place-words.ts";
import { textReadings, type Reading } from "../words/readings.ts";
import { isAbjad, scriptOf, type Script } from "../sounds/script.ts";

/** Distinct words that are remembered; beyond it the memory starts anew. */
const MAX_REMEMBERED = 100_000;
/** Longer ones are no names. */
const MAX_WORD = 60;
/** Names in them are found as listed, or are none. */
const NAMELESS: ReadonlySet<Script> = new Set(["han", "digits", "dictionary"]);

/** A word with its keys, by which it may be a name. */
interface ReadWord extends Pick<
  WordInfo,
  "script" | "fold" | "isCommon" | "readings" | "isPlace" | "classId" | "korean"
> {
  /** As it stands in the text, in small letters. */
  source: string;
  mayBeName: boolean;
  keys: ReturnType<typeof wordKeys>;
}

/** Words of one language's texts. */
export class WordTable {
  readonly #keys: KeyTable;
  readonly language: string | null;
  readonly #words = new Map<string, WordInfo>();
  #joined = 0;
  /** Stands for all words written as one that no name shares a key with: nearly all are such, and they would fill the memory. */
  readonly #nobodys: WordInfo;
  readonly #transliterated = new Map<string, WordInfo>();

  constructor(keys: KeyTable, language: string | null) {
    this.#keys = keys;
    this.language = language;
    this.#nobodys = this.#make("");
  }

  /** @param source the word as it stands in the text */
  word(source: string): WordInfo {
    const known = this.#words.get(source);
    if (known !== undefined) return known;
    const info = this.#make(source.length > MAX_WORD ? "" : source.toLowerCase());
    this.#words.set(source, info);
    return info;
  }

  /** A foreign name, or a part of one, in Han characters. */
  transliterated(name: string): WordInfo {
    const known = this.#transliterated.get(name);
    if (known !== undefined) return known;
    const info = this.#make(name, true);
    this.#transliterated.set(name, info);
    return info;
  }

  /** Two words written as one. */
  joined(left: WordInfo, right: WordInfo): WordInfo {
    const known = left.joined?.get(right.id);
    if (known !== undefined) return known;
    const read = this.#read((left.readings[0]?.source ?? "") + (right.readings[0]?.source ?? ""), false);
    const info = isNobodys(read) ? this.#nobodys : this.#infoOf(read);
    left.joined ??= new Map();
    left.joined.set(right.id, info);
    this.#joined += 1;
    return info;
  }

  /** Between texts: words of one text must know each other. */
  forgetTooMany(): void {
    if (this.#size < MAX_REMEMBERED) return;
    this.#words.clear();
    this.#joined = 0;
    this.#transliterated.clear();
  }

  get #size(): number {
    return this.#words.size + this.#joined + this.#transliterated.size;
  }

  /** @param isForeign a name by sound, in whatever script */
  #make(source: string, isForeign = false): WordInfo {
    return this.#infoOf(this.#read(source, isForeign));
  }

  /** What tells whether the word may be a part of a listed name. */
  #read(source: string, isForeign: boolean): ReadWord {
    const script = scriptOf(source);
    const mayBeName = source !== "" && (isForeign || !NAMELESS.has(script));
    const fold = foldIn(source, script);
    const isCommon = isCommonWord({ source, fold }, this.language);
    const isRead = mayBeName && !isCommon;
    const readings = isRead ? textReadings(source, script, this.language) : [plainReading(source, fold)];
    const isPlace = mayBeName && this.#isPlace(readings, script);
    const { classId, korean } = isRead ? tablesOf(readings, script) : NO_TABLES;
    const keys = wordKeys(this.#keys, { readings, script, classId, korean }, isRead && !isPlace);
    return { source, mayBeName, script, fold, isCommon, readings, isPlace, classId, korean, keys };
  }

  /** Without spreads, and what every word of a text is asked first: an entry then lies in one piece, read from its beginning. */
  #infoOf({ source, mayBeName, script, fold, isCommon, readings, isPlace, classId, korean, keys }: ReadWord): WordInfo {
    return {
      script,
      fold,
      mayBeGiven: keys.asGiven.exact.length + keys.asGiven.heard.length > 0,
      mayBeSurname: keys.asSurname.exact.length + keys.asSurname.heard.length > 0,
      isCommon,
      isParticle: isParticle(fold),
      joinsNext: joinsNext(fold),
      id: this.#size,
      joined: null,
      exactKeys: keys.exactKeys,
      initialKeys: initialKeys(this.#keys, source, script),
      possible: null,
      anyGiven: keys.anyGiven,
      anySurname: keys.anySurname,
      asGiven: keys.asGiven,
      asSurname: keys.asSurname,
      isTitle: isTitle(fold),
      isOffice: mayBeName && isOfficeWord(fold, script),
      isPlace,
      nameFold: nameFoldOf(fold, script),
      surnameKeys: keys.surnameKeys,
      givenKeys: keys.givenKeys,
      readings,
      classId,
      korean,
      isGivenName: mayBeName && (classId !== null || isGivenName(fold)),
      isPatronymic: isPatronymic(source),
      isSuffix: isSuffix(fold),
      distances: null,
      bearers: null,
    };
  }

  /** With what Arabic and Hebrew attach: `המצרי` is the Egyptian. */
  #isPlace(readings: readonly Reading[], script: Script): boolean {
    const forms = isAbjad(script) ? readings : readings.slice(0, 1);
    return forms.some(({ fold }) => isPlaceWord(fold, this.language));
  }
}

function isNobodys({ keys: { exactKeys, givenKeys, surnameKeys } }: ReadWord): boolean {
  return exactKeys.length + givenKeys.length + surnameKeys.length === 0;
}

/** Han and digits come folded by the tokeniser. */
function foldIn(source: string, script: Script): string {
  return script === "han" || script === "digits" ? source : foldWord(source);
}

function nameFoldOf(fold: string, script: Script): string {
  return script === "han" ? foldOfName(fold) : fold;
}

function plainReading(source: string, fold: string): Reading {
  return { source, fold, sounds: "", cost: 0 };
}
