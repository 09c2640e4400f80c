import type { Script } from "./script.ts";

/** How a person's name is written at home. */
export interface Home {
  script: Script;
  languages: ReadonlySet<string>;
}

/** Scripts of CLDR (ISO 15924) that are read here as one. */
const SCRIPT_OF: Readonly<Record<string, Script>> = {
  Latn: "latin",
  Cyrl: "cyrillic",
  Grek: "greek",
  Armn: "armenian",
  Hebr: "hebrew",
  Arab: "arabic",
  Deva: "devanagari",
  Beng: "bengali",
  Ethi: "ethiopic",
  Geor: "georgian",
  Kore: "hangul",
};
/** Languages in Latin letters that spell foreign names as they are spoken. */
const RESPELLING = new Set(["lv", "lt", "sq", "az", "uz", "tk", "sr", "bs", "cs", "sk"]);

const regionNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

const locales = new Map<string, Intl.Locale | null>();

function likelyLocale(country: string): Intl.Locale | null {
  const known = locales.get(country);
  if (known !== undefined) return known;
  const locale = findLocale(country.toUpperCase());
  locales.set(country, locale);
  return locale;
}

function findLocale(region: string): Intl.Locale | null {
  const isKnown = /^[A-Z]{2}$/.test(region) && regionNames.of(region) !== undefined;
  return isKnown ? new Intl.Locale(`und-${region}`).maximize() : null;
}

/** The language that CLDR expects in a country; null: it is none. */
export function languageOf(country: string): string | null {
  return likelyLocale(country)?.language ?? null;
}

const homes = new Map<string, Home | null>();

/** Script and languages that CLDR expects in the countries; null: none, one unknown, or several scripts. */
export function homeOf(countries: readonly string[]): Home | null {
  const key = countries.join(" ");
  const known = homes.get(key);
  if (known !== undefined) return known;
  const home = findHome(countries);
  homes.set(key, home);
  return home;
}

function findHome(countries: readonly string[]): Home | null {
  const locales = countries.map(likelyLocale);
  const scripts = new Set(locales.map((locale) => SCRIPT_OF[locale?.script ?? ""]));
  const [script, ...others] = scripts;
  if (script === undefined || others.length > 0) return null;
  return { script, languages: new Set(locales.map((locale) => locale?.language ?? "")) };
}

/**
 * Whether texts of a language copy a name from its home letter by letter. Cyrillic texts in another language do not
 * (`Сергей` is `Сергій` in Ukrainian), nor do some languages in Latin letters.
 */
export function copiesNames(language: string | null, { script, languages }: Home): boolean {
  if (language !== null && languages.has(language)) return true;
  if (script === "latin") return language !== null && !RESPELLING.has(language);
  return script !== "cyrillic";
}
