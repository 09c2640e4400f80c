import type { FoundForm } from "./found-form.ts";
import { nearestBearers } from "./nearest-bearers.ts";
import type { NamedItem } from "../rules/rule.ts";
import { decideHanSurname } from "../rules/rules.ts";
import type { WordTable } from "../reading/word-table.ts";
import { beginsSentence, GAP, type TextWord } from "../reading/text-words.ts";
import { limitFor, SHARE_IN_HAN } from "../sounds/distances.ts";
import { isTransliterating } from "../sounds/han-sounds.ts";
import { isHanOffice } from "../words/office-words.ts";

const SHORTEST = 2;
const LONGEST = 8;
/** Where one may begin, in one item: each place is several new words. */
const MOST_PLACES = 1000;

interface Read {
  spelling: NonNullable<FoundForm["candidate"]["spelling"]>;
  distance: number;
  last: number;
}

/**
 * Foreign surnames alone in Han characters, right behind an office or at the beginning of a sentence: 总理莫迪, 莫迪启程. The item
 * must tell the person's post and country. Where such a name ends nothing tells: the nearest is meant.
 */
export function findForeignHanSurnames(item: NamedItem, table: WordTable): FoundForm[] {
  const { index, words, chosen } = item;
  if (index.spelled.surnames.isEmpty) return [];
  const places: number[] = [];
  for (let at = 0; at < words.length && places.length < MOST_PLACES; at += 1)
    if (words[at]?.info.script === "han" && chosen.taken[at] !== 1 && mayBegin(words, at)) places.push(at);
  return places.flatMap((at): FoundForm[] => {
    const read = surnameAt(item, table, at);
    if (read === null) return [];
    const { spelling, distance, last } = read;
    const candidate = {
      ...({ entity: spelling.entity, first: at, last, distance, way: "surname", spelling, asks: null } as const),
      isBeforePost: false,
    };
    return [{ candidate, decision: decideHanSurname(candidate, item) }];
  });
}

/** Behind an office of two characters, or where a sentence begins. */
function mayBegin(words: readonly TextWord[], at: number): boolean {
  if (beginsSentence(words[at - 1])) return true;
  return isHanOffice((words[at - 2]?.info.fold ?? "") + (words[at - 1]?.info.fold ?? ""));
}

/** The only person whose surname is the nearest to what begins there. */
function surnameAt({ index, words, chosen }: NamedItem, table: WordTable, at: number): Read | null {
  let characters = "";
  let best: readonly Read[] = [];
  for (let last = at; last < at + LONGEST && chosen.taken[last] !== 1; last += 1) {
    const word = words[last];
    if (word === undefined || !isTransliterating(word.info.fold)) break;
    characters += word.info.fold;
    if (characters.length >= SHORTEST) {
      const { persons } = nearestBearers(index, table.transliterated(characters));
      const near = persons.filter(({ spelling, distance }) => {
        return distance <= SHARE_IN_HAN * limitFor(spelling.surname.consonants);
      });
      const distance = near[0]?.distance ?? Infinity;
      if (distance <= (best[0]?.distance ?? Infinity) && near.length > 0)
        best = near.map((each) => ({ ...each, last }));
    }
    if (word.gap !== GAP.joined) break;
  }
  const [only, second] = best;
  return only === undefined || second !== undefined ? null : only;
}
