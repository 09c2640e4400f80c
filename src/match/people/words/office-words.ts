import { foldWord } from "../sounds/fold-word.ts";
import { postsOf } from "./posts.ts";
import type { Script } from "../sounds/script.ts";

/** Beginnings of words for offices, posts and the places where officials work, and whole words where they are short. */
const STEMS = `fm$ pm$ mfa$ mea$ gen$ brig$ col$ maj$ adm$ amb$ ambassador ambassad embass envoy diplomat diplom consul attach counsell counselor chargé minister ministr ministè ministé
spokes secretary president presid premier chancellor governor general$ colonel$ major$ brigadier admiral commander officer official$ officials$ supreme$ leader
ayatollah mission foreign$ delegat representative commissioner director deputy vice$ prosecutor judge$ chief$ chiefs$ inspector intelligence
government cabinet sir$ prime$ negotiator plenipotentiary emissary statesman senator congressman lawmaker monarch king$ queen$ prince$ emir$ sultan
botschaft gesandt außenamt außenminist sprecher staatssekret generaldirektor oberst attaché regierung kanzler beamt diplomatin konsul
geheimdienst vertreter leiter abgeordnet militär admiral general$ verteidigungs vizekonsul kanzlei
cónsul portavoz vocero vocera funcionari cancill embaj consej agregad canciller encargad ministr secretari president primer gobern coronel
representant delegad negociador comisionad fiscal vicecónsul vicecanciller comandante mandatari
cônsul porta-voz embaixad conselheir adid encarregad chancel governador coronel representant primeiro secretári
ambassad porte-parole conseill consul chargé secrétaire président premier chancelier gouverneur colonel$ délégué représentant fonctionnair
diplomate émissaire négociateur procureur préfet haut-commissaire vice-consul commandant
ambasciat portavoce consiglier console viceconsole addett incaricat ministr segretari presidente funzionari governator colonnell delegat
посол посла послу послом посольств консул генконсул вице-консул дипломат советник посланник атташе министр замминистр пресс-секретар президент
премьер полковник генерал постпред мид секретар представител разведчик чиновник глава главы спикер губернатор депутат аятолл сотрудник офицер
переговорщик уполномоченн поверенн директор начальник командующ прокурор судья рахбар
радник посольств консул міністр дипломат аташе президент речник секретар посол посла послом очільник заступник керівник генерал полковник
уповноважен представник чиновник дарадца міністэрств амбасад пасол пасла амбасадар консул прэзідэнт дыпламат
ambasad konzul konsul velvysl rzecznik pułkown generał ministr minister prezydent premier radca radcy radcę radcą sekretarz attaché pełnomocnik dyplomat przedstawiciel
doradca szef szefa szefem szefie poseł velvyslanec mluvčí poradce prezident generál plukovník náměstek tajemník přidělenec diplomat chargé
ambasador glasnogovornik savjetnik savetnik predsjednik predsednik premijer ataše pukovnik veleposlan portparol
амбасадор саветник портпарол председник премијер пуковник министар
yardımcısı müdürü müşaviri müavini elçi elçisi elçiliği büyükelçi konsolos başkonsolos ataşe müsteşar bakan cumhurbaşkan başbakan albay general$ tuğgeneral sözcü diplomat dışişleri genelkurmay
maslahatgüzar temsilci danışman lider yetkili başkan müdür vali komutan sekreter
suurlähet konsuli neuvos lähettil tiedottaja ministeri presidentti kenraali eversti diplomaatti attasea asiamies
ambassadør ambassadör konsul ministre statsråd talsperson talesperson överste oberst diplomat diplomat sendiherra statssekretær statssekreterare
ministerraad ambassadeur woordvoerder zaakgelastigde minister-president consul gezant kolonel raadgever staatssecretaris
szóvivő nagykövet követ főkonzul konzul miniszter elnök tanácsos ezredes tábornok attasé diplomata államtitkár
ambasador purtător consilier ministru președinte însărcinat colonel$
πρέσβ πρόξεν υπουργ πρόεδρ πρωθυπουργ εκπρόσωπ σύμβουλ ακόλουθ διπλωμάτ στρατηγ γραμματέ
duta besar konsul menteri presiden jenderal kolonel atase diplomat
jubir wakil juru-bicara balozi waziri rais msemaji konseli
राजदूत राष्ट्रपति मंत्री प्रधानमंत्री प्रवक्ता महावाणिज्यदूत सलाहकार राजनयिक
سفير سفارة قنصل قنصلية ملحق مستشار وزير نائب رئيس متحدث ناطق عميد عقيد لواء جنرال دبلوماسي القائم خارجية مندوب السفير مسؤول مدير أمين
سكرتير ضابط قائد مبعوث ممثل وكيل المرشد حاكم محافظ مدعي قاضي الأمير الملك
سفیر سفارت کنسول سرکنسول کنسولگری رایزن کاردار وابسته وزیر معاون سخنگو سخنگوی سرهنگ سردار سرتیپ سرلشکر ژنرال آیت‌الله رهبر دیپلمات رئیس خانم
آقای دبیر نماینده مدیرکل فرمانده امیر مقام مستشار افسر مشاور
שגריר שגרירת שגרירות קונסול קונסולית דיפלומט נספח נספחת יועץ יועצת שר שרת דובר דוברת נשיא ראש אלוף מנכל מנכלית ממשלה ציר מזכיר סגן מפקד
대사 영사 총영사 참사관 서기관 공사 대사관 무관 장관 차관 대변인 외교관 국장 대표 씨 대통령 총리 위원장 사무관 보좌관 수석 부장 의원 판사 검사 장군 대령
министър министъра посланик посланич посолств говорител съветник председател заместник амбасадор портпарол
suursaadik saadik minister peaminister asekantsler kantsler pressiesind nõunik vēstniek viceministr pārstāv padomniek ambasador viceministr atstov patarėj kanclier
elchi vazir vazirlig dubes konjen jubir menlu wamenlu sendiherra ráðherra ræðismað talsmað departementsråd utrikesråd departementschef
səfir nazir елші элчин сайд փոխնախարար հյուպատոս խոսնակ সচিব মন্ত্রী রাষ্ট্রদূত মুখপাত্র قونصل ترجمان
посланіц դեսպան նախարար նախագահ ელჩი მინისტრი პრეზიდენტი
подполковн підполковн потполковн потпуковн майор мајор маршал советниц сотрудниц замглав речниц радниц послиц міністерк заступниц очільниц съветничк саветниц podplukovn
podpolkovn podpułkown ppłk$ płk$ potpukovn savjetnic ravnatelj svetovalk náměstkyn radová$ radové$ radovou$ radkyň hovorkyň radczyn nënkolonel pulkinink
papulkinink pulkved pulkvež alezredes őrnagy αντισυνταγματάρχ συνταγματάρχ ταγματάρχ ταξίαρχ yarbay$ binbaşı polkovnik colonelul$ maiorul$ purtătoare majoor
admiraal woordvoerst taleskvinn talskvind talskvinn majuri amiraali brigadeir tenente$ teniente$ letkol laksamana brigjen penasihat kanali$ balyoz wezîr berdevk
şêwirmend პოლკოვნიკ პოდპოლკოვნიკ გენერალ გնդապետ գնդապետ փոխգնդապետ سرگرد دریادار लेफ्टिनेंट कर्नल मेजर ब्रिगेडियर एडमिरल لیفٹیننٹ کرنل میجر بریگیڈیئر ایڈمرل مشیر
লেফটেন্যান্ট কর্নেল মেজর ব্রিগেডিয়ার উপহাইকমিশনার ډګروال ډګرمن سرپرست سرپرسته 중령 소령 준장 중장`;

const HAN_WORDS = `大使 总领 總領 総領 副领 副領 发言 發言 特使 领事 領事 外交官 参赞 參贊 发言人 總領事 总领事 代办 官员 官員 部长 部長 秘书 秘書 武官 公使 主席 总统 總統 報道官 大統領 首相 外相
外长 外長 防长 防長 财长 財長 衛相 務相 次官 总理 總理 补佐 補佐 局長 参事 书记 書記 弁務 高等 領事 司令 警官 警監 中将 少将 中將 少將 上将 上將 准将 准將 检察 檢察 法官 将军 将軍 上校 大佐 議長 委員長 氏 総理 長官`;

const SHORTEST_STEM = 4;
const SHORTEST_LATIN_STEM = 5;
/** Ends what is no beginning: `general$` is not `generally`. */
const WHOLE = "$";

const listed = STEMS.split(/\s+/);
const stems = new Set(listed.filter((word) => !word.endsWith(WHOLE)).map(foldWord));
const wholeWords = new Set(listed.map((word) => foldWord(word.replace(WHOLE, ""))));
const hanWords = new Set(HAN_WORDS.split(/\s+/).map(foldWord));

const ARABIC_PREFIX = /^[وف]?(?:لل|[بكل]?(?:ال)?)/;

function beginsWithStem(fold: string, shortest: number): boolean {
  if (wholeWords.has(fold)) return true;
  for (let length = shortest; length < fold.length; length += 1) if (stems.has(fold.slice(0, length))) return true;
  return false;
}

function hasKoreanOffice(fold: string): boolean {
  for (let length = 1; length <= fold.length; length += 1) {
    if (length > 1 && stems.has(fold.slice(0, length))) return true;
    if (length > 1 && stems.has(fold.slice(-length))) return true;
  }
  return wholeWords.has(fold);
}

/** Whether a folded word names an office, a post or where officials work. */
export function isOfficeWord(fold: string, script: Script): boolean {
  if (fold.length < 2 && script !== "hangul") return false;
  if (postsOf(fold, script).length > 0) return true;
  if (script === "hangul") return hasKoreanOffice(fold);
  if (beginsWithStem(fold, script === "latin" ? SHORTEST_LATIN_STEM : SHORTEST_STEM)) return true;
  if (script === "arabic") return wholeWords.has(fold.replace(ARABIC_PREFIX, ""));
  return script === "hebrew" && (wholeWords.has(fold.slice(1)) || wholeWords.has(fold.slice(2)));
}

/** The same for two neighbouring Han characters, or one that is a word by itself. */
export function isHanOffice(characters: string): boolean {
  return hanWords.has(characters);
}
