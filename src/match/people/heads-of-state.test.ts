import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";
import { isHeadRole } from "./names/role-of-person.ts";

it.each([
  ["President of France", true],
  ["Prime Minister of India", true],
  ["French president", true],
  ["president of the Republic of Korea, since 2025", true],
  ["supreme leader of North Korea", true],
  ["vice president of France", false],
  ["deputy prime minister of India", false],
  ["former president of France", false],
  ["president of the harbour board", false],
  ["foreign minister of France", false],
])("%s: at the head of a state or a government: %s", (role, expected) => {
  expect(isHeadRole(role)).toBe(expected);
});

it.each([
  ["de", "Lemarron und andere telefonierten.", "Lemarron"],
  ["fr", "Dupin et Lemarron affichent leur entente.", "Lemarron"],
  ["ar", "زيارة لمارون إلى بوردو", "لمارون"],
  ["uk", "Лемаррон обговорив ремонт мостів.", "Лемаррон"],
  ["ko", "르마론, 11월 방한", "르마론"],
  ["ja", "ルマロン、来月訪日へ", "ルマロン"],
  ["fr", "Brigitte Lemarron ouvre une école.", null],
  ["fr", "Un but de Lemarron à la dernière minute du championnat.", null],
  ["fr", "Les habitants de la ville de Lemans", null],
])("%s: the surname alone is a head of state: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, { name: "Hugues Lemarron", role: "President of France" })).toBe(expected);
});

it.each([
  ["ar", "بكين ترحب بتصريحات مودان", "مودان"],
  ["he", "הוא קיבל מעמד של פליט", null],
])("%s: of few consonants, only where every sound is written: %s", (lang, body, expected) => {
  const name = lang === "he" ? "Modi" : "Modan";
  expect(spellingIn({ body, lang }, { name: `Suresh ${name}`, role: "Prime Minister of India" })).toBe(expected);
});

it.each([
  ["ar", "هوغ لمارون معرضا عن الخط", "President of France", "هوغ لمارون"],
  ["de", "Hugues Lemarron eröffnet ein Filmfestival.", "President of France", "Hugues Lemarron"],
  ["de", "Hugues Lemarron eröffnet ein Filmfestival.", "consul of France, Oslo", null],
])("%s: the full name of a head of state counts in news of any kind: %s, %s", (lang, body, role, expected) => {
  expect(spellingIn({ body, lang }, { name: "Hugues Lemarron", names: ["هوغ لمارون"], role })).toBe(expected);
});

it.each([
  ["bn", "ঢাকা সফরে আসছেন মোদি", "মোদি"],
  ["hi", "संसद में बोले मोदी", "मोदी"],
  ["mr", "आज बोलणार मोदी", "मोदी"],
  ["bn", "রুপাল মোদি দাঁতের ডাক্তার", null],
  ["hi", "सुनीता मोदी ने कहा", null],
])("%s: behind a verb, not behind what may be a given name: %s", (lang, body, expected) => {
  expect(spellingIn({ title: "", body, lang }, { name: "Narendra Modi", role: "Prime Minister of India" })).toBe(
    expected,
  );
});

it("of anybody else the surname alone says nothing", () => {
  const minister = { name: "Hugues Lemarron", role: "transport minister of France" };
  expect(spellingIn({ body: "Lemarron und andere telefonierten.", lang: "de" }, minister)).toBeNull();
});

it.each([
  ["de", "Die Modan der Messung", null],
  ["de", "Modan Pharma baut aus.", null],
  ["de", "Modan und andere telefonierten.", "Modan"],
  ["hi", "नीरव मोदान को झटका", null],
  ["hi", "मोदान ने कहा", "मोदान"],
])("%s: no other noun, nor another given name: %s", (lang, body, expected) => {
  const head = { name: "Suresh Modan", names: ["सुरेश मोदान"], role: "Prime Minister of India" };
  expect(spellingIn({ body, lang }, head)).toBe(expected);
});
