import type { MatchItem } from "../../src/match/rule-set.ts";
import { pick } from "../../test/support/seeded-random.ts";
import type { MadeLanguage } from "./made-languages.ts";

/** Draws that fall on a word of the item's topic, and sentences that name somebody. */
const ON_TOPIC = 0.12;
const WITH_NAME = 0.08;
const TITLE_WORDS = 9;
const SENTENCE_WORDS = 18;
const ZIPF_SHIFT = 2.7;

/** A word by Zipf's law: the frequency of a word goes with the inverse of its rank. */
function zipf(random: () => number, words: readonly string[]): string {
  const rank = ZIPF_SHIFT * ((words.length / ZIPF_SHIFT + 1) ** random() - 1);
  return words[Math.floor(rank)] ?? "";
}

function sentence(random: () => number, language: MadeLanguage, topic: readonly string[], length: number): string {
  const words = Array.from({ length }, () => {
    return (random() < ON_TOPIC ? pick(topic, random) : undefined) ?? zipf(random, language.words);
  });
  if (random() < WITH_NAME) words.splice(Math.floor(random() * words.length), 0, pick(language.names, random) ?? "");
  const text = words.join(language.isUnspaced ? "" : " ");
  return language.isUnspaced ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}. `;
}

function pickLanguage(random: () => number, languages: readonly MadeLanguage[]): MadeLanguage | undefined {
  let chance = random() * languages.reduce((sum, { share }) => sum + share, 0);
  return languages.find(({ share }) => (chance -= share) < 0);
}

/** News-like items of about 1.4 kB in all languages. */
export function writeCorpus(random: () => number, languages: readonly MadeLanguage[], count: number): MatchItem[] {
  return Array.from({ length: count }, (_, at) => {
    const language = pickLanguage(random, languages);
    if (language === undefined) throw new Error("no languages");
    const topic = pick(language.topics, random) ?? [];
    const sentences = 5 + Math.floor(random() * 13);
    let body = "";
    for (let number = 0; number < sentences; number += 1) {
      const length = SENTENCE_WORDS - 8 + Math.floor(random() * 16);
      body += sentence(random, language, topic, length) + (number % 4 === 3 ? "\n\n" : "");
    }
    const title = sentence(random, language, topic, TITLE_WORDS).replace(/[.。] ?$/u, "");
    return { id: String(at), title, summary: "", body, lang: language.code, feed: null, publishedAt: 0 };
  });
}
