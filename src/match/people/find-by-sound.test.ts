import { describe, expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

describe("a spelling nobody listed is read by sound", () => {
  const consul = { name: "Yevgeny Shcherbakovsky", names: ["Евгений Щербаковский"] };
  const minister = { name: "Behrouz Rostamiyan", names: ["بهروز رستمیان"] };
  const envoy = { name: "Khalil Abu Ghazaleh", names: ["خليل أبو غزالة"] };
  const officer = { name: "Choe Hyon Gyu", names: ["최현규"] };
  const spokeswoman = { name: "Xu Jingyao", names: ["徐静瑶"], role: "spokeswoman, China" };

  const prosecutor = { name: "Duarte Vasconcelos Penaforte", role: "prosecutor, Portugal" };
  const dutchman = { name: "Jorrit van der Meulenbroek", role: "consul of the Netherlands" };
  const delegate = { name: "Pak Chol Nam", countries: ["kp"] };

  it.each([
    ["en", consul, "Evgenii Scherbakovskiy"],
    ["de", consul, "Jewgeni Schtscherbakowski"],
    ["fr", consul, "Evgueni Chtcherbakovski"],
    ["it", consul, "Evgenij Ščerbakovskij"],
    ["pl", consul, "Jewgienijem Szczerbakowskim"],
    ["cs", consul, "Jevgenijem Ščerbakovským"],
    ["uk", consul, "Євгеном Щербаковським"],
    ["fa", consul, "یوگنی شچرباکوفسکی"],
    ["he", consul, "יבגני שצ'רבקובסקי"],
    ["ru", minister, "Бехрузом Ростамияном"],
    ["ar", minister, "بهروز رستميان"],
    ["tr", minister, "Behruz Rüstemiyan"],
    ["de", minister, "Behrus Rostamijan"],
    ["en", envoy, "Khaleel Abou Ghazala"],
    ["ru", envoy, "Халиль Абу-Газале"],
    ["fa", envoy, "خلیل ابوغزاله"],
    ["en", officer, "Choi Hyun-kyu"],
    ["en", officer, "Hyon Gyu Choe"],
    ["ru", officer, "Чхве Хён Гю"],
    ["en", spokeswoman, "Hsu Ching-yao"],
    ["ru", spokeswoman, "Сюй Цзинъяо"],
    ["zh", spokeswoman, "徐靜瑤"],
    ["ko", delegate, "박철남은"],
    ["ko", delegate, "박철남께서"],
    ["ko", delegate, "박철남으로"],
    ["en", { name: "Gülşen Karabulutoğlu" }, "Gulsen Karabulutoglu"],
    ["es", { name: "Joaquín Etxebarría Montalvo" }, "Joaquín Echevarría"],
    ["el", { name: "Stavros Papanikolopoulos", names: ["Σταύρος Παπανικολόπουλος"] }, "Σταύρου Παπανικολόπουλου"],
    ["ka", { name: "Davit Kvaratskheliani" }, "დავით კვარაცხელიანმა"],
    ["hi", { name: "Rajendra Chaturvedi" }, "राजेंद्र चतुर्वेदी"],
    ["ru", { name: "Cecilia Marcelino" }, "Сесилия Марселино"],
    ["ru", { name: "Marcin Ciesielski" }, "Марцин Цесельский"],
    ["el", { name: "Vincent Lacey" }, "Βίνσεντ Λέισι"],
    ["he", { name: "Cyril Bruce" }, "סיריל ברוס"],
    ["ru", prosecutor, "Дуарте Васконселуш Пенафорте"],
    ["el", prosecutor, "Ντουάρτε Βασκονσέλος Πεναφόρτε"],
    ["ar", prosecutor, "دوارتي فاسكونسيلوس بينافورتي"],
    ["ja", prosecutor, "ドゥアルテ・ヴァスコンセロス・ペナフォルテ"],
    ["ko", prosecutor, "두아르트 바스콘셀루스 페나포르트"],
    ["ru", dutchman, "Йоррит ван дер Мёленбрук"],
    ["ar", dutchman, "يوريت فان دير ميولنبروك"],
    ["he", dutchman, "יוריט ואן דר מולנברוק"],
    ["no", { name: "Hallgerður Ísleifsdóttir", role: "ambassador of Iceland" }, "Hallgerd Isleifsdottir"],
    ["lv", { name: "Mindaugas Petrauskas", role: "consul of Lithuania" }, "Mindaugs Petrauskis"],
    ["zh", { name: "Shuhrat Yodgorxo'jayev", role: "ambassador of Uzbekistan" }, "舒赫拉特·约德戈尔霍贾耶夫"],
  ])("%s: %o", (lang, person, text) => {
    expect(spellingIn({ body: text, lang }, person)).toBe(text);
  });

  it.each([
    ["another given name of the table", minister, "Bahram Rostamiyan"],
    ["a person with a spelling of their own in the script", consul, "Евгений Щербаков"],
    ["another middle name", prosecutor, "Дуарте Мартинс Пенафорте"],
    ["two people across a comma", consul, "Yevgeny, Shcherbakovskaya"],
  ])("but not %s", (_fact, person, text) => {
    expect(spellingIn(text, person)).toBeNull();
  });
});
