/** Pinyin syllable → how older and other systems write it. Rules, not a list: each system is regular. */

interface Syllable {
  initial: string;
  final: string;
}

const INITIAL = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?/;
const FINALS = new Set(
  "a ai an ang ao e ei en eng er i ia ian iang iao ie in ing iong iu o ong ou u ua uai uan uang ue ui un uo v ve ü üe".split(
    " ",
  ),
);
const LONGEST_SYLLABLE = 6;

/** Cuts a name of pinyin into syllables; null: it is none. */
function pinyinSyllables(word: string): readonly Syllable[] | null {
  if (word === "") return [];
  for (let length = Math.min(LONGEST_SYLLABLE, word.length); length > 0; length -= 1) {
    const head = word.slice(0, length);
    const initial = INITIAL.exec(head)?.[0] ?? "";
    const final = head.slice(initial.length);
    if (!FINALS.has(final)) continue;
    const rest = pinyinSyllables(word.slice(length));
    if (rest !== null) return [{ initial, final }, ...rest];
  }
  return null;
}

const WADE_INITIALS: Readonly<Record<string, string>> = {
  b: "p",
  p: "p",
  d: "t",
  t: "t",
  g: "k",
  k: "k",
  j: "ch",
  q: "ch",
  x: "hs",
  zh: "ch",
  ch: "ch",
  r: "j",
  z: "ts",
  c: "ts",
};
const WADE_FINALS: Readonly<Record<string, string>> = {
  ian: "ien",
  ong: "ung",
  iong: "iung",
  ie: "ieh",
  ue: "üeh",
  er: "erh",
  ui: "ui",
};

const WADE_SYLLABLES: Readonly<Record<string, string>> = { si: "ssu", zi: "tzu", ci: "tzu", xu: "hsu", wu: "wu" };
const WADE_Y: Readonly<Record<string, string>> = { an: "yen", e: "yeh", ong: "yung", i: "i", u: "yü", ou: "yu" };

function wadeSyllable({ initial, final }: Syllable): string {
  const consonant = WADE_INITIALS[initial] ?? initial;
  const whole = WADE_SYLLABLES[initial + final];
  if (whole !== undefined) return whole;
  if (initial === "y") return WADE_Y[final] ?? `y${final}`;
  if (final === "i" && /^(?:zh|ch|sh|r)$/.test(initial)) return `${consonant}ih`;
  if (final === "e" && /^[gkh]$/.test(initial)) return `${consonant}o`;
  if (final === "uo" && !/^(?:g|k|h|sh)$/.test(initial)) return `${consonant}o`;
  return consonant + (WADE_FINALS[final] ?? final);
}

const PALLADIUS_INITIALS: Readonly<Record<string, string>> = {
  b: "б",
  p: "п",
  m: "м",
  f: "ф",
  d: "д",
  t: "т",
  n: "н",
  l: "л",
  g: "г",
  k: "к",
  h: "х",
  j: "цз",
  q: "ц",
  x: "с",
  zh: "чж",
  ch: "ч",
  sh: "ш",
  r: "ж",
  z: "цз",
  c: "ц",
  s: "с",
  "": "",
};
const PALLADIUS_FINALS: Readonly<Record<string, string>> = {
  a: "а",
  ai: "ай",
  an: "ань",
  ang: "ан",
  ao: "ао",
  e: "э",
  ei: "эй",
  en: "энь",
  eng: "эн",
  er: "эр",
  i: "и",
  ia: "я",
  ian: "янь",
  iang: "ян",
  iao: "яо",
  ie: "е",
  in: "инь",
  ing: "ин",
  iong: "юн",
  iu: "ю",
  o: "о",
  ong: "ун",
  ou: "оу",
  u: "у",
  ua: "уа",
  uai: "уай",
  uan: "уань",
  uang: "уан",
  ue: "юэ",
  ui: "уй",
  un: "унь",
  uo: "о",
  v: "юй",
  ü: "юй",
  ve: "юэ",
  üe: "юэ",
};
const PALLADIUS_Y: Readonly<Record<string, string>> = {
  a: "я",
  an: "янь",
  ang: "ян",
  ao: "яо",
  e: "е",
  i: "и",
  in: "инь",
  ing: "ин",
  o: "ё",
  ong: "юн",
  ou: "ю",
  u: "юй",
  uan: "юань",
  ue: "юэ",
  un: "юнь",
};
const PALLADIUS_W: Readonly<Record<string, string>> = {
  a: "ва",
  ai: "вай",
  an: "вань",
  ang: "ван",
  ei: "вэй",
  en: "вэнь",
  eng: "вэн",
  o: "во",
  u: "у",
};

const UMLAUT_FINALS: Readonly<Record<string, string>> = { u: "юй", uan: "юань", ue: "юэ", un: "юнь" };

function palladiusSyllable({ initial, final }: Syllable): string {
  if (initial === "y") return PALLADIUS_Y[final] ?? "";
  if (initial === "w") return PALLADIUS_W[final] ?? "";
  if (final === "i" && /^(?:zh|ch|sh|r|z|c|s)$/.test(initial)) {
    return (PALLADIUS_INITIALS[initial] ?? "") + (/^[zcs]$/.test(initial) ? "ы" : "и");
  }
  // After j, q and x, u is ü.
  if (/^[jqx]$/.test(initial) && final.startsWith("u")) {
    const umlaut = UMLAUT_FINALS[final] ?? "";
    return (PALLADIUS_INITIALS[initial] ?? "") + umlaut;
  }
  return (PALLADIUS_INITIALS[initial] ?? "") + (PALLADIUS_FINALS[final] ?? "");
}

/** A lower-case name in pinyin as Wade-Giles (without its apostrophes) and as Palladius in Cyrillic; null: no pinyin. */
export function chineseForms(pinyin: string): { wadeGiles: string; palladius: string } | null {
  const syllables = pinyinSyllables(pinyin);
  if (syllables === null || syllables.length === 0) return null;
  return {
    wadeGiles: syllables.map(wadeSyllable).join(""),
    palladius: syllables.map(palladiusSyllable).join(""),
  };
}
