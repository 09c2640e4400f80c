import { describe, expect, it } from "vitest";
import { HOSTILE } from "../../test/support/channels/messages.ts";
import { cleanLine, isolate, safeLink } from "./clean-text.ts";

describe("a text from a feed on one line", () => {
  it.each([
    ["keeps ordinary words", "Envoy asks for asylum", 80, "Envoy asks for asylum"],
    ["joins lines and runs of space", " Envoy\r\n asks\u2028 for\t\tasylum ", 80, "Envoy asks for asylum"],
    ["loses terminal escapes and bells", "a\u001B[31mred\u0007b\u009Bc", 80, "a [31mred b c"],
    ["loses characters that reorder what follows", "a\u202Eb\u202Cc\u2066d\u2069", 80, "abcd"],
    ["keeps the non-joiner that Persian needs", "می\u200Cرود", 80, "می\u200Cرود"],
    ["shows half a surrogate pair as a replacement character", "a\uD83Db", 80, "a\uFFFDb"],
    ["is cut between words", "one two three four five", 20, "one two three four…"],
    ["is cut inside a text without spaces", "驻挪威大使馆二等秘书", 6, "驻挪威大使…"],
    ["is never cut inside a character", `${"a".repeat(8)}😀😀`, 10, `${"a".repeat(8)}…`],
    ["is never cut before an accent of its own", "abcde\u0301fgh", 6, "abcd…"],
  ])("%s", (_fact, text, max, expected) => {
    expect(cleanLine(text, max)).toBe(expected);
  });

  it("stays short and quick for two megabytes", () => {
    const line = cleanLine(HOSTILE.repeat(10_000), 300);
    expect(line.length).toBeLessThanOrEqual(300);
    expect(line.endsWith("…")).toBe(true);
  });
});

describe("text of another direction", () => {
  it("is isolated when it runs right to left", () => {
    expect(isolate("سفارت")).toBe("\u2068سفارت\u2069");
  });

  it("stays as it is when it runs left to right", () => {
    expect(isolate("посольство")).toBe("посольство");
  });
});

describe("a link from a feed", () => {
  it.each([
    ["https://news.example.org/a?b=1", "https://news.example.org/a?b=1"],
    ['https://news.example.org/"><script>', "https://news.example.org/%22%3E%3Cscript%3E"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["https://bank.example@evil.example/", null],
    ["/relative", null],
    [`https://news.example.org/${"a".repeat(3000)}`, null],
    [null, null],
  ])("%s becomes %s", (link, expected) => {
    expect(safeLink(link)).toBe(expected);
  });
});
