import { listed } from "./words-by-language.ts";

/** How languages say that somebody is in a country, comes to it or leaves it: not that an office is its. */
interface Whereabouts {
  /** Words before the country. */
  before?: string;
  /** Words behind it. */
  behind?: string;
  /** How its last word ends, in lower case; behind an apostrophe too. */
  ending?: RegExp;
}

const IN_INDIA = "में मध्ये માં";
const SOUTH_SLAVIC = "u у iz из prema према";

const WHEREABOUTS: Readonly<Record<string, Whereabouts>> = {
  ar: { before: "في إلى الى نحو" },
  az: { ending: /(?:[dt][aə]n?|y[aə]|[çknrt][ə])$/ },
  be: { before: "у ў ва да з" },
  bg: { before: "в във към" },
  bn: { ending: /(?:তে|য়|ায়)$/ },
  bs: { before: SOUTH_SLAVIC },
  ca: { before: "a en cap des" },
  cs: { before: "v ve do z ze" },
  da: { before: "i til fra" },
  de: { before: "in nach aus" },
  el: { before: "σε στη στην στο στον στα στις" },
  en: {
    before: `in into to from by asks asked begs begged enters entered flees fled joins joined leaves leaving left quits
      reaches reached tells told urges urged visits visited`,
  },
  es: { before: "en a hacia desde" },
  et: { ending: /(?:s|sse|st|le)$/ },
  fa: { before: "در به از" },
  fi: { ending: /(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|([aeiouyäö])\1n)$/ },
  fr: { before: "en au aux à vers dans depuis" },
  he: { ending: /^[בל](?!רזיל|ריט|לגי|ולגר|חריי|נגלד|לארוס|ורונד|וליב|וסני|טבי|יטא|וב|בנון|וקסמ)/ },
  hi: { behind: IN_INDIA },
  hr: { before: SOUTH_SLAVIC },
  hu: { ending: /(?:b[ae]|b[ae]n|b[óő]l|r[ae]|r[óő]l|ország(?:on|hoz))$/ },
  hy: { ending: /(?:ում|ից)$/ },
  id: { before: "di ke dari" },
  it: { before: "in nei negli nel nella a verso" },
  ja: { behind: "に で へ から" },
  ka: { ending: /(?:ში|დან)$/ },
  ko: { ending: /(?:에|에서|으로|로)$/ },
  lt: { before: "į iš", ending: /(?:oje|ose|eje|yje|uje)$/ },
  lv: { before: "uz no", ending: /[āēī]$/ },
  mk: { before: "во кон" },
  mr: { behind: IN_INDIA },
  nl: { before: "in naar uit" },
  no: { before: "i til fra" },
  pl: { before: "w we do z ze" },
  pt: { before: "em no na nos nas para desde" },
  ro: { before: "în spre" },
  ru: { before: "в во из" },
  sk: { before: "v vo do z zo" },
  sl: { before: "v iz" },
  sq: { before: "në" },
  sr: { before: SOUTH_SLAVIC },
  sv: { before: "i till från" },
  tr: { ending: /(?:['’]y?[ae]|['’][dt][ae]n?)$/ },
  uk: { before: "в у до з із зі" },
  ur: { behind: "میں" },
  vi: { before: "ở tại sang đến tới từ" },
  zh: { before: "在 到 往 赴 抵 向 于" },
};

interface Words {
  before: ReadonlySet<string>;
  behind: ReadonlySet<string>;
  ending: RegExp | null;
}

const byLanguage: ReadonlyMap<string, Words> = new Map(
  Object.entries(WHEREABOUTS).map(([language, { before = "", behind = "", ending = null }]) => [
    language,
    { before: new Set(listed(before)), behind: new Set(listed(behind)), ending },
  ]),
);

function wordsOf(language: string | null): Words | undefined {
  return byLanguage.get(language ?? "en");
}

/** Whether a word before a country says that somebody is there, comes or goes, asks it for something. @param word in lower case */
export function isBeforeWhereabouts(word: string, language: string | null): boolean {
  return wordsOf(language)?.before.has(word) === true;
}

/**
 * Whether the country's own ending or the word behind it says so: `Norjassa`, `ノルウェーに`. In lower case.
 * @param last the last word of the country, with what an apostrophe ties to it
 */
export function isWhereabouts(last: string, behind: string, language: string | null): boolean {
  const words = wordsOf(language);
  return words !== undefined && (words.behind.has(behind) || words.ending?.test(last) === true);
}
