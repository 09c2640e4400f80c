import { expect, it } from "vitest";
import { decideNextPoll } from "../../src/poll/next-poll.ts";
import { learn, type Cadence } from "../../src/poll/cadence.ts";
import { createRandom, openSimulatedWorld, publications, type SimulatedFeed } from "../support/simulated-world.ts";
import { feed } from "../support/store-builders.ts";

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FEEDS = 1000;
const WINDOW = 30;
/** 28 days of history, learnt by the rules alone; then two days of the whole program: troubles and their ends. */
const HISTORY_ENDS = START + 28 * DAY;
const LAST_HOUR = START + 30 * DAY;
const NETWORK_GONE_AT = HISTORY_ENDS + 10 * HOUR;

type Fate = "well" | "broken" | "silent" | "moved" | "gone";
type Trouble = ReturnType<SimulatedFeed["trouble"]>;

interface FatedFeed extends SimulatedFeed {
  fate: Fate;
}

/** One feed in twenty meets one of four troubles, each for half a day, and publishes often enough to be missed. */
function createFeeds(): FatedFeed[] {
  const random = createRandom(29);
  const fates: readonly Fate[] = ["broken", "silent", "moved", "gone"];
  return Array.from({ length: FEEDS }, (_, index) => {
    const fate = index % 20 === 0 ? (fates[(index / 20) % 4] ?? "well") : "well";
    const perDay = fate === "silent" ? 96 : Math.exp(Math.log(8) + (random() + random() - 1) * 2);
    const from = HISTORY_ENDS + 12 * HOUR + random() * 6 * HOUR;
    const to = from + 12 * HOUR;
    function during(at: number): boolean {
      return at >= from && at < to;
    }
    const instants = publications(random, perDay, START - 3 * DAY, LAST_HOUR);
    return {
      fate,
      feed: feed(`feed-${index}`, { onAdd: "silent" }),
      publishes: fate === "silent" ? instants.filter((at) => !during(at)) : instants,
      trouble: (at) => (isNetworkGone(at) ? { kind: "dns", httpStatus: null } : during(at) ? troubleOf(fate) : null),
    };
  });
}

function isNetworkGone(at: number): boolean {
  return at >= NETWORK_GONE_AT && at < NETWORK_GONE_AT + HOUR;
}

/** A feed that moved without a redirect is not found any more; one that vanished takes its host with it. */
function troubleOf(fate: Fate): Trouble {
  switch (fate) {
    case "broken":
      return { kind: "http-status", httpStatus: 500 };
    case "moved":
      return { kind: "http-status", httpStatus: 404 };
    case "gone":
      return { kind: "dns", httpStatus: null };
    case "well":
    case "silent":
      return null;
  }
}

/** What 28 days of polls teach, and when the next one is due. */
function historyOf({ feed: { id, everyMs }, publishes }: SimulatedFeed): { cadence: Cadence; nextPollAt: number } {
  let cadence = learn(
    null,
    { publishedAt: publishes.filter((instant) => instant <= START).slice(-WINDOW), added: WINDOW, hints: null },
    START,
  );
  let index = publishes.findIndex((instant) => instant > START);
  let at = START;
  while (at < HISTORY_ENDS) {
    let added = 0;
    for (; (publishes[index] ?? Number.POSITIVE_INFINITY) <= at; index += 1) added += 1;
    if (added > 0)
      cadence = learn(cadence, { publishedAt: Array.from({ length: WINDOW }, () => null), added, hints: null }, at);
    const validators = { etag: String(index), lastModified: null };
    const outcome = { kind: "not-modified", validators, freshForMs: null, bytes: 0 } as const;
    const input = { feed: { id, everyMs }, outcome, failures: 0, cadence, minIntervalMs: MINUTE, urgent: false };
    at = decideNextPoll({ ...input, isPushed: false, isSuspended: false, now: at }).nextPollAt;
  }
  return { cadence, nextPollAt: at };
}

/** How many texts name the feed. */
function named(id: string, texts: readonly string[]): number {
  return texts.filter((text) => new RegExp(`\\b${id}(?!\\d)`).test(text)).length;
}

it("after 28 days, one notice and one recovery for each feed in trouble, and one of both for an hour without network", async ({
  annotate,
}) => {
  const feeds = createFeeds();
  const world = await openSimulatedWorld(feeds, HISTORY_ENDS, 15_000);
  for (const simulated of feeds) {
    const { cadence, nextPollAt } = historyOf(simulated);
    const { id } = simulated.feed;
    await world.begin(simulated, { cadence: JSON.stringify(cadence), nextPollAt });
    expect((await world.store.feeds.get(id))?.nextPollAt).toBe(nextPollAt);
  }
  await world.runUntil(LAST_HOUR);

  const notices = await world.notices();
  const texts = notices.map(({ key, payload }) => `${key} ${payload ?? ""}`);
  const hour = texts.filter((text) => text.includes("The network is"));
  const opened = texts.filter((text) => text.includes("|opened|") && !text.includes("The network is"));
  const closed = texts.filter((text) => text.includes("|closed|") && !text.includes("The network is"));
  const fated = feeds.filter(({ fate }) => fate !== "well").map(({ feed: { id } }) => id);
  const requests = [...world.requests.values()].reduce((sum, list) => sum + list.length, 0);
  await annotate(
    JSON.stringify({
      notices: texts.length,
      hour: hour.length,
      opened: opened.length,
      closed: closed.length,
      requests,
    }),
  );

  expect(hour.map((text) => text.split("|")[2])).toEqual(["opened", "closed"]);
  expect(fated.filter((id) => named(id, opened) !== 1)).toEqual([]);
  expect(fated.filter((id) => named(id, closed) !== 1)).toEqual([]);
  const wrong = feeds.filter(({ fate, feed: { id } }) => fate === "well" && named(id, [...opened, ...closed]) > 0);
  expect(wrong.map(({ feed: { id } }) => id)).toEqual([]);
  await world.close();
});
