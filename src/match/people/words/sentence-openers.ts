import { foldWord } from "../sounds/fold-word.ts";

const SLAVIC_OF_THE_SOUTH =
  "prema za protiv prije pre poslije posle nakon od bez kada kad ako jer također takođe kako ali ni osim zbog umjesto umesto zašto što šta tko ko gdje gde sa s";
const NORWEGIAN = "ifølge for mot før etter uten når om hvis også men og ikke hvorfor hva hvem hvor med";
/** Words with a capital because a sentence begins, right before a name, by language: `Podľa Nováka`, `Lui Popescu`. */
const OPENERS: Readonly<Record<string, string>> = {
  ru: "сам сама сами теперь тогда вчера сегодня завтра ранее позже однако впрочем между накануне пока зачем почему где когда если хотя затем потом",
  uk: "сам сама самі тепер тоді вчора сьогодні завтра раніше пізніше однак проте утім поки навіщо чому де коли якщо хоча потім",
  be: "сам сама цяпер тады ўчора сёння заўтра раней пазней аднак пакуль чаму дзе калі потым",
  pl: "sam sama teraz wtedy wczoraj dziś jutro wcześniej później jednak natomiast dlaczego gdzie kiedy jeśli choć potem według zdaniem",
  fr: "selon hier demain puis ensuite pourtant cependant pourquoi comment où quand si bien alors enfin chez sans avec contre",
  es: "según ayer mañana luego después entonces sin con contra mientras aunque cuando donde si ahora también",
  it: "secondo ieri oggi domani poi però perché dove quando se ora anche senza con contro mentre",
  pt: "segundo ontem hoje amanhã depois então porém por onde quando se agora também sem com contra enquanto",
  tr: "dün bugün yarın sonra önce ancak neden nerede şimdi ayrıca ise",
  cs: "podle pro proti před po od bez když pokud protože také jak ale však ani kromě díky kvůli místo vedle proč co kdo kde s se",
  sk: "podľa pre proti pred po od bez keď ak pretože tiež ako ale však ani okrem vďaka kvôli namiesto prečo čo kto kde s so",
  hr: SLAVIC_OF_THE_SOUTH,
  bs: SLAVIC_OF_THE_SOUTH,
  sr: `${SLAVIC_OF_THE_SOUTH} према за против пре после након од без када кад ако јер такође како али ни осим због уместо зашто шта ко где са`,
  sl: "po za proti pred brez od ko če ker tudi kako vendar toda niti razen zaradi namesto zakaj kaj kdo kje s z",
  ro: "lui potrivit conform după pentru contra împotriva fără când dacă iar dar însă nici despre cu domnul doamna",
  hu: "ha mert de és hogy amikor mint míg is",
  sv: "enligt för mot före efter utan när om även men och inte förutom varför vad vem var med",
  no: NORWEGIAN,
  nb: NORWEGIAN,
  da: "ifølge for mod før efter uden når om hvis også men og ikke hvorfor hvad hvem hvor med",
  fi: "kun jos myös mutta ja ei miksi mitä kuka missä",
  et: "kui ka aga ja ei miks mida kes kus",
  lv: "pēc par pret pirms bez kad ja arī bet un ne kāpēc kas kur ar",
  lt: "pasak apie prieš po be kai jei taip bet ir ne kodėl kas kur su",
  el: "σύμφωνα για κατά πριν μετά χωρίς όταν αν επίσης αλλά και ούτε γιατί τι ποιος πού με ο η του της τον την",
  bg: "според за против преди след без когато ако също но и нито защо какво кой къде с със",
  mk: "според за против пред после по без кога ако исто но и ниту зошто што кој каде со",
  sq: "sipas për kundër para pas pa kur nëse edhe por dhe as pse çfarë kush ku me",
};

const openers: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OPENERS).map(([language, words]) => [language, new Set(words.split(" ").map(foldWord))]),
);

/** Whether a folded word at the beginning of a sentence is one of a language's small words, no name. */
export function isSentenceOpener(fold: string, language: string | null): boolean {
  return openers.get(language ?? "")?.has(fold) ?? false;
}
