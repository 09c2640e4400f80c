import { expect, it } from "vitest";
import { stemsOf } from "./case-endings.ts";
import { scriptOf } from "../sounds/script.ts";

it.each([
  ["fi", "boudjelalille", "boudjelal"],
  ["fi", "saulille", "sauli"],
  ["fi", "haloselle", "halonen"],
  ["et", "petrovile", "petrov"],
  ["et", "vahemäele", "vahemägi"],
  ["fi", "hautajärveltä", "hautajärvi"],
  ["fi", "kotimäen", "kotimäki"],
  ["lt", "rimkevičiūnui", "rimkevičiūnas"],
  ["lt", "petrausko", "petrauskas"],
  ["is", "ísleifsdóttur", "ísleifsdóttir"],
  ["is", "hallgerði", "hallgerður"],
  ["bn", "চতুর্ভুজের", "চতুর্ভুজ"],
  ["hu", "petrovnak", "petrov"],
  ["hu", "orbánnal", "orbán"],
  ["hu", "petrovtól", "petrov"],
  ["pl", "nowickiego", "nowicki"],
  ["cs", "nowickému", "nowický"],
  ["hr", "obolenskog", "obolenski"],
  ["lv", "obolenskijs", "obolenski"],
  ["lv", "jāni", "jānis"],
  ["lv", "bērziņu", "bērziņš"],
  ["lv", "jāņa", "jānis"],
  ["sq", "dushajn", "dushaj"],
  ["sq", "bardhën", "bardhë"],
  ["uz", "qosimovni", "qosimov"],
  ["uz", "qosimovning", "qosimov"],
  ["az", "məmmədovdən", "məmmədov"],
  ["tk", "berdiýewiň", "berdiýew"],
  ["eu", "petroven", "petrov"],
  ["kk", "тоқтарбековтың", "тоқтарбеков"],
  ["kk", "тоқтарбековпен", "тоқтарбеков"],
  ["ky", "жээнбековго", "жээнбеков"],
  ["uz", "қосимовнинг", "қосимов"],
  ["tg", "раҳмонро", "раҳмон"],
  ["mn", "баттулгын", "баттулг"],
  ["ka", "მჭედლიძისთვის", "მჭედლიძ"],
  ["ka", "პეტროვმა", "პეტროვ"],
  ["hy", "հովհաննիսյանից", "հովհաննիսյան"],
  ["ne", "ओलीलाई", "ओली"],
])("%s: %s is of %s", (language, word, stem) => {
  expect(stemsOf(word, scriptOf(word), language).map(({ source }) => source)).toContain(stem);
});

it("a word without an ending, a short one and one of an unknown language have no other stem", () => {
  expect(stemsOf("boudjelal", "latin", "fi")).toEqual([]);
  expect(stemsOf("anni", "latin", "fi")).toEqual([]);
  expect(stemsOf("petrovnak", "latin", null)).toEqual([]);
});
