import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DigestMessage } from "../../src/notify/message.ts";
import { buildMessage } from "../../src/pipeline/build-message.ts";
import { createCommitMatches } from "../../src/pipeline/commit-matches.ts";
import { createDueEditions } from "../../src/pipeline/create-editions.ts";
import { endOrphans } from "../../src/pipeline/end-orphans.ts";
import type { Plan } from "../../src/pipeline/plan.ts";
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
import { feed, feedChange, pollRecord, readItem } from "../support/store/store-builders.ts";

const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 0, 20, 12);
const DIGEST = channelPlan("digest", { digest: { every: HOUR_MS, empty: "send" } });
const WATCHES = [watch("asylum", { notify: ["digest"] }), watch("apart", { notify: ["digest"], group: "item" })];

describe.each(["sqlite", "postgres"] as const)("editions, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;
  let plan: Plan;

  beforeEach(async () => {
    now = NOW;
    plan = planOf(WATCHES, [DIGEST]);
    opened = await openTestStore(dialect, () => now);
    await opened.store.feeds.sync([feed("wire")], () => 0);
    await opened.store.items.addRead("wire", [], now);
    await createDueEditions(deps());
  });
  afterEach(() => opened.remove());

  function deps() {
    return { store: opened.store, plan: () => plan, now: () => now };
  }

  /** An item that the watch finds; those of one link are one story. */
  async function found(
    identity: string,
    watchId = "asylum",
    answer: typeof matched = matched,
    feedId = "wire",
  ): Promise<string> {
    now += 1000;
    const link = "https://news.example/one";
    const item = readItem(identity, { cleanedLink: link, outlet: `Outlet ${identity}`, publishedAt: now });
    await opened.store.items.addRead(feedId, [item], now);
    const items = await readPending(opened, now);
    await createCommitMatches(deps())(items, answersFor(items, [answer(watchId)]));
    return items[0]?.id ?? "";
  }

  async function nextEdition(): Promise<DigestMessage> {
    now += HOUR_MS;
    expect(await createDueEditions(deps())).toBe(1);
    const [row] = await opened.store.deliveries.list({ kind: "digest", limit: 1 });
    const message = row === undefined ? undefined : await buildMessage(opened.store, plan, row);
    if (message?.kind !== "digest") throw new Error("there is no edition");
    return message;
  }

  function outlets(lines: DigestMessage["stories"]): string[] {
    return lines.map((line) => line.outlets.map(({ name }) => name).join());
  }

  it("continue a story that an earlier one told", async () => {
    await found("a");
    const first = await nextEdition();
    await found("b");
    const second = await nextEdition();
    expect([outlets(first.stories), first.continued]).toEqual([["Outlet a"], []]);
    expect([second.stories, outlets(second.continued)]).toEqual([[], ["Outlet b"]]);
    expect(second.continued).toMatchObject([{ toldIn: 1, toldHeadline: "Title of a", knownOutlets: [], people: [] }]);
  });

  it("say of a report that no longer matches when they are made that it is so, and nothing of what changes later", async () => {
    async function change(identity: string, answers: readonly ReturnType<typeof matched>[]): Promise<void> {
      now += 1000;
      const changed = {
        title: `New title of ${now}`,
        outlet: `Outlet ${identity}`,
        cleanedLink: `https://x.example/${identity}`,
      };
      await opened.store.items.addRead("wire", [readItem(identity, { ...changed, publishedAt: NOW })], now);
      const items = await readPending(opened, now);
      await createCommitMatches(deps())(items, answersFor(items, answers));
    }
    for (const identity of ["gone", "vetoed", "kept", "later"]) await change(identity, [matched("apart")]);
    await change("gone", []);
    await change("vetoed", [vetoed("apart")]);
    await change("kept", [matched("apart")]);
    const edition = await nextEdition();
    await change("later", []);
    const [row] = await opened.store.deliveries.list({ kind: "digest", limit: 1 });
    for (const message of [edition, row && (await buildMessage(opened.store, plan, row))]) {
      if (message?.kind !== "digest") throw new Error("there is no edition");
      expect(message.stories.map(({ outlets: [first], remarks }) => [first?.name, remarks ?? []])).toEqual([
        ["Outlet gone", ["Outlet gone changed its report: it no longer matches"]],
        ["Outlet vetoed", ["Outlet vetoed changed its report: it no longer matches"]],
        ["Outlet kept", []],
        ["Outlet later", []],
      ]);
    }
  });

  it("say what was read in their window, and which feeds were failing at its end, whenever they are sent", async () => {
    const { feeds, incidents } = opened.store;
    await feeds.recordPoll(pollRecord("wire", { startedAt: now }), feedChange());
    await feeds.recordPoll(pollRecord("wire", { startedAt: now + HOUR_MS - 1 }), feedChange());
    const failing = { kind: "feed-failing", subject: "wire", cause: "HTTP 500" } as const;
    await incidents.open({ ...failing, openedAt: now + 5 });
    await incidents.open({ kind: "reload-refused", subject: "configuration", cause: "a mistake", openedAt: now + 6 });
    await found("a");
    now = NOW;
    await nextEdition();
    // What comes between the end of the window and its sending belongs to the next one.
    now += 5 * MINUTE_MS;
    await feeds.recordPoll(pollRecord("wire", { startedAt: now }), feedChange());
    await incidents.close("feed-failing", "wire", now);
    await incidents.close("reload-refused", "configuration", now);
    await found("b");
    const [row] = await opened.store.deliveries.list({ kind: "digest", limit: 1 });
    const sent = row === undefined ? undefined : await buildMessage(opened.store, plan, row);
    expect(sent).toMatchObject({ from: NOW, to: NOW + HOUR_MS, coverage: { feeds: 1, read: 1, polls: 2, items: 1 } });
    expect(sent).toMatchObject({ failingFeeds: [{ feedId: "wire", since: NOW + 5, cause: "HTTP 500" }] });
    expect(sent).toMatchObject({ refusedSince: NOW + 6 });
    now = NOW + HOUR_MS;
    const next = await nextEdition();
    expect(next).toMatchObject({ coverage: { feeds: 1, polls: 1, items: 1 }, failingFeeds: [] });
    expect(next).not.toHaveProperty("refusedSince");
  });

  it("without stories are left out where the channel wants it so: the next one covers their time and what was set aside in it", async () => {
    plan = planOf([...WATCHES, watch("elsewhere")], [{ ...DIGEST, digest: { every: HOUR_MS, empty: "skip" } }]);
    await found("vetoed", "asylum", vetoed);
    now = NOW + HOUR_MS;
    expect(await createDueEditions(deps())).toBe(0);
    await found("a");
    now = NOW + HOUR_MS;
    const told = await nextEdition();
    expect(told).toMatchObject({ editionNumber: 1, from: NOW, to: NOW + 2 * HOUR_MS, late: false });
    const detail = expect.stringMatching(/^vetoed by .+ \(".+", .+\)$/);
    expect(told.setAside).toMatchObject([{ reason: "vetoed", detail, headline: "Title of vetoed" }]);
  });

  it("tell a report that was corrected before they were made once, with its present headline", async () => {
    await found("a");
    const item = readItem("a", { cleanedLink: "https://news.example/one", outlet: "Outlet a", title: "Corrected" });
    await opened.store.items.addRead("wire", [item], now);
    const items = await readPending(opened, now);
    await createCommitMatches(deps())(items, answersFor(items, [matched("asylum")]));
    const { stories, setAside } = await nextEdition();
    expect(stories.map(({ headline }) => headline)).toEqual(["Corrected"]);
    expect(setAside).toEqual([]);
    await found("b");
    expect(await nextEdition()).toMatchObject({ stories: [], continued: [{ toldHeadline: "Corrected" }] });
  });

  it("list what was there at the first sight of a feed as set aside", async () => {
    await opened.store.feeds.sync([feed("wire"), feed("new")], () => 0);
    await found("first", "asylum", matched, "new");
    const { stories, setAside } = await nextEdition();
    expect(stories).toEqual([]);
    expect(setAside).toMatchObject([{ reason: "baseline", headline: "Title of first", watchTitle: "Watch asylum" }]);
  });

  it("have a line for each item of a watch that keeps items apart", async () => {
    await found("a", "apart");
    await found("b", "apart");
    expect(outlets((await nextEdition()).stories)).toEqual(["Outlet a", "Outlet b"]);
  });

  it.each([
    ["has no digest any more", [channelPlan("digest")], "digest-removed"],
    ["is gone", [], "channel-removed"],
  ] as const)(
    "are not waited for on a channel that %s: what it collected ends, and operators hear of it",
    async (_fact, channels, reason) => {
      const itemId = await found("a");
      plan = planOf(WATCHES, channels);
      await opened.store.configs.activate(plan.hash, "{}", now);
      now += HOUR_MS - 1;
      await endOrphans(deps());
      expect(await opened.store.editions.countWaiting("digest")).toBe(1);
      now += 1;
      await endOrphans(deps());
      await endOrphans(deps());
      expect(await decisionsOf(opened, itemId)).toEqual(["digest: digest", `digest: ${reason}`]);
      expect(await opened.store.editions.countWaiting("digest")).toBe(0);
      const notices = await opened.store.deliveries.list({ kind: "notice", limit: 10 });
      expect(notices.map(({ payload }) => payload)).toEqual([
        expect.stringContaining("1 collected match of channel digest"),
      ]);
    },
  );

  it("are waited for on a channel that only a newer configuration knows, whatever an older scheduler still does", async () => {
    await found("a");
    await opened.store.configs.activate(plan.hash, "{}", now);
    plan = planOf(WATCHES, [], { hash: "old" });
    now += 2 * HOUR_MS;
    await endOrphans(deps());
    expect(await opened.store.editions.countWaiting("digest")).toBe(1);
  });

  it("are made for a channel although those of another cannot be", async () => {
    const broken = channelPlan("broken", { digest: { at: ["07:00"], days: ["never"], empty: "send" } });
    plan = planOf(WATCHES, [broken, DIGEST]);
    await opened.store.editions.skip({ channelId: "broken", scheduledFor: 0, fromAt: 0, toAt: 0, createdAt: 0 });
    now += HOUR_MS;
    await expect(createDueEditions(deps())).rejects.toThrow("never");
    expect(await opened.store.editions.lastNumber("digest")).toBe(1);
  });

  it("follow one another without overlap, though one process waits until another has made the next", async () => {
    now += HOUR_MS;
    const made: number[] = [];
    async function underLock<T>(...held: Parameters<typeof opened.store.underLock<T>>): Promise<T> {
      now += HOUR_MS;
      made.push(await createDueEditions(deps()));
      return opened.store.underLock(...held);
    }
    made.push(await createDueEditions({ ...deps(), store: { ...opened.store, underLock } }));
    expect(made).toEqual([1, 0]);
    await nextEdition();
    const editions = await opened.store.editions.list("digest", 10);
    expect(editions.map(({ number, fromAt, toAt }) => [number, fromAt - NOW, toAt - NOW])).toEqual([
      [2, 2 * HOUR_MS, 3 * HOUR_MS],
      [1, 0, 2 * HOUR_MS],
    ]);
  });

  it("leave what other channels collect alone", async () => {
    await found("a");
    await endOrphans(deps());
    expect(await opened.store.editions.countWaiting("digest")).toBe(1);
  });
});
