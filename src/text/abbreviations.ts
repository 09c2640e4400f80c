/** Words before a full stop that do not end a sentence, lower case without the stop, by language; `*` for all. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  "*": "mr mrs ms dr prof st vs etc jr sr gen col lt maj capt cmdr sgt adm brig hon rev gov sen rep pres inc ltd co corp dept est approx",
  de: "bzw ca usw z.b d.h u.a str abs bd hrsg ing mio mrd evtl ggf inkl jh jhd vgl sog",
  fr: "m mm mme mlle mgr me env av apr cf p art boul",
  es: "sr sra srta d dña ud uds ee.uu art pág núm gral cnel tte lic",
  pt: "sr sra exmo exma art pág núm av gen cel",
  it: "sig sigg dott avv ing pag gen col",
  nl: "dhr mevr mw drs mr ir nl bijv o.a enz",
  pl: "np tzw r ul św gen płk por mjr prof ks tys mln mld im",
  tr: "sn doç av yrd alb örn bkz",
  ru: "г ул им т.е т.д т.п тыс млн млрд руб проф гл стр см ген полк зам пр",
  uk: "р ул вул ім т.д тис млн млрд грн проф гл стор див ген",
  be: "г вул ім тыс млн млрд праф",
};

function wordsOf(key: string): readonly string[] {
  return ABBREVIATIONS[key]?.split(" ") ?? [];
}

const sets = new Map<string, ReadonlySet<string>>();

/** Abbreviations of a language (two-letter code, null: unknown), with those that every language shares. */
export function abbreviationsOf(lang: string | null): ReadonlySet<string> {
  const key = lang ?? "*";
  const known = sets.get(key);
  if (known !== undefined) return known;
  const made = new Set([...wordsOf("*"), ...wordsOf(key)]);
  sets.set(key, made);
  return made;
}
