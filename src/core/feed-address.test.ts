import { expect, it } from "vitest";
import { hasCredentials, sameAddress, withoutFeedScheme } from "./feed-address.ts";

it("takes two spellings of an address for one", () => {
  expect(sameAddress("HTTPS://A.example:443/x")).toBe(sameAddress("https://a.example/x"));
  expect(sameAddress("https://a.example/X")).not.toBe(sameAddress("https://a.example/x"));
  expect(sameAddress("no address")).toBe("no address");
});

it.each([
  ["feed://a.example/rss", "http://a.example/rss"],
  ["feed:https://a.example/rss", "https://a.example/rss"],
  ["FEED:http://a.example/rss", "http://a.example/rss"],
  ["https://a.example/feed:x", "https://a.example/feed:x"],
])("reads %s as %s", (written, meant) => {
  expect(withoutFeedScheme(written)).toBe(meant);
});

it("finds user and password in an address", () => {
  expect(["https://u:p@a.example/", "https://u@a.example/", "https://a.example/u:p@"].map(hasCredentials)).toEqual([
    true,
    true,
    false,
  ]);
});
