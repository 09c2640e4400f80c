import type { MatchItem } from "../../../src/match/rule-set.ts";
import { splitSentences } from "../../../src/text/sentences.ts";
import type { ReadWord } from "./oracle-terms.ts";
import { cutWords, readings } from "./oracle-words.ts";

/** A word with all that a rule can ask about its place. */
export interface PlacedWord extends ReadWord {
  field: "title" | "body";
  /** Half words before it in its field. */
  place: number;
  sentence: number;
  paragraph: number;
  isLead: boolean;
}

/** Summary and body as they are matched. */
export function bodyOf({ summary, body }: MatchItem): string {
  return [summary, body].filter((part) => part !== "").join("\n\n");
}

/** The words of an item in the order of the text. */
export function placeWords(item: MatchItem): readonly PlacedWord[] {
  const body = bodyOf(item);
  const sentences = splitSentences(body, item.lang);
  return (["title", "body"] as const).flatMap((field) => {
    let place = 0;
    const text = field === "title" ? item.title : body;
    return cutWords(text).map((word): PlacedWord => {
      const own = place;
      place += word.isCharacter ? 1 : 2;
      const isTitle = field === "title";
      const sentence = isTitle ? -1 : sentences.findIndex(({ end }) => word.start < end);
      const paragraph = isTitle ? -1 : (text.slice(0, word.start).match(/\n\s*\n\s*/gu)?.length ?? 0);
      const read = readings(word.folded, item.lang === null || item.lang === "ar");
      return { ...word, readings: read, field, place: own, sentence, paragraph, isLead: isTitle || own < 120 };
    });
  });
}
