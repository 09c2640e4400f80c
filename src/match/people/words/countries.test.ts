import { expect, it } from "vitest";
import { tokenise } from "../../../text/tokenise.ts";
import { countriesIn } from "./countries.ts";
import { scriptOf } from "../sounds/script.ts";

function countriesOf(text: string, language: string): string[] {
  const words = tokenise(text).map(({ text: fold }) => ({ fold, script: scriptOf(fold) }));
  return [...countriesIn(words, language)].toSorted();
}

it.each([
  ["consul general of Iran, Frankfurt", ["IR"]],
  ["spokeswoman, Chinese mission to the EU", ["CN"]],
  ["ambassador of Austria to Australia", ["AT", "AU"]],
  ["third secretary, North Korean embassy", ["KP"]],
  ["the Korean embassy", ["KP", "KR"]],
  ["French and Uzbek officer", ["FR", "UZ"]],
  ["consul of the United States", ["US"]],
  ["Saudi, Emirati and Omani diplomats", ["AE", "OM", "SA"]],
  ["ambassador of Sudan, ambassador of South Sudan", ["SD", "SS"]],
  ["the Congolese minister", ["CD", "CG"]],
  ["Guinea, Guinean", ["GN"]],
  ["Papua New Guinea", ["PG"]],
  ["Nigerian, Nigerien", ["NE", "NG"]],
  ["Sri Lankan, Costa Rican, New Zealander, South African", ["CR", "LK", "NZ", "ZA"]],
  ["deputy minister", []],
  ["consul general, San Francisco; Pope Francis; a franchise", []],
])("%s is of %o", (role, codes) => {
  expect(countriesOf(role, "en")).toEqual(codes);
});

it.each([
  ["en", "the iranian consul", "IR"],
  ["fa", "سفارت ايران در برن", "IR"],
  ["be", "польскі і турэцкі консул", "PL TR"],
  ["he", "הגנרל הפולני", "PL"],
  ["bg", "френски и украински генерал", "FR UA"],
  ["hr", "ruski i kineski konzul", "CN RU"],
  ["et", "saksa ja prantsuse konsul", "DE FR"],
  ["ro", "consulul rus și cel maghiar", "HU RU"],
  ["nl", "de spaanse en poolse consul", "ES PL"],
  ["el", "κινέζος και ρώσος πρόξενος", "CN RU"],
  ["fa", "سفیر آمریکا", "US"],
  ["ar", "القنصل الايراني", "IR"],
  ["ar", "سفير الإمارات", "AE"],
  ["ar", "سفير المملكة العربية السعودية", "SA"],
  ["ar", "مصر والصين", "CN EG"],
  ["ar", "الوزير المصري", "EG"],
  ["ar", "سفارات الصينية وللصين", "CN"],
  ["ar", "السفير الهندي", "IN"],
  ["fa", "سفیر چینی", "CN"],
  ["he", "השגריר האיראני", "IR"],
  ["he", "שגריר סין והשגריר הסיני", "CN"],
  ["he", "מהודו", "IN"],
  ["ru", "иранского посла", "IR"],
  ["ru", "посла Соединенных Штатов", "US"],
  ["ru", "американскому послу", "US"],
  ["uk", "польського консула", "PL"],
  ["ru", "послы Канады, канадские и индийские", "CA IN"],
  ["sr", "египатски и израелски конзул из Малија", "EG IL ML"],
  ["zh", "中国总领事", "CN"],
  ["zh", "白俄罗斯和南苏丹", "BY SS"],
  ["ja", "ソマリアとボリビア", "BO SO"],
  ["ko", "소말리아 대사", "SO"],
  ["ru", "Нигер и Нигерия", "NE NG"],
  ["et", "Iraak ja Iraan", "IQ IR"],
  ["ja", "米国大使", "US"],
  ["ko", "중국 총영사", "CN"],
  ["ko", "주한중국대사", "CN"],
  ["hi", "ईरान के राजदूत", "IR"],
  ["hi", "चीनी राजदूत", "CN"],
  ["de", "a french consul", "FR"],
  ["de", "der bosnische Konsul", "BA"],
  ["de", "die Botschaft der Vereinigten Staaten", "US"],
  ["es", "la embajada de Estados Unidos", "US"],
  ["es", "el cónsul de Corea del Norte", "KP"],
  ["hu", "a lengyel nagykövet", "PL"],
  ["tr", "ABD büyükelçisi", "US"],
])("%s: %s names %s", (language, text, codes) => {
  expect(countriesOf(text, language)).toEqual(codes.split(" "));
});

it.each([
  ["fa", "ديدار دانشجويان با ايت الله در حسينيه"],
  ["en", "the minister spoke of the north and the republic"],
  ["en", "A statement of the central bank, and of state media: malice, not a kingdom for us"],
  ["de", "Der Minister und sein Staatssekretär im Zentralbüro"],
  ["sv", "ministern och hans sekreterare"],
  ["es", "el ministro del estado"],
  ["fr", "l'état du pays et de l'université du nord"],
  ["ru", "центральный штаб"],
  ["ru", "канал, индивид и малахит"],
  ["sr", "захвалност изразили су ученици"],
  ["id", "menteri dan sekretaris"],
  ["vi", "ngay trong ngân hàng"],
  ["ar", "كلية الهندسة"],
])("%s: %s names none", (language, text) => {
  expect(countriesOf(text, language)).toEqual([]);
});
