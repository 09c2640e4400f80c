import { mayCompare, type Candidate } from "../reading/candidate.ts";
import type { NameIndex } from "../names/name-index.ts";
import { UnitReader, type Unit } from "../reading/name-unit.ts";
import type { NamePart } from "../names/name-part.ts";
import { partDistance } from "../reading/part-distance.ts";
import type { Spelling } from "../names/spelling.ts";
import { continuesAfter, GAP, type TextWord } from "../reading/text-words.ts";
import type { WordTable } from "../reading/word-table.ts";
import { isLongInitial } from "../words/long-initials.ts";
import { INITIAL, MOST_BESIDE_INITIAL } from "../sounds/distances.ts";
import { isCased } from "../sounds/script.ts";
import { soundsOf } from "../sounds/sounds.ts";

const MOST_SURNAME_WORDS = 2;
/** More in a row are no name; and reading each row to its end from each of its initials would take the square of its length. */
const MOST_INITIALS = 4;
/** With particles. */
const MOST_BEFORE_SURNAME = 6;

/** Surnames with initials: `I. Example`, `I. P. Example`, `Example I.` */
export class InitialFinder {
  readonly #index: NameIndex;
  readonly #words: readonly TextWord[];
  readonly #units: UnitReader;
  readonly #found: Candidate[] = [];

  constructor(index: NameIndex, words: readonly TextWord[], table: WordTable) {
    this.#index = index;
    this.#words = words;
    this.#units = new UnitReader(words, table);
  }

  find(): Candidate[] {
    for (const [at, word] of this.#words.entries()) {
      if (!word.isCapital || word.info.initialKeys.length === 0) continue;
      this.#before(at, word);
      this.#behind(at, word);
    }
    return this.#found;
  }

  #before(at: number, word: TextWord): void {
    let next = at + 1;
    while (next - at < MOST_INITIALS && this.#isInitial(next) && this.#continues(next - 1)) next += 1;
    const isDotted = isWrittenAsInitial(word) || this.#words[next - 1]?.gap === GAP.fullStop;
    if (!isDotted || !this.#continues(next - 1)) return;
    // `M. V. da Silva`
    while (next - at < MOST_BEFORE_SURNAME && this.#isParticle(next)) next += 1;
    for (let length = 1; length <= MOST_SURNAME_WORDS; length += 1) this.#add(at, word, this.#units.read(next, length));
    // `M. Akif Tunçbilek`
    const middle = this.#words[next];
    if (middle?.isCapital === true && middle.gap === GAP.space)
      this.#add(at, word, this.#units.read(next + 1, 1), middle.info.fold);
  }

  #isParticle(at: number): boolean {
    const word = this.#words[at];
    return word !== undefined && word.info.isParticle && !word.isCapital && word.gap === GAP.space;
  }

  #behind(at: number, word: TextWord): void {
    if (this.#words[at - 1]?.gap !== GAP.space || !isWrittenAsInitial(word)) return;
    // A capital behind it may be the surname that the initial belongs to.
    const next = this.#words[at + 1];
    if (next?.isCapital === true && next.info.initialKeys.length === 0 && !this.#isInitial(at + 1)) return;
    for (let length = 1; length <= MOST_SURNAME_WORDS; length += 1) {
      this.#add(at, word, this.#units.read(at - length, length));
    }
  }

  #isInitial(at: number): boolean {
    const word = this.#words[at];
    return word !== undefined && word.isCapital && word.info.fold.length === 1;
  }

  #continues(at: number): boolean {
    const word = this.#words[at];
    return word !== undefined && continuesAfter(word);
  }

  /** @param middle a word between, which must be the person's own; null: none */
  #add(at: number, initial: TextWord, surname: Unit | null, middle: string | null = null): void {
    if (surname === null || !isCased(surname.info.script)) return;
    const { initials, spellings } = this.#index.spelled;
    for (const a of initial.info.initialKeys) {
      for (const b of [...surname.info.exactKeys, ...surname.info.surnameKeys]) {
        initials.visit(a, b, (id) => {
          const spelling = spellings[id];
          if (spelling === undefined || !mayBegin(initial, spelling.given)) return;
          if (middle === null || spelling.between.has(middle)) this.#compare(at, surname, spelling);
        });
      }
    }
  }

  #compare(at: number, { info, first, last }: Unit, spelling: Spelling): void {
    if (!mayCompare(this.#index, spelling.entity, info, spelling.surname)) return;
    const distance = partDistance(info, spelling.surname, "surname");
    if (distance > MOST_BESIDE_INITIAL) return;
    this.#found.push({
      entity: spelling.entity,
      first: Math.min(at, first),
      last: Math.max(at, last),
      distance: distance + INITIAL,
      way: "initial",
      asks: null,
      spelling,
    });
  }
}

/** A full stop follows, or stands inside: `I.`, `I.P.` */
function isWrittenAsInitial({ gap, info }: TextWord): boolean {
  return gap === GAP.fullStop || (info.fold.length > 1 && !isLongInitial(info.fold));
}

/** `Yu.` begins Yuri, not Yelena; of a single letter the keys tell. */
function mayBegin({ info: { fold, script }, source }: TextWord, { readings }: NamePart): boolean {
  if (!isLongInitial(fold)) return true;
  const sounds = soundsOf(source.toLowerCase(), script);
  return readings.some(
    (name) => name.fold.startsWith(fold) || (sounds !== "" && name.sounds.replace(/^j/, "J").startsWith(sounds)),
  );
}
