import { chooserOf } from "./language-traits.ts";

const TURKIC = "әғқңөұүһҳҷӣӯҙҫҡҗ";
const SERBIAN = "ђћјљњџ";
const MACEDONIAN = "ѓќѕ";

/** Tells the languages of the Cyrillic script apart; of those it does not know it has nothing to say. */
export const guessCyrillic = chooserOf({
  ru: {
    some: "ыэёъ",
    never: `іїєґў${SERBIAN}${MACEDONIAN}${TURKIC}`,
    shapes: /..(?:ил|ил[аи]|ился|ал|ал[аи]|ался|ть|ться|ский|ской|ного|ение|ения|ии)$/,
    words: "в на не что с из для от после об о и его как это за при по у к со был была будет или но до из-за россии",
  },
  uk: {
    own: "їєґ",
    some: "і",
    never: `ыэёъў${SERBIAN}${MACEDONIAN}${TURKIC}`,
    shapes: /..(?:ив|ила|ився|ав|ався|ти|тися|ський|ської|ння)$/,
    words: "в у на не що з із зі для від після про та й і як це за до але буде був була є або через україни",
  },
  be: {
    own: "ў",
    some: "іыэё",
    never: `ищъїєґ${SERBIAN}${MACEDONIAN}${TURKIC}`,
    words: "у на не што з для ад пасля пра і як гэта за да але быў была",
  },
  bg: {
    some: "ъ",
    never: `ыэёіїєґў${SERBIAN}${MACEDONIAN}${TURKIC}`,
    shapes: /ъ[бвгджзклмнпрстфхцчшщ]|..(?:ият|ите|ата|ето)$/,
    words: "в на не че с от за след и да се е са ще като със най през до срещу но или",
  },
  sr: {
    own: "ђћ",
    some: "јљњџ",
    never: `йщъыьэяюёіїє${MACEDONIAN}${TURKIC}`,
    words: "у на не да је и се из за од после са",
  },
  mk: { own: MACEDONIAN, some: "јљњџ", never: `йщъыьэяюёіїєђћ${TURKIC}`, words: "во на не дека од и се за по со ќе" },
  kk: { own: "ұ", some: "әғқңөүһі", never: "їєґўҳҷӣӯҙҫҡҗ", words: "және бір бұл мен үшін деп кейін" },
  ky: { some: "ңөү", never: "әғқұһіїєґўҳҷӣӯ", words: "жана бир бул менен үчүн деп кийин" },
  mn: {
    some: "өү",
    never: "ңғқұһәіїєґўҳҷӣӯщ",
    words: "нь ба байна гэж гэв бол болон юм гэсэн байсан энэ тухай байгаа байв",
  },
  tg: { own: "ҷӣӯ", some: "ғқҳ", never: "ыщіїєґўәңөұүһ", words: "ва дар ба аз ки бо барои" },
  uz: { some: "ўғқҳ", never: "ыщіїєґәңөұүһҷӣӯ", words: "ва билан учун бу бир ҳам" },
});
