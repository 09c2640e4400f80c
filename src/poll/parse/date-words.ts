/** Month names of feeds seen in the wild, by their first letters; compared without diacritics and case. */
const MONTH_STEMS: readonly (readonly string[])[] = [
  ["jan", "gen", "ene", "янв", "ιαν", "січ"],
  ["feb", "fev", "fév", "фев", "φεβ", "лют"],
  ["mar", "mär", "mrz", "mrt", "маp", "мар", "μαρ", "бер"],
  ["apr", "abr", "avr", "ápr", "апр", "απρ", "кві"],
  ["may", "mai", "mei", "mag", "máj", "maj", "май", "мая", "μαι", "μάι", "тра"],
  ["jun", "juin", "giu", "jún", "июн", "ιουν", "чер"],
  ["jul", "juil", "lug", "júl", "июл", "ιουλ", "лип"],
  ["aug", "ago", "aou", "aoû", "авг", "αυγ", "сер"],
  ["sep", "set", "szep", "сен", "σεπ", "вер"],
  ["oct", "okt", "ott", "out", "окт", "οκτ", "жов"],
  ["nov", "ноя", "νοε", "νοέ", "лис"],
  ["dec", "dez", "dic", "déc", "дек", "δεκ", "гру"],
];

/** Words that share a month's first letters: "Mardi 3 ...", "Sete", "Marine". */
const NOT_MONTHS = new Set(["mardi", "martes", "martedi", "mar.", "seteday"]);

function bare(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

const STEMS = MONTH_STEMS.flatMap((stems, month) => stems.map((stem): readonly [string, number] => [bare(stem), month]))
  // "juin" before "jui" and "jun": the longest stem decides.
  .toSorted(([a], [b]) => b.length - a.length);

/** Month 0 to 11 that a word names, in lower case; null when it names none. */
export function monthOf(word: string): number | null {
  const plain = bare(word);
  if (NOT_MONTHS.has(plain) || !/^\p{L}{3,}$/u.test(plain)) return null;
  return STEMS.find(([stem]) => plain.startsWith(stem))?.[1] ?? null;
}

/** Zone abbreviations, minutes east of UTC; where one means several, the one that feeds mean. */
export const ZONE_MINUTES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 60,
    bst: 60,
    cet: 60,
    mez: 60,
    met: 60,
    cest: 120,
    mesz: 120,
    mest: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    msd: 240,
    trt: 180,
    sast: 120,
    cat: 120,
    eat: 180,
    wat: 60,
    ist: 330,
    pkt: 300,
    irst: 210,
    irdt: 270,
    gst: 240,
    wib: 420,
    ict: 420,
    sgt: 480,
    hkt: 480,
    pht: 480,
    jst: 540,
    kst: 540,
    awst: 480,
    acst: 570,
    acdt: 630,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
    nst: -210,
    ndt: -150,
    at: -240,
    ast: -240,
    adt: -180,
    et: -300,
    est: -300,
    edt: -240,
    ct: -360,
    cst: -360,
    cdt: -300,
    mt: -420,
    mst: -420,
    mdt: -360,
    pt: -480,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
    brt: -180,
    art: -180,
  }),
);
