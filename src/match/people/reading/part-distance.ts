import type { NamePart } from "../names/name-part.ts";
import type { WordInfo } from "./word-info.ts";
import { isGivenName } from "../words/common-given-names.ts";
import { BY_SOUND, FAR, limitFor, MOST_IN_ONE_ABJAD, OTHER_GENDER } from "../sounds/distances.ts";
import { isAbjad, type Script } from "../sounds/script.ts";
import { isSameKoreanName, koreanReadings } from "../sounds/korean-romanisation.ts";
import { soundDistance, type Vowels } from "../sounds/sound-distance.ts";
import { asHeardIn, hearsFewer } from "../sounds/sounds.ts";

/**
 * Distance of a word of the text from a part of a listed name: 0 equal, below 0.1 equal but for an ending or a prefix,
 * above it alike by sound; `FAR`: another name. Two given names of different lines of the table are other names.
 */
export function partDistance(word: WordInfo, part: NamePart, role: "given" | "surname"): number {
  const key = 2 * part.id + (role === "given" ? 0 : 1);
  const known = word.distances?.get(key);
  if (known !== undefined) return known;
  const distance = measure(word, part, role);
  word.distances ??= new Map();
  word.distances.set(key, distance);
  return distance;
}

function measure(word: WordInfo, part: NamePart, role: "given" | "surname"): number {
  const spelled = spelledDistance(word, part);
  if (spelled < FAR || word.isCommon || word.isPlace) return spelled;
  return (role === "given" ? givenByTable(word, part) : surnameByTable(word, part)) ?? heardDistance(word, part);
}

/** Null: no table knows both. */
function givenByTable(word: WordInfo, part: NamePart): number | null {
  const { readings, classId } = word;
  const { koreanGiven, classId: own } = part;

  if (koreanGiven !== null) {
    const said = koreanReadings(readings, word.script);
    if (said.length > 0) return said.some((sounds) => isSameKoreanName(sounds, koreanGiven)) ? BY_SOUND : FAR;
  }
  if (isOfOtherGender(word, part)) return FAR;
  if (classId === null || own === null) return null;
  return classId === own ? BY_SOUND : FAR;
}

/** Two known names of which `-a` makes one a woman's: Petra and Peter, Daniela and Daniel. */
function isOfOtherGender({ script, fold }: WordInfo, part: NamePart): boolean {
  if (script !== "latin" || part.script !== "latin") return false;
  const own = part.readings[0]?.fold ?? "";
  return genderCost(fold, own) > 0 && isGivenName(fold) && isGivenName(own);
}

/** Null: the part is no Korean surname, or the word may be another spelling of it. */
function surnameByTable({ script, korean }: WordInfo, { korean: own }: NamePart): number | null {
  if (own === null) return null;
  if (korean !== null) return korean.some((id) => own.includes(id)) ? BY_SOUND : FAR;
  return script === "latin" || script === "hangul" ? FAR : null;
}

function spelledDistance(word: WordInfo, part: NamePart): number {
  if (word.script !== part.script) return FAR;
  let best = FAR;
  for (const [at, reading] of word.readings.entries()) {
    const isEqual = part.readings.some(({ fold }) => fold === reading.fold);
    if (isEqual) best = Math.min(best, reading.cost + (at === 0 ? 0 : 0.001));
  }
  return best;
}

const WITH_ADDED_VOWELS: ReadonlySet<Script> = new Set(["hangul", "kana", "han", "dictionary"]);

/** How a script writes vowels, beside another. They are loose between scripts; what both write with syllables of one script is alike or not. */
export function vowelsIn(script: Script, other: Script): Vowels {
  if (script === other) return "written";
  if (WITH_ADDED_VOWELS.has(script)) return "added";
  return isAbjad(script) ? "left-out" : "written";
}

function genderCost(left: string, right: string): number {
  const [a, b] = [left, right].map((sounds) => sounds.replace(/h$/, "").at(-1) ?? "");
  return (a === "a") !== (b === "a") && a !== "e" && b !== "e" ? OTHER_GENDER : 0;
}

function heardDistance(word: WordInfo, part: NamePart): number {
  const isSameScript = word.script === part.script;
  const limit = isSameScript && isAbjad(word.script) ? MOST_IN_ONE_ABJAD : limitFor(part.consonants);
  const hasGender = isSameScript && word.script === "latin";
  const vowels = { left: vowelsIn(word.script, part.script), right: vowelsIn(part.script, word.script) };
  const hears = !isSameScript && hearsFewer(word.script);
  let best = FAR;
  for (const { sounds, cost } of word.readings) {
    if (sounds === "") continue;
    for (const listed of part.readings) {
      if (listed.sounds === "") continue;
      const other = hears ? asHeardIn(word.script, listed.sounds) : listed.sounds;
      const heard = hears ? asHeardIn(word.script, sounds) : sounds;
      const gender = hasGender ? genderCost(heard, other) : 0;
      best = Math.min(best, soundDistance(heard, other, vowels, limit) + gender + cost + BY_SOUND);
    }
  }
  return best <= limit + BY_SOUND ? best : FAR;
}
