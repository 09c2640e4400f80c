import { describe, expect, it } from "vitest";
import { itemLanguage } from "./item-language.ts";

describe("the language of an item", () => {
  it.each([
    ["is the language of the tag", "en-US", "The ambassador left", "en"],
    ["accepts an underscore", "pt_BR", "O embaixador saiu", "pt"],
    ["is unknown without a tag", null, "The ambassador left", null],
    ["is unknown for a word that is no tag", "english language", "The ambassador left", null],
    ["is unknown where a template's tag contradicts the script", "en-us", "سفیر درخواست پناهندگی کرد", null],
    ["is unknown where a Persian feed carries an English item", "fa", "The ambassador asked for asylum", null],
    ["is believed where the text is too short to tell", "fa", "BBC", "fa"],
    ["follows the script", "ru", "Посол попросил убежища", "ru"],
  ])("%s", (_fact, tag, text, language) => {
    expect(itemLanguage(tag, text)).toBe(language);
  });
});
