import { foldWord } from "../sounds/fold-word.ts";

/** Wives, husbands, children, parents, brothers and sisters, widows, as whole words of the languages of the news. */
const KIN = `wife husband son daughter mother father brother sister widow niece nephew cousin fiancee fiancée uncle aunt grandson granddaughter
  frau gattin gatte ehefrau ehemann tochter sohn mutter vater bruder schwester witwe nichte neffe
  épouse époux femme mari fils fille mère père frère soeur sœur veuve nièce neveu cousin cousine
  esposa esposo mujer marido hijo hija madre padre hermano hermana viuda sobrino sobrina primo prima
  mulher filho filha mãe pai irmão irmã viúva sobrinho sobrinha moglie marito figlio figlia fratello sorella vedova nipote
  жена жены жену женой муж мужа сын сына дочь дочери дочерью мать отец отца брат брата сестра сестры вдова племянник племянница супруга супруг
  дружина дружини чоловік син сина дочка дочки донька мати батько брат сестра вдова жонка дачка
  съпруга съпругата дъщеря дъщерята синът майка баща брат сестра супруга кћи ћерка син брат сестра
  żona żony mąż syn syna córka córki matka ojciec brat siostra wdowa manželka manžel dcera syn bratr sestra
  supruga muž kći kćerka sin brat sestra soția soț fiica fiul frate sora felesége férje lánya fia testvére
  vaimo aviomies tytär poika äiti isä hustru dotter bror syster kone ektefelle datter sønn abikaasa tütar poeg
  karısı kocası eşi oğlu kızı annesi babası kardeşi həyat yoldaşı σύζυγος κόρη γιος αδελφός αδελφή
  زوجة زوج ابن ابنة نجل نجلة كريمة شقيق شقيقة والد والدة أرملة همسر دختر پسر مادر پدر برادر خواهر بیوه اہلیہ بیٹا بیٹی بھائی بہن
  אשתו רעייתו בעלה בנו בתו אחיו אחותו אלמנתו אשת
  पत्नी पति बेटा बेटी भाई बहन स्त्री স্ত্রী ছেলে মেয়ে ভাই বোন istri suami vợ chồng
  아내 부인 남편 아들 딸 동생 형 ცოლი მეუღლე ქალიშვილი ვაჟი ძმა կինը ամուսինը դուստրը որդին եղբայրը քույրը`;

const kin = new Set(
  KIN.split(/\s+/)
    .filter((word) => word !== "")
    .map(foldWord),
);

/** Whether a folded word says how somebody is related. */
export function isKin(fold: string): boolean {
  return kin.has(fold);
}
