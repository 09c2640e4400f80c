import { tokenise } from "../../../text/tokenise.ts";

/** Two words of the name that another listed spelling has alone: they tell which of three is the surname. */
export type ShortNames = ReadonlySet<string>;

const NONE: ShortNames = new Set();

/** The spellings of two words among several. */
export function shortNames(names: readonly string[]): ShortNames {
  return names.length < 2 ? NONE : new Set(names.map(foldName).filter((name) => name.split(" ").length === 2));
}

/** Whether two names are one but for case, accents and what stands between their words. */
export function isSameName(left: string, right: string): boolean {
  return foldName(left) === foldName(right);
}

/** Whether a name is another one, or what is left of it without some of its middle words. */
export function isShortOf(short: string, name: string): boolean {
  const words = foldName(name).split(" ");
  const left = foldName(short).split(" ");
  const isWithin = left.every((word) => words.includes(word));
  return (
    isSameName(short, name) || (left.length > 1 && isWithin && left[0] === words[0] && left.at(-1) === words.at(-1))
  );
}

function foldName(name: string): string {
  return tokenise(name)
    .map(({ text }) => text)
    .join(" ");
}
