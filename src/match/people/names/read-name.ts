import { tokenise, type Token } from "../../../text/tokenise.ts";
import type { NameCustoms } from "./name-customs.ts";
import {
  pairsOf,
  pairsOfFirst,
  pairsOfHalves,
  plainPair,
  withJoinedGivenNames,
  type NamePair,
  type NameWord,
} from "./name-pairs.ts";
import type { ShortNames } from "./short-names.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { foldOfName } from "../words/han-name-variants.ts";
import { koreanSurnameLength } from "../words/korean-names.ts";
import { isArticle, isChildOf, isServant, isTitle, joinsNext } from "../words/name-words.ts";
import { scriptOf, type Script } from "../sounds/script.ts";

/** A listed spelling, read. */
export interface ListedName {
  script: Script;
  /** Its words, folded, titles included. */
  words: readonly string[];
  /** Characters of a Han name or of a script without spaces, folded; null for other scripts. */
  characters: string | null;
  /** A Hangul name of one word; null for others. */
  hangul: string | null;
  pairs: readonly NamePair[];
}

const HYPHEN = /^[-\u2010\u2011]$/;
/** Also what stands inside a name without being a letter: Mont'Alverne, Xoʻjayev. */
const JOIN = /^[-\u2010\u2011\u200c'’‘\u02bb\u02bc`´]$/;
const HANGUL_NAME = /^[\uac00-\ud7a3]{2,4}$/;

function wordsOf(name: string, tokens: readonly Token[]): NameWord[] {
  return tokens.map(({ text, start, end }, at) => {
    const before = tokens[at - 1];
    const between = before === undefined ? "" : name.slice(before.end, start);
    const source = name.slice(start, end).toLowerCase();
    // The d of `d'Ormesson` is a particle.
    const isBehindParticle = before !== undefined && /^\p{Ll}$/u.test(name.slice(before.start, before.end));
    const isJoined = JOIN.test(between) && !isBehindParticle;
    return { fold: text, source, isJoined, isHyphenated: HYPHEN.test(between) };
  });
}

function withoutTitles(words: readonly NameWord[]): readonly NameWord[] {
  const from = words.findIndex(({ fold }) => !isTitle(fold));
  return from === -1 ? words.slice(-1) : words.slice(from);
}

/**
 * Words that make one part: hyphenated ones, `Abd al-X`, `Ben X`; articles are left out.
 * @param hyphen what stands between halves that have one
 */
function partsOf(words: readonly NameWord[], hyphen: "-" | ""): string[] {
  const parts: string[] = [];
  let tiesNext = false;
  for (const [at, { fold, source, isJoined, isHyphenated }] of words.entries()) {
    const before = words[at - 1];
    if (isArticle(fold) && at > 0 && at + 1 < words.length) {
      tiesNext ||= before !== undefined && isServant(before.fold);
      continue;
    }
    const isTied = tiesNext || (isJoined && before !== undefined && !isArticle(before.fold));
    if (isTied && parts.length > 0) parts.push((parts.pop() ?? "") + (isHyphenated ? hyphen : "") + source);
    else parts.push(source);
    tiesNext = joinsNext(fold) && at + 1 < words.length;
  }
  return parts;
}

/** Where names are said otherwise than English would, each half of a double one is said by itself. */
function hyphenOf({ language }: NameCustoms): "-" | "" {
  return language === null ? "" : "-";
}

/**
 * Takes a listed spelling apart; null: it has no letters.
 * @param short the spellings of two words that the person has besides
 */
export function readName(listed: string, customs: NameCustoms, short: ShortNames): ListedName | null {
  const name = listed.normalize("NFC");
  const tokens = tokenise(name);
  const all = wordsOf(name, tokens);
  const [first] = all;
  if (first === undefined) return null;
  const script = scriptOf(first.source);
  const words = all.map(({ fold }) => fold);
  const plain = { script, words, characters: null, hangul: null, pairs: [] };
  if (script === "han") return { ...plain, characters: Array.from(words.join(""), foldOfName).join("") };
  if (script === "dictionary") return { ...plain, characters: words.join("") };
  if (script === "kana") return { ...plain, ...readKana(name) };

  const named = withoutTitles(all);
  const [only] = named;
  if (named.length === 1 && script === "hangul" && only !== undefined && HANGUL_NAME.test(only.source)) {
    const { source } = only;
    const length = koreanSurnameLength(source);
    return { ...plain, hangul: source, pairs: [plainPair(source.slice(length), source.slice(0, length))] };
  }
  const apart = partsOf(named, hyphenOf(customs));
  const parts = withJoinedGivenNames(apart, script);
  const pairs = pairsOf(parts, script, customs, short);
  const halves = customs.isFamilyFirst || customs.hasNoSurname ? [] : pairsOfHalves(named, parts[0]);
  const withFather = customs.hasNoSurname ? [] : pairsWithFather(named, script, { customs, short });
  const withFirst = parts.length < apart.length ? pairsOfFirst(apart) : [];
  return { ...plain, pairs: [...pairs, ...halves, ...withFather, ...withFirst] };
}

/** `Zulkifli Osman` of Zulkifli bin Osman: the word that says whose child somebody is may be left out. */
function pairsWithFather(
  words: readonly NameWord[],
  script: Script,
  { customs, short }: { customs: NameCustoms; short: ShortNames },
): NamePair[] {
  const others = words.filter(({ fold }, at) => at === 0 || at === words.length - 1 || !isChildOf(fold));
  if (others.length === words.length) return [];
  const pairs = pairsOf(withJoinedGivenNames(partsOf(others, hyphenOf(customs)), script), script, customs, short);
  return pairs.map((pair) => ({ ...pair, isShortened: true }));
}

/** Katakana names are written with a middle dot: ドナルド・トランプ. */
function readKana(name: string): Pick<ListedName, "words" | "pairs"> {
  const words = name.split(/[^\p{Script=Katakana}\u30fc]+/u).filter((word) => word !== "");
  const given = words.slice(0, -1).join("");
  const pairs = words.length < 2 ? [] : [plainPair(given, words.at(-1) ?? "")];
  return { words: words.map(foldWord), pairs };
}
