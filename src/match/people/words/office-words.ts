import { foldWord } from "../sounds/fold-word.ts";
import { postsOf } from "./posts.ts";
import type { Script } from "../sounds/script.ts";
import { foldedWords, wordsOf, type WordsByLanguage } from "./words-by-language.ts";

/**
 * Beginnings of words for offices and the places where officials work that name no post, and whole words where they are short:
 * `general$` is not `generally`.
 */
export const OFFICES: WordsByLanguage = {
  ar: "أمين الأمير القائم المرشد الملك حاكم خارجية دبلوماسي عميد قائد مبعوث مسؤول نائب وكيل",
  be: "дыпламат",
  bg: "заместник",
  bn: "উপহাইকমিশনার কর্নেল ব্রিগেডিয়ার মেজর লেফটেন্যান্ট",
  cs: "náměstek náměstkyn poradce radovou$ radová$ radové$",
  da: "departementschef",
  de: `abgeordnet außenamt beamt diplomatin geheimdienst gesandt kanzlei leiter militär regierung
    staatssekret verteidigungs`,
  el: "αντισυνταγματάρχ διπλωμάτ ταγματάρχ ταξίαρχ",
  en: `adm$ ayatollah brigadier cabinet chief$ chiefs$ commander congressman delegat deputy diplom
    diplomat emir$ emissary fm$ foreign$ government inspector intelligence king$ lawmaker leader maj$ major$ mea$
    mfa$ monarch negotiator official$ officials$ plenipotentiary pm$ presid prime$ prince$ queen$ senator sir$
    statesman sultan supreme$ vice$`,
  es: `cancill comandante consej delegad embaj fiscal funcionari gobern mandatari negociador primer teniente$
   `,
  et: "asekantsler kantsler saadik",
  fa: "آقای آیت‌الله امیر خانم دریادار دیپلمات رهبر سرلشکر سرپرست سرگرد فرمانده مشاور معاون مقام",
  fi: "amiraali diplomaatti majuri",
  fr: "commandant conseill diplomate délégué fonctionnair négociateur préfet émissaire",
  he: "דיפלומט ממשלה מנכל מנכלית מפקד סגן ציר ראש שר שרת",
  hi: "एडमिरल कर्नल ब्रिगेडियर मेजर राजनयिक लेफ्टिनेंट",
  hr: "ravnatelj",
  hu: "alezredes főkonzul követ őrnagy",
  hy: "գնդապետ փոխգնդապետ",
  id: "besar brigjen juru-bicara laksamana letkol penasihat wakil",
  it: "funzionari tenente$",
  ka: "გնդապետ პოდპოლკოვნიკ პოლკოვნიკ",
  ko: "공사 보좌관 부장 소령 수석 씨 외교관 위원장 의원 준장 중령 중장 차관",
  ku: "balyoz berdevk wezîr şêwirmend",
  lt: "kanclier papulkinink pulkinink",
  lv: "pulkved pulkvež",
  nl: "admiraal gezant majoor woordvoerst",
  no: "statsråd taleskvinn",
  pl: "doradca dyplomat pełnomocnik poseł ppłk$ płk$ szef szefa szefem szefie",
  ps: "سرپرسته ډګرمن ډګروال",
  pt: "adid brigadeir diplomata primeiro",
  ro: "maiorul$",
  ru: `аятолл глава главы депутат дипломат замглав командующ майор маршал мид начальник
    переговорщик разведчик рахбар сотрудник сотрудниц спикер уполномоченн чиновник`,
  sr: "мајор потпуковн премијер пуковник",
  sv: "departementsråd utrikesråd",
  sw: "kanali$ rais",
  tr: "başkan binbaşı danışman dışişleri genelkurmay komutan lider müavini vali yarbay$ yardımcısı yetkili",
  uk: "заступник заступниц керівник очільник очільниц уповноважен",
  ur: "ایڈمرل بریگیڈیئر لیفٹیننٹ مشیر",
};

/** Two neighbouring characters, or one. */
export const HAN_OFFICES: WordsByLanguage = {
  ja: "務相 外相 大佐 局長 弁務 書記 次官 氏 総理 総領 衛相 補佐 警官 警監 議長 長官 首相 高等",
  zh: "上將 上校 中將 主席 代办 公使 准將 副領 参事 參贊 司令 外長 大使 官員 将軍 少將 檢察 武官 法官 特使 發言 秘書 總統 財長 部長 防長 領事",
};

const SHORTEST_STEM = 4;
const SHORTEST_LATIN_STEM = 5;
/** Ends what is no beginning. */
const WHOLE = "$";

const words = wordsOf(OFFICES);
const stems = new Set(words.filter((word) => !word.endsWith(WHOLE)).map(foldWord));
const wholeWords = new Set(words.map((word) => foldWord(word.replace(WHOLE, ""))));
const hanWords = foldedWords(HAN_OFFICES);

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
