import { expect, it } from "vitest";
import { refuseSending } from "./guard-sending.ts";
import type { Silence } from "./silence.ts";

const HOUR = 3_600_000;
const match = { watchId: "asylum", storyId: "s", feedId: "wire", title: "", summary: "", body: "", matchedAt: 0 };
const silence: Silence = {
  id: "sil_1",
  watchId: "asylum",
  storyId: null,
  feedId: null,
  words: null,
  author: "Ada",
  comment: "drill",
  startsAt: 0,
  endsAt: 2 * HOUR,
};
const useful = { usefulForMs: HOUR };
const ALWAYS = { usefulForMs: null };

it.each([
  ["is sent while nothing has changed", { watch: useful, silences: [], now: HOUR }, null],
  ["is not when its watch is off or removed", { watch: undefined, silences: [], now: 0 }, "watch-off"],
  ["is not when a silence has come", { watch: useful, silences: [silence], now: HOUR }, "silenced"],
  ["is not when its use is over", { watch: useful, silences: [], now: HOUR + 1 }, "no-longer-useful"],
  ["is of use for ever where nothing is said", { watch: ALWAYS, silences: [], now: 1000 * HOUR }, null],
] as const)("an alert %s", (_fact, given, reason) => {
  expect(refuseSending({ match, ...given })?.reason ?? null).toBe(reason);
});
