import { foldWord } from "../sounds/fold-word.ts";
import { scriptOf, type Script } from "../sounds/script.ts";

/** Posts by the beginnings of the words that name them, in the languages of the news; Han and kana by two characters. */
const POSTS: Readonly<Record<string, string>> = {
  ambassador: `сафир danjire သံရုံး አምባሳደር ኤምባሲ അംബാസഡ സ്ഥാനപതി தூதர் రాయబార ਰਾਜਦੂਤ રાજદૂત embahador ambassad embass botschaft embajad embaix ambasciat посол посла послу послом посольств амбасад пасол пасла ambasad velvysl veleposlan elçi büyükelçi
    suurlähet nagykövet πρέσβ πρεσβε ambasador سفير سفارة سفیر سفارت שגריר 大使 대사 राजदूत दूतावास রাষ্ট্রদূত দূতাবাস balozi ელჩ საელჩო դեսպան елші səfir elchi duta
    sendiherra ambassadör lähettil pasiunt ทูต သံအမတ် ທູດ ambassadør посланик посланич suursaadik saatkon vēstniek vēstniec dubes kedutaan kedubes амбасадор elchixona элчи`,
  consul: `конзул qunsul قونسل konsel ቆንስላ വാണിജ്യദൂത കോൺസ കോണ്‍സ কনসাল কনস্যুল कौंसल महावाणिज्य kontsul cònsol consal konslu consul cónsul cônsul konsul konzul vice-consul консул генконсул konsolos başkonsolos πρόξεν υποπρόξεν قنصل کنسول سرکنسول קונסול 领事 領事 영사 कौंसुल वाणिज्यदूत
    กงสุล ကောင်စစ်ဝန် konjen kjri ræðismað قونصل konsuli კონსულ հյուպատոս kansul`,
  attache: `atashe اتاشی اتشه অ্যাটাশে አታሼ mwambata atașat ผู้ช่วยทูต သံမှူး attach атташе аташе аташэ attas atase ataşe agregad adido addett ملحق وابسته נספח 武官 무관 अताशे přidělen pridelen ακόλουθ ატაშე կցորդ`,
  minister: `पीएम પીએમ ਪੀਐਮ పీఎం ಪಿಎಂ പിഎം পিএম сайд вазир wasiir министар auswärtig wizara กระทรวง मंत्राल মন্ত্রণাল സഹമന്ത്രി മന്ത്രി மந்திரி அமைச்சர் అమాత్య మంత్రి kementeri ráðuneyt სამინისტრ utenriksdep utrikesdep justisdep forsvarsdep 務省 务省 防省 交部 防部 외교부 국방부 외무성 국방성 ሚኒስትር ሚኒስቴር яам รัฐมนตรี ဝန်ကြီး министър menlu wamenlu viceministr zamministr ráðherra փոխնախարար başbakan premier premijer премьер премєр πρωθυπουργ kanzler canciller chancel pääminister statsminister 首相 총리 외무상 외상 국방상 प्रधानमंत्री نخست minist министр министер міністр міністэрств bakan وزير وزیر وزارة وزارت waziri menteri मंत्री মন্ত্রী 部长 部長 大臣 外长 外長 防长 防長 财长 財長 衛相 務相 次官 総理 总理 總理 外相 장관 υπουργ მინისტრ նախարար miniszter vazir nazir`,
  spokesperson: `εκπρόσωπ talskvin talsmand talsmann runasvīr govorec zëdhënës сухангӯ ویاند afhayeen jurucakap პრესსპიკერ വക്താവ് വക്താവ பேச்சாளர் tagapagsalita ቃልአቀባይ โฆษก ပြောရေးဆိုခွင့် spokes sprecher portavoz vocero vocera porta-voz porte-parole portavoce пресс-секретар речник rzeczni mluvčí hovorca glasnogovorni portparol портпарол
    говорител pressiesind talsmað խոսնակ մամուլ মুখপাত্র sözcü tiedottaj talesperson talsperson szóvivő purtător jubir msemaji प्रवक्ता متحدث ناطق سخنگو ترجمان דובר 发言 發言 報道 대변인 woordvoerd`,
  charge: `อุปทูต chargé charge поверенн повірен zaakgelastig maslahatgüzar asiainhoit asiamies encargad encarregad incaricat geschäftsträger ügyvivő însărcinat επιτετραμμέν کاردار 代办 代辦`,
  counsellor: `botschaftsrat gesandtschaftsrat ambassadråd ambassaderåd ambassaderaad nõunik padomniek patarėj съветник svetovalec këshilltar maslahatch кеңесші кеңешчи мушовир зөвлөх მრჩეველ խորհրդական سلاکار सलाहकार উপদেষ্টা ஆலோசக አማካሪ mshauri konselor kaunselor ที่ปรึกษา 参事 counsel советник радник дарадц consejer conseiller conselheir consiglier radca radcy radcę savjetni savetni саветник müsteşar neuvos rådgiver raadgever
    참사 tanácsos consilier σύμβουλ مستشار رایزن יועץ 参赞 參贊 참사관 müşavir`,
  secretary: `segretar sekreter sekretær sekretor sihteer tajomn сакратар kotib котиб хатшы катчы მდივან քարտուղար سکرتر সচিব செயலாளர் ፀሐፊ xoghaye setiausaha เลขานุการ katibu အတွင်းဝန် سیکرٹری سیکریٹری kalihim secretar sekretar секретар secrétaire sekretär secretári tajemní tajní kâtip titkár سكرتير دبیر מזכיר 秘书 秘書 書記 서기관 सचिव γραμματέ`,
  commissioner: `কমিশনার হাইকমিশনার कमिश्नर کمشنر commissair komisar comisar comisionad kommissær kommissarie komisar komisarz 弁務 专员 commissioner उच्चायुक्त haut-commissair hochkommissar комиссар`,
  general: `admiral amiral адмирал адмірал almirant ammiragl أميرال אדמירל ναύαρχ 제독 גנרל generaal kenraal kindral generol gjeneral გენერალ գեներալ ஜெனரல் jenerali jeneral jeneraal جنرل ጄኔራል জেনারেল जनरल ജനറ תאל רבאלוף אלוף พลเอก ဗိုလ်ချုပ် general генерал général generál tábornok jenderal ژنرال سردار سرتیپ جنرال لواء 将军 將軍 将軍 장군 στρατηγ`,
  officer: `αξιωματικ ufficial offiser upseer ohvitser virsniek karinink dôstojn tiszt ofițer официр časnik častnik офіцер афіцэр zabit ofitser ოფიცერ афсар መኮንን afisa perwira นายทหาร 将校 sarkaal অফিসার אלמ סאל רסן officer офицер oficer důstojní offizier oficial officier subay ضابط افسر קצין 军官 장교`,
  representative: `rappresent vertegenwoordig repræsent edustaja esindaja pārstāv atstov predstavnik представник претставник прадстаўн αντιπρόσωπ përfaqësues nümayənd vakili өкіл өкүл намоянда төлөөлөгч წარმომადგენელ ներկայացուցիչ استازی प्रतिनिधि প্রতিনিধি பிரதிநிதி ተወካይ mwakilishi ผู้แทน مندوب representa представител vertreter przedstaw zástupc temsilci képvisel ممثل نماینده נציג 代表 대표`,
  mission: `mission миссия миссии постпред представительств misión missão missione misja بعثة نمایندگی 使团 代表团 대표부`,
  governor: `governator guverner guvernør kuvernöör kuberner kormányzó guvernator гувернер губернатар әкім hokimi გუბერნატორ մարզպետ گورنر राज्यपाल গভর্নর ஆளுநர் gavana gubernur gabenor ผู้ว่า מושל qubernator governor gouverneur gobernador governador губернатор gubernator محافظ استاندار 省长 知事 주지사`,
  president: `prezyden præsident elnök președint председател председник predsedn predsjedn претседател прэзідэнт πρόεδρ ерөнхийлөгч პრეზიდენტ նախագահ ولسمشر রাষ্ট্রপতি ஜனாதிபதி madaxweyne presiden ประธานาธิบดี נשיא 大統 ፕሬዝዳንት president presidente président prezident präsident президент cumhurbaşkan رئيس رئیس 总统 總統 主席 大統領 대통령 राष्ट्रपति`,
  judge: `juge juiz jueza giudic domare dommer tuomari kohtunik tiesnes teisėj sudca judecăt съдия судија sudac sodnik суддзя δικαστ gjyqtar sudya судя მოსამართლ դատավոր न्यायाधीश বিচারক நீதிபதி jaji garsoore ผู้พิพากษา judge richter sędzi soudc судья судьи суддя hâkim قاضي قاضی שופט 法官 判事 판사`,
  prosecutor: `procurat aanklag åklag syyttäj prokuror ügyész procuror тужила tužitelj tožilec обвинител пракурор εισαγγελ პროკურორ դատախազ څارنوال अभियोजक প্রসিকিউটর jaksa pendakwa อัยการ додситон prosecut прокурор procureur procurador staatsanw prokurator savcı مدعي دادستان תובע 检察 検事 검사`,
};

const SHORTEST = 3;
/** Words are put together there: Militärattaché, генконсул. */
const COMPOUNDING: ReadonlySet<Script> = new Set(["latin", "cyrillic"]);
const SHORTEST_WITHIN = 5;
/** What Arabic and Hebrew attach before a word, and Korean before and behind it. */
const ARABIC_PREFIX = /^[وف]?(?:لل|[بكل]?(?:ال)?)/;
const HEBREW_PREFIXES = [1, 2];

const postOfStem = new Map(
  Object.entries(POSTS).flatMap(([post, stems]) => stems.split(/\s+/).map((stem) => [foldWord(stem), post] as const)),
);
const longest = Math.max(...[...postOfStem.keys()].map((stem) => stem.length));
/** Of scripts without spaces, which a dictionary cuts into words in its own way. */
const stemsInRuns = [...postOfStem].filter(([stem]) => scriptOf(stem) === "dictionary");

function beginning(fold: string, shortest: number): string | null {
  for (let length = Math.min(longest, fold.length); length >= shortest; length -= 1) {
    const post = postOfStem.get(fold.slice(0, length));
    if (post !== undefined) return post;
  }
  return null;
}

/** Texts have the same words again and again; the letters of a word tell its script. */
const MOST_REMEMBERED = 50_000;
const postsOfWord = new Map<string, readonly string[]>();

/** Abbreviated before names. */
const ABBREVIATED: Readonly<Record<string, string>> = {
  gen: "general",
  brig: "general",
  amb: "ambassador",
  col: "officer",
};

/** The posts that a folded word names: Generalkonsul is two. Of Han and kana, the word is two neighbouring characters. */
export function postsOf(fold: string, script: Script): readonly string[] {
  const known = postsOfWord.get(fold);
  if (known !== undefined) return known;
  if (postsOfWord.size === MOST_REMEMBERED) postsOfWord.clear();
  const posts = findPosts(fold, script);
  postsOfWord.set(fold, posts);
  return posts;
}

function findPosts(fold: string, script: Script): readonly string[] {
  if (script === "han" || script === "kana") return listOf(postOfStem.get(fold) ?? null);
  if (script === "arabic")
    return listOf(beginning(fold.replace(ARABIC_PREFIX, ""), SHORTEST) ?? beginning(fold, SHORTEST));
  if (script === "hangul") return listOf(within(fold, 0, 2));
  const post = ABBREVIATED[fold] ?? beginning(fold, SHORTEST);
  if (script === "hebrew" && post === null)
    return HEBREW_PREFIXES.flatMap((from) => listOf(beginning(fold.slice(from), SHORTEST)));
  return COMPOUNDING.has(script) ? [...listOf(post), ...listOf(within(fold, SHORTEST, SHORTEST_WITHIN))] : listOf(post);
}

/** The posts that the text of a script without spaces names. */
export function postsInRun(text: string): readonly string[] {
  return stemsInRuns.flatMap(([stem, post]) => (text.includes(stem) ? [post] : []));
}

/** Whether a run of such a script ends in a post, with what may say how high it is behind it: กงสุลใหญ่. */
export function isBehindPostInRun(run: string): boolean {
  const plain = run.replace(/(?:ใหญ่|พิเศษ)$/, "");
  return stemsInRuns.some(([stem]) => plain.endsWith(stem));
}

function listOf(post: string | null): readonly string[] {
  return post === null ? [] : [post];
}

/** The first post that begins inside a word. */
function within(fold: string, from: number, shortest: number): string | null {
  for (let at = from; at + shortest <= fold.length; at += 1) {
    const post = beginning(fold.slice(at), shortest);
    if (post !== null) return post;
  }
  return null;
}
