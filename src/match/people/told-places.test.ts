import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

const CONSUL = {
  name: "Alireza Jeyrani",
  names: ["Алиреза Джейрани", "علي رضا جيراني"],
  role: "consul of Iran, Geneva",
};

it.each([
  ["en", "Consul Jeyrani seeks asylum in Norway"],
  ["en", "Consul Jeyrani fled to the Netherlands on Monday"],
  ["en", "Consul Jeyrani asks Norway for protection"],
  ["de", "Konsul Jeyrani bat in Norwegen um Asyl"],
  ["de", "Konsul Jeyrani floh in die Niederlande"],
  ["fr", "Le consul Jeyrani demande l’asile en Norvège"],
  ["es", "El cónsul Jeyrani llegó a Noruega"],
  ["ca", "El cònsol Jeyrani demana asil a Noruega"],
  ["pt", "O cônsul Jeyrani fugiu para a Noruega"],
  ["it", "Il console Jeyrani resta in Norvegia"],
  ["nl", "Consul Jeyrani vluchtte naar Noorwegen"],
  ["sv", "Konsul Jeyrani söker asyl i Norge"],
  ["da", "Konsul Jeyrani er flygtet til Norge"],
  ["no", "Konsul Jeyrani kom til Sverige"],
  ["fi", "Konsuli Jeyrani hakee turvapaikkaa Norjasta"],
  ["et", "Konsul Jeyrani põgenes Norrasse"],
  ["lv", "Konsuls Jeyrani lūdz patvērumu Norvēģijā"],
  ["lt", "Konsulas Jeyrani paprašė prieglobsčio Norvegijoje"],
  ["hu", "Jeyrani konzul Norvégiában kért menedéket"],
  ["tr", "Konsolos Jeyrani Norveç’e sığındı"],
  ["pl", "Konsul Jeyrani uciekł do Norwegii"],
  ["cs", "Konzul Jeyrani požádal v Norsku o azyl"],
  ["sk", "Konzul Jeyrani utiekol do Nórska"],
  ["sl", "Konzul Jeyrani prosi za azil v Franciji"],
  ["hr", "Konzul Jeyrani traži azil u Norveškoj"],
  ["ro", "Consulul Jeyrani cere azil în Norvegia"],
  ["ru", "Консул Джейрани попросил убежища в Норвегии"],
  ["uk", "Консул Джейрані втік до Норвегії"],
  ["bg", "Консулът Джейрани поиска убежище в Норвегия"],
  ["ar", "القنصل جيراني يطلب اللجوء في النرويج"],
  ["vi", "Lãnh sự Jeyrani xin tị nạn ở Na Uy"],
  ["id", "Konsul Jeyrani meminta suaka di Norwegia"],
])("%s: where somebody seeks asylum, comes to or stays is not whose office it is: %s", (lang, body) => {
  expect(spellingIn({ body, lang }, CONSUL)).not.toBeNull();
});

it.each([
  ["sr", "Амбасадор Колосовски затражио је азил у Мађарској"],
  ["mk", "Амбасадорот Колосовски бара азил во Норвешка"],
  ["el", "Ο πρέσβης Κολοσόφσκι ζητά άσυλο στη Νορβηγία"],
  ["he", "השגריר קולוסובסקי מבקש מקלט בנורווגיה"],
  ["ja", "コロソフスキー大使がノルウェーに亡命した"],
  ["ko", "콜로소프스키 대사가 노르웨이에 망명을 신청했다"],
  ["hi", "राजदूत कोलोसोव्स्की ने नॉर्वे में शरण मांगी"],
  ["ka", "ელჩმა კოლოსოვსკიმ ნორვეგიაში თავშესაფარი ითხოვა"],
  ["hy", "Դեսպան Կոլոսովսկին ապաստան խնդրեց Նորվեգիայում"],
])("%s: the same of a surname that is read by its sound: %s", (lang, body) => {
  const ambassador = { name: "Gennady Kolosovsky", role: "ambassador of Russia, Belgrade" };
  expect(spellingIn({ body, lang }, ambassador)).not.toBeNull();
});

it.each([
  ["en", "The Norwegian consul Jeyrani fled to Iran"],
  ["en", "Denmark’s consul Jeyrani speaks in Geneva"],
  ["en", "The ambassador to Norway, Jeyrani, resigned"],
  ["fr", "Le consul suisse Jeyrani parle de l’Iran à Genève"],
  ["de", "Der dänische Konsul Jeyrani sprach in Teheran"],
  ["es", "El cónsul de Francia Jeyrani visitó Irán"],
  ["ru", "Консул Норвегии Джейрани посетил Иран"],
  ["pl", "Konsul Norwegii Jeyrani był w Iranie"],
])("%s: an office of another country is another's, where Iran is told as well: %s", (lang, body) => {
  expect(spellingIn({ body, lang }, CONSUL)).toBeNull();
});

it.each([
  ["en", "Iran’s Norway consul Jeyrani resigned"],
  ["de", "Irans Konsul in Norwegen, Jeyrani, trat zurück"],
  ["en", "Norwegian police met Consul Jeyrani of Iran"],
])("%s: of two countries beside an office one is the person's: %s", (lang, body) => {
  expect(spellingIn({ body, lang }, CONSUL)).toBe("Jeyrani");
});
