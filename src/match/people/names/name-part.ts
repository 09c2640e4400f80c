import { givenNameClass } from "../words/given-names.ts";
import { koreanSurnames } from "../words/korean-names.ts";
import { koreanSounds, otherBeginnings } from "../sounds/korean-romanisation.ts";
import type { KoreanSounds } from "../sounds/korean-sounds.ts";
import { asHeardAtHome, asSaidAtHome } from "../sounds/language-spelling.ts";
import { listedReadings, type Reading } from "../words/readings.ts";
import type { Script } from "../sounds/script.ts";
import { soundsOf } from "../sounds/sounds.ts";
import { consonantsIn, soundKeys } from "../sounds/sound-keys.ts";

/** Keys by their text, as numbers: what a part of a name and a word of a text meet under. */
export class KeyTable {
  readonly #ids = new Map<string, number>();
  /** Keys that given names have in some name, and those that surnames have. */
  readonly #given = new Set<number>();
  readonly #surname = new Set<number>();

  /** Number of a key, given to it now if it has none. */
  id(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(key, id);
    return id;
  }

  /** Number of a key; undefined: no name has it. */
  find(key: string): number | undefined {
    return this.#ids.get(key);
  }

  /** Notes what two keys are to each other in a name. */
  notePair(given: number, surname: number): void {
    this.#given.add(given);
    this.#surname.add(surname);
  }

  /** Those that given names have. */
  ofGiven(keys: readonly number[]): readonly number[] {
    return keys.filter((key) => this.#given.has(key));
  }

  ofSurnames(keys: readonly number[]): readonly number[] {
    return keys.filter((key) => this.#surname.has(key));
  }
}

/** Prefixes of keys, so that kinds never meet. */
export const KEY = { exact: "=", sound: "~", givenClass: "@", korean: "#", koreanGiven: "%", initial: "^" } as const;

const MOST_LISTED_KEYS = 8;

/** One part of listed names: given names or surname. Equal parts of all persons are one. */
export interface NamePart {
  id: number;
  script: Script;
  readings: readonly Reading[];
  /** Line of the table of given names; null: none. */
  classId: number | null;
  /** Korean surnames it may be; null: none, or not used as one. */
  korean: readonly number[] | null;
  /** Its syllables, where it stands for a Korean's given names; null: others, or it is not made of any. */
  koreanGiven: KoreanSounds | null;
  consonants: number;
  exactKeys: readonly number[];
  soundKeys: readonly { id: number; length: number }[];
  /** Of its first letter and its first sound. */
  initialKeys: readonly number[];
}

/** First letter and first sound: `И.` stands for Igor, `Ye.` and `E.` for Yelena, `Дж.` for John, the German `W.` for Vera. */
export function initialsOf({ fold, sounds }: Pick<Reading, "fold" | "sounds">): readonly string[] {
  const first = sounds.charAt(0);
  const second = sounds.charAt(1);
  const heard = { y: [first, second], w: [first, second, "v"], j: ["J", "y"] }[first] ?? [first];
  return [...new Set([fold.charAt(0), ...heard])].filter((initial) => initial !== "");
}

/** Without what is hardly heard, a shorter one is like many others: `Miller`. */
const LEAST_HEARD = 5;

/** Whether a name in Latin letters is said or heard at home otherwise than English would read it. */
function isHeardOtherwise(source: string, homeLanguage: string | null): boolean {
  if (asSaidAtHome(source, homeLanguage) !== source) return true;
  const heard = asHeardAtHome(source, homeLanguage);
  return heard !== null && consonantsIn(soundsOf(heard, "latin")) >= LEAST_HEARD;
}

/** What a part is in a Korean name. */
type KoreanRole = "given" | "surname" | null;

/** Makes the parts of all names. */
export class PartTable {
  readonly #keys: KeyTable;
  readonly #parts = new Map<string, NamePart>();
  #count = 0;

  constructor(keys: KeyTable) {
    this.#keys = keys;
  }

  /**
   * @param korean what the part is in the name of a Korean; null: in another's
   * @param homeLanguage that of the person's country; null: unknown, or it makes no difference
   */
  part(source: string, script: Script, korean: KoreanRole, homeLanguage: string | null): NamePart {
    const key = `${korean ?? ""}:${homeLanguage ?? ""}:${source}`;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const isSaidOtherwise = script === "latin" && isHeardOtherwise(source, homeLanguage);
    const part =
      homeLanguage === null || isSaidOtherwise
        ? this.#make(source, { script, korean, language: homeLanguage })
        : this.part(source, script, korean, null);
    this.#parts.set(key, part);
    return part;
  }

  #make(
    source: string,
    { script, korean, language }: { script: Script; korean: KoreanRole; language: string | null },
  ): NamePart {
    const readings = [source, ...(korean === "given" ? otherBeginnings(source) : [])].flatMap((each) =>
      listedReadings(each, script, language),
    );
    const fold = readings[0]?.fold ?? "";
    const bySound = new Set(
      readings.flatMap(({ source: word, sounds }) => soundKeys(word, sounds, { script, most: MOST_LISTED_KEYS })),
    );
    this.#count += 1;
    return {
      id: this.#count,
      script,
      readings,
      classId: script === "hangul" ? null : givenNameClass(fold),
      korean: korean === "surname" ? koreanSurnames(fold) : null,
      koreanGiven: korean === "given" && script !== "cyrillic" ? koreanSounds(source) : null,
      consonants: consonantsIn(readings[0]?.sounds ?? ""),
      exactKeys: readings.map((reading) => this.#keys.id(KEY.exact + reading.fold)),
      soundKeys: [...bySound].map((sound) => ({ id: this.#keys.id(KEY.sound + sound), length: sound.length })),
      initialKeys: [...new Set(readings.flatMap(initialsOf))].map((initial) => this.#keys.id(KEY.initial + initial)),
    };
  }
}
