import { isWordAsWell } from "./look-alike.ts";
import { counts, type HanForm, type NamedItem, type Saying, type SurnameForm, type SurnameItem } from "./rule.ts";
import type { Candidate } from "../reading/candidate.ts";
import { officeSource } from "../reading/office-at.ts";
import { namesCountry } from "../evidence/told-countries.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { BY_SOUND, MOST_BESIDE_OFFICE, MOST_OF_TWO_CONSONANTS, MOST_WITH_OFFICE_IN_ITEM } from "../sounds/distances.ts";
import { isCased, type Script } from "../sounds/script.ts";
import { isSurnameFirst } from "../words/language-customs.ts";

/** "a title or office word stands within 5 words" (docs/configuration.md, `surname`). */
const OFFICE_WORDS = 5;
const DISTINCTIVE_CONSONANTS = 4;
const TOLD_CONSONANTS = 3;
const OFFICE_BEHIND: ReadonlySet<Script> = new Set(["han", "hangul", "kana"]);
/** Words from an office on to the name behind it, and those before the office that may name its country: `South Korea’s`. */
const PHRASE = 3;
const BEFORE_OFFICE = 3;
/** Words of a post right behind a name. */
const APPOSITION = 2;

/** Place of an office word beside a surname, in its sentence. */
function officeBeside({ first, last }: SurnameForm, { sentenceOf, offices }: SurnameItem): number | undefined {
  const places = offices();
  if (places.size === 0) return undefined;
  for (let place = first - OFFICE_WORDS; place <= last + OFFICE_WORDS; place += 1)
    if (places.has(place) && sentenceOf(place) === sentenceOf(first)) return place;
  return undefined;
}

/** Beside an office, in an item that speaks of other countries alone, or the office itself is another country's. */
export function isOfOfficeAbroad(form: SurnameForm, item: SurnameItem): boolean {
  const { evidence, index } = item;
  const person = index.people[form.entity.person];
  if (evidence.isAbroad(person, form.first)) return officeBeside(form, item) !== undefined;
  return isCased(form.spelling.surname.script) && evidence.isOfOthers(person, officePhrase(form, item));
}

/** The office right before a surname with the country it is of: `French consul general`, `consul general de France`. */
function officePhrase({ first }: SurnameForm, { words, offices, language }: SurnameItem): readonly TextWord[] {
  let begin = first;
  while (first - begin < PHRASE && !offices().has(begin) && words[begin - 1]?.gap === GAP.space) begin -= 1;
  if (!offices().has(begin)) return [];
  while (offices().has(begin - 1) && isBeside(words[begin - 1])) begin -= 1;
  // `Denmark's` are two words.
  const before = words.slice(words[begin - 2]?.gap === GAP.joined ? begin - 2 : begin - 1, begin);
  const isOfCountry = isBeside(before.at(-1)) && namesCountry(before, language);
  return words.slice(Math.max(0, isOfCountry ? begin - BEFORE_OFFICE : begin), first);
}

function isBeside(word: TextWord | undefined): boolean {
  return word?.gap === GAP.space || word?.gap === GAP.joined;
}

/** An office beside it; by sound, a surname of few consonants must be told by the person's own post. */
export function officeOfSurname(form: SurnameForm, item: SurnameItem): Saying | null {
  const { spelling, distance, first, last } = form;
  const { index, words } = item;
  const { consonants } = spelling.surname;
  const office = officeBeside(form, item);
  if (office === undefined || (consonants <= 1 && distance > 0)) return null;
  if (distance >= BY_SOUND && !isHeardWell(form, item)) return null;
  // `Konsul Wrona`, `Wrona, konsul`, `Wrona konzul` in Hungarian; in `Wrona ukradła konsulowi` the crow may be meant.
  const isTied =
    office < first || words[last]?.gap === GAP.comma || (office === last + 1 && hasOfficeBehind(form, item));
  return !isTied && isWordAsWell(index, spelling.entity.person) ? null : counts(officeSource(words, office));
}

/** Where an office stands right behind the name: `ヒエタニエミ大使`. */
function hasOfficeBehind({ last }: SurnameForm, { words, language }: SurnameItem): boolean {
  return isSurnameFirst(language) || OFFICE_BEHIND.has(words[last]?.info.script ?? "other");
}

/** Enough of it is heard: many consonants, or fewer where the item tells the person's post. */
function isHeardWell({ spelling, distance, first }: SurnameForm, { index, evidence }: SurnameItem): boolean {
  const { consonants } = spelling.surname;
  if (distance > MOST_BESIDE_OFFICE) return false;
  if (consonants >= DISTINCTIVE_CONSONANTS) return true;
  const isEnough = consonants >= TOLD_CONSONANTS || (consonants > 1 && distance <= MOST_OF_TWO_CONSONANTS);
  return isEnough && evidence.tellsPost(index.people[spelling.entity.person], first);
}

/** Of a given name in the place of a surname: the item tells post and country, or the post stands behind it at home. */
export function officeOfAddressed(
  { entity, first, last }: Candidate,
  { index, evidence, words }: NamedItem,
): Saying | null {
  const person = index.people[entity.person];
  if (evidence.tellsPost(person, first)) return counts(words[first - 1]?.source);
  const behind = words.slice(last + 1, last + 1 + APPOSITION);
  return evidence.tellsPostAtHome(person, behind) ? counts(behind[0]?.source) : null;
}

/** The person's own post right behind it, unless the item speaks of other countries alone: 黒坂総領事. */
export function postBehind(
  { entity, first, last, isBeforePost }: HanForm,
  { index, evidence, words }: NamedItem,
): Saying | null {
  if (!isBeforePost || evidence.isAbroad(index.people[entity.person], first)) return null;
  return counts(officeSource(words, last + 1));
}

/** A distinctive surname, and an office anywhere in the item; without capitals, with something of the role. */
export function officeInItem({ spelling, distance, first }: SurnameForm, item: SurnameItem): Saying | null {
  const { words, offices, index, evidence } = item;
  const { entity, surname } = spelling;
  if (surname.consonants < DISTINCTIVE_CONSONANTS || distance > MOST_WITH_OFFICE_IN_ITEM) return null;
  const [anywhere] = offices();
  if (anywhere === undefined || isWordAsWell(index, entity.person)) return null;
  // Without capitals nothing tells that it is a name at all.
  const isName = isCased(words[first]?.info.script ?? "other");
  if (!isName && !evidence.speaksOfAny(index.people[entity.person], first)) return null;
  return counts(officeSource(words, anywhere));
}
