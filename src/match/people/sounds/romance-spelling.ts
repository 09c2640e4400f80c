import { beforeFront, type SpellingRule, type SpellingRules } from "./spelling-rule.ts";

const FRENCH: readonly SpellingRule[] = [
  [/(?<!d)jea(?=n)/g, "zha", "at home"],
  [/pt(?=ist)/g, "t", "at home"],
  [/guill(?=[aeo])/g, "g'iy", "at home"],
  // Montclar, Grandval, Desrochers: what ends the first of two words is silent, as it is at the end of a name.
  [/(?<=[ao]n)[td](?=[bcdfglmpqv])/g, "", "at home"],
  [/^des(?=[bcdfglmnpqrv])/g, "de", "at home"],
  [/(?<=[a-z]{2}(?:[cg]h|[gi]))ers?$/g, "é", "at home"],
  [/eaux?|au(?:lt|d|t|x)?/g, "o", "at home"],
  [/(?<!t)ch/g, "sh"],
  [/(?<!d)j/g, "zh"],
  [beforeFront("gu"), "g'"],
  [beforeFront("g"), "zh"],
  [beforeFront("c"), "s", "at home"],
  [/qu/g, "k", "at home"],
  [/gn/g, "ny", "at home"],
  [/(?<=[aeio])ill?/g, "y", "at home"],
  [/o[iî]/g, "ua", "at home"],
  [/ai|ay|ei|ey/g, "e", "at home"],
  [/(?<=.{3})(?:[tdxzps]|es?)$/g, "", "at home"],
];
const ITALIAN: readonly SpellingRule[] = [
  [/z/g, "ts", "at home"],
  [/sc(?:i(?=[aou])|(?=[ei]))/g, "sh"],
  [/gli/g, "ly", "at home"],
  [/qu/g, "kw", "at home"],
  [/gn/g, "ny", "at home"],
  [/g(?:i(?=[aou])|(?=[ei]))/g, "dzh"],
  [/ch/g, "k"],
  [/c+(?:i(?=[aou])|(?=[ei]))/g, "tch"],
  [/gh/g, "g"],
  [/j/g, "y"],
];
const PORTUGUESE: readonly SpellingRule[] = [
  [/oão/g, "uan", "at home"],
  [/ã[eo]/g, "ain", "at home"],
  [/ou/g, "o", "at home"],
  [/(?<=[aeiouáéíóúâêô])s(?=[aeiouáéíóú])/g, "z", "at home"],
  [/(?<!t)ch/g, "sh"],
  [/x/g, "sh"],
  [/lh/g, "ly", "at home"],
  [/nh/g, "ny", "at home"],
  [/(?<!d)j/g, "zh"],
  [beforeFront("gu"), "g'"],
  [beforeFront("g"), "zh", "at home"],
  [beforeFront("c"), "s", "at home"],
  [/ç/g, "s", "at home"],
  [/qu(?=[ei])/g, "k", "at home"],
];
const ROMANIAN: readonly SpellingRule[] = [
  [/gh(?=[ei])/g, "gu"],
  [/ch(?=[ei])/g, "k"],
  [/c(?:i(?=[aou]|$)|(?=[ei]))/g, "tch"],
  [/g(?:i(?=[aou])|(?=[ei]))/g, "dzh"],
  [/j/g, "zh"],
];
const SPANISH: readonly SpellingRule[] = [
  [/ñ/g, "ny", "at home"],
  [/j/g, "kh"],
  [beforeFront("gu"), "g'"],
  [beforeFront("g"), "kh"],
  [beforeFront("c"), "s", "at home"],
  [/qu/g, "k", "at home"],
  [/ll/g, "y", "at home"],
  [/z/g, "s", "at home"],
  [/^h/g, "", "at home"],
];

export const ROMANCE_SPELLING: SpellingRules = {
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  pt: PORTUGUESE,
  ro: ROMANIAN,
};
