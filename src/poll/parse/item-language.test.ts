import { describe, expect, it } from "vitest";
import { itemLanguage } from "./item-language.ts";

const ENGLISH = "The ambassador asked for asylum";
const PERSIAN = "سفیر درخواست پناهندگی کرد";

describe("the language of an item", () => {
  it.each([
    ["is the language of the tag", ["en-US"], "Embassy statement", "en"],
    ["accepts an underscore", ["pt_BR"], "O embaixador saiu", "pt"],
    ["is the first tag's", ["de", "en"], ENGLISH, "de"],
    ["passes over missing tags and words that are none", [null, "english language", "en"], "Embassy statement", "en"],
    ["is the text's without a tag", [null], ENGLISH, "en"],
    ["is unknown without a tag where the text does not tell", [null], "Embassy statement", null],
    ["is the text's where a template's tag contradicts the script", ["en-us"], PERSIAN, "fa"],
    ["is the next tag's where the first contradicts the script", ["en-us", "fa"], PERSIAN, "fa"],
    ["is the text's where a Persian feed carries an English item", ["fa"], ENGLISH, "en"],
    ["is the text's where a Russian feed carries a Persian item", ["ru"], PERSIAN, "fa"],
    ["is unknown where the tag is wrong and the text does not tell", ["fa"], "Embassy statement", null],
    ["is believed where the text is too short to tell", ["fa"], "BBC", "fa"],
    ["is the tag's where the script is its own", ["ru"], "Посол попросил убежища", "ru"],
    ["is the tag's where foreign names stand beside its own script", ["fa"], "Example Wire: سفیر رفت", "fa"],
    ["is the tag's for Japanese without kana", ["ja"], "日本大使館職員亡命、政府発表", "ja"],
    ["is the tag's where a language has two scripts", ["sr"], "Ambasador je zatražio azil", "sr"],
  ])("%s", (_fact, tags, text, language) => {
    expect(itemLanguage(tags, text)).toBe(language);
  });
});
