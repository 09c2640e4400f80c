import type { FoundForm } from "./found-form.ts";
import type { CharacterName } from "../names/spelling.ts";
import type { NamedItem } from "../rules/rule.ts";
import { decideAddressed } from "../rules/rules.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { isBehindPostInRun } from "../words/posts.ts";

const MOST_PIECES = 8;
/** Mr, Mrs, Miss, Dr. */
const ADDRESSES = ["นาย", "นาง", "นางสาว", "คุณ", "ดร."];

/**
 * Given names alone in a script without spaces, right behind an address or a post: กงสุลใหญ่กิตติศักดิ์. The item must name
 * the person in full, or the post and the country or place.
 */
export function findAddressedRuns(item: NamedItem): FoundForm[] {
  const { index, words, chosen } = item;
  if (index.addressed.byRun.isEmpty) return [];
  return words.flatMap((word, at): FoundForm[] => {
    if (word.info.script !== "dictionary" || chosen.taken[at] === 1) return [];
    const [only, second] = namesAt(item, at);
    if (only === undefined || second !== undefined) return [];
    const { entity, last } = only;
    const before = runBefore(words, at);
    const isAddressed = ADDRESSES.some((address) => before.endsWith(address));
    if (!isAddressed && !isBehindPostInRun(before)) return [];
    const candidate = { entity, first: at, last, distance: 0, way: "given", spelling: null, asks: null } as const;
    return [{ candidate, decision: decideAddressed(candidate, item) }];
  });
}

/** One a person, with the last of the pieces that a dictionary cuts the name into. */
function namesAt({ index, words }: NamedItem, at: number): { entity: CharacterName["entity"]; last: number }[] {
  const found = new Map<number, { entity: CharacterName["entity"]; last: number }>();
  let characters = "";
  for (let last = at; last < at + MOST_PIECES && words[last]?.info.script === "dictionary"; last += 1) {
    characters += words[last]?.info.fold ?? "";
    for (const { entity } of index.addressed.byRun.of(characters)) found.set(entity.person, { entity, last });
    if (words[last]?.gap !== GAP.joined) break;
  }
  return [...found.values()];
}

/** What stands before a word, over a space at most. */
function runBefore(words: readonly TextWord[], at: number): string {
  let run = "";
  for (let before = at - 1; at - before <= MOST_PIECES && words[before]?.info.script === "dictionary"; before -= 1) {
    const gap = words[before]?.gap;
    if (gap !== GAP.joined && !(gap === GAP.space && before === at - 1)) break;
    run = (words[before]?.info.fold ?? "") + run;
  }
  return run;
}
