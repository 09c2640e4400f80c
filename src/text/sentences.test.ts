import { describe, expect, it } from "vitest";
import { splitSentences } from "./sentences.ts";

function cut(text: string, lang: string | null): readonly string[] {
  return splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));
}

describe("sentences of a text", () => {
  it.each([
    [
      "initials and titles do not end one",
      "en",
      "Gen. J. R. Smith left. He is in Oslo.",
      ["Gen. J. R. Smith left.", "He is in Oslo."],
    ],
    [
      "an acronym before a name does not end one",
      "en",
      "The U.S. Embassy knew. So did we.",
      ["The U.S. Embassy knew.", "So did we."],
    ],
    ["a question that goes on does not end one", "en", "“Why?” he asked. No.", ["“Why?” he asked.", "No."]],
    [
      "a number after No. does not, anything else does",
      "en",
      "No. 5 left. No. He stays.",
      ["No. 5 left.", "No.", "He stays."],
    ],
    ["closing quotes belong to it", "en", "“I stay.” She left!", ["“I stay.”", "She left!"]],
    [
      "German ordinals do not end one",
      "de",
      "Am 3. Oktober floh er. Dr. Meier sagte z.B. nichts.",
      ["Am 3. Oktober floh er.", "Dr. Meier sagte z.B. nichts."],
    ],
    [
      "Russian abbreviations do not end one",
      "ru",
      "В 2024 г. посол уехал. Он не вернулся.",
      ["В 2024 г. посол уехал.", "Он не вернулся."],
    ],
    [
      "Chinese full stops need no blank",
      "zh",
      "外交官叛逃。他没有回国！真的？",
      ["外交官叛逃。", "他没有回国！", "真的？"],
    ],
    ["Persian and Urdu marks end one", "fa", "آیا رفت؟ بله. نه۔ خوب", ["آیا رفت؟", "بله.", "نه۔", "خوب"]],
    ["a danda ends one", "hi", "राजदूत गया। वह लौटा नहीं।", ["राजदूत गया।", "वह लौटा नहीं।"]],
    [
      "a full stop behind a bracket ends one",
      "en",
      "He left (in May). She stayed. It grew by 5%. So?",
      ["He left (in May).", "She stayed.", "It grew by 5%.", "So?"],
    ],
    ["another stop behind an abbreviation ends one", "hi", "वह Apple Inc.। उसने कहा", ["वह Apple Inc.।", "उसने कहा"]],
    [
      "a question that ends with an abbreviation ends one",
      "en",
      "Why the U.S.? He left.",
      ["Why the U.S.?", "He left."],
    ],
    ["a blank line ends one without a stop", null, "First line\n\nSecond line", ["First line", "Second line"]],
    ["a line break does not", null, "One long\nline here", ["One long\nline here"]],
    ["nothing has none", null, " \n\n ", []],
  ] as const)("%s", (_fact, lang, text, expected) => {
    expect(cut(text, lang)).toEqual(expected);
  });

  it("paragraphs are counted", () => {
    expect(splitSentences("One. Two.\n\nThree.\n \n\nFour.", null).map(({ paragraph }) => paragraph)).toEqual([
      0, 0, 1, 2,
    ]);
  });

  it("hostile runs of stops are cut in linear time", () => {
    expect(cut(`${".".repeat(200_000)}x`, null)).toHaveLength(1);
  });
});
