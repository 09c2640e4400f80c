import { foldedWords, type WordsByLanguage } from "./words-by-language.ts";

/**
 * Small words with a capital because a sentence begins, right before a name, by language, each of which is read alone: `Podľa Nováka`,
 * `Lui Popescu`. Words of one and two letters are no given names anyway.
 */
export const OPENERS: WordsByLanguage = {
  az: `amma ancaq artıq bugün bundan burada bəlkə dünən görə haqqında harada hazırda hələ həmin ilə indi isə kim lakin
    necə niyə sabah sonra yalnız yenə çünki üçün əgər əvvəl`,
  be: `аднак але без дзе для заўтра калі між пазней пакуль пасля перад потым пра праз раней сам сама сёння тады хто
    цяпер чаму што ўчора`,
  bg: `ако без вчера днес докато защо какво когато кой къде междувременно може нито обаче още по-късно после преди
    против само сега след според със също тогава той утре`,
  bs: `ako ali bez danas dok gde gdje jer još juče jučer kad kada kako kasnije međutim možda nakon onda osim posle
    poslije pre prema prije protiv sada samo sutra tada takođe također tko umesto umjesto zašto zbog šta što`,
  ca: `abans ahir amb ara avui com contra demà des després encara llavors mentre només per perquè però potser quan qui
    què segons sense també`,
  cs: `ale ani bez dnes díky jak jen ještě kde kdo když kromě kvůli možná místo nyní pak podle pokud potom později pro
    proti protože proč před také teď vedle včera však zatímco zítra`,
  da: `dog efter endnu for fra han hun hvad hvem hvis hvor hvorfor ifølge ikke kun med men mens mod måske når også
    senere tidligere til uden`,
  de: `aber als auch danach dann doch für gegen gestern heute inzwischen jedoch laut mit morgen nach nun oder ohne
    seit später trotz und vor warum was weil wenn wer wie während zuvor`,
  el: `ίσως ακόμα αλλά από αργότερα αυτή αυτός αύριο για γιατί ενώ επίσης και κατά μετά μόνο ούτε ποιος πού πριν
    σήμερα σύμφωνα την της τον του τότε τώρα χθες χωρίς όμως όταν`,
  en: `about according after again against allegedly also although amid among and apparently because before between
    both but despite during earlier even eventually finally following for from how however instead later like maybe
    meanwhile moreover neither nevertheless nor now once only over perhaps recently reportedly said says since soon
    still then therefore though thus today tomorrow tonight under unless unlike until what when where whether while
    who why with without yesterday yet`,
  es: `además ahora aunque ayer aún con contra cuando cómo desde después donde embargo entonces hasta hoy luego mañana
    mientras para pero por porque que quien quizás según sin sólo tal también todavía`,
  et: "aga eile enne hiljem homme kes kui kuid kuni kus mida miks nüüd pärast siis täna vaid veel võib-olla",
  eu: "atzo baina bihar edo ere eta gaur gero nola non nor orain zergatik",
  fi: `ehkä eilen ennen huomenna hän jos jälkeen kuitenkin kuka kun kunnes miksi missä mitä mutta myöhemmin myös nyt
    sitten tänään vain vielä`,
  fr: `afin alors après aujourd'hui aussi avant avec bien car cependant chez comment contre dans demain depuis donc
    dont encore enfin ensuite hier lorsque maintenant mais malgré néanmoins par pendant peut-être plus pour pourquoi
    pourtant puis puisque quand que qui quoi sans selon seul sous sur toutefois`,
  gl: `agora antes aínda cando como con contra despois hoxe mañá mentres onde onte pero por porque que quen segundo
    sen tamén`,
  ha: "amma bayan gobe idan ina jiya kafin kuma lokacin menene saboda sai wane yadda yanzu yau",
  hr: `ako ali bez danas dok gde gdje jer još jučer kad kada kako kasnije međutim možda nakon onda osim posle poslije
    pre prema prije protiv sada samo sutra tada takođe također tko umesto umjesto zašto zbog šta što`,
  hu: `amikor azonban aztán csak hogy hol holnap korábban később majd mert mint mit miért most még míg szerint talán
    tegnap`,
  hy: `այդ այս այսօր առանց բայց գուցե դեռ եթե երբ երեկ ընդդեմ ըստ ինչ ինչու ինչպես կամ կրկին հետո հիմա մասին միայն
    մինչ որտեղ սակայն վաղը քանի`,
  id: `apa atau bagaimana bahkan besok dan dari dengan dimana hanya hari jika juga kalau karena kata kemarin kemudian
    ketika lalu mengapa menurut meski mungkin namun pada saat sebelum sejak sekarang selama sementara setelah siapa
    tanpa tapi tetapi untuk`,
  is: `dag eftir eða frá fyrir gegn gær hvar hvað hver hvernig hvers með morgun samkvæmt seinna síðan til áður þegar
    því þá`,
  it: `anche ancora che chi come con contro cosa domani dopo dove forse ieri intanto mentre oggi ora per perché però
    poi poiché prima quando secondo senza solo tuttavia`,
  kk: `алайда бірақ бүгін бұл бұрын егер ертең және кейін кеше кім мен мүмкін неге осы себебі сонда тағы тек туралы
    қазір қайда қалай әлі`,
  ku: "berî duh kengê niha paşê piştî sibe çawa çima îro",
  ky: `азыр анда бирок бул бүгүн дагы жана жөнүндө кайда кандай кечээ кийин ким менен мурда ошол себеби эгер эмне
    эртең`,
  lt: `apie bet dabar dar galbūt iki jei jis kai kas kodėl kol kur nuo pasak prieš rytoj tada taip tačiau tik vakar
    vėliau šiandien`,
  lv: `arī bet bez kad kamēr kas kur kāpēc līdz par pirms pret pēc rīt tad tagad tikai tomēr vakar varbūt viņa viņš
    vēl šodien`,
  mk: `ако без вчера денес додека зошто исто каде кога кој меѓутоа можеби ниту после потоа пред против само сега сепак
    според таа тогаш тој утре уште што`,
  mn: "бас гэвч дараа дахин маргааш одоо тухай тэр учир хаана харин хэн хэрхэн хэрэв энэ яагаад өмнө өнөөдөр өчигдөр",
  ms: `apa apabila atau bagaimana dan dari dengan esok hanya hari jika juga kalau kata kemudian kerana ketika lalu
    malah mengapa menurut mungkin namun pada sebelum sejak sekarang selepas semalam sementara siapa tanpa tetapi untuk
    walaupun`,
  nl: `alleen als bovendien daarna daarom dat door dus echter eerder gisteren hoe hoewel intussen later maar met
    misschien morgen nadat nog omdat ondanks ook over sinds tegen terwijl tijdens toch toen vanavond vandaag volgens
    voor voordat waar waarom wanneer want wat wie zelfs zonder`,
  no: `bare ennå etter for fra han hun hva hvem hvis hvor hvorfor ifølge ikke kanskje likevel med men mens mot når
    også senere tidligere til uten`,
  pl: `choć dlaczego dziś gdzie jednak jeśli jutro kiedy natomiast potem później sam sama teraz wcześniej wczoraj
    według wtedy zdaniem`,
  pt: `agora ainda além amanhã antes até com como contra depois enquanto então hoje mas onde ontem para por porque
    porém quando que quem segundo sem talvez também`,
  ro: `acum apoi astăzi atunci azi conform contra când dacă dar despre doamna doar domnul după fără iar ieri lui mâine
    nici pentru poate potrivit totuși ulterior împotriva încă însă`,
  ru: `впрочем вчера где если завтра затем зачем когда между накануне однако позже пока потом почему ранее сам сама
    сами сегодня теперь тогда хотя`,
  sk: `ako ale ani bez dnes ešte kde keď kto kvôli len možno namiesto neskôr okrem podľa potom pre pred pretože prečo
    proti teraz tiež včera vďaka však zajtra zatiaľ`,
  sl: `brez danes jutri kaj kako kasneje kdo ker kje medtem morda namesto niti potem pozneje pred proti razen toda
    tudi vendar včeraj zakaj zaradi zdaj`,
  so: `ama balse berri hadda haddii hore iyo kadib kuma laakiin maanta markii maxaa sababta shalay sida sidoo waa
    xaggee`,
  sq: `ajo deri dhe dje edhe gjatë kundër kur kush megjithatë ndërsa nesër nga nëse para pas pastaj por pse për sepse
    sipas sot tani çfarë`,
  sr: `ako ali bez danas dok gde gdje jer još juče kad kada kako kasnije međutim možda nakon onda osim posle poslije
    pre prema prije protiv sada samo sutra tada takođe također tko umesto umjesto zašto zbog šta što ако али без где
    данас док зашто због кад када како касније међутим можда након онда осим после пре према против сада само сутра
    тада такође уместо шта јер још јуче`,
  sv: `bara dock efter enligt från för före förutom han hon idag igår imorgon inte kanske med medan men mot när och
    sedan senare tidigare till utan vad var varför vem ännu även`,
  sw: `baada baadaye bila hata huku ila ingawa jana kabla kama katika kesho kisha kulingana kwa kwanini labda lakini
    leo nani nini pia sasa tangu vipi wakati wapi`,
  tg: "агар аммо баъд баъди боз вале дар дирӯз имрӯз куҷо лекин пагоҳ пас пеш чаро ҳоло",
  tl: `ano ayon bago bakit bukas dahil habang kahapon kay kung lamang matapos mula muli nang ngayon ngunit noong paano
    para pero saan sinabi sino subalit`,
  tr: `ama ancak ayrıca belki bugün böylece dün eğer fakat göre hâlâ ile ise için kim nasıl neden nerede sonra veya
    yalnızca yarın yine çünkü önce şimdi`,
  uk: `але без вчора від для завтра коли між навіщо однак перед поки потім про проте пізніше після раніше сам сама
    самі сьогодні тепер тоді утім хоча хто через чому якщо`,
  uz: `agar ammo avval balki bilan biroq bugun chunki ertaga faqat hali haqida hozir kecha keyin kim lekin nega nima
    oldin qanday qayerda shu ushbu yana yoki`,
  vi: "hiện hoặc hôm khi nay nhưng nếu sau theo trước ông",
};

const openers: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OPENERS).map(([language, words]) => [language, foldedWords({ [language]: words })]),
);

/** Whether a folded word at the beginning of a sentence is one of a language's small words, no name. */
export function isSentenceOpener(fold: string, language: string | null): boolean {
  return openers.get(language ?? "")?.has(fold) ?? false;
}
