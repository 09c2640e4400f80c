import type { NameIndex } from "../names/name-index.ts";
import type { Candidate } from "../reading/candidate.ts";
import type { TextWord } from "../reading/text-words.ts";
import type { WordTable } from "../reading/word-table.ts";
import { InitialFinder } from "./initial-candidates.ts";
import { ListedFinder } from "./listed-candidates.ts";
import { PairFinder } from "./pair-candidates.ts";

/** Stretches of words that may be names of two parts and more, of persons and look-alikes. */
export function nameCandidates(index: NameIndex, words: readonly TextWord[], table: WordTable): readonly Candidate[] {
  return [
    ...new ListedFinder(index, words).find(),
    ...new PairFinder(index, words, table).find(),
    ...new InitialFinder(index, words, table).find(),
  ];
}
