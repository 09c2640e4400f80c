import { expect, it } from "vitest";
import { maskSecrets } from "./mask-secrets.ts";

it.each([
  ["store: postgres://user:pw@db.example/news", "store: postgres://user:**@db.example/news"],
  ["store: postgres://user:p/w@db.example/news", "store: postgres://user:***@db.example/news"],
  ["store: postgres://user:p@w@db.example/news", "store: postgres://user:***@db.example/news"],
  ['queue: "redis://:pw@queue.example:6379"', 'queue: "redis://:**@queue.example:6379"'],
  ["store: postgres://user@db.example:5432/news", "store: postgres://user@db.example:5432/news"],
  ["url: https://news.example:8443/a", "url: https://news.example:8443/a"],
])("%s is shown as %s", (text, shown) => {
  expect(maskSecrets({ text, secrets: [] }, { start: 0, end: text.length })).toBe(shown);
});
