import { foldWord } from "../sounds/fold-word.ts";
import { OCCUPATIONS } from "./occupations.ts";
import type { Script } from "../sounds/script.ts";

/** Trades that no desk writes into a bracket, and what is told of people in the arts and in local news, by beginnings of words. */
const MORE = `match doubles dentist dancer dancing choir poetry poems calligraph sculpt comedian chef baker butcher farmer fisherman beekeep teacher pupil firefighter plumber photograph architect
  zahnarzt zahnärzt tänzer tanzsport gedicht fotograf bildhauer bäcker metzger landwirt lehrer schüler feuerwehr dirigent
  dentiste danseu poème poésie boulanger agriculteur instituteur pompier photographe
  dentista bailarín bailarina baile poema poesía panadero agricultor pescador maestra bombero fotógrafo peluquer
  bailarin dançarin fado padeiro pescador bombeiro fotógrafo ballerin danza poesia panettier pescator fotografo
  стоматолог зубн танц танцор балет поэзи стихи стихов повар пекар фермер рыбак учител школьниц пожарн фотограф блогер студент
  стоматолог танц вірш кухар пекар фермер рибалк учител пожежн зъболекар танцьор стихо готвач учител фризьор
  dentyst tancer taniec wiersz piekarz rolnik rybak nauczyciel strażak fotograf stomatolog zubař tanečn učitel básn hasič fogorvos táncos tanár költő
  diş dişçi dansçı şiir fırıncı çiftçi balıkçı öğretmen itfaiyeci fotoğrafçı berber
  شاعر شعر ديوان ديوانين قصيدة قصائد راقص خباز فلاح صياد معلم مصور حلاق خوشنویس شاعره دندانپزشک معلم نانوا کشاورز ماهیگیر عکاس آموزگار دانش‌آموز
  שיר שירים משורר משוררת רקדן רקדנית מורה צלם אופה חקלאי דייג रचयिता कवि शिक्षक नर्तक
  ჩემპიონ მოჭადრაკ მსახიობ მომღერალ მწერალ პოეტ მხატვარ ჭიდაობ სტომატოლოგ მასწავლებელ չեմպիոն շախմատ դերասան երգիչ գրող բանաստեղծ նկարիչ ուսուցիչ ըմբիշ
  นักร้อง นักแสดง แชมป์ diễn กีฬา गायक अभिनेता लेखक फ़िल्म फिल्म गीत नृत्य अध्यापक গায়ক অভিনেতা লেখক শিক্ষক गायिका
  گلوکار اداکار شاعر ڈرامہ ناول مصنف استاد ספורט چیمپئن
  바둑 요리 시인 시집 치과 무용 요리사 농부 어부 교사 舞者 舞蹈 诗集 詩集 诗人 厨师 农民 渔民 教师 教師 牙医 歌集 漁師 農家 料理人`;

const SHORTEST = 4;
const SHORTEST_WITHOUT_CASE = 3;
const NO_TRADE = new Set(["village"]);
const CHARACTERS: ReadonlySet<Script> = new Set(["han", "kana"]);
const ABJAD_PREFIX: Readonly<Partial<Record<Script, RegExp>>> = {
  arabic: /^[وف]?(?:لل|[بكل]?(?:ال)?)/,
  hebrew: /^[והבלמשכ]/,
};

const stems = new Set(
  [
    ...Object.entries(OCCUPATIONS).flatMap(([name, words]) => (NO_TRADE.has(name) ? [] : words.split(/\s+/))),
    ...MORE.split(/\s+/),
  ]
    .filter((word) => word !== "")
    .map((word) => foldWord(word.replace(/^ال(?=...)/, ""))),
);
const longest = Math.max(...[...stems].map(({ length }) => length));

const MOST_REMEMBERED = 50_000;
const tradeWords = new Map<string, boolean>();

function begins(fold: string, shortest: number): boolean {
  for (let length = Math.min(longest, fold.length); length >= shortest; length -= 1)
    if (stems.has(fold.slice(0, length))) return true;
  return false;
}

/**
 * Whether a folded word speaks of sports, the arts or another trade than an official's.
 * @param behind the word behind it: of Han and kana, two neighbouring characters are one
 */
export function isTradeWord(fold: string, behind: string, script: Script): boolean {
  if (CHARACTERS.has(script)) return stems.has(fold + behind) || (fold.length > 1 && stems.has(fold));
  const known = tradeWords.get(fold);
  if (known !== undefined) return known;
  if (tradeWords.size === MOST_REMEMBERED) tradeWords.clear();
  const isTrade = script === "hangul" ? hasHangul(fold) : beginsLikeTrade(fold, script);
  tradeWords.set(fold, isTrade);
  return isTrade;
}

function beginsLikeTrade(fold: string, script: Script): boolean {
  const prefix = ABJAD_PREFIX[script];
  if (prefix === undefined) return begins(fold, SHORTEST);
  return begins(fold, SHORTEST_WITHOUT_CASE) || begins(fold.replace(prefix, ""), SHORTEST_WITHOUT_CASE);
}

function hasHangul(fold: string): boolean {
  for (let from = 0; from + 1 < fold.length; from += 1) if (begins(fold.slice(from), 2)) return true;
  return false;
}
