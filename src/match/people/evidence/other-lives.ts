import { fieldText, type Document } from "../../engine/document.ts";
import type { Candidate } from "../reading/candidate.ts";
import type { TextWord } from "../reading/text-words.ts";

/** `, 15,` and ` (15)` behind a name, `，15岁`, `さん（15）`. */
const AGE = /^(?:,? ?\(|, |(?:さん|君|ちゃん|군|양)?[,，、（( ]{1,2})(?<age>\d{1,2})(?:[,)，）]|岁|歲|歳|세)/;
const OF_AGE = 18;
/** ` (1741-1809)` */
const LIFE = /^ ?\(\d{4} ?[-–—] ?(?<end>\d{4})\)/;
/** Nobody on a list of officials died before it. */
const LIVING_MEMORY = 1950;
const LONGEST = 20;

/** Persons whose full name an item gives to a child or to somebody long dead: in that item it is theirs everywhere. */
export function personsOfOtherLives(
  document: Document,
  words: readonly TextWord[],
  candidates: readonly Candidate[],
): ReadonlySet<number> {
  return new Set(
    candidates
      .filter(({ entity, last }) => !entity.isLookAlike && isOtherLife(textBehind(document, words[last])))
      .map(({ entity }) => entity.person),
  );
}

function textBehind(document: Document, word: TextWord | undefined): string {
  if (word === undefined) return "";
  const text = fieldText(document, word.last < document.titleEnd ? "title" : "body");
  const end = document.ends[word.last] ?? 0;
  return text.slice(end, end + LONGEST);
}

function isOtherLife(behind: string): boolean {
  const age = Number(AGE.exec(behind)?.groups?.["age"] ?? OF_AGE);
  const end = Number(LIFE.exec(behind)?.groups?.["end"] ?? LIVING_MEMORY);
  return age < OF_AGE || end < LIVING_MEMORY;
}
