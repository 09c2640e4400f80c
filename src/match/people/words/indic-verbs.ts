/**
 * Endings of verbs in languages of India without capitals, where a headline may end in a name: `ঢাকা আসছেন মোদি`, `बोले मोदी`. Few
 * given names have them.
 */
const VERBS: Readonly<Record<string, RegExp>> = {
  bn: /(?:ছেন|বেন|লেন|তেন|ছে|বে|লো)$/,
  hi: /(?:[^ा]े|ेंगे|एंगे|ाए|ेगा|एगा)$/,
  mr: /(?:ले|णार|तील|तात)$/,
  ne: /(?:छन्|न्छ|ने|ए)$/,
};

/** Whether a folded word is by its ending a verb of the language. */
export function isIndicVerb(fold: string, language: string | null): boolean {
  return VERBS[language ?? ""]?.test(fold) ?? false;
}
