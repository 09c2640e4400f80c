import { expect, it } from "vitest";
import { learn, type Cadence } from "../../src/poll/cadence.ts";
import { decideNextPoll, firstPollAt } from "../../src/poll/next-poll.ts";
import { createRandom, openSimulatedWorld, publications, type SimulatedFeed } from "../support/simulated-world.ts";
import { feed } from "../support/store-builders.ts";

const START = Date.UTC(2026, 0, 20);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const FEEDS = 500;
/** Items that a document shows, as in the simulated world. */
const WINDOW = 30;

/** One feed in ten is on a server that answers one request in five with an error. */
function createFeeds(): SimulatedFeed[] {
  const random = createRandom(7);
  return Array.from({ length: FEEDS }, (_, index) => {
    const perDay = Math.min(Math.exp(Math.log(12) + (random() + random() + random() - 1.5) * 2), 200);
    const isFlaky = index % 10 === 0;
    const fails = createRandom(index);
    return {
      feed: feed(`feed-${index}`, { onAdd: "silent" }),
      publishes: publications(random, perDay, START - 3 * DAY, START + WEEK),
      trouble: () => (isFlaky && fails() < 0.2 ? { kind: "http-status", httpStatus: 503 } : null),
    };
  });
}

/** How often a feed of a faultless server is asked by the rules alone, without store, queue and restarts. */
function plannedRequests({ feed: { id, everyMs }, publishes }: SimulatedFeed): number {
  let cadence: Cadence | null = null;
  let seen = 0;
  let requests = 0;
  let at = firstPollAt(id, START, 30_000);
  while (at < START + WEEK) {
    const known = publishes.filter((instant) => instant <= at);
    const added = known.length - seen;
    seen = known.length;
    requests += 1;
    if (added > 0 || cadence === null)
      cadence = learn(cadence, { publishedAt: known.slice(-WINDOW), added, hints: null }, at);
    const validators = { etag: String(seen), lastModified: null };
    const outcome = { kind: "not-modified", validators, freshForMs: null, bytes: 0 } as const;
    const input = { feed: { id, everyMs }, outcome, failures: 0, cadence, minIntervalMs: MINUTE, urgent: false };
    at = decideNextPoll({ ...input, isPushed: false, isSuspended: false, now: at }).nextPollAt;
  }
  return requests;
}

it("a week of 500 feeds with 3 restarts and a flaky server loses nothing, doubles nothing and keeps to the plan", async ({
  annotate,
}) => {
  const feeds = createFeeds();
  const world = await openSimulatedWorld(feeds, START, 10_000);
  for (const day of [2, 4, 6]) {
    await world.runUntil(START + day * DAY + HOUR / 3);
    await world.restart();
  }
  await world.runUntil(START + WEEK);

  const good = feeds.filter((_, index) => index % 10 !== 0);
  const made = good.reduce((sum, { feed: { id } }) => sum + (world.requests.get(id)?.length ?? 0), 0);
  const planned = good.reduce((sum, simulated) => sum + plannedRequests(simulated), 0);
  const all = [...world.requests.values()].reduce((sum, requests) => sum + requests.length, 0);
  const stored = [...world.stored.values()].flat();
  await annotate(JSON.stringify({ requests: all, made, planned, deviation: made / planned - 1, items: stored.length }));

  expect(Math.abs(made / planned - 1)).toBeLessThan(0.05);
  expect(new Set(stored).size).toBe(stored.length);
  for (const {
    feed: { id },
    publishes,
  } of feeds) {
    const requests = world.requests.get(id) ?? [];
    const first = requests[0] ?? 0;
    // What was in the last window at the first poll, and everything that came until the last one but a day.
    const before = publishes.filter((instant) => instant <= first).slice(-WINDOW);
    const after = publishes.filter((instant) => instant > first && instant <= START + WEEK - DAY);
    const kept = new Set(world.stored.get(id));
    expect([...before, ...after].filter((instant) => !kept.has(`${id}-${instant}`))).toEqual([]);
    const gaps = requests.slice(1).map((at, index) => at - (requests[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MINUTE);
  }
  await world.close();
});
