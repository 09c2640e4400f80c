import { goesOn } from "../reading/longer-name.ts";
import { BY_SOUND } from "../reading/part-distance.ts";
import { roleOf } from "../names/role-of-person.ts";
import type { Spelling } from "../names/spelling.ts";
import type { Bearer, SurnameContext } from "./surname-context.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import type { WordInfo } from "../reading/word-info.ts";
import { isIndic } from "../sounds/script.ts";

const CAPITAL_NOUNS = "de";
const ARTICLES: ReadonlySet<string> = new Set(["der", "die", "das", "den", "dem", "des"]);
const HEAD_CONSONANTS = 2;
/** By sound, for each consonant but the first. */
const HEAD_DISTANCE = 0.16;

/** Macron, Modi: a head of state or government, by sound only where little is left to chance. */
export function headReason(
  context: SurnameContext,
  at: number,
  { spelling, distance, last }: Bearer,
): { kind: "head"; role: string } | null {
  const { index, evidence, words } = context;
  const info = words[at]?.info;
  const person = index.people[spelling.entity.person];
  const { consonants, korean } = spelling.surname;
  if (person?.role == null || korean !== null || !roleOf(person).isHead || consonants < HEAD_CONSONANTS) return null;
  const most = BY_SOUND + HEAD_DISTANCE * (consonants - 1);
  if (consonants === HEAD_CONSONANTS && (info === undefined || !isWrittenOut(info, spelling))) return null;
  if (!isAlone(context, at, last)) return null;
  return distance > most || evidence.otherTrade(person, at) !== null ? null : { kind: "head", role: person.role };
}

/** In German any noun has a capital: no article beside it, and no other noun behind it: `die Modi`, `Merz Pharma`. */
function isAlone({ words, table }: SurnameContext, at: number, last: number): boolean {
  if (isIndic(words[at]?.info.script ?? "other")) return !isUnknownBefore(words, at);
  if (table.language !== CAPITAL_NOUNS) return true;
  const beside = [words[at - 1], words[last + 1]];
  return !goesOn(words, last, true) && !beside.some((word) => ARTICLES.has(word?.info.fold ?? ""));
}

/** Whether a word has a letter for each sound of the surname, vowels as well: مودي, not any word of m and d. */
function isWrittenOut({ readings: [word] }: WordInfo, { surname: { readings } }: Spelling): boolean {
  return (word?.sounds.length ?? 0) >= (readings[0]?.sounds.length ?? 0);
}

/** Without capitals, what is no everyday word, office or place may be a first name. */
function isUnknownBefore(words: readonly TextWord[], at: number): boolean {
  const before = words[at - 1];
  if (before?.gap !== GAP.space) return false;
  const { isCommon, isOffice, isTitle, isPlace, isParticle } = before.info;
  return !(isCommon || isOffice || isTitle || isPlace || isParticle);
}
