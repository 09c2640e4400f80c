import { describe, expect, it } from "vitest";
import { changeFeedIncidents } from "../../src/pipeline/feed-incidents.ts";
import { listFeeds, needsAttention } from "../../src/pipeline/inspect/list-feeds.ts";
import { readCadence } from "../../src/poll/cadence.ts";
import type { SimulatedFeed } from "../support/simulated/simulated-feed.ts";
import { openSimulatedWorld, type SimulatedWorld } from "../support/simulated/simulated-world.ts";
import { feed } from "../support/store/store-builders.ts";

const START = Date.UTC(2026, 0, 20);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DEAD_HOST = { kind: "http-status", httpStatus: 503 } as const;
const NO_NETWORK = { kind: "dns" } as const;

function simulated(index: number, changed: Partial<SimulatedFeed> & { host?: string; expectEveryMs?: number } = {}) {
  const { host = `host-${index}.example`, expectEveryMs = null, ...rest } = changed;
  return {
    feed: feed(`feed-${index}`, {
      url: `https://${host}/${index}.xml`,
      onAdd: "silent",
      everyMs: 15 * MINUTE,
      expectEveryMs,
    }),
    publishes: Array.from({ length: 24 * 10 }, (_, ten) => START + ten * 6 * MINUTE),
    trouble: () => null,
    ...rest,
  };
}

function between(from: number, to: number, trouble: ReturnType<SimulatedFeed["trouble"]>): SimulatedFeed["trouble"] {
  return (at) => (at >= START + from && at < START + to ? trouble : null);
}

function openWorld(feeds: readonly SimulatedFeed[]): Promise<SimulatedWorld> {
  return openSimulatedWorld({ feeds, startAt: START, beatMs: MINUTE });
}

/** The titles of all notices, in the order in which they were written. */
async function titlesAfter(hours: number, feeds: readonly SimulatedFeed[]): Promise<string[]> {
  const world = await openWorld(feeds);
  await world.runUntil(START + hours * HOUR);
  const notices = await world.notices();
  await world.close();
  return notices.map(({ payload }) => /"title":"([^"]*)"/.exec(payload ?? "")?.[1] ?? "");
}

describe("operators", { timeout: 120_000 }, () => {
  it("are told once that a host with 30 feeds is down, and once that it is up again", async () => {
    const trouble = between(HOUR, 3 * HOUR, DEAD_HOST);
    const feeds = Array.from({ length: 33 }, (_, index) =>
      simulated(index, index < 30 ? { host: "news.example", trouble } : {}),
    );
    const titles = await titlesAfter(6, feeds);
    expect(titles).toHaveLength(2);
    expect(titles[0]).toMatch(/feeds of news\.example cannot be read$/);
    expect(titles[1]).toBe("30 feeds of news.example can be read again");
  });

  it("are told once that the network is gone, and once that it is back", async () => {
    const trouble = between(HOUR, 2 * HOUR, NO_NETWORK);
    const feeds = Array.from({ length: 12 }, (_, index) => simulated(index, { trouble }));
    expect(await titlesAfter(6, feeds)).toEqual(["The network is gone: no feed can be reached", "The network is back"]);
  });

  it("are told once that a feed has fallen silent, and once that it published again", async () => {
    const quiet = simulated(0, {
      expectEveryMs: 2 * HOUR,
      publishes: [START - HOUR, START + HOUR, START + 5 * HOUR],
    });
    expect(await titlesAfter(6, [quiet, simulated(1)])).toEqual([
      "Feed feed-0 has fallen silent",
      "Feed feed-0 published again",
    ]);
  });

  it("find a silent feed among those that need attention, with the reason and what to do", async () => {
    const quiet = simulated(0, { expectEveryMs: 2 * HOUR, publishes: [START - HOUR] });
    const world = await openWorld([quiet, simulated(1)]);
    await world.runUntil(START + 6 * HOUR);
    const lines = await listFeeds(world.store, START + 6 * HOUR);
    expect(lines.filter(needsAttention)).toMatchObject([
      {
        id: "feed-0",
        state: "silent",
        cause: expect.stringContaining("something is expected every 2 h"),
        remedy: expect.stringContaining("expect_every"),
      },
    ]);
    await world.close();
  });

  it("are not told that a feed is silent which somebody has paused", async () => {
    const quiet = simulated(0, { expectEveryMs: 2 * HOUR, publishes: [START - HOUR] });
    const world = await openWorld([quiet, simulated(1)]);
    await world.runUntil(START + HOUR);
    const pause = { feedId: "feed-0", at: START + HOUR, author: "desk", comment: "strike" };
    await world.store.feeds.pause({ ...pause, until: START + 9 * HOUR });
    await world.runUntil(START + 6 * HOUR);
    expect(await world.notices()).toEqual([]);
    await world.close();
  });

  it("are not told so by a poll that was under way when the feed was paused, but by the next one", async () => {
    const quiet = simulated(0, { expectEveryMs: 2 * HOUR, publishes: [START - HOUR] });
    const world = await openWorld([quiet]);
    await world.runUntil(START + HOUR);
    const { store } = world;
    const at = START + 6 * HOUR;
    const state = await store.feeds.get("feed-0");
    if (state === undefined) throw new Error("the feed is not stored");
    const outcome = {
      kind: "not-modified",
      validators: { etag: null, lastModified: null },
      freshForMs: null,
      bytes: 0,
    } as const;
    const items = { added: [], revised: [] };
    const polled = { feed: quiet.feed, state, outcome, items, startedAt: at, finishedAt: at };
    const deps = { store, events: { incident: () => {} }, now: () => at };

    await store.feeds.pause({ feedId: "feed-0", at, until: at + HOUR, author: "desk", comment: "strike" });
    await changeFeedIncidents(deps, polled, readCadence(state.cadence));
    expect(await store.incidents.listOpen()).toEqual([]);
    await store.feeds.resume("feed-0", at);
    await changeFeedIncidents(deps, polled, readCadence(state.cadence));
    expect(await store.incidents.listOpen()).toMatchObject([{ kind: "feed-silent", subject: "feed-0" }]);
    await world.close();
  });

  it("are not told about failures that pass", async () => {
    const trouble = between(HOUR, HOUR + 20 * MINUTE, DEAD_HOST);
    expect(await titlesAfter(3, [simulated(0, { trouble }), simulated(1)])).toEqual([]);
  });
});

describe("a feed that cannot be read", { timeout: 120_000 }, () => {
  it.each([
    ["is asked again and again when it is not found", { kind: "http-status", httpStatus: 404 }, 8],
    ["is asked hourly at least when its host has no address", { kind: "dns" }, 27],
    ["is asked again and again when its certificate is bad", { kind: "tls" }, 8],
  ] as const)("%s, and its polls say so", async (_fact, trouble, requests) => {
    const world = await openWorld([simulated(0, { trouble: () => trouble })]);
    await world.runUntil(START + 24 * HOUR);
    const visits = world.visits.get("host-0.example") ?? [];
    expect(visits.length).toBeGreaterThanOrEqual(requests);
    expect(visits.length).toBeLessThanOrEqual(requests + 2);
    expect(await world.store.feeds.listLatestPolls(START)).toMatchObject([{ failureKind: trouble.kind }]);
    const state = await world.store.feeds.get("feed-0");
    const gapMs = (state?.nextPollAt ?? 0) - (visits.at(-1)?.endedAt ?? 0);
    expect(gapMs).toBeLessThanOrEqual(24 * HOUR);
    await world.close();
  });
});
