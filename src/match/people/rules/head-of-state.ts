import { isOfOfficeAbroad } from "./office.ts";
import { counts, type NamedItem, type Saying, type SurnameForm, type SurnameItem } from "./rule.ts";
import { goesOn } from "../reading/longer-name.ts";
import { roleOf } from "../names/role-of-person.ts";
import type { Spelling } from "../names/spelling.ts";
import { GAP } from "../reading/text-words.ts";
import { isUnknown, type WordInfo } from "../reading/word-info.ts";
import { BY_SOUND, HEAD_BY_CONSONANT } from "../sounds/distances.ts";
import { isIndic } from "../sounds/script.ts";
import { isIndicVerb } from "../words/indic-verbs.ts";
import { hasCapitalNouns, isArticleOfNoun } from "../words/language-customs.ts";

const HEAD_CONSONANTS = 2;

/** Macron, Modi: a head of state or government, by sound only where little is left to chance. */
export function headOfState(form: SurnameForm, item: SurnameItem): Saying | null {
  const { spelling, distance, first } = form;
  const { index, evidence, words } = item;
  const info = words[first]?.info;
  const person = index.people[spelling.entity.person];
  const { consonants, korean } = spelling.surname;
  if (person?.role == null || korean !== null || !roleOf(person).isHead || consonants < HEAD_CONSONANTS) return null;
  const most = BY_SOUND + HEAD_BY_CONSONANT * (consonants - 1);
  if (consonants === HEAD_CONSONANTS && (info === undefined || !isWrittenOut(info, spelling))) return null;
  if (distance > most || !isAlone(form, item)) return null;
  // Heard beside an office of another country, it is more likely another word.
  if (distance >= BY_SOUND && isOfOfficeAbroad(form, item)) return null;
  return evidence.otherTrade(person, first) === null ? counts(person.role) : null;
}

/**
 * Without capitals, what is no everyday word, office, place or verb may be a given name. Where any noun has one: no article beside
 * it, and no other noun behind it: `die Modi`, `Merz Pharma`.
 */
function isAlone({ first, last }: SurnameForm, { words, language }: NamedItem): boolean {
  const [before, behind] = [words[first - 1], words[last + 1]];
  if (isIndic(words[first]?.info.script ?? "other"))
    return before?.gap !== GAP.space || !isUnknown(before.info) || isIndicVerb(before.info.fold, language);
  if (!hasCapitalNouns(language)) return true;
  return !goesOn(words, last, true) && ![before, behind].some((word) => isArticleOfNoun(word?.info.fold ?? ""));
}

/** Whether a word has a letter for each sound of the surname, vowels as well: مودي, not any word of m and d. */
function isWrittenOut({ readings: [word] }: WordInfo, { surname: { readings } }: Spelling): boolean {
  return (word?.sounds.length ?? 0) >= (readings[0]?.sounds.length ?? 0);
}
