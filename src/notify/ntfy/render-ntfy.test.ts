import { describe, expect, it } from "vitest";
import { alert, digest, HOSTILE, persianStory, story } from "../../../test/support/channels/messages.ts";
import type { Message } from "../message.ts";
import { renderNtfy } from "./render-ntfy.ts";

describe("a push notification", () => {
  it("has the headline as its title and opens the report", () => {
    expect(renderNtfy(alert(), "UTC")).toMatchObject({
      title: "Second secretary at Example embassy asks for asylum in Norway",
      priority: 5,
      click: "https://news.example.org/world/2026/01/20/secretary-asylum",
      message: expect.stringContaining("“The second secretary, I. Example, told reporters"),
    });
  });

  it.each([
    ["urgent", 5],
    ["normal", 3],
    ["low", 2],
  ] as const)("of severity %s has priority %d", (severity, priority) => {
    expect(renderNtfy(alert({ severity }), "UTC").priority).toBe(priority);
  });

  it.each([
    ["page", 5, "Act now: Disk full"],
    ["notice", 3, "Disk full"],
  ] as const)("of a %s to operators has priority %d", (level, priority, title) => {
    const message: Message = { kind: "notice", level, title: "Disk full", lines: ["3 MB left"], remedy: "delete" };
    const post = renderNtfy(message, "UTC");
    expect(post).toMatchObject({ priority, title });
    expect(post.message).toBe("– 3 MB left\nWhat to do: delete");
  });

  it("of an edition is quiet and lists its stories with their links", () => {
    const post = renderNtfy(digest(), "UTC");
    expect(post.priority).toBe(2);
    expect(post.message).toContain(
      "2. \u2068دبیر دوم سفارت در اسلو درخواست پناهندگی کرد\u2069 · \u2068خبرگزاری نمونه\u2069 · Persian",
    );
    expect(post.message).toContain("\nhttps://news.example.org/world/2026/01/20/secretary-asylum");
    expect(post.message).toContain(
      "1. Second secretary at Example embassy asks for asylum in Norway · Example Wire, and 1 more · English",
    );
    expect(post.message).toContain("Set aside: 1 vetoed, 1 late");
  });

  it.each([
    [
      "a story of megabytes",
      { kind: "alert", story: story({ headline: HOSTILE.repeat(9000), lead: "x".repeat(1e6) }) },
    ],
    ["an edition of 300 Persian stories", digest({ stories: Array.from({ length: 300 }, persianStory) })],
    [
      "quotation marks",
      alert({
        watches: [
          { id: "w", title: '"'.repeat(999), severity: "low", words: ['"'.repeat(999)], clause: '"'.repeat(999) },
        ],
      }),
    ],
  ] as [string, Message][])("stays below the server's limits with %s", (_name, message) => {
    const post = renderNtfy(message, "UTC");
    expect(Buffer.byteLength(post.message)).toBeLessThanOrEqual(4096);
    expect(Buffer.byteLength(JSON.stringify({ topic: "t".repeat(64), ...post }))).toBeLessThanOrEqual(8192);
  });

  it("counts the stories it has no room for", () => {
    const { message } = renderNtfy(digest({ stories: Array.from({ length: 300 }, persianStory) }), "UTC");
    const shown = message.match(/^\d+\. /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(5);
    expect(message).toContain(`and ${300 - shown} more\n`);
  });
});
