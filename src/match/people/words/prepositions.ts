/** Words of place that stand before a city, by language: what follows them is no first name. */
const PREPOSITIONS: Readonly<Record<string, string>> = {
  en: "in at from near",
  de: "in aus bei nach",
  fr: "à en dans",
  es: "en desde",
  pt: "em no na",
  it: "a in",
  ru: "в во из на",
  uk: "в у з із на",
  be: "ў у з на",
  bg: "в във от",
  sr: "u iz у из",
  hr: "u iz",
  bs: "u iz",
  sl: "v iz",
  pl: "w we z na",
  cs: "v ve z na",
  sk: "v vo z na",
  ro: "în la din",
  nl: "in te uit",
  sv: "i från",
  no: "i fra",
  nb: "i fra",
  da: "i fra",
  el: "στη στην στο στον",
};

const wordsByLanguage = new Map(
  Object.entries(PREPOSITIONS).map(([language, words]) => [language, new Set(words.split(" "))]),
);

/** @param source as it stands in the text */
export function isPreposition(source: string, language: string | null): boolean {
  return wordsByLanguage.get(language ?? "en")?.has(source) ?? false;
}
