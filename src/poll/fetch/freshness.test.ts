import { describe, expect, it } from "vitest";
import { readFreshness, readRetryAfter, type ResponseHeaders } from "./freshness.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const DATE = "Tue, 20 Jan 2026 12:00:00 GMT";

const freshness: readonly (readonly [string, ResponseHeaders, number | null])[] = [
  ["is unknown without any hint", {}, null],
  ["is unknown where Cache-Control says nothing about it", { "cache-control": "public, s-maxage=600" }, null],
  ["is max-age", { "cache-control": "public, max-age=300" }, 300_000],
  ["is max-age in quotes and capitals", { "cache-control": 'Max-Age="300"' }, 300_000],
  ["is max-age less Age", { "cache-control": "max-age=300", age: "100" }, 200_000],
  ["is nothing once Age has passed max-age", { "cache-control": "max-age=300", age: "400" }, 0],
  [
    "is max-age even beside Expires",
    { "cache-control": "max-age=300", expires: "Wed, 21 Jan 2026 12:00:00 GMT" },
    300_000,
  ],
  ["is the first of two max-ages", { "cache-control": ["max-age=60", "max-age=600"] }, 60_000],
  ["is nothing for a max-age that cannot be read", { "cache-control": "max-age=soon" }, 0],
  ["is nothing for a negative max-age", { "cache-control": "max-age=-1" }, 0],
  ["is at most 2^31 s", { "cache-control": "max-age=99999999999999" }, 2 ** 31 * 1000],
  ["is nothing for no-store", { "cache-control": "no-store, max-age=300" }, 0],
  ["is nothing for no-cache", { "cache-control": "no-cache" }, 0],
  ["is not touched by no-cache for one field", { "cache-control": 'no-cache="set-cookie", max-age=300' }, 300_000],
  [
    "is Expires less Date",
    { expires: "Tue, 20 Jan 2026 11:30:00 GMT", date: "Tue, 20 Jan 2026 11:00:00 GMT" },
    1_800_000,
  ],
  ["is Expires from now without Date", { expires: "Tue, 20 Jan 2026 12:10:00 GMT" }, 600_000],
  ["is nothing once Expires is past", { expires: "Mon, 19 Jan 2026 12:00:00 GMT", date: DATE }, 0],
  ["is nothing for Expires: 0", { expires: "0" }, 0],
];

describe("the freshness of an answer", () => {
  it.each(freshness)("%s", (_fact, headers, expected) => {
    expect(readFreshness(headers, NOW)).toBe(expected);
  });
});

const retryAfter: readonly (readonly [string, string | undefined, number | null])[] = [
  ["is unknown without the header", undefined, null],
  ["is a number of seconds", "120", 120_000],
  ["is a number of seconds with blanks around it", " 120 ", 120_000],
  ["is a date", "Tue, 20 Jan 2026 12:05:00 GMT", 300_000],
  ["is a date in the form of RFC 850", "Tuesday, 20-Jan-26 12:05:00 GMT", 300_000],
  ["is a date in the form of asctime", "Tue Jan 20 12:05:00 2026", 300_000],
  ["is nothing for a date in the past", "Tue, 20 Jan 2026 11:05:00 GMT", 0],
  ["is at most a day, in seconds", "900000", 86_400_000],
  ["is at most a day, as a date", "Wed, 20 Jan 2027 12:00:00 GMT", 86_400_000],
  ["is unknown for words", "a while", null],
  ["is unknown for a negative number", "-5", null],
  ["is unknown for a fraction", "1.5", null],
  ["is unknown for a date that does not exist", "Tue, 31 Feb 2026 12:05:00 GMT", null],
  ["is unknown for an hour that does not exist", "Tue, 20 Jan 2026 25:05:00 GMT", null],
  ["is unknown for another kind of date", "2026-01-20T12:05:00Z", null],
];

describe("the pause a server asks for", () => {
  it.each(retryAfter)("%s", (_fact, value, expected) => {
    expect(readRetryAfter({ "retry-after": value }, NOW)).toBe(expected);
  });
});
