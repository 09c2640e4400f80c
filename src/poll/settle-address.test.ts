import { describe, expect, it } from "vitest";
import type { PollOutcome } from "./poll-outcome.ts";
import { settleAddress, type Address } from "./settle-address.ts";

const CONFIGURED = "https://old.example/feed";
const NEW = "https://new.example/feed";
const validators = { etag: null, lastModified: null };
const told = { validators, freshForMs: null, bytes: 10 };
/** Not modified, at the address where permanent redirects led, if they did. */
function same(movedTo?: string): PollOutcome {
  return { kind: "not-modified", ...told, ...(movedTo === undefined ? {} : { movedTo }) };
}
const FAILED: PollOutcome = {
  kind: "failed",
  failure: { kind: "dns", message: "no such host", httpStatus: null, retryAfterMs: null },
};

const NOT_STORED: PollOutcome = {
  kind: "failed",
  failure: { kind: "not-stored", message: "the disk is full", httpStatus: null, retryAfterMs: null },
};

function refused(httpStatus: number): PollOutcome {
  return { kind: "failed", failure: { kind: "http-status", message: "no", httpStatus, retryAfterMs: null } };
}

function read(movedTo?: string): PollOutcome {
  return { kind: "unchanged", ...told, ...(movedTo === undefined ? {} : { movedTo }) };
}

/** The address that is asked after each of the polls. */
function play(polls: readonly PollOutcome[], configured = CONFIGURED): string[] {
  let address: Address = { effectiveUrl: null, movedTo: null };
  let failures = 0;
  return polls.map((outcome) => {
    failures = outcome.kind === "failed" ? failures + 1 : 0;
    address = settleAddress(address, { outcome, asked: address.effectiveUrl ?? configured, failures });
    return address.effectiveUrl ?? "configured";
  });
}

describe("the address of a feed that moved for good", () => {
  it.each([
    ["is asked from the second sighting on", [read(NEW), read(NEW), read()], ["configured", NEW, NEW]],
    ["is not believed when the second sighting differs", [read(NEW), read(`${NEW}2`)], ["configured", "configured"]],
    [
      "is not believed when the redirect ends",
      [read(NEW), read(), read(NEW)],
      ["configured", "configured", "configured"],
    ],
    ["is asked also when nothing has changed there", [read(NEW), same(NEW), same()], ["configured", NEW, NEW]],
    [
      "is not believed when nothing has changed at the old address",
      [read(NEW), same(), read(NEW)],
      ["configured", "configured", "configured"],
    ],
    [
      "needs polls that read the feed well",
      [FAILED, read(NEW), FAILED, read(NEW)],
      ["configured", "configured", "configured", NEW],
    ],
    [
      "is kept where our own store fails",
      [read(NEW), read(NEW), NOT_STORED, NOT_STORED, NOT_STORED],
      ["configured", NEW, NEW, NEW, NEW],
    ],
    [
      "is given up after three failures",
      [read(NEW), read(NEW), FAILED, FAILED, FAILED],
      ["configured", NEW, NEW, NEW, "configured"],
    ],
    [
      "is believed at once when the configured one leads there again after failures",
      [read(NEW), read(NEW), FAILED, FAILED, FAILED, read(NEW)],
      ["configured", NEW, NEW, NEW, "configured", NEW],
    ],
    [
      "is tried in turn with the configured one as long as both fail",
      [read(NEW), read(NEW), ...Array.from({ length: 9 }, () => FAILED), read()],
      [
        "configured",
        NEW,
        NEW,
        NEW,
        "configured",
        "configured",
        "configured",
        NEW,
        NEW,
        NEW,
        "configured",
        "configured",
      ],
    ],
    [
      "is forgotten when the configured one works by itself",
      [read(NEW), read(NEW), FAILED, FAILED, FAILED, read(), FAILED, FAILED, FAILED],
      ["configured", NEW, NEW, NEW, ...Array.from({ length: 5 }, () => "configured")],
    ],
    [
      "is given up at once when it is gone or not found, and not tried again",
      [read(NEW), read(NEW), refused(410), ...Array.from({ length: 6 }, () => FAILED)],
      ["configured", NEW, ...Array.from({ length: 7 }, () => "configured")],
    ],
    [
      "is given up at once when it is not found",
      [read(NEW), read(NEW), refused(404)],
      ["configured", NEW, "configured"],
    ],
    ["is kept at first when its server fails", [read(NEW), read(NEW), refused(503)], ["configured", NEW, NEW]],
    [
      "is not asked after failures of the configured one when it was seen once",
      [read(NEW), ...Array.from({ length: 7 }, () => FAILED)],
      Array.from({ length: 8 }, () => "configured"),
    ],
    [
      "is never http where https was asked",
      [read("http://new.example/"), read("http://new.example/")],
      ["configured", "configured"],
    ],
  ])("%s", (_fact, polls, expected) => {
    expect(play(polls)).toEqual(expected);
  });
});
