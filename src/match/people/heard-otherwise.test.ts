import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

it.each([
  ["ru", "Rashad Ahmadzada", "Рашад Ахмедзаде", "two letters that are one sound elsewhere"],
  ["fa", "Zoya Zvyagolina", "زویا زویاگولینا", "و as a consonant and as a vowel in one word"],
  ["fa", "Gholam Sarvandi", "سیدغلام سروندی", "a title written as one with the name"],
  ["ur", "Bhaskar Raghuvendra", "بھاسکر رگھوویندر", "aspirated consonants of Urdu"],
  ["tr", "Gholamreza Ahmadi", "Gulamrıza Ahmedi", "a surname that a given name with an ending would be"],
  ["el", "Nebojša Raketić", "Νέμποϊσα Ράκετιτς", "a Greek sigma at the end"],
  ["zh", "Bambang Suryadi", "班邦·苏里亚迪", "m before b, which Chinese has not"],
  ["ar", "بهرام گرگانی", "بهرام كركاني", "g, which Arabic has not, as k"],
  ["ar", "بهرام گرگانی", "بهرام غرغاني", "the same as gh"],
  ["ar", "پرویز چنگیزی", "برويز تشنغيزي", "p and ch, which Arabic has not"],
  ["he", "Iraj Sarvandi", "אירג' סרוונדי", "a geresh at the end of a word"],
  ["he", "Ghasem Sarvandi", "ע׳אסם סרוונדי", "another sign for a geresh"],
  ["el", "Stelios Marangakis", "Στυλιανού Μαρανγκάκη", "the full form of a pet name, in the genitive"],
])("%s: %s is %s: %s", (lang, name, body) => {
  expect(spellingIn({ body, lang }, { name })).toBe(body);
});

it.each([
  ["pl", "O Jastrzębiu mówi cały Lwów. Konsul Polski śpiewał.", "Wojciech Jastrząb", "Jastrzębiu"],
  ["cs", "Konzul Polska promluvil o Haškovi.", "Jan Hašek", "Haškovi"],
  ["ru", "Консула Польши Бобринца вызвали.", "Ян Бобринец", "Бобринца"],
  ["uk", "Консул Польщі зустрів Бобринця.", "Ян Бобринець", "Бобринця"],
])("%s: a vowel that a case changes or leaves out: %s", (lang, body, name, expected) => {
  expect(spellingIn({ body, lang }, { name, role: "consul general of Poland, Lviv" })).toBe(expected);
});

it.each([
  ["ja", "ナイジェリアのオビラ副高等弁務官、プレトリアで会見", "オビラ"],
  ["ja", "ナイジェリアのオバリ副高等弁務官、プレトリアで会見", null],
])("%s: a surname of two consonants, beside post and country and with the same sounds: %s", (lang, body, expected) => {
  const commissioner = { name: "Emeka Obirah", role: "deputy high commissioner of Nigeria, Pretoria" };
  expect(spellingIn({ body, lang }, commissioner)).toBe(expected);
});

it.each([
  ["ar", "العميد نور الدين تزلجان", "Nurettin Tezelcan", "نور الدين تزلجان"],
  ["fa", "سرهنگ النور محمدزاده", "Elnur Mammadzada", "النور محمدزاده"],
  ["ps", "ګل احمد ژوندی", "Gul Ahmad Zhwandi", "ګل احمد ژوندی"],
  ["en", "Brig. Gen. Sarvandi said so", "Javad Sarvandi", "Sarvandi"],
])("%s: %s", (lang, body, name, expected) => {
  const country = { Elnur: "Azerbaijan", Nurettin: "Türkiye" }[name.split(" ")[0] ?? ""] ?? "Iran";
  const role = `military attaché and brigadier general of ${country}`;
  expect(spellingIn({ body, lang }, { name, role })).toBe(expected);
});
