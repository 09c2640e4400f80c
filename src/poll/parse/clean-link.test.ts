import { describe, expect, it } from "vitest";
import { cleanLink } from "./clean-link.ts";

describe("a cleaned link", () => {
  it.each([
    ["has no fragment", "https://example.org/a#comments", "https://example.org/a"],
    ["has no tracking", "https://example.org/a?utm_source=rss&id=7&fbclid=x", "https://example.org/a?id=7"],
    ["has no empty query", "https://example.org/a?UTM_MEDIUM=feed", "https://example.org/a"],
    ["keeps the rest as it is written", "https://example.org/a?q=b%20c&utm_id=1", "https://example.org/a?q=b%20c"],
    [
      "keeps parameters that name the article",
      "https://example.org/?p=12&source=x",
      "https://example.org/?p=12&source=x",
    ],
    ["has the host in lower case and no default port", "HTTPS://Example.ORG:443/A", "https://example.org/A"],
    ["is none for other schemes", "javascript:alert(1)", null],
    ["is none for no address", "/relative", null],
  ])("%s", (_fact, link, cleaned) => {
    expect(cleanLink(link)).toBe(cleaned);
  });
});
