import { isConjunction } from "./longer-name.ts";
import type { Spelling } from "../names/spelling.ts";
import { vowelsIn } from "./part-distance.ts";
import type { TextWord } from "./text-words.ts";
import { listedReadings } from "../words/readings.ts";
import { limitFor, MOST_OF_WORD_BETWEEN } from "../sounds/distances.ts";
import { soundDistance } from "../sounds/sound-distance.ts";
import type { Script } from "../sounds/script.ts";
import { consonantsIn } from "../sounds/sound-keys.ts";
import { asHeardIn, hearsFewer, soundsOf } from "../sounds/sounds.ts";

/** Inside a name stand names and particles, no other words. */
export function mayStandBetween({ isNameLike, info }: TextWord): boolean {
  return isNameLike || info.isParticle;
}

/** Articles, `de`, initials; `Petrov i Ivanova` are two people. */
export function isSmall(word: TextWord): boolean {
  const { info } = word;
  return (info.isParticle || info.fold.length === 1) && !isConjunction(word);
}

/** Words that may stand inside any name: particles, initials, fathers' names. */
function isPassing(word: TextWord): boolean {
  return isSmall(word) || word.info.isPatronymic;
}

/** The same, where an initial is that of a word between, and the name's own other words, in other scripts by sound. */
export function maySkip(word: TextWord, spelling: Spelling): boolean {
  const { between, surname } = spelling;
  const { fold, script } = word.info;
  if (fold.length === 1 && between.size > 0 && script === surname.script) return someBeginsWith(between, fold);
  return isPassing(word) || between.has(fold) || soundsLikeOneBetween(spelling, word);
}

/** Whether words between two parts are all that a name has there, some of them as initials: the `D.` of `Nguyen D. Khue`. */
export function isWholeBetween(words: readonly TextWord[], { between }: Spelling): boolean {
  const names = words.filter(({ info }) => !info.isParticle);
  if (names.length === 0 || names.length !== between.size) return false;
  return [...between].every((own, at) => {
    const fold = names[at]?.info.fold ?? "";
    return fold === own || (fold.length === 1 && own.startsWith(fold));
  });
}

function someBeginsWith(others: ReadonlySet<string>, initial: string): boolean {
  for (const other of others) if (other.startsWith(initial)) return true;
  return false;
}

/** How words of names sound, by the words. */
const soundsOfWords = new WeakMap<readonly string[], readonly string[]>();

function soundsBetween({ spelledBetween, language, surname: { script } }: Spelling): readonly string[] {
  const known = soundsOfWords.get(spelledBetween);
  if (known !== undefined) return known;
  const readings = spelledBetween.flatMap((other) => listedReadings(other, script, language));
  const sounds = readings.map((reading) => reading.sounds).filter((each) => each !== "");
  soundsOfWords.set(spelledBetween, sounds);
  return sounds;
}

function soundsLikeOneBetween(spelling: Spelling, { source, info: { script } }: TextWord): boolean {
  const { surname, between, language } = spelling;
  const isSameScript = script === surname.script;
  // In its own script a name is copied, unless it is said otherwise at home: Cabdullaahi, Abdullahi.
  if (between.size === 0 || (isSameScript && language === null)) return false;
  const vowels = { left: vowelsIn(script, surname.script), right: vowelsIn(surname.script, script) };
  const sounds = heardIn(script, soundsOf(source.toLowerCase(), script));
  if (sounds === "") return false;
  return soundsBetween(spelling).some((other) => {
    const limit = isSameScript ? MOST_OF_WORD_BETWEEN : limitFor(consonantsIn(other));
    const own = heardIn(script, other);
    return soundDistance(sounds, own, vowels, limit) <= limit;
  });
}

function heardIn(script: Script, sounds: string): string {
  return hearsFewer(script) ? asHeardIn(script, sounds) : sounds;
}
