import type { Script } from "../sounds/script.ts";

/** What a word may be without its case ending. */
export interface Stem {
  source: string;
  /** Turkic names in a case look like other names: what is taken off without an apostrophe must cost. */
  cost: number;
}

const COST = 0.05;
const TURKIC_COST = 0.15;
const MIN_STEM = 3;
const MIN_WORD = 5;

interface Endings {
  script: Script;
  languages: string;
  ending: RegExp;
  /** What stands in its place in the name: `Haloselle` is a Halonen. */
  instead?: string;
  isTurkic?: true;
}

/** What stands before an ending in Finnish, and in the name itself. */
const FINNISH_WEAK = [
  ["nna", "nta"],
  ["lla", "lta"],
  ["rra", "rta"],
  ["llo", "lto"],
  ["mme", "mpi"],
  ["hde", "hti"],
  ["ede", "esi"],
  ["(?<=[klmnrs])e", "i"],
] as const;

/** Case endings of names, by language; of several that fit, each makes a stem. */
const ENDINGS: readonly Endings[] = [
  { script: "latin", languages: "pl", ending: /(?:owi|iego|ego|iemu|emu|iem|em|ym|im|ią|ą|ę|iej|ej|ie|u|a|y|i)$/ },
  // A vowel changes before an ending, or is left out there: Gołębia of Gołąb, Wróbla of Wróbel, Haška of Hašek.
  { script: "latin", languages: "pl", ending: /ę([bdpgć]|dź)i?(?:owi|em|ie|a|u)$/, instead: "ą$1" },
  { script: "latin", languages: "pl", ending: /(?<=[^aeiouyąęó])([lkcnł])i?(?:owi|em|a|u|e)$/, instead: "e$1" },
  {
    script: "latin",
    languages: "cs sk",
    ending: /(?<=[^aeiouyáéíóúýě])([klcň])(?:ovi|em|om|a|e|i|u)$/,
    instead: "e$1",
  },
  { script: "latin", languages: "hr sr bs sl", ending: /(?<=[^aeiou])([cklr])(?:em|om|a|e|u)$/, instead: "a$1" },
  { script: "cyrillic", languages: "ru be", ending: /(?<=[^аеёиоуыэюя])ц(?:ем|ом|а|у|е)$/, instead: "ец" },
  { script: "cyrillic", languages: "ru be uk", ending: /(?<=[^аеёиоуыэюяії])к(?:ом|а|у|е|ові)$/, instead: "ок" },
  { script: "cyrillic", languages: "uk", ending: /(?<=[^аеєиоуюяії])ц(?:ем|еві|я|ю|і)$/, instead: "ець" },
  // Adjectives keep the vowel of the name.
  { script: "latin", languages: "pl", ending: /(?<=[csdz]k)(?:iego|iemu|im)$/, instead: "i" },
  { script: "latin", languages: "pl", ending: /(?<=[csdz]k)(?:iej|ą)$/, instead: "a" },
  { script: "latin", languages: "cs sk", ending: /(?<=[cs]k)(?:ého|ému|ým|ém|om)$/, instead: "ý" },
  { script: "latin", languages: "cs sk", ending: /(?<=ov)(?:ou|é|ej)$/, instead: "á" },
  { script: "latin", languages: "hr sr bs sl", ending: /(?<=[cs]k)(?:oga|ega|omu|emu|og|eg|om|em|im)$/, instead: "i" },
  { script: "latin", languages: "lv lt", ending: /(?<=[cs]k)(?:ijam|ijs|ija|iju|iui|iu|io|is|im|į)$/, instead: "i" },
  // Foreign names in a vowel: Bodnáriho, Abeho.
  { script: "latin", languages: "cs sk", ending: /(?<=[ieíéy])(?:ho|mu|m)$/ },
  { script: "latin", languages: "pl", ending: /(?<=i)(?:ego|emu|m)$/ },
  // Ukrainian men's names: Hłuszczenki, Hłuszczence, Hłuszczenkę, Hłuszczenką of Hłuszczenko.
  { script: "latin", languages: "pl", ending: /(?<=en)(?:ki|ce|kę|ką|ko)$/, instead: "ko" },
  { script: "latin", languages: "hr sr bs sl", ending: /(?<=i)(?:jem|ja|ju)$/ },
  { script: "latin", languages: "cs sk", ending: /(?:ovi|ého|ému|ová|ovou|ové|ovej|em|om|ým|ou|u|a|e|y|ě)$/ },
  // Women of all countries: Castrová, Ezrová.
  { script: "latin", languages: "cs sk", ending: /ov(?:á|ou|é|ej)$/, instead: "a" },
  { script: "latin", languages: "cs sk", ending: /ov(?:á|ou|é|ej)$/, instead: "o" },
  { script: "latin", languages: "hr sr bs sl", ending: /(?:oga|ega|omu|emu|og|om|em|im|a|u|e|i)$/ },
  { script: "latin", languages: "lv", ending: /(?:am|a|u|ā|i|iem)$/, instead: "s" },
  { script: "latin", languages: "lv", ending: /(?:im|i|ī)$/, instead: "is" },
  { script: "latin", languages: "lv", ending: /ņ(?:a|u)$/, instead: "nis" },
  { script: "latin", languages: "lv", ending: /(?<=[ņļķģ])(?:am|a|u|ā|i|iem)$/, instead: "š" },
  { script: "latin", languages: "lv lt", ending: /(?:ēm|am|im|as|is|us|ys|ai|ei|ui|s|a|o|u|ā|ą|į|ę|š)$/ },
  {
    script: "latin",
    languages: "fi",
    ending: /(?:lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi|han|hen|iin|in|an|en|n|a|ä)$/,
  },
  // A name that ends in a consonant takes an i before its ending.
  { script: "latin", languages: "fi", ending: /i(?:lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi|a|ä)$/ },
  {
    script: "latin",
    languages: "fi",
    ending: /s(?:ella|ellä|elle|elta|eltä|essa|essä|esta|estä|eksi|een|en|ta|tä)$/,
    instead: "nen",
  },
  // Surnames are often words for places, of which a consonant is weak before an ending: Hietarannan of Hietaranta.
  ...FINNISH_WEAK.map(([weak, strong]): Endings => {
    return {
      script: "latin",
      languages: "fi",
      ending: new RegExp(`${weak}(?:n|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi)$`),
      instead: strong,
    };
  }),
  // `järvi`, `mäki` and `joki` at the end of many surnames change before an ending.
  { script: "latin", languages: "fi", ending: /(?<=järv)e(?:n|llä|lle|ltä|ssä|stä|ksi|en)$/, instead: "i" },
  { script: "latin", languages: "fi", ending: /(?<=m)äe(?:n|llä|lle|ltä|ssä|stä|ksi)$/, instead: "äki" },
  { script: "latin", languages: "fi", ending: /(?<=j)oe(?:n|lla|lle|lta|ssa|sta|ksi)$/, instead: "oki" },
  { script: "latin", languages: "et", ending: /(?<=m)äe(?:le|lt|st|ga|ni|l|d|s)?$/, instead: "ägi" },
  { script: "latin", languages: "et", ending: /(?<=j)õe(?:le|lt|st|ga|ni|l|d|s)?$/, instead: "õgi" },
  { script: "latin", languages: "lt", ending: /(?:ui|o|ą|u|e|ai)$/, instead: "as" },
  { script: "latin", languages: "lt", ending: /(?:iui|io|į|iu|i|y)$/, instead: "is" },
  { script: "latin", languages: "lt", ending: /(?:ui|aus|ų|umi|au)$/, instead: "us" },
  { script: "latin", languages: "lt", ending: /(?:os|ai|ą|oje)$/, instead: "a" },
  { script: "latin", languages: "lt", ending: /(?:ės|ei|ę|ėje)$/, instead: "ė" },
  { script: "latin", languages: "is", ending: /dóttur$/, instead: "dóttir" },
  { script: "latin", languages: "is", ending: /(?:sonar|syni)$/, instead: "son" },
  { script: "latin", languages: "is", ending: /(?:ar|i|s)$/, instead: "ur" },
  { script: "latin", languages: "is", ending: /(?:ar|i|s|u)$/ },
  { script: "latin", languages: "is", ending: /u$/, instead: "a" },
  { script: "latin", languages: "et", ending: /(?:sse|le|lt|st|ga|ks|ni|ta|na|l|i|e|d|t|s)$/ },
  { script: "latin", languages: "et", ending: /i(?:sse|le|lt|st|ga|ks|ni|ta|l|d|t|s)$/ },
  {
    script: "latin",
    languages: "hu",
    ending:
      /(?:nak|nek|val|vel|ról|ről|ból|ből|tól|től|hoz|hez|höz|nál|nél|ban|ben|ként|ért|ig|ra|re|ba|be|on|en|ön|ot|et|at|öt|t|i|é)$/,
  },
  // The v of -val and -vel becomes the consonant before it.
  { script: "latin", languages: "hu", ending: /(?<=([b-df-hj-np-tv-z]))\1[ae]l$/ },
  {
    script: "latin",
    languages: "tr az",
    ending:
      /(?:ndan|nden|ndən|nın|nin|nun|nün|yla|yle|dan|den|dən|tan|ten|ın|in|un|ün|da|de|də|ta|te|ya|ye|yə|na|ne|nə|yı|yi|yu|yü|nı|ni|nu|nü|la|le|lə|ı|i|u|ü|a|e|ə)$/,
    isTurkic: true,
  },
  { script: "latin", languages: "tr az", ending: /(?<=n)[ıiuü]n$/, isTurkic: true },
  { script: "latin", languages: "uz", ending: /(?:ning|niki|dagi|ni|ga|ka|qa|da|dan)$/, isTurkic: true },
  {
    script: "latin",
    languages: "tk",
    ending: /(?:nyň|niň|yň|iň|uň|üň|ny|ni|dan|den|da|de|ga|ge|na|ne|y|i|a|e)$/,
    isTurkic: true,
  },
  { script: "latin", languages: "en de sv no nb da nl fr", ending: /s$/ },
  { script: "latin", languages: "ro", ending: /(?:ului|lui|ul|ei)$/ },
  { script: "latin", languages: "sq", ending: /(?:it|in|ut|un|i|u)$/ },
  { script: "latin", languages: "sq", ending: /(?<=[aeëiouj])(?:n|t|s|së)$/ },
  { script: "latin", languages: "eu", ending: /(?:arekin|rekin|ekin|aren|ren|en|ari|ri|i|ak|ek|k)$/ },
  {
    script: "cyrillic",
    languages: "kk ky tt ba",
    ending: /(?:[ндт][ыиіуүеө][нң]|[ндт][аеоөә]н|[мбп]ен|[ндт][ыиіуүе]|[гғкқндт][аеоөә])$/,
    isTurkic: true,
  },
  { script: "cyrillic", languages: "uz", ending: /(?:нинг|ни|га|ка|қа|да|дан)$/, isTurkic: true },
  { script: "cyrillic", languages: "tg", ending: /(?:ро|и)$/ },
  { script: "cyrillic", languages: "mn", ending: /(?:ийн|ын|ийг|ыг|[аэоө]{2}[ср]|т[аэо]й|д|т)$/ },
  {
    script: "georgian",
    languages: "ka",
    ending: /(?:ი?სთვის|ი?სგან|ი?სთან|ი?სადმი|სთან|თან|ზე|ში|მა|ის|ით|ად|ს|ი|მ)$/,
  },
  { script: "armenian", languages: "hy", ending: /(?:յին|ին|ով|ից|ում|յի|ի|ը|ն)$/ },
  { script: "bengali", languages: "bn as", ending: /(?:য়ের|ের|কে|তে|রা|র)$/ },
  { script: "tamil", languages: "ta", ending: /(?:வின்|வுக்கு|வுடன்|வை|யின்|யுடன்|யை|ின்|ுக்கு|ுடன்|ை)$/ },
  { script: "telugu", languages: "te", ending: /(?:గారు|కు|కి|ని|ను|తో|లో)$/ },
  { script: "kannada", languages: "kn", ending: /(?:ರವರ|ಯವರ|ಅವರ|ನ್ನು|ಯನ್ನು|ನಿಗೆ|ಗೆ|ನಿಂದ|ಯ|ರ)$/ },
  { script: "gujarati", languages: "gu", ending: /(?:ને|નો|ની|ના|નું|થી|એ)$/ },
  { script: "devanagari", languages: "ne", ending: /(?:लाई|सँग|बाट|हरू|ले|को|का|की|मा)$/ },
  { script: "devanagari", languages: "mr", ending: /(?:यांनी|यांच्या|साठी|ने|नी|चा|ची|चे|च्या|ला|ना|शी)$/ },
];

/** A consonant without its vowel, at the end of a Malayalam name, and before an ending. */
const CHILLU = ["ൻന", "ർര", "ൽല", "ൾള", "ൺണ"];
const MALAYALAM = "(?:ിന്റെ|ിനെ|ിനോട്|ിനും|ിന്|ുമായി|ും)";

const MALAYALAM_ENDINGS: readonly Endings[] = [
  ...CHILLU.map(([end = "", within = ""]): Endings => {
    return { script: "malayalam", languages: "ml", ending: new RegExp(`${within}${MALAYALAM}$`), instead: end };
  }),
  { script: "malayalam", languages: "ml", ending: /(?:യുടെ|യെ|യ്ക്ക്|യോട്|യും|വിന്റെ|വിനെ|വിന്|ുടെ|ിന്റെ|ിനെ|ിന്|ും)$/ },
];

const byLanguage = new Map<string, Endings[]>();
for (const endings of [...ENDINGS, ...MALAYALAM_ENDINGS]) {
  for (const language of endings.languages.split(" ")) {
    const key = `${endings.script} ${language}`;
    byLanguage.set(key, [...(byLanguage.get(key) ?? []), endings]);
  }
}

/** Scripts of one language: their endings are known without being told. */
const LANGUAGE_OF: Readonly<Partial<Record<Script, string>>> = { georgian: "ka", armenian: "hy" };

/** What a lower-case word may be without a case ending of the language; none where too little of it would be left. */
export function stemsOf(word: string, script: Script, language: string | null): readonly Stem[] {
  const known = byLanguage.get(`${script} ${LANGUAGE_OF[script] ?? language ?? ""}`);
  if (known === undefined) return [];
  return known.flatMap(({ ending, instead = "", isTurkic }) => {
    const source = word.replace(ending, instead);
    // What gets an ending in the place of another is no shorter: Jāni of Jānis.
    const isTooShort = script === "latin" && word.length < MIN_WORD && source.length < MIN_WORD;
    return source === word || isTooShort || source.length < MIN_STEM
      ? []
      : [{ source, cost: isTurkic ? TURKIC_COST : COST }];
  });
}
