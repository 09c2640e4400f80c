import { describe, expect, it } from "vitest";
import { saysDenial } from "./says-denial.ts";

const DENIALS: readonly (readonly [lang: string, title: string])[] = [
  ["en", "Embassy denies counsellor has asked for asylum"],
  ["en", "Ministry dismisses reports of defection as false"],
  ["en", "“No truth in it”: spokesman refutes asylum claim"],
  ["en", "Embassy denies asylum reports"],
  ["en", "Envoy denies seeking asylum"],
  ["en", "Counsellor denied that he had asked for asylum"],
  ["en", "Foreign ministry issues denial over missing attaché"],
  ["fr", "L'ambassade dément la défection du conseiller"],
  ["fr", "Le ministère rejette les accusations"],
  ["de", "Botschaft dementiert Asylantrag des Diplomaten"],
  ["de", "Ministerium weist Berichte über Flucht zurück"],
  ["es", "La embajada niega que el consejero haya desertado"],
  ["es", "El consejero niega haber pedido asilo"],
  ["es", "La cancillería desmintió los rumores"],
  ["pt", "Embaixada nega deserção de conselheiro"],
  ["it", "L'ambasciata smentisce la fuga del consigliere"],
  ["nl", "Ambassade ontkent vlucht van diplomaat"],
  ["sv", "Ambassaden förnekar uppgifterna"],
  ["pl", "Ambasada zaprzecza doniesieniom o ucieczce dyplomaty"],
  ["ro", "Ambasada dezminte fuga consilierului"],
  ["tr", "Bakanlık, diplomatın iltica ettiği haberlerini yalanladı"],
  ["tr", "Büyükelçilik iltica iddialarını reddetti"],
  ["id", "Kedutaan membantah diplomatnya meminta suaka"],
  ["ru", "Посольство опровергло сообщения о побеге дипломата"],
  ["ru", "Сообщения не соответствуют действительности, заявили в МИД"],
  ["uk", "Посольство спростувало втечу дипломата"],
  ["ar", "السفارة تنفي طلب دبلوماسي اللجوء"],
  ["ar", "الخارجية: لا صحة لأنباء انشقاق المستشار"],
  ["fa", "سفارت پناهندگی رایزن را تکذیب کرد"],
  ["fa", "وزارت خارجه: این خبر صحت ندارد"],
  ["el", "Η πρεσβεία διαψεύδει την αποστασία του συμβούλου"],
  ["he", "השגרירות מכחישה את עריקת היועץ"],
  ["zh", "大使馆否认参赞寻求庇护"],
  ["zh", "外交部駁斥外交官叛逃傳聞"],
  ["ja", "大使館、参事官の亡命を否定"],
  ["ko", "대사관, 참사관 망명설 부인했다"],
];

const QUIET: readonly (readonly [lang: string, title: string])[] = [
  ["en", "The undeniable cost of a defection"],
  ["en", "Diplomat denied asylum in Norway"],
  ["en", "Counsellor denied entry at the airport"],
  ["en", "Norway denied his asylum claim"],
  ["en", "Court denies the envoy's visa appeal"],
  ["en", "Ministry dismisses ambassador"],
  ["en", "Tribunal rejects counsellor's appeal"],
  ["en", "It cannot be denied that he left"],
  ["en", "Spokesman did not deny the report"],
  ["en", "Counsellor asks for asylum"],
  ["fr", "La Norvège refuse l'asile au diplomate"],
  ["de", "Norwegen lehnt Asylantrag des Diplomaten ab"],
  ["de", "Der Botschafter war nie in Oslo"],
  ["es", "Noruega niega el asilo al diplomático"],
  ["es", "Le negaron la entrada en el aeropuerto"],
  ["pt", "Noruega nega asilo a diplomata"],
  ["it", "La Norvegia nega l'asilo al diplomatico"],
  ["nl", "Noorwegen wijst asielverzoek af"],
  ["pl", "Dyplomata nie wrócił do kraju"],
  ["tr", "Norveç diplomatın iltica başvurusunu reddetti"],
  ["ru", "Дипломату отказано в убежище"],
  ["ru", "МИД не отрицает отъезд советника"],
  ["uk", "Дипломату відмовлено у притулку"],
  ["ar", "النرويج ترفض طلب اللجوء"],
  ["fa", "نروژ درخواست پناهندگی رایزن را رد کرد"],
  ["he", "נורווגיה דחתה את בקשת המקלט"],
  ["zh", "不可否认，参赞已经离开"],
  ["ja", "政府は否定的な見方を示した"],
  ["ko", "외교관 부인, 망명 신청"],
];

describe("a denial", () => {
  it.each(DENIALS)("is read in %s: %s", (lang, title) => {
    expect(saysDenial({ title, body: "", lang })).toBe(true);
  });

  it.each(DENIALS)("is read in %s where the language is not known: %s", (_lang, title) => {
    expect(saysDenial({ title, body: "", lang: null })).toBe(true);
  });

  it.each(QUIET)("is not what stands in %s: %s", (lang, title) => {
    expect(saysDenial({ title, body: "", lang })).toBe(false);
  });

  it("counts in the first 60 words below the headline, and no later", () => {
    const title = "Counsellor asks for asylum";
    const body = `${"word ".repeat(55)}the embassy denies it`;
    expect(saysDenial({ title, body, lang: "en" })).toBe(true);
    expect(saysDenial({ title, body: `${"word ".repeat(5)}${body}`, lang: "en" })).toBe(false);
  });
});
