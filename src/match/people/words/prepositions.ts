/** Words of place that stand before a city, by language: those that stand before no person, and others. */
const PREPOSITIONS: Readonly<Record<string, readonly [inPlaces: string, others: string]>> = {
  en: ["in", "at from near"],
  de: ["in", "aus bei nach"],
  fr: ["en dans", "à"],
  es: ["en", "desde"],
  pt: ["em no na", ""],
  it: ["in", "a"],
  ru: ["в во", "из на"],
  uk: ["", "в у з із на"],
  be: ["", "у ў з на"],
  bg: ["в във", "от"],
  sr: ["u у", "iz из"],
  hr: ["u", "iz"],
  bs: ["u", "iz"],
  sl: ["v", "iz"],
  pl: ["w we", "z na"],
  cs: ["v ve", "z na"],
  sk: ["v vo", "z na"],
  ro: ["în", "la din"],
  nl: ["in", "te uit"],
  sv: ["i", "från"],
  no: ["i", "fra"],
  nb: ["i", "fra"],
  da: ["i", "fra"],
  el: ["", "στη στην στο στον"],
};

interface Prepositions {
  all: ReadonlySet<string>;
  inPlaces: ReadonlySet<string>;
}

const byLanguage: ReadonlyMap<string, Prepositions> = new Map(
  Object.entries(PREPOSITIONS).map(([language, [inPlaces, others]]) => {
    const places = inPlaces.split(" ");
    return [language, { all: new Set([...places, ...others.split(" ")]), inPlaces: new Set(places) }];
  }),
);

/** What follows it is no given name. @param source as it stands in the text */
export function isPreposition(source: string, language: string | null): boolean {
  return byLanguage.get(language ?? "en")?.all.has(source) ?? false;
}

/** What follows it is a place: `in Zandieh`; `z Kowalskim` is with a person. @param source in lower case */
export function isBeforePlace(source: string, language: string | null): boolean {
  return byLanguage.get(language ?? "en")?.inPlaces.has(source) ?? false;
}
