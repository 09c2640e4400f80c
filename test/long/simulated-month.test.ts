import { expect, it } from "vitest";
import type { Trouble } from "../support/simulated/answer-trouble.ts";
import { pollByRules } from "../support/simulated/poll-by-rules.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { publications, type SimulatedFeed } from "../support/simulated/simulated-feed.ts";
import { closestRequests, doubledItems, lostItems } from "../support/simulated/simulated-newsroom.ts";
import { openSimulatedWorld, type SimulatedWorld } from "../support/simulated/simulated-world.ts";
import { feed } from "../support/store/store-builders.ts";

/** Another one makes another month. */
const SEED = Number(process.env["SEED"] ?? 29);
const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FEEDS = 1000;
const HISTORY_ENDS = START + 28 * DAY;
const NETWORK_GONE_AT = HISTORY_ENDS + 3 * DAY;
/** A feed that says it is gone is asked again after a week. */
const END = HISTORY_ENDS + 7.5 * DAY;

const FATES = ["broken", "silent", "not-found", "moved", "gone", "dead", "page"] as const;
type Fate = (typeof FATES)[number] | "well";

interface FatedFeed extends SimulatedFeed {
  fate: Fate;
}

/**
 * One feed in twenty has its own fate for half a day, and publishes often enough to be missed. Of the others, three in
 * ten share a host with nine.
 */
function createFeeds(seed: number): FatedFeed[] {
  const random = seededRandom(seed);
  return Array.from({ length: FEEDS }, (_, index) => {
    const fate = index % 20 === 0 ? (FATES[(index / 20) % FATES.length] ?? "well") : "well";
    const host = fate === "well" && index % 10 < 3 ? `tens-${Math.floor(index / 100)}-${index % 10}` : `own-${index}`;
    const perDay = fate === "silent" ? 96 : Math.exp(Math.log(2) + (random() + random() - 1) * 2);
    const from = HISTORY_ENDS + (2 + random() * 6) * HOUR;
    const to = from + 12 * HOUR;
    function isTroubled(at: number): boolean {
      return at >= from && at < to;
    }
    const instants = publications(random, perDay, START - 3 * DAY, END);
    return {
      fate,
      feed: feed(`feed-${index}`, { url: `https://${host}.example/${index}.xml`, onAdd: "silent" }),
      publishes: fate === "silent" ? instants.filter((at) => !isTroubled(at)) : instants,
      trouble: (at) => (isNetworkGone(at) ? { kind: "dns" } : isTroubled(at) ? troubleOf(fate) : null),
      ...(fate === "moved" ? { moved: { at: from, to: `https://new-${index}.example/feed.xml` } } : {}),
    };
  });
}

function isNetworkGone(at: number): boolean {
  return at >= NETWORK_GONE_AT && at < NETWORK_GONE_AT + HOUR;
}

function troubleOf(fate: Fate): Trouble | null {
  switch (fate) {
    case "broken":
      return { kind: "http-status", httpStatus: 500 };
    case "not-found":
      return { kind: "http-status", httpStatus: 404 };
    case "gone":
      return { kind: "http-status", httpStatus: 410 };
    case "dead":
      return { kind: "dns" };
    case "page":
      return { kind: "page" };
    case "well":
    case "silent":
    case "moved":
      return null;
  }
}

/** Notices of one phase, without those about the network. */
function noticesOf(texts: readonly string[], phase: "opened" | "closed"): string[] {
  return texts.filter((text) => text.includes(`|${phase}|`) && !text.includes("The network is"));
}

/** How many texts name the feed. */
function named(id: string, texts: readonly string[]): number {
  return texts.filter((text) => new RegExp(`\\b${id}(?!\\d)`).test(text)).length;
}

/** Feeds that moved for good and are still asked where they were; once more is right after the hour without network. */
async function notFollowed({ store, visits }: SimulatedWorld, feeds: readonly FatedFeed[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { feed, moved } of feeds) {
    if (moved === undefined) continue;
    const state = await store.feeds.get(feed.id);
    const asked = visits.get(new URL(feed.url).hostname);
    const late = asked?.filter(({ startedAt, status }) => startedAt > moved.at + DAY && status === 301);
    if (state?.effectiveUrl !== moved.to || late === undefined || late.length > 1) wrong.push(feed.id);
  }
  return wrong;
}

/**
 * 28 days of history as the rules alone poll them (`pollByRules`), then a week and a half day of the whole poll stage:
 * the time that a feed that says "gone" needs to come back.
 */
it("after 28 days, one notice and one recovery for each feed in trouble, and one of both for an hour without network", async ({
  annotate,
}) => {
  const feeds = createFeeds(SEED);
  const world = await openSimulatedWorld({ feeds, startAt: HISTORY_ENDS, beatMs: MINUTE });
  for (const simulated of feeds) await world.begin(simulated, pollByRules(simulated, START, HISTORY_ENDS));
  await world.runUntil(END);

  const texts = (await world.notices()).map(({ key, payload }) => `${key} ${payload ?? ""}`);
  const [opened, closed] = [noticesOf(texts, "opened"), noticesOf(texts, "closed")];
  const hour = texts.filter((text) => text.includes("The network is"));
  const told = feeds.filter(({ fate }) => fate !== "well" && fate !== "moved").map(({ feed: { id } }) => id);
  const untold = feeds.filter(({ fate }) => fate === "well" || fate === "moved").map(({ feed: { id } }) => id);
  // What a feed shows in the week after it said that it is gone may scroll away.
  const lasting = feeds.filter(({ fate }) => fate !== "gone");
  const lost = lasting.flatMap((simulated) => lostItems(world, simulated, END));
  await annotate(
    JSON.stringify({
      requests: [...world.visits.values()].flat().length,
      items: [...world.matched.values()].flat().length,
      lost: lost.length,
      troubled: told.length,
      notices: texts.length,
      hour: hour.length,
      opened: opened.length,
      closed: closed.length,
      closestMs: closestRequests(world),
    }),
  );

  expect(hour.map((text) => text.split("|")[2])).toEqual(["opened", "closed"]);
  expect(told.filter((id) => named(id, opened) !== 1)).toEqual([]);
  expect(told.filter((id) => named(id, closed) !== 1)).toEqual([]);
  expect(untold.filter((id) => named(id, [...opened, ...closed]) > 0)).toEqual([]);
  expect(await notFollowed(world, feeds)).toEqual([]);
  expect([lost, doubledItems(world), world.errors]).toEqual([[], [], []]);
  expect(closestRequests(world)).toBeGreaterThanOrEqual(1000);
  await world.close();
});
