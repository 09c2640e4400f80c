import type { Person } from "../rule-set.ts";
import { pinyinOfName } from "./names/han-pinyin.ts";
import type { NameCustoms } from "./names/name-customs.ts";
import type { NamePair } from "./names/name-pairs.ts";
import { customsOf, derivedNames, matchModeOf, scriptsOf, type MatchMode } from "./names/person-traits.ts";
import { readName } from "./names/read-name.ts";
import { isCommonWord } from "./words/common-words.ts";
import { foldWord } from "./sounds/fold-word.ts";
import { givenNameClass } from "./words/given-names.ts";
import { hangulSpellings } from "./words/korean-names.ts";
import { isPlaceWord } from "./words/place-words.ts";
import { isCased, scriptOf, type Script } from "./sounds/script.ts";
import { soundsOf } from "./sounds/sounds.ts";
import { consonantsIn } from "./sounds/sound-keys.ts";

/** What `check` tells about a person. */
export interface PersonDescription {
  /** Forms that are accepted, by script; examples of what is made of the listed names. */
  forms: readonly { script: string; forms: readonly string[] }[];
  /** What an operator should add by hand. */
  advice: readonly string[];
}

const SCRIPT_NAMES: Readonly<Partial<Record<Script, string>>> = { dictionary: "Thai, Lao, Khmer, Burmese" };
const BY_SOUND =
  "Latin, Cyrillic, Greek, Arabic, Hebrew, Hangul, katakana, Georgian, Armenian, Ethiopic, scripts of India, Han with a middle dot";
const BY_SOUND_CAREFUL = "Latin, Cyrillic, Greek";
const HAN_NAME = /^\p{Script=Han}{2,5}$/u;
const SHORT = 1;

interface Surname {
  word: string;
  script: Script;
}

/** Describes how a person is recognised, and what must be listed by hand. */
export async function describePerson(person: Person): Promise<PersonDescription> {
  const names = [...new Set([person.name, ...person.names])];
  const customs = customsOf(person, scriptsOf(names));
  const mode = matchModeOf(person);
  const byScript = new Map<string, Set<string>>();
  const surnames: Surname[] = [];
  function note(script: Script, form: string): void {
    const title = SCRIPT_NAMES[script] ?? script;
    byScript.set(title, (byScript.get(title) ?? new Set()).add(form));
  }
  const pairs: NamePair[] = [];
  for (const name of names) {
    const read = readName(name, customs, new Set());
    if (read === null) continue;
    note(read.script, name);
    if (read.hangul !== null) for (const form of hangulSpellings(read.hangul)) note(read.script, form);
    if (mode === "listed") continue;
    // Listed with the surname first beside the other order: what stands last is no surname.
    const own = read.pairs.filter(({ given, surname }) => {
      return !pairs.some((pair) => pair.given === surname && pair.surname === given);
    });
    pairs.push(...own);
    for (const { given, surname } of own) {
      surnames.push({ word: surname, script: read.script });
      for (const form of formsOf({ given, surname }, read.script, person)) note(read.script, form);
    }
  }
  const { spellings, hangul, vietnamese } = derivedNames(names, customs, mode);
  if (mode !== "listed")
    for (const form of [...spellings, ...hangul, ...vietnamese]) note(scriptOf(form), titled(form));
  if (mode !== "listed") byScript.set("by sound", new Set([mode === "careful" ? BY_SOUND_CAREFUL : BY_SOUND]));
  return {
    forms: [...byScript].map(([script, forms]) => ({ script, forms: [...forms] })),
    advice: [
      ...adviceOnScripts(names, mode),
      ...(isWrittenInHan(names, customs) ? await adviceOnPinyin(names) : []),
      ...adviceOnSurname(surnames, person),
    ],
  };
}

function formsOf({ given, surname }: { given: string; surname: string }, script: Script, person: Person): string[] {
  if (script === "hangul") return [];
  const [first, last] = [titled(given), titled(surname)];
  const both = [`${first} ${last}`, `${last}, ${first}`];
  if (matchModeOf(person) !== "full") return both;
  const initial = isCased(script) ? [`${first.charAt(0)}. ${last}`] : [];
  const alone = {
    auto: [`${last} (beside an office word or the full name)`],
    always: [last],
    never: [],
  }[person.surname ?? "auto"];
  return [...both, ...initial, ...alone];
}

function titled(name: string): string {
  return name
    .split(" ")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

function adviceOnScripts(names: readonly string[], mode: MatchMode): string[] {
  const scripts = new Set(names.map(scriptOf));
  const advice: string[] = [];
  if (!scripts.has("han")) {
    const how = mode === "full" ? "be matched by sound at most" : "not be matched";
    advice.push(`no Han spelling listed: Chinese and Japanese reports will ${how}`);
  }
  if (!scripts.has("dictionary")) {
    advice.push("no Thai, Burmese, Khmer or Lao spelling listed: reports in these scripts will not be matched");
  }
  return advice;
}

/** The name is a Chinese one, and not another that Han characters only sound like: 拉夫罗夫. */
function isWrittenInHan(names: readonly string[], customs: NameCustoms): boolean {
  const { isFamilyFirst, isJapanese, isKorean, isVietnamese } = customs;
  const isForeign =
    isJapanese || isKorean || isVietnamese || (!isFamilyFirst && names.some((name) => scriptOf(name) !== "han"));
  return !isForeign;
}

/** A Han name is written in pinyin nearly everywhere else: it should be listed as well. */
async function adviceOnPinyin(names: readonly string[]): Promise<string[]> {
  const listed = new Set(names.map(foldName));
  const advice: string[] = [];
  for (const name of names.filter((each) => HAN_NAME.test(each))) {
    const pinyin = await pinyinOfName(name);
    if (!listed.has(foldName(pinyin)))
      advice.push(`${name} is ${pinyin} in pinyin, which is not listed: add it if it is right`);
  }
  return advice;
}

function foldName(name: string): string {
  return foldWord(name.replaceAll(/[\s'’-]/g, ""));
}

function adviceOnSurname(surnames: readonly Surname[], { surname: choice }: Person): string[] {
  if (choice === "never") return [];
  const advice = surnames.flatMap(({ word, script }) => {
    const fold = foldWord(word);
    const remedy = "say `surname: never`, or list look-alikes under not:";
    if (isCommonWord({ source: word, fold }, null))
      return [`the surname ${titled(word)} is an everyday word: ${remedy}`];
    if (isPlaceWord(fold, null)) return [`the surname ${titled(word)} is a place: ${remedy}`];
    if (givenNameClass(fold) !== null) return [`the surname ${titled(word)} is a given name as well: ${remedy}`];
    const sounds = soundsOf(word, script);
    if (sounds === "" || consonantsIn(sounds) > SHORT) return [];
    return [`the surname ${titled(word)} is too short to be matched by sound: list its other spellings`];
  });
  return [...new Set(advice)];
}
