import { hashOf } from "../../../src/core/hash.ts";
import type { Evidence, Feed, ReadItem } from "../../../src/core/vocabulary.ts";
import type { AttemptEnd, NewDelivery } from "../../../src/store/delivery-rows.ts";
import type { FeedChange, PollRecord } from "../../../src/store/feed-rows.ts";
import type { MatchRow } from "../../../src/store/match-rows.ts";
import type { MatchedItem } from "../../../src/store/reading-queries.ts";

/** Builders of what the store is given: plain values, each key to be overridden by the fact under test. */

export function feed(id: string, changed: Partial<Feed> = {}): Feed {
  return {
    id,
    url: `https://${id}.example/feed.xml`,
    kind: "wire",
    lang: "en",
    tags: [],
    everyMs: null,
    timezone: null,
    expectEveryMs: null,
    onAdd: "summary",
    fullText: false,
    ...changed,
  };
}

/** That the text of an item was matched, all but so many bytes of it. */
export function matchedText(id: string, revision: number, cutBytes = 0): MatchedItem {
  return { id, revision, cutBytes };
}

export function readItem(identity: string, changed: Partial<ReadItem> = {}): ReadItem {
  const title = changed.title ?? `Title of ${identity}`;
  return {
    identity,
    title,
    summary: "",
    body: "",
    link: `https://news.example/${identity}?utm_source=x`,
    cleanedLink: `https://news.example/${identity}`,
    outlet: "news.example",
    author: null,
    lang: "en",
    publishedAt: null,
    contentHash: hashOf(title, changed.body ?? ""),
    ...changed,
  };
}

/** The item under a guid that the feed may give to others, which their links tell apart. */
export function withGuid(guid: string, item: ReadItem): ReadItem {
  const distinction = { by: "link", identity: hashOf(guid, item.cleanedLink ?? ""), needed: false } as const;
  return { ...item, identity: guid, distinction };
}

export function pollRecord(feedId: string, changed: Partial<PollRecord> = {}): PollRecord {
  return {
    feedId,
    startedAt: 1000,
    finishedAt: 1100,
    outcome: "read",
    failureKind: null,
    failureMessage: null,
    httpStatus: 200,
    added: 0,
    revised: 0,
    bytes: 10,
    ...changed,
  };
}

export function feedChange(changed: Partial<FeedChange> = {}): FeedChange {
  return { nextPollAt: 5000, failures: 0, firstFailureAt: null, goodInRow: 1, kills: 0, ...changed };
}

export const EVIDENCE: Evidence = {
  sentences: [
    {
      field: "title",
      sentence: "Envoy asks for asylum",
      start: 0,
      end: 21,
      marks: [
        [0, 5],
        [15, 21],
      ],
    },
  ],
  lead: null,
  clause: "asylum",
  people: [{ personId: "ivan-example", name: "Ivan Example", role: null, spelling: "Иван" }],
  glosses: { پناهنده: "refugee" },
};

export function newMatch(
  given: Pick<MatchRow, "itemId" | "storyId"> & Partial<Omit<MatchRow, "id">>,
): Omit<MatchRow, "id"> {
  return {
    watchId: "asylum",
    watchTitle: "Asylum",
    watchRevision: "r1",
    severity: "normal",
    itemRevision: 1,
    evidence: EVIDENCE,
    veto: null,
    matchedAt: 2000,
    ...given,
  };
}

export function newDelivery(key: string, changed: Partial<NewDelivery> = {}): NewDelivery {
  return {
    key,
    kind: "alert",
    channelId: "desk",
    storyId: null,
    editionId: null,
    incidentId: null,
    recipient: null,
    payload: null,
    severity: "normal",
    createdAt: 3000,
    dueAt: 3000,
    ...changed,
  };
}

export function attemptEnd(attemptId: string, changed: Partial<AttemptEnd> = {}): AttemptEnd {
  return {
    attemptId,
    finishedAt: 4000,
    outcome: "sent",
    reason: null,
    detail: null,
    delivery: { status: "sent", sentAt: 4000, ref: "C1:1.2" },
    recipients: [],
    ...changed,
  };
}
