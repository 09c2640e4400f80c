import { describe, expect, it } from "vitest";
import { itemText } from "./item-text.ts";

describe("the text of an item", () => {
  it.each([
    ["is summary and body with a blank line between", { summary: "Short.", body: "Long." }, "Short.\n\nLong."],
    [
      "has the summary once where the body begins with it",
      { summary: "A man  left…", body: "A man left his post." },
      "A man left his post.",
    ],
    [
      "has the summary once whatever spaces stand in it",
      { summary: " A\u00a0man\n left [...] ", body: "\n A man\t left his post." },
      "\n A man\t left his post.",
    ],
    ["has both where a space is missing", { summary: "A man", body: "Aman left." }, "A man\n\nAman left."],
    ["has both where the body is shorter", { summary: "A man left", body: "A man" }, "A man left\n\nA man"],
    ["is the summary where there is no body", { summary: "Short.", body: " " }, "Short."],
    ["is the body where there is no summary", { summary: "", body: " Long." }, " Long."],
  ])("%s", (_fact, parts, expected) => {
    expect(itemText({ title: "T", ...parts })).toEqual({ title: "T", body: expected, cutBytes: 0 });
  });

  it("is cut at 256 kB between characters, and says how much was not read", () => {
    const { body, cutBytes } = itemText({ title: "", summary: "", body: "я".repeat(140_000) });
    expect(body).toBe("я".repeat(131_072));
    expect(cutBytes).toBe(280_000 - 262_144);
  });
});
