import { expect, it } from "vitest";
import { describeSearch } from "./describe-search.ts";

it("times of what a search finds are those of the zone, which is named", () => {
  const at = Date.UTC(2026, 6, 20, 12);
  const known = { id: "itm_1", title: "Consul leaves", link: null, outlet: "Wire", lang: "en", storyId: null };
  const item = { ...known, firstSeenAt: at, publishedAt: at, baseline: false };
  const found = { scanned: 9, hits: [{ item, answers: [] }] };
  expect(describeSearch(found, { limit: 5, watchId: "asylum", zone: "Europe/London" })).toBe(
    "2026-07-20 13:00:00 BST  Wire: Consul leaves\n1 of 9 items match",
  );
});
