import { expect, it } from "vitest";
import { printSubscription } from "./describe-probe.ts";

it("times of a feed's subscription are those of the zone, which is named", () => {
  const line = printSubscription(
    {
      state: "active",
      hub: "https://hub.example/",
      topic: "https://news.example/feed",
      leaseUntil: Date.UTC(2026, 0, 20, 12),
      pushedAt: Date.UTC(2026, 6, 20, 12),
      detail: null,
    },
    "Europe/London",
  );
  expect(line).toBe(
    "websub     active at https://hub.example/, until 2026-01-20 12:00:00 GMT, pushed 2026-07-20 13:00:00 BST",
  );
});
