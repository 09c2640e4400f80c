import { describe, expect, it } from "vitest";
import { readBlocks } from "../../demo/sinks/block-kit-limits.ts";
import { HOSTILE } from "../../../test/support/channels/messages.ts";
import { renderSlackAnswer, type SlackAnswer } from "./render-slack-answer.ts";

const AT = Date.UTC(2026, 0, 20, 12);
const DATE = "<!date^1768910400^{date_short_pretty} {time}|Tue 20 Jan 12:00 London>";

function read(answer: SlackAnswer): { text: string; blocks: string } {
  const { text, blocks } = renderSlackAnswer(answer, "Europe/London");
  expect(readBlocks(JSON.parse(JSON.stringify(blocks)))).not.toHaveProperty("error");
  return { text, blocks: JSON.stringify(blocks) };
}

describe("the answer to a press", () => {
  it.each([
    ["one's own claim", true, `The story is yours since ${DATE}: it is not escalated.`],
    ["another's claim", false, `&lt;!channel&gt; has the story since ${DATE}.`],
  ])("says %s", (_fact, isTheirs, text) => {
    expect(read({ kind: "claimed", author: "<!channel>", claimedAt: AT, isTheirs }).text).toBe(text);
  });

  it.each([
    [true, "The story is silenced until"],
    [false, "The story is silenced by ada until"],
  ])("says until when a story is silenced, and how to end it (by this press: %s)", (isNew, beginning) => {
    const { text } = read({ kind: "silenced", silenceId: "sil_1", until: AT, author: "ada", isNew });
    expect(text).toBe(
      `${beginning} ${DATE}, on every channel; then each is told what was held back. ` +
        "`wirewatch silence expire sil_1 --author NAME` ends it sooner.",
    );
  });

  it.each(["unknown-alert", "other-conversation", "unreadable", "failed"] as const)("says what %s means", (kind) => {
    expect(read({ kind }).text).toMatch(/nothing was done|could not be done/);
  });
});

describe("an explanation", () => {
  const parts = ["watch: match\n  ✓ a AND b\n    ✓ a", "itm_1  Headline\n  story sty_1\n"];

  it("keeps lines and their indentation, as they stand", () => {
    const { text, blocks } = read({ kind: "explained", itemId: "itm_1", headline: "A <b>", parts });
    expect(text).toBe("A &lt;b&gt;");
    expect(blocks).toContain(JSON.stringify("watch: match\n  ✓ a AND b\n    ✓ a"));
    expect(blocks).toContain("`wirewatch explain itm_1` prints the same.");
  });

  it("that is long is cut between lines, both parts have their share, and the rest is counted", () => {
    const long = Array.from({ length: 1000 }, (_, index) => `line ${index} ${"x".repeat(40)}`);
    const { blocks } = read({ kind: "explained", itemId: "itm_1", headline: "H", parts: [long.join("\n"), "life"] });
    expect(blocks).toContain("life");
    const shown = blocks.match(/line \d+ x{40}(?=\\n|")/g) ?? [];
    expect(shown.length).toBeGreaterThan(50);
    expect(blocks).toContain(`prints ${1000 - shown.length} more lines.`);
  });

  it("keeps within Slack's limits whatever it holds", () => {
    for (const line of [HOSTILE, '\\"'.repeat(3000), "\u202E\u0000".repeat(900), "語".repeat(9000), ""]) {
      const part = Array.from({ length: 40 }, () => line).join("\n");
      const { blocks } = read({ kind: "explained", itemId: "itm_1", headline: line, parts: [part, part, part] });
      expect(blocks).toContain("wirewatch explain itm_1");
    }
  });
});
