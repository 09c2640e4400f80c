import { Vocabulary } from "./vocabulary.ts";
import { WordReader } from "./word-reader.ts";

/** A word of a text, folded; offsets are UTF-16 units of the source, end exclusive. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** One Han or kana character: two of them count as a word. */
  isCharacter: boolean;
}

/** Words of earlier texts are of no use to the next one; it only saves the room. */
const MAX_KEPT = 10_000;
const vocabulary = new Vocabulary();
const reader = new WordReader(vocabulary);

/** The words of a text one by one, as `WordReader` cuts them. For rules and names: a matched item makes no tokens. */
export function tokenise(source: string): readonly Token[] {
  if (vocabulary.size > MAX_KEPT) vocabulary.clear();
  reader.rows.clear();
  reader.read(source);
  return Array.from(reader.rows.words.subarray(0, reader.rows.count), (word, row) => ({
    text: vocabulary.textOf(word),
    start: reader.rows.starts[row] ?? 0,
    end: reader.rows.ends[row] ?? 0,
    isCharacter: reader.rows.characters[row] === 1,
  }));
}
