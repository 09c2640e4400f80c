import { tokenise, type Token } from "../../text/tokenise.ts";
import { hashOf } from "../../text/vocabulary.ts";
import { ItemWords } from "./item-words.ts";
import { MEDIA_WORDS, SAY_PHRASES, SAY_WORDS } from "./say-verbs.ts";

/** A place where an item says whom it repeats. */
export interface Attribution {
  /** The folded words around the verb, a space before, between and after them. */
  words: string;
  /** The name that stood there, where its form shows that it is an outlet's; null: only a known outlet can be told. */
  named: string | null;
}

const READ_UNITS = 4000;
const WORDS_BESIDE = 5;
const SENTENCE_END = /[.!?…。！？]\s/u;
const NAME_END = /[,;:()«»“”„"،؛]/u;
const UPPER = /^[^\p{L}]*\p{Lu}/u;
const MIN_NAME_LETTERS = 3;

/** Finds the attributions of an item. Pure; reads only the beginning of a long text. */
export function findAttributions({ title, body }: { title: string; body: string }): readonly Attribution[] {
  return [title, body.slice(0, READ_UNITS)].flatMap((source) => [...besideVerbs(source), ...inPhrases(source)]);
}

const words = new ItemWords();

function besideVerbs(source: string): readonly Attribution[] {
  words.clear();
  words.reader.read(source);
  const found: Attribution[] = [];
  for (let row = 0; row < words.reader.rows.count; row += 1) {
    if (!SAY_HASHES.has(words.hashes[row] ?? 0) || !SAY_FOLDED.has(words.textOf(row))) continue;
    const from = Math.max(0, row - WORDS_BESIDE);
    const tokens = words.tokens(from, row + WORDS_BESIDE + 1);
    const at = row - from;
    const beside = [...wordsBefore(source, tokens, at), ...tokens.slice(at, at + 1), ...wordsAfter(source, tokens, at)];
    found.push({ words: spaced(beside), named: outletName(source, beside) });
  }
  return found;
}

function wordsBefore(source: string, tokens: readonly Token[], at: number): readonly Token[] {
  const before = tokens.slice(0, at);
  const end = tokens[at]?.start ?? 0;
  const cut = before.findLastIndex((token, index) => {
    return SENTENCE_END.test(source.slice(token.end, before[index + 1]?.start ?? end));
  });
  return before.slice(cut + 1);
}

function wordsAfter(source: string, tokens: readonly Token[], at: number): readonly Token[] {
  const after = tokens.slice(at + 1);
  const cut = after.findIndex((token, index) => {
    return SENTENCE_END.test(source.slice(after[index - 1]?.end ?? tokens[at]?.end ?? 0, token.start));
  });
  return cut === -1 ? after : after.slice(0, cut);
}

/** The run of capitalised words that holds a word such as TV or Times; scripts without capitals: that word and the next. */
function outletName(source: string, tokens: readonly Token[]): string | null {
  const at = tokens.findIndex(({ text }) => MEDIA_FOLDED.has(text));
  const media = tokens[at];
  if (media === undefined) return null;
  let [from, to] = [at, at];
  while (isNamePart(source, tokens[from - 1]) && isOneName(source, tokens[from - 1], tokens[from])) from -= 1;
  while (isNamePart(source, tokens[to + 1]) && isOneName(source, tokens[to], tokens[to + 1])) to += 1;
  if (from === to && !isCased(media.text)) to = Math.min(at + 1, tokens.length - 1);
  if (from === to) return null;
  return source.slice(tokens[from]?.start ?? 0, tokens[to]?.end ?? 0);
}

function isNamePart(source: string, token: Token | undefined): boolean {
  return token !== undefined && !SAY_FOLDED.has(token.text) && UPPER.test(source.slice(token.start, token.end));
}

/** "In Norway, Example TV reports": a name does not go on behind a comma. */
function isOneName(source: string, left: Token | undefined, right: Token | undefined): boolean {
  return !NAME_END.test(source.slice(left?.end, right?.start));
}

function isCased(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}

function inPhrases(source: string): readonly Attribution[] {
  if (!EAST_ASIAN.test(source)) return [];
  return SAY_PHRASES.flatMap((phrase) =>
    Array.from(source.matchAll(phrase), ([words, name]) => ({
      words: spaced(tokenise(words)),
      named: name === undefined || !isCjkOutlet(name) ? null : name,
    })),
  );
}

/** Each of the phrases holds one of these. */
const EAST_ASIAN = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;
const CJK_OUTLET = /(?:社|报|報|新闻|新聞|日报|日報|电视|電視|テレビ|放送|通信|통신|일보|신문|방송|뉴스)$/u;

function isCjkOutlet(name: string): boolean {
  return CJK_OUTLET.test(name.trim());
}

function spaced(tokens: readonly Token[]): string {
  return ` ${tokens.map(({ text }) => text).join(" ")} `;
}

/**
 * The outlet among these that one of the attributions names; undefined: none.
 * @param outlets names or hosts
 */
export function citedAmong(attributions: readonly Attribution[], outlets: readonly string[]): string | undefined {
  return outlets.find((outlet) => {
    const name = outletWords(outlet);
    return name !== null && attributions.some(({ words }) => words.includes(name));
  });
}

/** Whether an outlet bears that name. */
export function isNamedAs(outlet: string | null, name: string): boolean {
  const words = outlet === null ? null : outletWords(outlet);
  return words !== null && spaced(tokenise(name)).includes(words);
}

/** What two names of one outlet have in common: feeds give the host of a link, or the name in `<source>`. */
export function outletKey(outlet: string): string {
  return outletWords(outlet)?.replaceAll(" ", "") ?? outlet;
}

/** "meridian-wire.example" and "Meridian Wire" are the words " meridian wire ". */
function outletWords(outlet: string): string | null {
  const isHost = /^[^\s.]+(?:\.[^\s.]+)+$/u.test(outlet);
  const name = isHost ? (longestLabel(outlet) ?? outlet) : outlet.replace(/^(?:the|der|die|das|la|le|el|il)\s+/iu, "");
  const tokens = tokenise(name);
  const letters = tokens.reduce((sum, { text, isCharacter }) => sum + (isCharacter ? 2 : text.length), 0);
  return letters < MIN_NAME_LETTERS ? null : spaced(tokens);
}

function longestLabel(host: string): string | undefined {
  const labels = host.split(".").slice(0, -1);
  return labels.toSorted((a, b) => b.length - a.length)[0];
}

function folded(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].flatMap((word) => tokenise(word).map(({ text }) => text)));
}

const SAY_FOLDED = folded(SAY_WORDS);
const MEDIA_FOLDED = folded(MEDIA_WORDS);
const SAY_HASHES: ReadonlySet<number> = new Set([...SAY_FOLDED].map((word) => hashOf(words.seed, word)));
