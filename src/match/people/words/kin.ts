import { foldedWords, type WordsByLanguage } from "./words-by-language.ts";

/** Wives, husbands, children, parents, brothers and sisters, widows, as whole words of the languages of the news. */
export const KIN: WordsByLanguage = {
  ar: "أرملة ابن ابنة زوج زوجة شقيق شقيقة كريمة نجل نجلة والد والدة",
  az: "həyat oğlu yoldaşı",
  be: "дачка жонка",
  bg: "баща дъщеря дъщерята майка синът съпруга съпругата",
  bn: "ছেলে বোন ভাই মেয়ে স্ত্রী",
  cs: "bratr dcera manžel manželka sestra",
  da: "datter kone",
  de: "bruder ehefrau ehemann frau gatte gattin mutter neffe nichte schwester sohn tochter vater witwe",
  el: "αδελφή αδελφός γιος κόρη σύζυγος",
  en: `aunt brother cousin daughter father fiancee granddaughter grandson husband mother nephew sister son uncle widow
    wife`,
  es: "esposa esposo hermana hermano hija hijo madre marido mujer padre sobrina sobrino viuda",
  et: "abikaasa poeg tütar",
  fa: "برادر بیوه خواهر دختر مادر همسر پدر پسر",
  fi: "aviomies isä poika tytär vaimo äiti",
  fr: "cousine femme fille fils frère mari mère neveu niece père soeur veuve épouse époux",
  he: "אחותו אחיו אלמנתו אשת אשתו בנו בעלה בתו רעייתו",
  hi: "पति पत्नी बहन बेटा बेटी भाई स्त्री",
  hr: "kćerka kći muž sin supruga",
  hu: "felesége fia férje lánya testvére",
  hy: "ամուսինը դուստրը եղբայրը կինը որդին քույրը",
  id: "istri suami",
  it: "figlia figlio fratello marito moglie nipote prima primo sorella vedova",
  ka: "ვაჟი მეუღლე ქალიშვილი ცოლი ძმა",
  ko: "남편 동생 딸 부인 아내 아들 형",
  no: "ektefelle sønn",
  pl: "brat córka córki matka mąż ojciec siostra syn syna wdowa żona żony",
  pt: "filha filho irmã irmão mulher mãe pai sobrinha sobrinho viúva",
  ro: "fiica fiul frate sora soț soția",
  ru: `брат брата вдова дочери дочерью дочь жена женой жену жены мать муж мужа отец отца племянник племянница сестра
    сестры сын сына`,
  sr: "кћи супруг супруга ћерка",
  sv: "bror dotter hustru syster",
  tr: "annesi babası eşi kardeşi karısı kocası kızı",
  uk: "батько донька дочка дочки дружина дружини мати син сина чоловік",
  ur: "اہلیہ بھائی بہن بیٹا بیٹی",
  vi: "chồng vợ",
};

const kin = foldedWords(KIN);

/** Whether a folded word says how somebody is related. */
export function isKin(fold: string): boolean {
  return kin.has(fold);
}
