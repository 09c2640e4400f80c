import { describe, expect, it } from "vitest";
import { afterPage, pageDueAt, type PageWish } from "./page-due.ts";
import type { PageFailure, PageOutcome } from "./page-outcome.ts";

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const NEW_ITEM: PageWish = {
  feed: { fullText: true },
  link: "https://news.example.org/1",
  baseline: false,
  page: null,
  now: NOW,
};

describe("the page of an item", () => {
  it.each<[fact: string, wish: Partial<PageWish>, dueAt: number | null]>([
    ["is read at once when the item is new", {}, NOW],
    ["is not read where the feed does not want it", { feed: { fullText: false } }, null],
    ["is not read for what was there at the first good fetch", { baseline: true }, null],
    ["is not read where there is no link", { link: null }, null],
    ["is not read where the link is no address", { link: "news/1" }, null],
    ["stays due as it was when the item changes meanwhile", { page: { dueAt: NOW + 7, finishedAt: NOW - 9 } }, NOW + 7],
    ["is read again when the item changes later", { page: { dueAt: null, finishedAt: NOW - 60 * MINUTE } }, NOW],
    [
      "is read again no sooner than 15 minutes after the last time",
      { page: { dueAt: null, finishedAt: NOW - 5 * MINUTE } },
      NOW + 10 * MINUTE,
    ],
  ])("%s", (_fact, wish, dueAt) => {
    expect(pageDueAt({ ...NEW_ITEM, ...wish })).toBe(dueAt);
  });
});

function failed(kind: PageFailure["kind"], rest: Partial<PageFailure> = {}): PageOutcome {
  return { kind: "failed", failure: { kind, message: "", httpStatus: null, retryAfterMs: null, ...rest } };
}

describe("after a try to read a page", () => {
  it.each<[fact: string, outcome: PageOutcome, triesBefore: number, next: { tries: number; inMs: number | null }]>([
    ["its text settles it", { kind: "text", text: "News", title: null, bytes: 4 }, 2, { tries: 0, inMs: null }],
    ["a timeout is tried again in 5 minutes", failed("timeout"), 0, { tries: 1, inMs: 5 * MINUTE }],
    ["and once more 45 minutes later", failed("timeout"), 1, { tries: 2, inMs: 45 * MINUTE }],
    ["the third failure gives it up", failed("timeout"), 2, { tries: 3, inMs: null }],
    ["a server's trouble passes", failed("http-status", { httpStatus: 502 }), 0, { tries: 1, inMs: 5 * MINUTE }],
    [
      "a page may come later than its feed",
      failed("http-status", { httpStatus: 404 }),
      0,
      { tries: 1, inMs: 5 * MINUTE },
    ],
    ["a refusal stays", failed("http-status", { httpStatus: 403 }), 0, { tries: 1, inMs: null }],
    ["what is gone stays gone", failed("http-status", { httpStatus: 410 }), 0, { tries: 1, inMs: null }],
    [
      "Retry-After counts where it is longer",
      failed("http-status", { httpStatus: 429, retryAfterMs: 20 * MINUTE }),
      0,
      { tries: 1, inMs: 20 * MINUTE },
    ],
    [
      "a host that was not asked costs no try",
      failed("http-status", { retryAfterMs: 90 * MINUTE }),
      2,
      { tries: 2, inMs: 90 * MINUTE },
    ],
    ["an unreachable robots.txt means not now", failed("robots-unreachable"), 0, { tries: 1, inMs: 5 * MINUTE }],
    ["a robots.txt that forbids it ends it", failed("robots"), 0, { tries: 1, inMs: null }],
    ["what is no web page ends it", failed("not-html"), 0, { tries: 1, inMs: null }],
    ["a page that is too large ends it", failed("too-large"), 0, { tries: 1, inMs: null }],
    ["a page that used up the thread ends it", failed("out-of-cpu"), 0, { tries: 1, inMs: null }],
    ["a page without an article ends it", failed("no-article"), 0, { tries: 1, inMs: null }],
    ["a private address ends it", failed("blocked-address"), 0, { tries: 1, inMs: null }],
  ])("%s", (_fact, outcome, triesBefore, { tries, inMs }) => {
    expect(afterPage(outcome, triesBefore, NOW)).toEqual({ tries, dueAt: inMs === null ? null : NOW + inMs });
  });
});
