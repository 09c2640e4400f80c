import { describe, expect, it } from "vitest";
import { alert, digest, HOSTILE, outgoing, persianStory } from "../../../test/support/messages.ts";
import { buildWebhookPayload } from "./webhook-payload.ts";

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
});
