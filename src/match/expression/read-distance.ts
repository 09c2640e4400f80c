import type { Distance } from "./ast.ts";

const MOST_WORDS = 500;
const MOST_SENTENCES = 50;

/** A distance as it stands behind the slash: `12`, `s`, `2s`, `p`; a string says what is wrong with it. */
export function readDistance(text: string): Distance | string {
  if (/^p$/iu.test(text)) return { unit: "paragraph" };
  const [, digits = "", sentences = ""] = /^(\d*)(s?)$/iu.exec(text) ?? [];
  if (digits === "" && sentences === "") {
    return `/${text} is no distance: write /12 (words), /s (one sentence), /2s (sentences) or /p (paragraph)`;
  }
  const count = digits === "" ? 1 : Number(digits);
  const most = sentences === "" ? MOST_WORDS : MOST_SENTENCES;
  if (count < 1 || count > most) {
    return `a distance is 1 to ${MOST_WORDS} words or 1 to ${MOST_SENTENCES} sentences; for the whole item use AND`;
  }
  return { unit: sentences === "" ? "words" : "sentences", count };
}

/** The printed form of a distance, without the slash. */
export function printDistance(distance: Distance): string {
  if (distance.unit === "paragraph") return "p";
  if (distance.unit === "words") return String(distance.count);
  return distance.count === 1 ? "s" : `${distance.count}s`;
}
