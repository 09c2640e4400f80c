import { describe, expect, it } from "vitest";
import {
  alert,
  continuedStory,
  digest,
  HOSTILE,
  outgoing,
  persianStory,
  roundup,
  story,
} from "../../../test/support/channels/messages.ts";
import { buildWebhookPayload, writeWebhookPayload } from "./webhook-payload.ts";

describe("the body of a webhook request", () => {
  it("names version, key, channel, kind and creation", () => {
    expect(buildWebhookPayload(outgoing(alert()), "hook")).toMatchObject({
      version: 1,
      key: "alert|sty_1|desk",
      channel: "hook",
      kind: "alert",
      createdAt: "2026-01-20T14:05:00.000Z",
    });
  });

  it("gives each sentence with its marks", () => {
    const payload = buildWebhookPayload(outgoing({ kind: "alert", story: persianStory() }), "hook");
    const [sentence] = payload.kind === "alert" ? payload.story.evidence : [];
    expect(sentence?.marks.map(([start, end]) => sentence.text.slice(start, end))).toEqual([
      "دبیر دوم",
      "سفارت",
      "درخواست پناهندگی",
    ]);
  });

  it("leaves out a date that the feed did not give", () => {
    const payload = buildWebhookPayload(outgoing({ kind: "alert", story: persianStory() }), "hook");
    expect(payload).toMatchObject({ story: { publishedAt: null, firstSeenAt: "2026-01-20T14:05:00.000Z" } });
  });

  it("holds a whole edition", () => {
    expect(buildWebhookPayload(outgoing(digest()), "hook")).toMatchObject({
      kind: "digest",
      digest: { edition: 118, from: "2026-01-20T07:00:00.000Z", stories: { length: 5 }, setAside: { length: 2 } },
    });
  });

  it("holds no link that is not one, and no control characters", () => {
    const json = JSON.stringify(
      buildWebhookPayload(outgoing(alert({ headline: HOSTILE, link: "javascript:x" })), "hook"),
    );
    expect(json).toContain('"link":null');
    expect(json).not.toMatch(/\\u001b|\\u0007|\\r|\u202E/i);
  });

  it("stays small for a headline of two megabytes", () => {
    const payload = buildWebhookPayload(outgoing(alert({ headline: HOSTILE.repeat(12_000) })), "hook");
    expect(JSON.stringify(payload).length).toBeLessThan(6000);
  });

  it("has a megabyte of an edition, the stories first, and counts the rest", () => {
    const lines = { stories: 5000, continued: 5000, setAside: 5000 };
    const message = digest({
      stories: Array.from({ length: lines.stories }, () => story()),
      continued: Array.from({ length: lines.continued }, () => continuedStory()),
      setAside: Array.from({ length: lines.setAside }, () => ({
        reason: "late",
        detail: null,
        headline: "H",
        link: null,
        watchTitle: "W",
      })),
    });
    const payload = buildWebhookPayload(outgoing(message), "hook");
    if (payload.kind !== "digest") throw new Error(payload.kind);
    const { digest: told } = payload;
    expect(JSON.stringify(payload).length).toBeGreaterThan(990_000);
    expect(JSON.stringify(payload).length).toBeLessThan(1_010_000);
    expect(told.stories.length).toBeGreaterThan(500);
    expect(told.omitted).toEqual({
      failingFeeds: 0,
      watches: 0,
      stories: lines.stories - told.stories.length,
      continued: lines.continued,
      setAside: lines.setAside,
    });
  });

  it.each([
    ["an edition", digest({ stories: Array.from({ length: 300 }, () => story()) })],
    ["held alerts", roundup({ stories: Array.from({ length: 300 }, () => story()) })],
  ])("is written in steps, each story of %s in one", (_kind, message) => {
    const steps = writeWebhookPayload(outgoing(message), "hook");
    let taken = 0;
    while (steps.next().done !== true) taken += 1;
    expect(taken).toBeGreaterThanOrEqual(300);
  });
});
