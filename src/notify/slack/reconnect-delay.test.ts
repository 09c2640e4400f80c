import { describe, expect, it } from "vitest";
import { reconnectDelay } from "./reconnect-delay.ts";

describe("after a connection ended, the next one", () => {
  it.each([
    ["is opened at once when the last one was good", 0, {}, 1000],
    ["waits five seconds after the first failure", 1, {}, 5000],
    ["waits five more for each further one", 6, {}, 30_000],
    ["waits five minutes at most", 1000, {}, 300_000],
    ["waits as long as Slack asks", 1, { retryAfterMs: 60_000 }, 60_000],
    ["waits five minutes where only a person can help", 1, { refused: true }, 300_000],
  ])("%s", (_fact, failures, given, expected) => {
    expect(reconnectDelay(failures, { refused: false, retryAfterMs: null, ...given })).toBe(expected);
  });
});
