import { expect, it } from "vitest";
import { answerOf } from "../../../test/support/rules/rule-builders.ts";

/** How the press of each language writes the same names down. */
const NAMES: readonly (readonly [name: string, written: Readonly<Record<string, string>>])[] = [
  [
    "Bakhtiyar Gafurov",
    { de: "Bachtijar Gafurow", pl: "Bachtijar Gafurow", cs: "Bachtijar Gafurov", nl: "Bachtijar Gafoerov" },
  ],
  [
    "Rustam Shakhnazarov",
    {
      de: "Rustam Schachnasarow",
      fr: "Roustam Chakhnazarov",
      it: "Rustam Šachnazarov",
      nl: "Roestam Sjachnazarov",
      es: "Rustam Shajnazárov",
      pt: "Rustam Chakhnazarov",
      hu: "Rusztam Sahnazarov",
      tr: "Rüstem Şahnazarov",
      fi: "Rustam Šahnazarov",
      sv: "Rustam Sjachnazarov",
      ro: "Rustam Șahnazarov",
      pl: "Rustam Szachnazarow",
      lv: "Rustams Šahnazarovs",
      lt: "Rustamas Šachnazarovas",
      el: "Ρουστάμ Σαχναζάροφ",
      ar: "رستم شاخنازاروف",
      he: "רוסטם שחנזרוב",
      ko: "루스탐 샤흐나자로프",
    },
  ],
  [
    "Yevgeny Zhdanovich",
    {
      de: "Jewgeni Schdanowitsch",
      fr: "Evgueni Jdanovitch",
      it: "Evgenij Ždanovič",
      es: "Yevgueni Zhdanóvich",
      pl: "Jewgienij Żdanowicz",
      nl: "Jevgeni Zjdanovitsj",
      sv: "Jevgenij Zjdanovitj",
      hu: "Jevgenyij Zsdanovics",
      ro: "Evgheni Jdanovici",
      tr: "Yevgeni Jdanoviç",
      fi: "Jevgeni Ždanovitš",
      et: "Jevgeni Ždanovitš",
      pt: "Ievgueni Jdanovitch",
    },
  ],
  [
    "Abdolreza Khosravi",
    {
      de: "Abdolresa Chosrawi",
      es: "Abdolreza Josraví",
      tr: "Abdurrıza Hüsrevi",
      fr: "Abdolréza Khosravi",
      ru: "Абдолреза Хосрави",
      pl: "Abdolreza Chosrawi",
      hu: "Abdolreza Hoszravi",
      cs: "Abdolrezá Chosraví",
      sv: "Abdolreza Khosravi",
    },
  ],
  [
    "Mahmoud al-Jaziri",
    {
      de: "Mahmud al-Dschasiri",
      it: "Mahmud al-Giaziri",
      es: "Mahmud al Yaziri",
      fr: "Mahmoud al-Djaziri",
      tr: "Mahmud el-Ceziri",
      pl: "Mahmud al-Dżaziri",
      hu: "Mahmúd el-Dzsaziri",
      ru: "Махмуд аль-Джазири",
      id: "Mahmud al-Jaziri",
      sw: "Mahmud al-Jaziri",
      bs: "Mahmud el-Džaziri",
      nl: "Mahmoud al-Djaziri",
      sv: "Mahmoud al-Jaziri",
      az: "Mahmud əl-Cəziri",
    },
  ],
  ["Hazem el-Gammali", { ru: "Хазем аль-Гаммали" }],
];

const rows = NAMES.flatMap(([name, written]) => Object.entries(written).map(([lang, body]) => ({ name, lang, body })));

it.each(rows)("$name as $lang writes it: $body", ({ name, lang, body }) => {
  const people = [{ id: "p", name }];
  expect(answerOf({ people }, { body, lang }).people[0]?.spelling).toBe(body);
});

it.each([
  ["de", "Bachtijar Gafurin"],
  ["de", "Bachmut Gafurow"],
  ["hu", "Jevgenyij Zsdanov"],
  ["it", "Evgenij Zanovič"],
  ["tr", "Mahmud el-Gazali"],
])("%s: %s is another one", (lang, body) => {
  const people = NAMES.map(([name]) => ({ id: name.toLowerCase().replaceAll(/[^a-z]/g, "-"), name }));
  expect(answerOf({ people }, { body, lang }).people).toEqual([]);
});
