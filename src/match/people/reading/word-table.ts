import { KEY, initialsOf, type KeyTable } from "../names/name-part.ts";
import type { WordInfo } from "./word-info.ts";
import { isLongInitial } from "../words/long-initials.ts";
import { isGivenName } from "../words/common-given-names.ts";
import { isCommonWord } from "../words/common-words.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { givenNameClass } from "../words/given-names.ts";
import { koreanKey, koreanSounds } from "../sounds/korean-romanisation.ts";
import { foldOfName } from "../words/han-name-variants.ts";
import { koreanSurnames } from "../words/korean-names.ts";
import { isParticle, isPatronymic, isSuffix, isTitle, joinsNext } from "../words/name-words.ts";
import { isOfficeWord } from "../words/office-words.ts";
import { isPlaceWord } from "../words/place-words.ts";
import { textReadings, type Reading } from "../words/readings.ts";
import { isAbjad, isCased, scriptOf, type Script } from "../sounds/script.ts";
import { soundKeys } from "../sounds/sound-keys.ts";
import { soundsOf } from "../sounds/sounds.ts";

const MOST_TEXT_KEYS = 6;
/** Distinct words that are remembered; beyond it the memory starts anew. */
const MAX_REMEMBERED = 100_000;
/** Longer ones are no names. */
const MAX_WORD = 60;
/** Names in them are found as listed, or are none. */
const NAMELESS: ReadonlySet<Script> = new Set(["han", "digits", "dictionary"]);
const KOREAN_SCRIPTS: ReadonlySet<Script> = new Set(["latin", "hangul"]);

/** Words of one language's texts. */
export class WordTable {
  readonly #keys: KeyTable;
  readonly language: string | null;
  readonly #words = new Map<string, WordInfo>();
  #joined = 0;
  readonly #transliterated = new Map<string, WordInfo>();

  constructor(keys: KeyTable, language: string | null) {
    this.#keys = keys;
    this.language = language;
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
    const info = this.#make((left.readings[0]?.source ?? "") + (right.readings[0]?.source ?? ""));
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
    const script = scriptOf(source);
    const mayBeName = source !== "" && (isForeign || !NAMELESS.has(script));
    const fold = foldIn(source, script);
    const isCommon = isCommonWord({ source, fold }, this.language);
    const isRead = mayBeName && !isCommon;
    const readings = isRead ? textReadings(source, script, this.language) : [plainReading(source, fold)];
    const isPlace = mayBeName && this.#isPlace(readings, script);
    const bySound = isRead && !isPlace ? this.#soundKeys(readings, script) : [];
    const { classId, korean } = isRead ? tablesOf(readings, script) : NO_TABLES;
    return {
      id: this.#size,
      fold,
      nameFold: nameFoldOf(fold, script),
      script,
      readings,
      ...this.#keysOf(readings, { bySound, classId, korean }),
      initialKeys: isInitial(source) && isCased(script) ? this.#initialKeys(source, script) : [],
      classId,
      korean,
      isGivenName: mayBeName && (classId !== null || isGivenName(fold)),
      isCommon,
      isPlace,
      ...rolesOf(source, fold),
      isOffice: mayBeName && isOfficeWord(fold, script),
      distances: new Map(),
      joined: null,
      matches: null,
      bearers: null,
    };
  }

  #keysOf(
    readings: readonly Reading[],
    { bySound, classId, korean }: Pick<WordInfo, "classId" | "korean"> & { bySound: readonly (number | undefined)[] },
  ): Pick<WordInfo, "exactKeys" | "givenKeys" | "surnameKeys" | "pairKeys" | "mayBeGiven" | "mayBeSurname"> {
    const exactKeys = known(readings.map(({ fold }) => this.#keys.find(KEY.exact + fold)));
    const givenKeys = known([
      ...bySound,
      classId === null ? undefined : this.#keys.find(KEY.givenClass + classId),
      this.#koreanGivenKey(readings[0]?.source ?? ""),
    ]);
    const surnameKeys = known([...bySound, ...(korean ?? []).map((id) => this.#keys.find(KEY.korean + id))]);
    const given = { exact: this.#inGivenRole(exactKeys), heard: this.#inGivenRole(givenKeys) };
    const surname = { exact: this.#inSurnameRole(exactKeys), heard: this.#inSurnameRole(surnameKeys) };
    return {
      exactKeys,
      givenKeys,
      surnameKeys,
      pairKeys: { given, surname },
      mayBeGiven: given.exact.length + given.heard.length > 0,
      mayBeSurname: surname.exact.length + surname.heard.length > 0,
    };
  }

  #koreanGivenKey(source: string): number | undefined {
    const sounds = KOREAN_SCRIPTS.has(scriptOf(source)) ? koreanSounds(source) : null;
    return sounds === null ? undefined : this.#keys.find(KEY.koreanGiven + koreanKey(sounds));
  }

  #inGivenRole(keys: readonly number[]): readonly number[] {
    return keys.filter((key) => this.#keys.isGiven(key));
  }

  #inSurnameRole(keys: readonly number[]): readonly number[] {
    return keys.filter((key) => this.#keys.isSurname(key));
  }

  /** With what Arabic and Hebrew attach: `המצרי` is the Egyptian. */
  #isPlace(readings: readonly Reading[], script: Script): boolean {
    const forms = isAbjad(script) ? readings : readings.slice(0, 1);
    return forms.some(({ fold }) => isPlaceWord(fold, this.language));
  }

  #soundKeys(readings: readonly Reading[], script: Script): (number | undefined)[] {
    const keys = readings.flatMap(({ source, sounds }) => soundKeys(source, sounds, { script, most: MOST_TEXT_KEYS }));
    return [...new Set(keys)].map((key) => this.#keys.find(KEY.sound + key));
  }

  #initialKeys(source: string, script: Script): readonly number[] {
    const letters = isLongInitial(source) ? source : source.charAt(0);
    const initials = initialsOf({ fold: foldWord(letters), sounds: soundsOf(letters, script) });
    return known(initials.map((initial) => this.#keys.find(KEY.initial + initial)));
  }
}

/** Han and digits come folded by the tokeniser. */
function foldIn(source: string, script: Script): string {
  return script === "han" || script === "digits" ? source : foldWord(source);
}

function nameFoldOf(fold: string, script: Script): string {
  return script === "han" ? foldOfName(fold) : fold;
}

const NO_TABLES: Pick<WordInfo, "classId" | "korean"> = { classId: null, korean: null };

/** What the tables of given names and of Korean surnames say. */
function tablesOf(readings: readonly Reading[], script: Script): Pick<WordInfo, "classId" | "korean"> {
  return { classId: classOf(readings, script), korean: koreanIn(readings[0]?.fold ?? "", script) };
}

function koreanIn(fold: string, script: Script): readonly number[] | null {
  return KOREAN_SCRIPTS.has(script) ? koreanSurnames(fold) : null;
}

/** What a word does in a name besides being a part of it. */
function rolesOf(
  source: string,
  fold: string,
): Pick<WordInfo, "isParticle" | "joinsNext" | "isTitle" | "isPatronymic" | "isSuffix"> {
  return {
    isParticle: isParticle(fold),
    joinsNext: joinsNext(fold),
    isTitle: isTitle(fold),
    isPatronymic: isPatronymic(source),
    isSuffix: isSuffix(fold),
  };
}

/** `I`, `I.P.`: the tokeniser reads single letters with full stops as one word. */
function isInitial(source: string): boolean {
  return source.length === 1 || isLongInitial(source) || /^\p{L}(?:\.\p{L})+\.?$/u.test(source);
}

function plainReading(source: string, fold: string): Reading {
  return { source, fold, sounds: "", cost: 0 };
}

function classOf(readings: readonly Reading[], script: Script): number | null {
  if (script === "hangul") return null;
  for (const { fold } of readings) {
    const classId = givenNameClass(fold);
    if (classId !== null) return classId;
  }
  return null;
}

function known(keys: readonly (number | undefined)[]): readonly number[] {
  return [...new Set(keys.filter((key) => key !== undefined))];
}
