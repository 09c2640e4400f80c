import type { WordsByLanguage } from "./words-by-language.ts";

/** Beginnings of words for what heads of state open, visit and pay for, though it is the place of another trade. */
export const EVENTS: WordsByLanguage = {
  ar: "جامعة حفل شركة فيلم مستشفى معرض",
  de: "galerie krankenhaus",
  en: "business company concert exhibition festival film gallery hospital lecture movie painting shares university",
  es: "concierto empresari galería película universidad",
  fa: "بیمارستان دانشگاه کنسرت",
  ja: "映画",
  ko: "대학교 병원 영화 콘서트",
  pt: "concerto",
  ru: "больниц выстав концерт университет фильм",
  tr: "hastane konser sergi üniversite",
  zh: "大学 演唱会 电影 画展",
};
