import { POSTS } from "./post-words.ts";
import { wordsBySubject } from "./words-by-language.ts";
import { foldWord } from "../sounds/fold-word.ts";
import { scriptOf, type Script } from "../sounds/script.ts";

const SHORTEST = 3;
/** Words are put together there: Militärattaché, генконсул. */
const COMPOUNDING: ReadonlySet<Script> = new Set(["latin", "cyrillic"]);
const SHORTEST_WITHIN = 5;
/** What Arabic and Hebrew attach before a word, and Korean before and behind it. */
const ARABIC_PREFIX = /^[وف]?(?:لل|[بكل]?(?:ال)?)/;
const HEBREW_PREFIXES = [1, 2];

const postOfStem = new Map(
  [...wordsBySubject(POSTS)].flatMap(([post, stems]) => stems.map((stem) => [foldWord(stem), post] as const)),
);
const longest = Math.max(...[...postOfStem.keys()].map((stem) => stem.length));
/** Of scripts without spaces, which a dictionary cuts into words in its own way. */
const stemsInRuns = [...postOfStem].filter(([stem]) => scriptOf(stem) === "dictionary");

function beginning(fold: string, shortest: number): string | null {
  for (let length = Math.min(longest, fold.length); length >= shortest; length -= 1) {
    const post = postOfStem.get(fold.slice(0, length));
    if (post !== undefined) return post;
  }
  return null;
}

/** Texts have the same words again and again; the letters of a word tell its script. */
const MOST_REMEMBERED = 50_000;
const postsOfWord = new Map<string, readonly string[]>();

/** Abbreviated before names. */
const ABBREVIATED: Readonly<Record<string, string>> = {
  gen: "general",
  brig: "general",
  amb: "ambassador",
  col: "officer",
};

/** The posts that a folded word names: Generalkonsul is two. Of Han and kana, the word is two neighbouring characters. */
export function postsOf(fold: string, script: Script): readonly string[] {
  const known = postsOfWord.get(fold);
  if (known !== undefined) return known;
  if (postsOfWord.size === MOST_REMEMBERED) postsOfWord.clear();
  const posts = findPosts(fold, script);
  postsOfWord.set(fold, posts);
  return posts;
}

function findPosts(fold: string, script: Script): readonly string[] {
  if (script === "han" || script === "kana") return listOf(postOfStem.get(fold) ?? null);
  if (script === "arabic")
    return listOf(beginning(fold.replace(ARABIC_PREFIX, ""), SHORTEST) ?? beginning(fold, SHORTEST));
  if (script === "hangul") return listOf(within(fold, 0, 2));
  const post = ABBREVIATED[fold] ?? beginning(fold, SHORTEST);
  if (script === "hebrew" && post === null)
    return HEBREW_PREFIXES.flatMap((from) => listOf(beginning(fold.slice(from), SHORTEST)));
  return COMPOUNDING.has(script) ? [...listOf(post), ...listOf(within(fold, SHORTEST, SHORTEST_WITHIN))] : listOf(post);
}

/** The posts that the text of a script without spaces names. */
export function postsInRun(text: string): readonly string[] {
  return stemsInRuns.flatMap(([stem, post]) => (text.includes(stem) ? [post] : []));
}

/** Whether a run of such a script ends in a post, with what may say how high it is behind it: กงสุลใหญ่. */
export function isBehindPostInRun(run: string): boolean {
  const plain = run.replace(/(?:ใหญ่|พิเศษ)$/, "");
  return stemsInRuns.some(([stem]) => plain.endsWith(stem));
}

function listOf(post: string | null): readonly string[] {
  return post === null ? [] : [post];
}

/** The first post that begins inside a word. */
function within(fold: string, from: number, shortest: number): string | null {
  for (let at = from; at + shortest <= fold.length; at += 1) {
    const post = beginning(fold.slice(at), shortest);
    if (post !== null) return post;
  }
  return null;
}
