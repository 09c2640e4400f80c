import { describe, expect, it } from "vitest";
import { chatItems, chatLine, fitLines, plainRuns, type ChatLine } from "./chat-lines.ts";

function fit(lines: ChatLine[], max: number): string[] {
  return fitLines(lines, { max, measure: (line) => plainRuns(line).length + 1 }).map(plainRuns);
}

function always(text: string): ChatLine {
  return chatLine("line", "always", { text });
}

function quote(text: string): ChatLine {
  return chatLine("quote", "optional", { text });
}

const items = Array.from({ length: 9 }, (_, index) => chatLine("item", "optional", { text: `item ${index + 1}` }));

describe("lines for a service with little room", () => {
  it("are all there where they fit", () => {
    expect(fit([always("a"), quote("b"), ...items], 1000)).toHaveLength(11);
  });

  it("are counted from the first item on that does not fit, in its place", () => {
    expect(fit([always("top"), ...items, always("bottom")], 60)).toEqual([
      "top",
      "item 1",
      "item 2",
      "item 3",
      "and 6 more",
      "bottom",
    ]);
  });

  it("say so when a sentence was left out, and keep a shorter one behind it", () => {
    expect(fit([always("top"), quote("q".repeat(90)), quote("short")], 80)).toEqual(["top", "short", "(shortened)"]);
  });

  it("never go beyond the room", () => {
    for (let max = 50; max < 150; max += 1) {
      const text = fit([always("top"), quote("q".repeat(40)), ...items, always("bottom")], max).join("\n");
      expect(text.length).toBeLessThanOrEqual(max);
    }
  });

  it("of a list without end are written as far as any service has room, and counted to the last", () => {
    const list = chatItems(Array.from({ length: 5000 }), (_one, at) => chatLine("item", "optional", { text: `${at}` }));
    expect(list).toHaveLength(301);
    expect(fit([always("top"), ...list], 1e6).slice(-2)).toEqual(["299", "and 4700 more"]);
    expect(fit([always("top"), ...list], 60).at(-1)).toMatch(/^and 49\d\d more$/);
  });
});
