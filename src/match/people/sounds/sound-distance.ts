import { FAR } from "./distances.ts";

/** Sounds that transliterations exchange, and at what cost; any other exchange costs 1. */
const EXCHANGES =
  "qk.1 Gg.15 Gq.2 Gk.3 gk.25 gq.3 bp.35 vf.15 bv.3 pf.35 wv.1 wb.4 wu.05 wo.05 yi.05 ye.1 hx.1 hg.25 hG.3 xk.3 xC.35 xg.5 " +
  "xq.4 td.3 sz.15 SZ.3 SC.25 sc.3 zc.3 cC.3 cS.4 JZ.15 JC.25 jJ.05 jZ.1 jy.1 jh.35 jx.35 ji.15 Jy.3 Jg.35 sS.35 zZ.3 zJ.35 " +
  "zd.4 zS.5 st.5 ck.5 kC.5 cJ.4 nN.4 lr.8 xS.35 qC.3 sC.5 ZC.3 SJ.4";
const VOWELS = "aeiou";
const SIBILANTS = "sSCcJzZ";
const VOWEL_EXCHANGE = 0.2;
const OTHER = 1;
/** `اسپنسر`: a vowel before s and a consonant is the writer's own. */
const STARTS_WITH_S = /^[aeiou][sS][^aeiouwy]/;

const MAX_SOUNDS = 60;
const SYMBOLS = 128;

function exchangeTable(): Float64Array {
  const table = new Float64Array(SYMBOLS * SYMBOLS).fill(OTHER);
  function set(a: string, b: string, cost: number): void {
    table[a.charCodeAt(0) * SYMBOLS + b.charCodeAt(0)] = cost;
    table[b.charCodeAt(0) * SYMBOLS + a.charCodeAt(0)] = cost;
  }
  for (const a of VOWELS) for (const b of VOWELS) set(a, b, VOWEL_EXCHANGE);
  for (const pair of EXCHANGES.split(" ")) set(pair.charAt(0), pair.charAt(1), Number(pair.slice(2)));
  for (let unit = 0; unit < SYMBOLS; unit += 1) table[unit * SYMBOLS + unit] = 0;
  return table;
}

const exchange = exchangeTable();

function isVowel(sound: string | undefined): boolean {
  return sound !== undefined && VOWELS.includes(sound);
}

/** How a script writes vowels: all of them, no short ones, or one in every syllable. */
export type Vowels = "written" | "left-out" | "added";

/**
 * Cost of a sound without partner; a vowel costs little where one script leaves them out or the other adds them. A
 * script that leaves vowels out writes the first: the article of `al-Sabbouni` is no part of a word with l.
 */
function gapCost(sounds: string, at: number, own: Vowels, other: Vowels): number {
  const sound = sounds.charAt(at);
  const isLast = at === sounds.length - 1;
  if (isVowel(sound)) {
    if (isLoose(other, own)) return 0.06;
    if (at === 0 && own === "left-out" && isWrittenFirst(sounds, other)) return 0.5;
    return isLast ? 0.2 : 0.15;
  }
  return consonantGapCost(sounds, at);
}

function isWrittenFirst(sounds: string, other: Vowels): boolean {
  return other !== "left-out" && !STARTS_WITH_S.test(sounds);
}

function consonantGapCost(sounds: string, at: number): number {
  const sound = sounds.charAt(at);
  const isLast = at === sounds.length - 1;
  if (sound === "y" || sound === "w") return isVowel(sounds[at - 1]) || isVowel(sounds[at + 1]) ? 0.07 : 0.15;
  if (sound === "h") return isLast ? 0.06 : 0.3;
  // Turkish ğ is hardly heard; two sibilants in a row are often one.
  if (sound === "x" || sound === "G") return 0.4;
  return SIBILANTS.includes(sound) && SIBILANTS.includes(sounds.charAt(at - 1) || "-") ? 0.4 : 1;
}

function isLoose(other: Vowels, own: Vowels): boolean {
  return other === "left-out" || own === "added";
}

let previousRow = new Float64Array(MAX_SOUNDS + 1);
let currentRow = new Float64Array(MAX_SOUNDS + 1);

/**
 * Weighted edit distance of two words by sound: 0 alike, up to about 1 the same name in another spelling; `FAR` where
 * it is over `limit`.
 * @param vowels how the script of each word writes vowels
 */
export function soundDistance(
  left: string,
  right: string,
  vowels: { left: Vowels; right: Vowels },
  limit: number,
): number {
  if (left.length > MAX_SOUNDS || right.length > MAX_SOUNDS) return FAR;
  previousRow[0] = 0;
  for (let j = 1; j <= right.length; j += 1) {
    previousRow[j] = (previousRow[j - 1] ?? 0) + gapCost(right, j - 1, vowels.right, vowels.left);
  }
  for (let i = 1; i <= left.length; i += 1) {
    const low = fillRow(left, right, i, vowels);
    if (low > limit) return FAR;
    [previousRow, currentRow] = [currentRow, previousRow];
  }
  const distance = previousRow[right.length] ?? FAR;
  return distance > limit ? FAR : distance;
}

function fillRow(left: string, right: string, i: number, vowels: { left: Vowels; right: Vowels }): number {
  const deletion = gapCost(left, i - 1, vowels.left, vowels.right);
  const row = left.charCodeAt(i - 1) * SYMBOLS;
  currentRow[0] = (previousRow[0] ?? 0) + deletion;
  let low = currentRow[0];
  for (let j = 1; j <= right.length; j += 1) {
    const exchanged = (previousRow[j - 1] ?? 0) + (exchange[row + right.charCodeAt(j - 1)] ?? OTHER);
    const deleted = (previousRow[j] ?? 0) + deletion;
    const inserted = (currentRow[j - 1] ?? 0) + gapCost(right, j - 1, vowels.right, vowels.left);
    const cost = Math.min(exchanged, deleted, inserted);
    currentRow[j] = cost;
    if (cost < low) low = cost;
  }
  return low;
}
