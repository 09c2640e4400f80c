import { KEY, initialsOf, type KeyTable } from "../names/name-part.ts";
import type { OneOrMore } from "../names/pair-table.ts";
import type { WordInfo } from "./word-info.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { koreanKey, koreanReadings } from "../sounds/korean-romanisation.ts";
import { isCased, type Script } from "../sounds/script.ts";
import { soundKeys } from "../sounds/sound-keys.ts";
import { soundsOf } from "../sounds/sounds.ts";
import { givenNameClass } from "../words/given-names.ts";
import { koreanSurnames } from "../words/korean-names.ts";
import { isLongInitial } from "../words/long-initials.ts";
import type { Reading } from "../words/readings.ts";

const MOST_TEXT_KEYS = 6;
const KOREAN_SCRIPTS: ReadonlySet<Script> = new Set(["latin", "hangul", "cyrillic"]);

type Tables = Pick<WordInfo, "classId" | "korean">;

/** Of a word that no table is asked about. */
export const NO_TABLES: Tables = { classId: null, korean: null };

/** What the tables of given names and of Korean surnames say. */
export function tablesOf(readings: readonly Reading[], script: Script): Tables {
  return { classId: classOf(readings, script), korean: koreanIn(readings[0]?.fold ?? "", script) };
}

function koreanIn(fold: string, script: Script): readonly number[] | null {
  return KOREAN_SCRIPTS.has(script) ? koreanSurnames(fold) : null;
}

function classOf(readings: readonly Reading[], script: Script): number | null {
  if (script === "hangul") return null;
  for (const { fold } of readings) {
    const classId = givenNameClass(fold);
    if (classId !== null) return classId;
  }
  return null;
}

/** The keys of a word that listed names have, too. */
export function wordKeys(
  keys: KeyTable,
  { readings, script, classId, korean }: Pick<WordInfo, "readings" | "script"> & Tables,
  isHeard: boolean,
): Pick<WordInfo, "exactKeys" | "givenKeys" | "surnameKeys" | "asGiven" | "asSurname" | "anyGiven" | "anySurname"> {
  const bySound = isHeard ? soundKeysOf(keys, readings, script) : [];
  const exactKeys = known(readings.map(({ fold }) => keys.find(KEY.exact + fold)));
  const givenKeys = known([
    ...bySound,
    classId === null ? undefined : keys.find(KEY.givenClass + classId),
    ...koreanGivenKeys(keys, readings, script),
  ]);
  const surnameKeys = known([...bySound, ...(korean ?? []).map((id) => keys.find(KEY.korean + id))]);
  const asGiven = { exact: keys.ofGiven(exactKeys), heard: keys.ofGiven(givenKeys) };
  const asSurname = { exact: keys.ofSurnames(exactKeys), heard: keys.ofSurnames(surnameKeys) };
  return {
    exactKeys,
    givenKeys,
    surnameKeys,
    asGiven,
    asSurname,
    anyGiven: allOf(asGiven),
    anySurname: allOf(asSurname),
  };
}

function allOf({ exact, heard }: WordInfo["asGiven"]): OneOrMore {
  const all = [...new Set([...exact, ...heard])];
  const [only] = all;
  return only !== undefined && all.length === 1 ? only : all;
}

/** Keys of the letters that a word may be an initial as; none where it is no initial. */
export function initialKeys(keys: KeyTable, source: string, script: Script): readonly number[] {
  if (!isInitial(source) || !isCased(script)) return [];
  const letters = isLongInitial(source) ? source : source.charAt(0);
  const initials = initialsOf({ fold: foldWord(letters), sounds: soundsOf(letters, script) });
  return known(initials.map((initial) => keys.find(KEY.initial + initial)));
}

/** `I`, `I.P.`: the tokeniser reads single letters with full stops as one word. */
function isInitial(source: string): boolean {
  return source.length === 1 || isLongInitial(source) || /^\p{L}(?:\.\p{L})+\.?$/u.test(source);
}

function soundKeysOf(keys: KeyTable, readings: readonly Reading[], script: Script): (number | undefined)[] {
  const found = readings.flatMap(({ source, sounds }) => soundKeys(source, sounds, { script, most: MOST_TEXT_KEYS }));
  return [...new Set(found)].map((key) => keys.find(KEY.sound + key));
}

function koreanGivenKeys(keys: KeyTable, readings: readonly Reading[], script: Script): (number | undefined)[] {
  if (!KOREAN_SCRIPTS.has(script)) return [];
  return koreanReadings(readings, script).map((sounds) => keys.find(KEY.koreanGiven + koreanKey(sounds)));
}

function known(keys: readonly (number | undefined)[]): readonly number[] {
  return [...new Set(keys.filter((key) => key !== undefined))];
}
