/** Attached prefixes of Arabic and Hebrew and particles of Korean: the forms of a word that stand inside a token. */

const ARABIC_PREFIXES = [
  "و",
  "ف",
  "ب",
  "ل",
  "ك",
  "ال",
  "وال",
  "بال",
  "كال",
  "فال",
  "لل",
  "ولل",
  "وب",
  "ول",
  "وك",
  "فب",
  "فل",
];
export const ARABIC_ARTICLE = "ال";
const HEBREW_PREFIXES = "והבלמשכ";
const HEBREW_PREFIX = new RegExp(`^[${HEBREW_PREFIXES}]`);
const MAX_HEBREW_PREFIXES = 3;
/** Letters of a word that are left behind its prefixes, at the least. */
export const MIN_REST = 3;
/** UTF-16 units of the letters that prefixes are made of, and how many of them stand before a word at the most. */
export const PREFIX_UNITS: ReadonlySet<number> = new Set(
  Array.from(ARABIC_PREFIXES.join("") + HEBREW_PREFIXES, (letter) => letter.charCodeAt(0)),
);
export const LONGEST_PREFIX = Math.max(MAX_HEBREW_PREFIXES, ...ARABIC_PREFIXES.map(({ length }) => length));
const MIN_KOREAN_STEM = 2;

const ARABIC = /^[\u0600-\u06ff]+$/;
const HEBREW = /^[\u05d0-\u05ea]+$/;
/** A word to which particles may be attached. */
export const HANGUL = /^[\uac00-\ud7a3]+$/;

/** Particles, alone or stacked, or the endings of a noun that is made a verb (하다, 되다) or a predicate (이다). */
const KOREAN_TAIL =
  /^(?:들|님)?(?:(?:은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|한테|로|으로|와|과|도|만|부터|까지|처럼|보다|마저|조차|이나|나|이라도|라도|이며|며|이자|이고|이란|란|측|씨|뿐|밖에){0,3}|(?:하|해|했|한|할|함|합|되|돼|됐|된|될|됨|됩|당하|당했|당한|시키|시켰|시킨|이라|라고|이었|였|인|일|입).*)$/;

/** Whether an item may be Arabic: Persian and Urdu share the letters, not the prefixes. @param language null: unknown */
export function mayBeArabic(language: string | null): boolean {
  return language === null || language === "ar";
}

/** Whether a word that begins with the UTF-16 unit may begin with a prefix: Arabic letters, Hebrew ones. */
export function mayHavePrefix(unit: number): boolean {
  return (unit >= 0x0600 && unit <= 0x06ff) || (unit >= 0x05d0 && unit <= 0x05ea);
}

/** Whether a word that begins with the UTF-16 unit may begin with a prefix in an item that may be Arabic, or not. */
export function beginsPrefix(unit: number, attachesArabic: boolean): boolean {
  return mayHavePrefix(unit) && (attachesArabic || unit < 0x0600) && PREFIX_UNITS.has(unit);
}

function arabicForms(token: string): string[] {
  const forms = [token];
  for (const prefix of ARABIC_PREFIXES) {
    if (token.startsWith(prefix) && token.length - prefix.length >= MIN_REST) forms.push(token.slice(prefix.length));
  }
  // A term written with the article stands for the word without it as well.
  const withArticle = forms.filter((form) => !form.startsWith(ARABIC_ARTICLE)).map((form) => ARABIC_ARTICLE + form);
  return [...forms, ...withArticle];
}

function hebrewForms(token: string): string[] {
  const forms = [token];
  let rest = token;
  for (let i = 0; i < MAX_HEBREW_PREFIXES && rest.length > MIN_REST && HEBREW_PREFIX.test(rest); i += 1) {
    rest = rest.slice(1);
    forms.push(rest);
  }
  return forms;
}

function koreanForms(token: string): string[] {
  const forms = [token];
  for (let length = MIN_KOREAN_STEM; length < token.length; length += 1) {
    if (KOREAN_TAIL.test(token.slice(length))) forms.push(token.slice(0, length));
  }
  return forms;
}

/**
 * Every reading of a folded token: itself, and without what its language attaches.
 * @param attachesArabic whether the item may be Arabic: Persian and Urdu share the letters, not the prefixes
 */
export function readingsOf(token: string, attachesArabic: boolean): readonly string[] {
  if (HEBREW.test(token)) return hebrewForms(token);
  if (HANGUL.test(token)) return koreanForms(token);
  return attachesArabic && ARABIC.test(token) ? arabicForms(token) : [token];
}
