import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCommitMatches } from "../../src/pipeline/commit-matches.ts";
import { buildMessage } from "../../src/pipeline/build-message.ts";
import { runOperatorCommand } from "../../src/pipeline/operator-command.ts";
import { RetentionOptions } from "../../src/store/options.ts";
import type { ItemAnswer } from "../../src/match/match-answer.ts";
import type { PendingItem } from "../../src/store/item-rows.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import {
  answersFor,
  channelPlan,
  decisionsOf,
  HOUR_MS,
  matched,
  planOf,
  readPending,
  vetoed,
  watch,
} from "../support/pipeline/pipeline-rig.ts";
import { feed, readItem } from "../support/store/store-builders.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const RETENTION = RetentionOptions.parse({});
const PLAN = planOf(
  [watch("asylum", { notify: ["desk", "digest"] }), watch("defection"), watch("quiet", { severity: "low" })],
  [channelPlan("desk"), channelPlan("digest", { digest: { every: HOUR_MS, empty: "send" } })],
);

describe.each(["sqlite", "postgres"] as const)("what the matcher found, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;
  let commit: (read: readonly PendingItem[], answers: readonly ItemAnswer[]) => Promise<unknown>;

  beforeEach(async () => {
    now = NOW;
    opened = await openTestStore(dialect, () => now);
    commit = createCommitMatches({ store: opened.store, plan: () => PLAN, now: () => now });
    await opened.store.feeds.sync([feed("wire"), feed("other")], () => 0);
    await opened.store.items.addRead("wire", [], now);
    await opened.store.items.addRead("other", [], now);
  });
  afterEach(() => opened.remove());

  /** Stores an item that is news and returns it as the matcher reads it. */
  async function news(identity: string, changed: Parameters<typeof readItem>[1] = {}, feedId = "wire") {
    await opened.store.items.addRead(feedId, [readItem(identity, { publishedAt: now, ...changed })], now);
    return readPending(opened, now);
  }

  async function alerts(): Promise<readonly string[]> {
    const rows = await opened.store.deliveries.list({ kind: "alert", limit: 100 });
    return rows.map((row) => `${row.channelId} ${row.status}`);
  }

  it("is recorded together with how much of a text was not matched", async () => {
    const items = await news("a");
    const answers = answersFor(items, [matched("asylum")]).map((answer) => ({ ...answer, cutBytes: 17_856 }));
    await commit(items, answers);
    expect(await opened.store.items.get(items[0]?.id ?? "")).toMatchObject({ cutBytes: 17_856 });
  });

  it("joins stories; an item in which no watch found anything is in none", async () => {
    const quiet = await news("a");
    await commit(quiet, answersFor(quiet, []));
    expect(await opened.store.stories.findByItems(quiet.map(({ id }) => id))).toEqual(new Map());
    const found = await news("b");
    await commit(found, answersFor(found, [vetoed("asylum")]));
    expect((await opened.store.stories.findByItems(found.map(({ id }) => id))).size).toBe(1);
  });

  it("is told once although the batch is committed twice", async () => {
    const items = await news("a");
    await commit(items, answersFor(items, [matched("asylum")]));
    await commit(items, answersFor(items, [matched("asylum")]));
    expect(await alerts()).toEqual(["desk pending"]);
    expect(await decisionsOf(opened, items[0]?.id ?? "")).toEqual(["desk: first-report", "digest: digest"]);
    expect(await opened.store.editions.countWaiting("digest")).toBe(1);
    expect(await opened.store.items.countUnmatched()).toBe(0);
  });

  it("is told once although two processes commit it at once", async () => {
    const items = await news("a");
    const peer = createCommitMatches({ store: opened.peer, plan: () => PLAN, now: () => now });
    const answers = answersFor(items, [matched("asylum")]);
    await Promise.all([commit(items, answers), peer(items, answers)]);
    expect(await alerts()).toEqual(["desk pending"]);
  });

  it("leaves nothing behind where committing broke at the second item", async () => {
    await news("a");
    const items = await news("b");
    const broken = items.map((item, at) => (at === 1 ? { ...item, revision: 7 } : item));
    await expect(commit(broken, answersFor(broken, [matched("asylum")]))).rejects.toThrow(/foreign key/i);
    expect(await alerts()).toEqual([]);
    expect(await opened.store.editions.countWaiting("digest")).toBe(0);
    expect(await opened.store.items.countUnmatched()).toBe(2);
  });

  it("keeps a revision that came while the one before was matched, and alerts on it", async () => {
    const first = await news("a", { title: "Envoy travels" });
    const revised = await news("a", { title: "Envoy asks for asylum" });
    await commit(first, answersFor(first, []));
    expect(revised.map((item) => item.revision)).toEqual([2]);
    expect(await readPending(opened, now)).toMatchObject([{ title: "Envoy asks for asylum" }]);
    await commit(revised, answersFor(revised, [matched("asylum")]));
    expect(await alerts()).toEqual(["desk pending"]);
    expect(await opened.store.items.countUnmatched()).toBe(0);
  });

  it("is not told again when an item that matched is revised", async () => {
    const first = await news("a");
    await commit(first, answersFor(first, [matched("asylum")]));
    now += 1000;
    const second = await news("a", { body: "Envoy asks for asylum, with more words" });
    await commit(second, answersFor(second, [matched("asylum")]));
    expect(await alerts()).toEqual(["desk pending"]);
    expect(await decisionsOf(opened, first[0]?.id ?? "")).toEqual([
      "desk: first-report",
      "digest: digest",
      "desk: already-told",
      "digest: already-told",
    ]);
  });

  const untold: [string, ReturnType<typeof planOf>, () => Promise<unknown>, ReturnType<typeof planOf>][] = [
    [
      "its alert failed and its digest was removed for a while",
      PLAN,
      async () => {
        await opened.store.deliveries.endWaiting("desk", "channel-removed");
        await opened.store.editions.endWaiting("digest", "channel-removed", now);
      },
      PLAN,
    ],
    [
      "its watch was on trial",
      planOf(
        [watch("asylum", { notify: ["desk", "digest"], trial: { channelId: "lab" } })],
        [...PLAN.channels.values()],
      ),
      () => Promise.resolve(),
      PLAN,
    ],
    [
      "its matches went elsewhere",
      planOf([watch("asylum", { notify: ["lab"] })], [channelPlan("lab"), ...PLAN.channels.values()]),
      () => Promise.resolve(),
      PLAN,
    ],
  ];
  it.each(untold)("is told when its headline changes and %s", async (_fact, before, happens, after) => {
    let plan = before;
    const commitAs = createCommitMatches({ store: opened.store, plan: () => plan, now: () => now });
    const first = await news("a");
    await commitAs(first, answersFor(first, [matched("asylum")]));
    now += 1000;
    await happens();
    plan = after;
    const second = await news("a", { title: "Envoy asks Peru for asylum" });
    await commitAs(second, answersFor(second, [matched("asylum")]));
    expect((await decisionsOf(opened, first[0]?.id ?? "")).slice(-2)).toEqual(["desk: first-report", "digest: digest"]);
    expect(await opened.store.editions.countWaiting("digest")).toBe(1);
  });

  it("joins the story of the same link, on its way as one message", async () => {
    const first = await news("a", { cleanedLink: "https://news.example/one" });
    await commit(first, answersFor(first, [matched("asylum")]));
    const copy = await news("copy", { cleanedLink: "https://news.example/one" }, "other");
    await commit(copy, answersFor(copy, [matched("defection")]));
    expect(await alerts()).toEqual(["desk pending"]);
    expect(await decisionsOf(opened, copy[0]?.id ?? "")).toEqual(["desk: same-story"]);
    const [alert] = await opened.store.deliveries.list({ kind: "alert", limit: 1 });
    const told = await opened.store.deliveries.listMatches(alert?.id ?? "");
    expect(told.map((match) => match.watchId).toSorted()).toEqual(["asylum", "defection"]);
  });

  const LEAD =
    "Ivan Example, counsellor at the embassy in Lima, left his post on Monday and asked Peru for asylum, officials said.";

  it("joins the story of the same text at another outlet, with the reason", async () => {
    const first = await news("a", { title: "Counsellor asks for asylum", body: LEAD, outlet: "Example TV" });
    await commit(first, answersFor(first, [matched("asylum")]));
    const copy = await news("b", { title: "Embassy loses its man", body: LEAD, outlet: "Other Paper" }, "other");
    await commit(copy, answersFor(copy, [matched("asylum")]));
    expect(await alerts()).toEqual(["desk pending"]);
    const storyId = (await opened.store.stories.findByItem(first[0]?.id ?? "")) ?? "";
    expect(await opened.store.stories.listMembers(storyId)).toMatchObject([
      { itemId: first[0]?.id, reason: "first", relation: null, outlet: "Example TV" },
      { itemId: copy[0]?.id, reason: "same-text", relation: "copy", likeItemId: first[0]?.id, cited: null },
    ]);
    const [message] = await Promise.all(
      (await opened.store.deliveries.list({ kind: "alert", limit: 1 })).map((row) =>
        buildMessage(opened.store, PLAN, row),
      ),
    );
    expect(message).toMatchObject({ story: { sources: { sameText: [2], citing: [], separate: 0 } } });
  });

  it("is a message of its own for a watch that keeps items apart, whatever its story", async () => {
    const plan = planOf([watch("apart", { group: "item" })], [channelPlan("desk")]);
    const apart = createCommitMatches({ store: opened.store, plan: () => plan, now: () => now });
    await news("a", { title: "Counsellor asks for asylum", body: LEAD });
    const both = await news("b", { title: "Embassy loses its man", body: LEAD }, "other");
    await apart(both, answersFor(both, [matched("apart")]));
    expect(await alerts()).toEqual(["desk pending", "desk pending"]);
    expect(await decisionsOf(opened, both[1]?.id ?? "")).toEqual(["desk: first-report"]);
  });

  it("is told after its item, whose watches keep items apart, was split off: not attached to the message before", async () => {
    const plan = planOf([watch("apart", { group: "item" }), watch("more", { group: "item" })], [channelPlan("desk")]);
    const apart = createCommitMatches({ store: opened.store, plan: () => plan, now: () => now });
    const first = await news("a");
    await apart(first, answersFor(first, [matched("apart")]));
    const deps = { store: opened.store, retention: RETENTION, plan: () => plan, now: () => now };
    await runOperatorCommand(deps, { kind: "split-story", itemId: first[0]?.id ?? "" });
    const second = await news("a", { title: "Envoy asks Peru for asylum" });
    await apart(second, answersFor(second, [matched("more")]));
    const rows = await opened.store.deliveries.list({ kind: "alert", limit: 10 });
    const told = await Promise.all(rows.map(({ id }) => opened.store.deliveries.listMatches(id)));
    expect(told.map((matches) => matches.map(({ watchId }) => watchId))).toEqual([["more"], ["apart"]]);
  });

  it("goes to a story of its own when an operator splits it off, with its matches", async () => {
    await news("a", { title: "Counsellor asks for asylum", body: LEAD });
    const [first, copy] = await news("b", { title: "Embassy loses its man", body: LEAD }, "other");
    await commit(
      [first, copy].flatMap((item) => item ?? []),
      answersFor(
        [first, copy].flatMap((item) => item ?? []),
        [matched("asylum")],
      ),
    );
    const from = await opened.store.stories.findByItem(first?.id ?? "");
    const deps = { store: opened.store, retention: RETENTION, plan: () => planOf([], []), now: () => now };
    const answer = await runOperatorCommand(deps, { kind: "split-story", itemId: copy?.id ?? "" });
    const storyId = await opened.store.stories.findByItem(copy?.id ?? "");
    expect(answer).toEqual({ kind: "split", itemId: copy?.id, from, storyId });
    expect(storyId).not.toBe(from);
    expect(await opened.store.stories.listMembers(storyId ?? "")).toMatchObject([{ reason: "split", relation: null }]);
    expect((await opened.store.matches.listByItem(copy?.id ?? "")).map((match) => match.storyId)).toEqual([storyId]);
    expect(await runOperatorCommand(deps, { kind: "split-story", itemId: "itm_none" })).toEqual({
      kind: "unknown-item",
      itemId: "itm_none",
    });
  });

  it("is compared with items of two weeks: what is kept of older ones is pruned", async () => {
    const first = await news("a", { title: "Counsellor asks for asylum", body: LEAD });
    await commit(first, answersFor(first, [matched("asylum")]));
    expect(await opened.store.retention.removeSketches(now, 100)).toBe(0);
    expect(await opened.store.retention.removeSketches(now + 1, 100)).toBe(1);
    const copy = await news("b", { title: "Embassy loses its man", body: LEAD }, "other");
    await commit(copy, answersFor(copy, [matched("asylum")]));
    const stories = await opened.store.stories.findByItems([...first, ...copy].map(({ id }) => id));
    expect(stories.size).toBe(2);
    expect(new Set(stories.values()).size).toBe(2);
  });

  it.each([
    ["vetoed", {}, vetoed("defection"), ["desk: vetoed"]],
    ["too old for an alert", { publishedAt: NOW - 25 * HOUR_MS }, matched("defection"), ["desk: late"]],
    ["of low severity", {}, matched("quiet"), ["desk: low-severity"]],
  ] as const)("ends as a decision with its reason when it is %s", async (_fact, changed, answer, decisions) => {
    const items = await news("a", changed);
    await commit(items, answersFor(items, [answer]));
    expect(await decisionsOf(opened, items[0]?.id ?? "")).toEqual(decisions);
    expect(await alerts()).toEqual([]);
  });

  it("is sent for the next report when the story's alert failed", async () => {
    const first = await news("a", { cleanedLink: "https://example.org/same" });
    await commit(first, answersFor(first, [matched("asylum")]));
    await opened.store.deliveries.endWaiting("desk", "channel-removed");
    const second = await news("b", { cleanedLink: "https://example.org/same" }, "other");
    await commit(second, answersFor(second, [matched("asylum")]));
    expect((await alerts()).toSorted()).toEqual(["desk dropped", "desk pending"]);
  });

  it("ends as a decision with its reason when it was there at the first fetch of its feed", async () => {
    await opened.store.feeds.sync([feed("wire"), feed("other"), feed("new")], () => 0);
    const items = await news("a", {}, "new");
    await commit(items, answersFor(items, [matched("asylum")]));
    expect(await decisionsOf(opened, items[0]?.id ?? "")).toEqual(["desk: baseline", "digest: baseline"]);
  });
});
