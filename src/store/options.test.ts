import { describe, expect, it } from "vitest";
import { RetentionOptions, StoreUrl } from "./options.ts";

const DAY = 86_400_000;

describe("retention", () => {
  it("keeps unmatched items 90 days, matched ones for ever, the ledger 400 days, polls 35 days, in 5 GB", () => {
    expect(RetentionOptions.parse({})).toEqual({
      items: 90 * DAY,
      matched: null,
      ledger: 400 * DAY,
      polls: 35 * DAY,
      size: 5e9,
    });
  });

  it("takes durations, forever and sizes", () => {
    expect(RetentionOptions.parse({ items: "forever", matched: "2d", size: "500MB" })).toMatchObject({
      items: null,
      matched: 2 * DAY,
      size: 5e8,
    });
  });

  it.each([{ items: "90" }, { items: "always" }, { size: "5" }, { size: "5 GB" }, { days: "1d" }])(
    "refuses %j",
    (written) => {
      expect(RetentionOptions.safeParse(written).success).toBe(false);
    },
  );
});

describe("the address of a store", () => {
  it.each(["sqlite:data/news.db", "postgres://user:p%2Fw@db.example:5432/news", "postgresql:///news"])(
    "may be %s",
    (url) => {
      expect(StoreUrl.safeParse(url).success).toBe(true);
    },
  );

  it.each(["mysql://db/news", "news.db", "postgres://db.example:99999/news", "postgres://user:a/b@db.example/news"])(
    "is refused with what to write, and never with the password: %s",
    (url) => {
      const [issue] = StoreUrl.safeParse(url).error?.issues ?? [];
      expect(issue?.message).toContain("postgres://user:password@host");
    },
  );
});
