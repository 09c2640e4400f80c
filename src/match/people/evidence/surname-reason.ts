import { BY_SOUND } from "../reading/part-distance.ts";
import type { Spelling } from "../names/spelling.ts";
import { headReason } from "./head-reason.ts";
import { GivenNamesInItem } from "./given-names-in-item.ts";
import { isOnlyPersons, type Bearer, type SurnameContext } from "./surname-context.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import type { WordInfo } from "../reading/word-info.ts";
import { isSubject, isWordAsWell } from "./word-as-well.ts";
import { isGivenName } from "../words/common-given-names.ts";
import { copiesNames } from "../sounds/home-script.ts";
import { isKin } from "../words/kin.ts";
import { isKoreanDeterminer } from "../words/korean-names.ts";
import { isHanOffice } from "../words/office-words.ts";
import { vietnamesePost } from "../words/vietnamese-offices.ts";
import { isBeforePlace } from "../words/prepositions.ts";
import { isAbjad, isCased, type Script } from "../sounds/script.ts";

/** Why a surname alone is taken for the person. */
export type SurnameReason =
  | { kind: "full-name" }
  | { kind: "story" }
  | { kind: "given-name" }
  | { kind: "office"; word: string }
  | { kind: "role"; role: string }
  | { kind: "head"; role: string }
  | { kind: "office-in-item"; word: string }
  | { kind: "always" };

/** "a title or office word stands within 5 words" (docs/configuration.md, `surname`). */
const OFFICE_WORDS = 5;
const DISTINCTIVE_CONSONANTS = 4;
const TOLD_CONSONANTS = 3;
const DISTINCTIVE_DISTANCE = 0.5;
/** So near, two consonants will do. */
const SAME_SOUNDS = 0.2;
/** Farther by sound, only the given name makes it the person. */
const MOST_HEARD = 0.55;

/** Whether names in a script are copied from where the person's name is at home, or listed: by sound it is another name. */
function isWrittenAsAtHome(script: Script, { surname, entity: { home } }: Spelling, language: string | null): boolean {
  if (home?.script === script && copiesNames(language, home)) return true;
  return isAbjad(script) && surname.script === script;
}

/** The Persian Ahmadi is Ahmad with an ending, and a surname all the same. */
function isFirstName({ isGivenName: mayBe, fold }: WordInfo, { distance }: Bearer): boolean {
  return mayBe && (distance > 0 || isGivenName(fold));
}

/** Finds what makes a bare surname the person. */
export class ReasonFinder {
  readonly #context: SurnameContext;
  #offices: ReadonlySet<number> | null = null;
  readonly #givenNames: GivenNamesInItem;

  constructor(context: SurnameContext) {
    this.#context = context;
    this.#givenNames = new GivenNamesInItem(context);
  }

  /** Null: nothing does. */
  find(at: number, word: TextWord, bearer: Bearer): SurnameReason | null {
    const { spelling } = bearer;
    const { index, chosen, known, named } = this.#context;
    const { person } = spelling.entity;
    if (!this.#isNearEnough(word, bearer)) return null;
    if (named.has(person)) return { kind: "full-name" };
    if (known.has(person)) return { kind: "story" };
    if (chosen.cancelled.has(person) && !isOnlyPersons(this.#context, word.info, bearer)) return null;
    if (index.people[person]?.surname === "always") return { kind: "always" };
    return this.#around(at, word, bearer);
  }

  /** What the item says around a surname that nothing else makes the person. */
  #around(at: number, word: TextWord, bearer: Bearer): SurnameReason | null {
    if (word.info.isPlace || isFirstName(word.info, bearer) || this.#isPlace(at, bearer)) return null;
    if (word.info.script === "hangul" && !this.#isKoreanAddress(at, word, bearer)) return null;
    if (this.#hasGivenName(at, bearer)) return { kind: "given-name" };
    const office = this.#officeBeside(at, bearer);
    const { index, evidence } = this.#context;
    if (office !== undefined && evidence.isAbroad(index.people[bearer.spelling.entity.person], at)) return null;
    const told = this.#withOffice(office, at, bearer) ?? headReason(this.#context, at, bearer);
    if (told !== null) return told;
    if (isWordAsWell(this.#context, bearer))
      return isSubject(this.#context, at, bearer) ? this.#role(at, bearer) : null;
    return this.#role(at, bearer) ?? this.#officeInItem(at, bearer);
  }

  /** A surname of few consonants that is heard is too many other words. */
  #hasGivenName(at: number, bearer: Bearer): boolean {
    const { spelling, distance, last } = bearer;
    if (distance >= BY_SOUND && spelling.surname.consonants < TOLD_CONSONANTS) return false;
    const { index, evidence } = this.#context;
    const person = index.people[spelling.entity.person];
    if (isWordAsWell(this.#context, bearer) && !evidence.speaksOfAny(person, at)) return false;
    return this.#givenNames.hasApart(spelling, { first: at, last });
  }

  /** `in Serrapetrona`, `u Kolombu`; not `in Zandieh's view`. */
  #isPlace(at: number, { last }: Bearer): boolean {
    const { words, table } = this.#context;
    const before = words[at - 1];
    const isPossessive = words[last]?.gap === GAP.joined && words[last + 1]?.info.fold === "s";
    return before?.gap === GAP.space && !isPossessive && isBeforePlace(before.source.toLowerCase(), table.language);
  }

  /** Everyday words are nobody, places and names that are copied from home only those who are spelled like them. */
  #isNearEnough({ info }: TextWord, { spelling, distance }: Bearer): boolean {
    if (info.isCommon || (info.isPlace && distance > 0)) return false;
    return distance < BY_SOUND || !isWrittenAsAtHome(info.script, spelling, this.#context.table.language);
  }

  /** Place of an office word beside the surname. */
  #officeBeside(at: number, { last }: Bearer): number | undefined {
    const { sentenceOf } = this.#context;
    const offices = this.#officeWords();
    for (let place = at - OFFICE_WORDS; place <= last + OFFICE_WORDS; place += 1) {
      const isBeside = offices.has(place) && sentenceOf(place) === sentenceOf(at);
      if (isBeside && !this.#isRelative(place, at, last)) return place;
    }
    return undefined;
  }

  /** `Frau Example, die Gattin des Botschafters`: a word for a relative stands between. */
  #isRelative(office: number, first: number, last: number): boolean {
    const between = this.#context.words.slice(Math.min(office, last) + 1, Math.max(office, first));
    return between.some(({ info }) => isKin(info.fold));
  }

  /** By sound, a surname of few consonants must be told by the person's own post. */
  #withOffice(office: number | undefined, at: number, bearer: Bearer): SurnameReason | null {
    const { spelling, distance } = bearer;
    const { index, evidence } = this.#context;
    const { consonants } = spelling.surname;
    const isEnough = consonants >= TOLD_CONSONANTS || (consonants > 1 && distance <= SAME_SOUNDS);
    const isTold = isEnough && evidence.tellsPost(index.people[spelling.entity.person], at);
    const isDistinctive = isTold || consonants >= DISTINCTIVE_CONSONANTS;
    if (distance >= BY_SOUND && (!isDistinctive || distance > MOST_HEARD)) return null;
    if (office === undefined || (consonants <= 1 && distance > 0)) return null;
    // `Konsul Wrona`, `Wrona, konsul`; in `Wrona ukradła konsulowi` the crow may be meant.
    const isTied = office < at || this.#context.words[bearer.last]?.gap === GAP.comma;
    if (!isTied && isWordAsWell(this.#context, bearer)) return null;
    return { kind: "office", word: this.#source(office) };
  }

  /** Spelled alike, in an item that speaks of the person's post, country or place. */
  #role(at: number, { spelling, distance }: Bearer): SurnameReason | null {
    const person = this.#context.index.people[spelling.entity.person];
    if (distance >= BY_SOUND || !this.#context.evidence.speaksOf(person, at)) return null;
    return { kind: "role", role: person?.role ?? "" };
  }

  #officeInItem(at: number, { spelling, distance }: Bearer): SurnameReason | null {
    const [anywhere] = this.#officeWords();
    const { index, evidence, words } = this.#context;
    // Without capitals nothing tells that it is a name at all.
    const isName = isCased(words[at]?.info.script ?? "other");
    if (!isName && !evidence.speaksOfAny(index.people[spelling.entity.person], at)) return null;
    if (anywhere === undefined || spelling.surname.consonants < DISTINCTIVE_CONSONANTS) return null;
    return distance > DISTINCTIVE_DISTANCE ? null : { kind: "office-in-item", word: this.#source(anywhere) };
  }

  /** `김 대사`: one syllable is a surname only right before an office, and if it is no word like `former`. */
  #isKoreanAddress(at: number, { source }: TextWord, { spelling }: Bearer): boolean {
    if (source.length > 1) return true;
    const { index, evidence } = this.#context;
    const isTold = evidence.tellsPost(index.people[spelling.entity.person], at);
    return !isKoreanDeterminer(source, isTold) && this.#context.words[at + 1]?.info.isOffice === true;
  }

  #source(at: number): string {
    return this.#context.words[at]?.source ?? "";
  }

  #officeWords(): ReadonlySet<number> {
    const { words, table } = this.#context;
    this.#offices ??= new Set(
      words.flatMap(({ info }, at) => {
        const behind = words[at + 1]?.info.fold ?? "";
        if (info.script === "han") return isHanOffice(info.fold) || isHanOffice(info.fold + behind) ? [at] : [];
        return info.isOffice || vietnamesePost(info.fold, behind, table.language) !== null ? [at] : [];
      }),
    );
    return this.#offices;
  }
}
