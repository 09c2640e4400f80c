import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NewDelivery } from "../../src/store/delivery-rows.ts";
import type { Lease } from "../../src/store/operation-rows.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { attemptEnd, feed, newDelivery, newMatch, readItem } from "../support/store/store-builders.ts";

describe.each(["sqlite", "postgres"] as const)("messages that belong to others, on %s", (dialect) => {
  let opened: TestStore;
  let store: Store;
  let channelId: string;
  let made = 0;

  beforeAll(async () => {
    opened = await openTestStore(dialect, () => 1000);
    ({ store } = opened);
    await store.feeds.sync([feed("wire"), feed("ministry", { kind: "official" })], () => 0);
  });
  afterAll(() => opened.remove());
  beforeEach(() => {
    made += 1;
    channelId = `channel-${made}`;
  });

  async function add(key: string, changed: Partial<NewDelivery> = {}): Promise<string> {
    const { id } = await store.deliveries.add(newDelivery(`${key}|${channelId}`, { channelId, ...changed }));
    return id;
  }

  async function lease(): Promise<Lease> {
    const taken = await store.leases.acquire(`channel:${channelId}`, "owner", 60_000);
    if (taken === undefined) throw new Error("no lease");
    return taken;
  }

  async function end(deliveryId: string, status: "sent" | "failed"): Promise<void> {
    const attemptId = await store.deliveries.beginAttempt(deliveryId, await lease(), 3000);
    const delivery =
      status === "sent"
        ? ({ status, sentAt: 4000, ref: "C1/1.2" } as const)
        : ({ status, reason: "message-refused" } as const);
    await store.deliveries.endAttempt(
      attemptEnd(attemptId, { outcome: status === "sent" ? "sent" : "rejected", delivery }),
    );
  }

  async function dropOrphans(): Promise<readonly string[]> {
    const orphans = await store.deliveries.listOrphans(channelId);
    for (const id of orphans) await store.holds.drop(id, "parent-failed", null);
    return orphans;
  }

  async function due(): Promise<readonly string[]> {
    return (await store.deliveries.listDue(channelId, 9000, 10)).map(({ id }) => id);
  }

  it("wait until their alert was sent", async () => {
    const alert = await add("alert");
    const edit = await add("edit", { kind: "edit", parentId: alert });
    const reply = await add("reply", { kind: "reply", parentId: alert });
    expect(await due()).toEqual([alert]);
    await end(alert, "sent");
    expect(await due()).toEqual([edit, reply]);
    expect((await store.deliveries.listChildren(alert)).map(({ id }) => id)).toEqual([edit, reply]);
  });

  it("make no work for a channel while they wait, and none any more once they are dropped", async () => {
    const alert = await add("alert", { dueAt: 20_000 });
    await add("edit", { kind: "edit", parentId: alert });
    expect(await store.deliveries.listChannelsWithWork(9000)).not.toContain(channelId);
    await end(alert, "failed");
    expect(await store.deliveries.listChannelsWithWork(9000)).toContain(channelId);
    expect(await dropOrphans()).toHaveLength(1);
    expect(await store.deliveries.listChannelsWithWork(9000)).not.toContain(channelId);
  });

  it("belong to nobody when their alert failed; what follows it up goes on", async () => {
    const alert = await add("alert");
    const edit = await add("edit", { kind: "edit", parentId: alert });
    const followUp = await add("followup", { parentId: alert });
    expect(await due()).toEqual([alert]);
    await end(alert, "failed");
    expect(await dropOrphans()).toEqual([edit]);
    expect(await due()).toEqual([followUp]);
  });

  it("are listed with their story, and whether a request with them may have left", async () => {
    const storyId = await store.stories.create(1000);
    const alert = await add("alert", { storyId });
    const edit = await add("edit", { storyId, kind: "edit", parentId: alert, createdAt: 3001 });
    await add("notice", { kind: "notice" });
    async function begun(): Promise<readonly (readonly [string, boolean])[]> {
      const listed = await store.deliveries.listOfStory(storyId, channelId);
      return listed.map((row) => [row.id, row.begun] as const);
    }
    expect(await begun()).toEqual([
      [alert, false],
      [edit, false],
    ]);
    const attemptId = await store.deliveries.beginAttempt(alert, await lease(), 3000);
    expect((await begun())[0]).toEqual([alert, true]);
    await store.deliveries.endAttempt(
      attemptEnd(attemptId, { outcome: "retry", delivery: { status: "pending", dueAt: 5000 } }),
    );
    expect((await begun())[0]).toEqual([alert, false]);
    const again = await store.deliveries.beginAttempt(alert, await lease(), 5000);
    await store.deliveries.endAttempt(
      attemptEnd(again, { outcome: "unconfirmed", delivery: { status: "pending", dueAt: 6000 } }),
    );
    expect((await begun())[0]).toEqual([alert, true]);
  });

  it("tell what is attached to them, a match once however many tell it", async () => {
    const { added } = await store.items.addRead("ministry", [readItem(`item-${made}`, { outlet: "Ministry" })], 1000);
    const itemId = added[0] ?? "";
    const storyId = await store.stories.create(1000);
    await store.stories.addItems(
      [{ storyId, itemId, reason: "same-event", relation: "cites", likeItemId: "itm_like", cited: "Example TV" }],
      1000,
    );
    const { id: matchId } = await store.matches.add(newMatch({ itemId, storyId }));
    const alert = await add("alert");
    const edit = await add("edit", { kind: "edit", parentId: alert });
    for (const id of [alert, edit]) await store.deliveries.attachMatches(id, [matchId]);
    expect((await store.deliveries.listTold([alert, edit])).map(({ deliveryId }) => deliveryId).toSorted()).toEqual(
      [alert, edit].toSorted(),
    );
    expect(await store.deliveries.listTold([alert])).toMatchObject([
      {
        matchId,
        itemId,
        watchId: "asylum",
        outlet: "Ministry",
        feedKind: "official",
        relation: "cites",
        cited: "Example TV",
      },
    ]);
    expect(await store.deliveries.listMatches(alert, edit)).toMatchObject([{ id: matchId }]);
    expect(await store.stories.findPlaces([itemId])).toEqual(
      new Map([[itemId, { storyId, relation: "cites", likeItemId: "itm_like", cited: "Example TV" }]]),
    );
  });

  it("remember when the channel heard of a story or an item last; what was set aside does not count", async () => {
    const { added } = await store.items.addRead("wire", [readItem(`heard-${made}`)], 1000);
    const itemId = added[0] ?? "";
    const storyId = await store.stories.create(1000);
    const { id: matchId } = await store.matches.add(newMatch({ itemId, storyId }));
    const decision = { matchId, channelId, detail: null };
    expect(await store.matches.lastHeardAt({ storyId }, channelId)).toBeNull();
    await store.matches.addDecision({ ...decision, kind: "send", reason: "first-report", decidedAt: 5000 });
    await store.matches.addDecision({ ...decision, kind: "edit", reason: "new-watch", decidedAt: 6000 });
    await store.matches.addDecision({ ...decision, kind: "suppress", reason: "already-told", decidedAt: 7000 });
    expect(await store.matches.lastHeardAt({ storyId }, channelId)).toBe(6000);
    expect(await store.matches.lastHeardAt({ itemId }, channelId)).toBe(6000);
    expect(await store.matches.lastHeardAt({ itemId }, "elsewhere")).toBeNull();
  });

  it("wait for what is held, and are told no more of what a summary told", async () => {
    const alert = await add("alert", { held: { for: "quiet-hours", until: 5000 } });
    const edit = await add("edit", { kind: "edit", parentId: alert });
    const reply = await add("reply", { kind: "reply", parentId: alert });
    expect(await due()).toEqual([]);
    await store.holds.summarise([alert], "summary|key");
    expect(await dropOrphans()).toEqual([edit]);
    expect(await due()).toEqual([reply]);
  });

  it("are lost where they failed or were dropped, or where the summary that took them was", async () => {
    const { added } = await store.items.addRead("wire", [readItem(`lost-${made}`)], 1000);
    const storyId = await store.stories.create(1000);
    const { id: matchId } = await store.matches.add(newMatch({ itemId: added[0] ?? "", storyId }));
    const [alert, summary] = [await add("alert", { storyId }), await add("summary", { kind: "roundup" })];
    for (const id of [alert, summary]) await store.deliveries.attachMatches(id, [matchId]);
    async function lost(): Promise<readonly boolean[]> {
      return (await store.deliveries.listOfStory(storyId, channelId)).map(({ isLost }) => isLost);
    }
    expect(await lost()).toEqual([false]);
    await store.holds.summarise([alert], "summary");
    expect(await lost()).toEqual([false]);
    await end(summary, "failed");
    expect(await lost()).toEqual([true]);
    await add("dropped", { storyId, createdAt: 3001 }).then((id) => store.holds.drop(id, "dropped-by-operator", null));
    expect(await lost()).toEqual([true, true]);
  });

  it("know an item that its feed changed from one whose page was read", async () => {
    const { added } = await store.items.addRead("wire", [readItem(`revised-${made}`)], 1000);
    const itemId = added[0] ?? "";
    expect(await store.items.isRevisedByFeed(itemId)).toBe(false);
    await store.items.addRead("wire", [readItem(`revised-${made}`, { title: "Another title" })], 2000);
    expect(await store.items.isRevisedByFeed(itemId)).toBe(true);
  });
});
