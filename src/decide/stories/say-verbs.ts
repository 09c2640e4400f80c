/**
 * Words beside which a report names the outlet it repeats, folded as the tokeniser folds: verbs of saying and the core of
 * phrases such as "according to" or "со ссылкой на". All languages in one set: a word of another one does no harm, since
 * an outlet's name must stand beside it.
 */
export const SAY_WORDS: ReadonlySet<string> = new Set(
  [
    "reported reports reporting according citing cited cites told tells via quoted quoting said says wrote writes revealed",
    "rapporte rapporté selon indique révèle affirme cite citant écrit annoncé annonce",
    "berichtet berichtete berichten laut meldet meldete zufolge berufung schreibt",
    "según informó informa reporta reportó publicó citando citó reveló dijo",
    "segundo noticiou informou publicou revelou disse citando",
    "secondo riferisce riferito riporta scrive citando rivelato",
    "volgens meldt meldde bericht schrijft",
    "według podał podała podaje informuje poinformował poinformowała powołując donosi",
    "potrivit relatează scrie citând transmite",
    "göre bildirdi aktardı yazdı duyurdu dayandırdığı",
    "menurut melaporkan mengutip lapor",
    "сообщает сообщил сообщила сообщило ссылкой пишет передает передаёт данным информации рассказал рассказали информирует",
    "повідомляє повідомив повідомила повідомило посиланням пише передає даними",
    "ذكرت ذكر نقلت نقل نقلا أفادت أفاد بحسب وفقا وفق قالت لقناة لوكالة لصحيفة",
    "گزارش نقل نوشت اعلام خبر",
    "σύμφωνα μετέδωσε αναφέρει επικαλούμενο μεταδίδει",
    "דיווח דיווחה לפי מסר כתב",
  ]
    .join(" ")
    .split(" "),
);

/** Words that make a name beside a verb of saying the name of an outlet, by their folded form. */
export const MEDIA_WORDS: ReadonlySet<string> = new Set(
  [
    "tv news times post wire agency press newspaper daily herald gazette radio broadcaster magazine journal tribune observer",
    "agence journal chaîne quotidien zeitung sender agentur nachrichtenagentur rundfunk agencia diario cadena periódico",
    "agência jornal emissora agenzia quotidiano giornale krant omroep persbureau agencja gazeta telewizja agenția ziarul",
    "ajansı gazetesi televizyonu kantor berita",
    "агентство агентства агентством телеканал газета газеты издание издания газету агенция агенції агентство телеканалу",
    "وكالة قناة صحيفة خبرگزاری روزنامه شبکه πρακτορείο εφημερίδα סוכנות עיתון ערוץ",
  ]
    .join(" ")
    .split(" "),
);

/** Phrases of Han, kana and Hangul around the outlet: there a word has no spaces, or carries its ending. */
export const SAY_PHRASES: readonly RegExp[] = [
  /(?:据|據|援引|引述|引用)\s*[《「“]?([^，。、；,.《》「」“”]{2,14}?)[》」”]?\s*(?:报道|報道|報導|的报道|的報道|消息|引述|称|稱)/gu,
  /[《「“]?([^，。、；,.《》「」“”]{2,14}?)[》」”]?(?:报道说|報道說|报道称|報道稱|報導)/gu,
  /[「『]?([^、。「」『』\s]{2,14}?)[」』]?(?:が報じた|が伝えた|によると|によれば|は報じ|は伝え|が報道)/gu,
  /(\S{2,14}(?:\s\S{1,8})?)(?:에 따르면|을 인용|를 인용|이 보도|가 보도|은 보도|는 보도|이 전했다|가 전했다)/gu,
];
