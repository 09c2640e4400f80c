import { once } from "../../../core/once.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { OCCUPATIONS } from "./occupations.ts";
import { OTHER_TRADES } from "./other-trades.ts";
import { TRADES_OF_BEARERS } from "./trades-of-bearers.ts";
import { foldedWords, wordsBySubject, wordsOf } from "./words-by-language.ts";
import { scriptOf, type Script } from "../sounds/script.ts";

const SHORTEST = 4;
const SHORTEST_WITHOUT_CASE = 3;
/** Villages are none, and journalists and newspapers are told and tell of anybody. */
const NO_TRADE = new Set(["village", "journalist"]);
const CHARACTERS: ReadonlySet<Script> = new Set(["han", "kana"]);
const ABJAD_PREFIX: Readonly<Partial<Record<Script, RegExp>>> = {
  arabic: /^[وف]?(?:لل|[بكل]?(?:ال)?)/,
  hebrew: /^[והבלמשכ]/,
};

/** Journalists stand before names that they were told; doctors and professors are addressed so, whatever they do. */
const BEFORE_ANY_NAME = ["journalist", "doctor", "professor"];

/** The words, folded: takes long, and most programs name nobody. */
const tables = once(() => {
  const occupations = wordsBySubject(OCCUPATIONS);
  const words = [...occupations].flatMap(([name, each]) => (NO_TRADE.has(name) ? [] : each));
  const stems = new Set([...words, ...wordsOf(OTHER_TRADES)].map((word) => foldWord(word.replace(/^ال(?=...)/, ""))));
  return {
    stems,
    longest: Math.max(...[...stems].map(({ length }) => length)),
    /** Of scripts without spaces, which a dictionary cuts into words in its own way. */
    stemsInRuns: [...stems].filter((stem) => scriptOf(stem) === "dictionary"),
    beforeAnyName: new Set(BEFORE_ANY_NAME.flatMap((name) => occupations.get(name) ?? []).map(foldWord)),
    ofBearers: foldedWords(TRADES_OF_BEARERS),
  };
});

const MOST_REMEMBERED = 50_000;
const tradeWords = new Map<string, boolean>();

function begins(fold: string, shortest: number, among: ReadonlySet<string> = tables().stems): boolean {
  for (let length = Math.min(tables().longest, fold.length); length >= shortest; length -= 1)
    if (among.has(fold.slice(0, length))) return true;
  return false;
}

/**
 * Whether a folded word speaks of sports, the arts or another trade than an official's.
 * @param behind the word behind it: of Han and kana, two neighbouring characters are one
 */
export function isTradeWord(fold: string, behind: string, script: Script): boolean {
  if (CHARACTERS.has(script)) return tables().stems.has(fold + behind) || (fold.length > 1 && tables().stems.has(fold));
  const known = tradeWords.get(fold);
  if (known !== undefined) return known;
  if (tradeWords.size === MOST_REMEMBERED) tradeWords.clear();
  const isTrade = script === "hangul" ? hasHangul(fold) : beginsLikeTrade(fold, script);
  tradeWords.set(fold, isTrade);
  return isTrade;
}

/** The first such beginning in the text of a script without spaces; null: none. */
export function tradeInRun(text: string): string | null {
  return tables().stemsInRuns.find((stem) => text.includes(stem)) ?? null;
}

/** Whether a folded word, or two Han characters, right before a name say that it is somebody's of another trade: `the composer Belov`. */
export function isTradeOfBearer(fold: string, script: Script): boolean {
  if (CHARACTERS.has(script)) return tables().stems.has(fold) && !tables().beforeAnyName.has(fold);
  if (begins(fold, SHORTEST, tables().beforeAnyName)) return false;
  return isTradeWord(fold, "", script) || begins(fold, SHORTEST, tables().ofBearers);
}

/** A rank in a game: `9단`, of go. */
const RANK = /^\d단/;

/** Whether a folded word right behind a name says so: `쿠사카베 9단`. */
export function isTradeBehind(fold: string): boolean {
  return RANK.test(fold);
}

function beginsLikeTrade(fold: string, script: Script): boolean {
  const prefix = ABJAD_PREFIX[script];
  if (prefix === undefined) return begins(fold, SHORTEST);
  return begins(fold, SHORTEST_WITHOUT_CASE) || begins(fold.replace(prefix, ""), SHORTEST_WITHOUT_CASE);
}

function hasHangul(fold: string): boolean {
  for (let from = 0; from + 1 < fold.length; from += 1) if (begins(fold.slice(from), 2)) return true;
  return false;
}
