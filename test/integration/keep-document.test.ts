import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findKeptDocument, keepDocument } from "../../src/pipeline/keep-document.ts";
import type { PollOutcome } from "../../src/poll/poll-outcome.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { feed } from "../support/store/store-builders.ts";

const NO_VALIDATORS = { etag: null, lastModified: null };
const WIRE = feed("wire");
let opened: TestStore;

beforeEach(async () => {
  opened = await openTestStore("sqlite");
  await opened.store.feeds.sync([WIRE], () => 0);
});
afterEach(() => opened.remove());

function readOutcome(body: Uint8Array): PollOutcome {
  const document = { body, contentType: "text/xml", finalUrl: "https://wire.example/final" };
  const told = { validators: NO_VALIDATORS, freshForMs: null, bytes: body.length };
  return { kind: "read", items: [], bodyHash: "h", ...told, document };
}

describe("the document of a poll", () => {
  it("is kept as it came, until the next one that was read", async () => {
    for (const text of ["<rss>old</rss>", "<rss>new</rss>"])
      await keepDocument(opened.store, { feed: WIRE, outcome: readOutcome(Buffer.from(text)), finishedAt: 7 });
    const kept = await findKeptDocument(opened.store, "wire", "good");
    expect(Buffer.from(kept?.body ?? "").toString()).toBe("<rss>new</rss>");
    expect(kept?.document).toMatchObject({ fetchedAt: 7, url: "https://wire.example/final", failure: null, bytes: 14 });
  });

  it("is kept beside it when it cannot be read, with the reason", async () => {
    await keepDocument(opened.store, { feed: WIRE, outcome: readOutcome(Buffer.from("good")), finishedAt: 7 });
    const failure = { kind: "parse", message: "no feed at all", httpStatus: null, retryAfterMs: null } as const;
    const document = { body: Buffer.from("bad"), contentType: null, finalUrl: "https://wire.example/" };
    const outcome: PollOutcome = { kind: "failed", failure, document };
    await keepDocument(opened.store, { feed: WIRE, outcome, finishedAt: 8 });
    const kept = await findKeptDocument(opened.store, "wire", "bad");
    expect(Buffer.from(kept?.body ?? "").toString()).toBe("bad");
    expect(kept?.document).toMatchObject({ failure: "no feed at all", contentType: null });
    expect(await findKeptDocument(opened.store, "wire", "good")).toBeDefined();
  });

  it("is not replaced by a poll that brought none", async () => {
    await keepDocument(opened.store, { feed: WIRE, outcome: readOutcome(Buffer.from("good")), finishedAt: 6 });
    const told = { validators: NO_VALIDATORS, freshForMs: null, bytes: 0 };
    const failure = { kind: "timeout", message: "too slow", httpStatus: null, retryAfterMs: null } as const;
    const without: PollOutcome[] = [
      { kind: "not-modified", ...told },
      { kind: "unchanged", ...told },
      { kind: "failed", failure },
    ];
    for (const outcome of without) await keepDocument(opened.store, { feed: WIRE, outcome, finishedAt: 7 });
    const kept = await findKeptDocument(opened.store, "wire", "good");
    expect(Buffer.from(kept?.body ?? "").toString()).toBe("good");
    expect(kept?.document.fetchedAt).toBe(6);
    expect(await findKeptDocument(opened.store, "wire", "bad")).toBeUndefined();
  });

  it("is kept to its first 2 MB, and its length is known", async () => {
    const body = randomBytes(2_100_000);
    await keepDocument(opened.store, { feed: WIRE, outcome: readOutcome(body), finishedAt: 7 });
    const kept = await findKeptDocument(opened.store, "wire", "good");
    expect(kept?.document.bytes).toBe(2_100_000);
    expect(Buffer.compare(Buffer.from(kept?.body ?? ""), body.subarray(0, 2_000_000))).toBe(0);
  });
});
