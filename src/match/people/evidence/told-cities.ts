import { vowelsIn } from "../reading/part-distance.ts";
import type { TextWord } from "../reading/text-words.ts";
import type { WordInfo } from "../reading/word-info.ts";
import { FAR, MOST_OF_CITY } from "../sounds/distances.ts";
import { tokenise } from "../../../text/tokenise.ts";
import type { Reading } from "../words/readings.ts";
import { isAbjad, scriptOf, type Script } from "../sounds/script.ts";
import { soundDistance } from "../sounds/sound-distance.ts";
import { consonantsIn, soundKeys } from "../sounds/sound-keys.ts";
import { soundsOf } from "../sounds/sounds.ts";

const MOST_KEYS = 4;
const MOST_NAMES = 10_000;
/** A city of fewer is known by its letters alone. */
const LEAST_CONSONANTS = 2;
/** Shorter names are whole words. */
const LONG_NAME = 4;

const WITHOUT_SPACES: ReadonlySet<Script> = new Set(["han", "kana", "dictionary"]);

interface HeardWord {
  key: string;
  sounds: Reading["sounds"];
  script: Script;
}

/** Names of cities are few, and asked for in every text. */
const foldedNames = new Map<string, { fold: string; script: Script }>();

function folded(name: string): { fold: string; script: Script } {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const fold = tokenise(name)
    .map(({ text }) => text)
    .join(" ");
  const made = { fold, script: scriptOf(fold) };
  if (foldedNames.size < MOST_NAMES) foldedNames.set(name, made);
  return made;
}

/** Made once for a word, however many items it stands in. */
const heardOf = new WeakMap<WordInfo, readonly HeardWord[]>();

function heardWords(info: WordInfo): readonly HeardWord[] {
  const known = heardOf.get(info);
  if (known !== undefined) return known;
  const { readings, script } = info;
  const heard = readings.flatMap(({ source, sounds }) =>
    soundKeys(source, sounds, { script, most: MOST_KEYS }).map((key) => ({ key, sounds, script })),
  );
  heardOf.set(info, heard);
  return heard;
}

/** Cities that words name: by their letters, and in other scripts by sound. */
export class ToldCities {
  readonly #words: readonly TextWord[];
  readonly #text: string;
  /** What is written without spaces, as one. */
  #run: string | null = null;
  #byKey: ReadonlyMap<string, readonly HeardWord[]> | null = null;
  readonly #told = new Map<string, boolean>();

  constructor(words: readonly TextWord[]) {
    this.#words = words;
    this.#text = `${words.map(({ info: { fold } }) => ` ${fold}`).join("")} `;
  }

  /** @param names of one city, in lower case */
  name(names: readonly string[]): boolean {
    return names.some((name) => this.#names(name));
  }

  #names(name: string): boolean {
    const known = this.#told.get(name);
    if (known !== undefined) return known;
    const isNamed = this.#isWritten(name) || this.#isHeard(name);
    this.#told.set(name, isNamed);
    return isNamed;
  }

  #isWritten(name: string): boolean {
    const { fold, script } = folded(name);
    if (WITHOUT_SPACES.has(script)) return this.#runOf().includes(fold.replaceAll(" ", ""));
    if (script === "hangul") return this.#text.includes(` ${fold}`);
    // `بطهران` has something attached before it; `الرياضة`, sports, is no Riyadh.
    const isWhole = fold.length < LONG_NAME || isAbjad(script);
    if (this.#text.includes(isWhole ? ` ${fold} ` : ` ${fold}`)) return true;
    return isAbjad(script) && this.#words.some(({ info }) => info.readings.some((reading) => reading.fold === fold));
  }

  #runOf(): string {
    this.#run ??= this.#words.flatMap(({ info }) => (WITHOUT_SPACES.has(info.script) ? [info.fold] : [])).join("");
    return this.#run;
  }

  #isHeard(name: string): boolean {
    const sounds = soundsOf(name, "latin");
    const consonants = consonantsIn(sounds);
    if (consonants < LEAST_CONSONANTS) return false;
    const byKey = (this.#byKey ??= this.#read());
    const limit = MOST_OF_CITY * consonants;
    return soundKeys(name, sounds, { script: "latin", most: MOST_KEYS })
      .flatMap((key) => byKey.get(key) ?? [])
      .some(({ sounds: heard, script }) => {
        const vowels = { left: vowelsIn(script, "latin"), right: vowelsIn("latin", script) };
        return soundDistance(heard, sounds, vowels, limit) < FAR;
      });
  }

  #read(): ReadonlyMap<string, readonly HeardWord[]> {
    const infos = new Set(this.#words.flatMap(({ info, isNameLike }) => (isNameLike ? [info] : [])));
    const heard = [...infos].flatMap(heardWords);
    return Map.groupBy(heard, ({ key }) => key);
  }
}
