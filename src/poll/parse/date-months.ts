const ENGLISH = "january february march april may june july august september october november december".split(" ");

/** Weekdays of RFC 822: the words that stand beside a month most often and name none. */
const WEEKDAYS = new Set("mon tue wed thu fri sat sun".split(" "));

/** What feeds write and Unicode's tables have under no language, by its first letters. */
const STEMS: readonly (readonly string[])[] = [
  ["jan", "gen", "ene", "янв", "ιαν", "січ"],
  ["feb", "fev", "фев", "φεβ", "лют"],
  ["mar", "mae", "mrz", "mrt", "маp", "мар", "μαρ", "бер"],
  ["apr", "abr", "avr", "апр", "απρ", "кві"],
  ["may", "mai", "mei", "mag", "maj", "май", "мая", "μαι", "тра"],
  ["jun", "juin", "giu", "июн", "ιουν", "чер"],
  ["jul", "juil", "lug", "июл", "ιουλ", "лип"],
  ["aug", "ago", "aou", "авг", "αυγ", "сер"],
  ["sep", "set", "szep", "сен", "σεπ", "вер"],
  ["oct", "okt", "ott", "out", "окт", "οκτ", "жов"],
  ["nov", "ноя", "νοε", "лис"],
  ["dec", "dez", "dic", "дек", "δεκ", "гру"],
];

/** Words that share a month's first letters. */
const NOT_MONTHS = new Set(["mardi", "martes", "martedi", "seteday"]);

/** One name means two months in a few languages; the language named first counts ("listopad" is Polish November). */
const LOCALES = (
  "ru uk be bg mk sr sr-Latn de de-AT fr es pt it ca gl ro pl cs sk sl hr nl sv da nb fi et lv lt tr el hu ar ar-SY " +
  "ar-DZ ar-MA fa ur he hi bn th id ms sq az uz kk ky hy ka is sw eu"
).split(" ");
const PERSIAN_LOCALES = ["fa", "fa-AF", "ps"];

const DIACRITICS = /[\u0300-\u036f\u0653-\u0655]/g;

function bare(word: string): string {
  return word.normalize("NFD").replace(DIACRITICS, "").replaceAll("ı", "i");
}

const SHORT = new Map(ENGLISH.map((name, month) => [name.slice(0, 3), month]));
const STEM_LIST = STEMS.flatMap((stems, month) => stems.map((stem): readonly [string, number] => [bare(stem), month]))
  // "juin" before "jun": the longest stem decides.
  .toSorted(([a], [b]) => b.length - a.length);

/** The twelve names of a calendar's months in a language, alone or as they stand beside a day. */
function namesIn(locale: string, calendar: string, style: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}-nu-latn`, { ...style, timeZone: "UTC" });
  // Day 3 of each Gregorian month; the Persian year begins in the third.
  const start = calendar === "persian" ? 3 : 0;
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2026, start + month, 3));
    return parts.find((part) => part.type === "month")?.value ?? "";
  });
}

let allNames: ReadonlyMap<string, number> | null = null;

/** Built when the first word that is not English is met: it takes about 100 ms. */
function readAllNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  function add(list: readonly string[]): void {
    for (const [month, name] of list.entries()) {
      const word = bare(name.toLowerCase()).replace(/\.$/, "").replaceAll(" ", "");
      if (isWord(word) && !names.has(word)) names.set(word, month);
    }
  }
  for (const locale of LOCALES) {
    add(namesIn(locale, "gregory", { month: "long" }));
    add(namesIn(locale, "gregory", { month: "long", day: "numeric" }));
    add(namesIn(locale, "gregory", { month: "short", day: "numeric" }));
  }
  for (const locale of PERSIAN_LOCALES) add(namesIn(locale, "persian", { month: "long" }));
  return names;
}

function isWord(word: string): boolean {
  return /^\p{L}[\p{L}\p{M}]+$/u.test(word);
}

function englishMonth(word: string): number | null {
  const month = SHORT.get(word.slice(0, 3));
  return month !== undefined && (word.length === 3 || word === ENGLISH[month] || word === "sept") ? month : null;
}

/**
 * Month 0 to 11 that a word in lower case names, in any language of Unicode's tables or in a feed's own shorthand; null
 * when it names none. Persian names count in the Persian year.
 */
export function monthOf(word: string): number | null {
  const english = englishMonth(word);
  if (english !== null || WEEKDAYS.has(word)) return english;
  // Hebrew writes "in November" as one word.
  const plain = bare(word).replace(/^ב(?=\p{L}{3})/u, "");
  if (!isWord(plain) || NOT_MONTHS.has(plain)) return null;
  allNames ??= readAllNames();
  return (
    allNames.get(plain) ?? allNames.get(bare(word)) ?? STEM_LIST.find(([stem]) => plain.startsWith(stem))?.[1] ?? null
  );
}
