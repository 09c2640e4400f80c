import { firstPollAt } from "../../../src/poll/next-poll.ts";
import type { Trouble } from "./answer-trouble.ts";
import { pollByRules } from "./poll-by-rules.ts";
import { seededRandom } from "../seeded-random.ts";
import { countUntil, drawAt, publications, shownAt, type Manner, type SimulatedFeed } from "./simulated-feed.ts";
import type { Visit } from "./simulated-network.ts";
import { type Death, openSimulatedWorld, SPREAD_MS, type SimulatedWorld } from "./simulated-world.ts";
import { feed } from "../store/store-builders.ts";

const START = Date.UTC(2026, 0, 20);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BEAT_MS = MINUTE;
const MANNERS: readonly Manner[] = [
  "without-guid",
  "undated",
  "back-dated",
  "date-bumped",
  "guids-reused",
  "guids-shared",
  "guids-positional",
];

export interface NewsroomOptions {
  seed: number;
  feeds: number;
  hours: number;
  restarts: readonly Restart[];
}

interface Restart {
  /** Hours from the beginning; any fraction. */
  hour: number;
  death: Death;
  downMs: number;
}

/** What came of a simulated newsroom. */
export interface NewsroomReport {
  requests: number;
  /** By the rules alone. */
  planned: number;
  published: number;
  matched: number;
  revised: number;
  lost: readonly string[];
  doubled: readonly string[];
  closestMs: number;
  pauses: number;
  inPauses: readonly string[];
  /** The most requests in one minute; the first three are left out, and those after a restart are counted apart. */
  busiestMinute: number;
  busiestAfterRestart: number;
  notices: number;
  errors: readonly unknown[];
}

/** Six feeds in ten have a host of their own, three share one with nine others, the rest have one for all of them. */
function hostOf(index: number, count: number): number {
  const [alone, inTens] = [Math.floor(count * 0.6), Math.floor(count * 0.9)];
  if (index < alone) return index;
  return index < inTens ? alone + Math.floor((index - alone) / 10) : alone + Math.ceil((inTens - alone) / 10);
}

/** One server in ten fails one request in five. */
function flaky(host: number, at: number): Trouble | null {
  const draw = drawAt(host, at);
  if (draw >= 0.2) return null;
  if (draw < 0.03) return { kind: "http-status", httpStatus: 503, retryAfterS: 120 };
  if (draw < 0.08) return { kind: "http-status", httpStatus: 503 };
  if (draw < 0.12) return { kind: "timeout" };
  return { kind: draw < 0.16 ? "cut-short" : "page" };
}

/** A server that wants a pause now and then. */
function limited(host: number, at: number): Trouble | null {
  return drawAt(host, at) < 0.03 ? { kind: "http-status", httpStatus: 429, retryAfterS: 300 } : null;
}

function createFeeds({ seed, feeds: count, hours }: NewsroomOptions): SimulatedFeed[] {
  const random = seededRandom(seed);
  const limitedHost = hostOf(Math.floor(count * 0.6), count);
  return Array.from({ length: count }, (_, index) => {
    const host = hostOf(index, count);
    // Some turn over a short window sooner than the learned interval would come to an end.
    const isFast = index % 250 === 8 || index % 250 === 21;
    const usual = Math.exp(Math.log(3) + (random() + random() + random() - 1.5) * 2);
    const perDay = isFast ? 720 : Math.min(usual, 200);
    return {
      feed: feed(`feed-${index}`, { url: `https://host-${host}.example/${index}.xml`, onAdd: "silent" }),
      publishes: publications(random, perDay, START - 3 * DAY, START + hours * HOUR),
      window: isFast ? 10 : 30,
      manner: MANNERS[index % 20] ?? "plain",
      trouble: (at) => {
        if (host === limitedHost) return limited(seed + host, at);
        return host % 10 === 3 ? flaky(seed + host, at) : null;
      },
    };
  });
}

/** Whether the answer showed items, or said that they are the known ones. */
function isGood(simulated: SimulatedFeed, { status, startedAt }: Visit): boolean {
  return (status === 200 || status === 304) && simulated.trouble(startedAt) === null;
}

/** Items that a good answer showed, or that came after the first and before the last one, and that nobody matched. */
export function lostItems({ visits, matched }: SimulatedWorld, simulated: SimulatedFeed, until: number): string[] {
  const { feed, moved, publishes } = simulated;
  const urls = [feed.url, ...(moved === undefined ? [] : [moved.to])];
  const asked = urls.flatMap((url) => (visits.get(new URL(url).hostname) ?? []).filter((visit) => visit.url === url));
  const good = asked.filter((visit) => visit.endedAt < until && isGood(simulated, visit));
  if (good.length === 0) return [];
  const first = Math.min(...good.map(({ startedAt }) => startedAt));
  const last = Math.max(...good.map(({ startedAt }) => startedAt));
  const known = new Set(matched.get(feed.id));
  const shown = [
    ...shownAt(simulated, first),
    ...publishes.slice(countUntil(publishes, first), countUntil(publishes, last)),
  ];
  return shown.filter((instant) => !known.has(instant)).map((instant) => `${feed.id} ${instant}`);
}

/** Items that were matched as new more than once. */
export function doubledItems({ matched }: SimulatedWorld): string[] {
  return [...matched].flatMap(([id, instants]) => {
    const met = new Set<number>();
    return instants.filter((instant) => met.has(instant) || !met.add(instant)).map((instant) => `${id} ${instant}`);
  });
}

/** The shortest time from the end of one request to the beginning of the next one of its host, ms. */
export function closestRequests({ visits }: SimulatedWorld): number {
  let closestMs = Infinity;
  for (const ofHost of visits.values())
    for (const [index, { endedAt }] of ofHost.entries())
      closestMs = Math.min(closestMs, (ofHost[index + 1]?.startedAt ?? Infinity) - endedAt);
  return closestMs;
}

/** Requests to hosts that had asked for a pause that was not over. */
function startedInPauses({ visits }: SimulatedWorld): string[] {
  return [...visits.values()]
    .flatMap((ofHost) => {
      let closedUntil = 0;
      return ofHost.filter(({ startedAt, endedAt, pauseMs }) => {
        const isTooSoon = startedAt < closedUntil;
        if (pauseMs !== null) closedUntil = Math.max(closedUntil, endedAt + pauseMs);
        return isTooSoon;
      });
    })
    .map(({ url, startedAt }) => `${url} ${startedAt}`);
}

/** Requests in each minute since the beginning. */
function perMinute(visits: readonly Visit[]): number[] {
  const minutes: number[] = [];
  for (const { startedAt } of visits) {
    const minute = Math.floor((startedAt - START) / MINUTE);
    minutes[minute] = (minutes[minute] ?? 0) + 1;
  }
  return minutes;
}

function plannedFor(feeds: readonly SimulatedFeed[], until: number): number {
  return feeds.reduce((sum, simulated) => {
    const firstAt = firstPollAt(simulated.feed.id, START, SPREAD_MS);
    return sum + pollByRules(simulated, firstAt, until).requests;
  }, 0);
}

async function report(
  world: SimulatedWorld,
  feeds: readonly SimulatedFeed[],
  { hours, restarts }: NewsroomOptions,
): Promise<NewsroomReport> {
  const until = START + hours * HOUR;
  const asked = [...world.visits.values()].flat().filter(({ startedAt }) => startedAt < until);
  const minutes = perMinute(asked);
  const isAfterRestart = new Set(
    restarts.flatMap(({ hour }) => Array.from({ length: 3 }, (_, minute) => Math.floor(hour * 60) + minute)),
  );
  const published = feeds.map(({ publishes }) => publishes.length - countUntil(publishes, START));
  return {
    requests: asked.length,
    planned: plannedFor(feeds, until),
    published: published.reduce((sum, count) => sum + count, 0),
    matched: [...world.matched.values()].flat().length,
    revised: [...world.revised.values()].flat().length,
    lost: feeds.flatMap((simulated) => lostItems(world, simulated, until)),
    doubled: doubledItems(world),
    closestMs: closestRequests(world),
    pauses: asked.filter(({ pauseMs }) => pauseMs !== null).length,
    inPauses: startedInPauses(world),
    busiestMinute: Math.max(...minutes.filter((_, minute) => minute > 2 && !isAfterRestart.has(minute))),
    busiestAfterRestart: Math.max(0, ...minutes.filter((_, minute) => isAfterRestart.has(minute))),
    notices: (await world.notices()).length,
    errors: world.errors,
  };
}

/** Lets a newsroom run through all its restarts and for a minute beyond its time, so that what is under way ends. */
export async function simulateNewsroom(options: NewsroomOptions): Promise<NewsroomReport> {
  const feeds = createFeeds(options);
  const world = await openSimulatedWorld({ feeds, startAt: START, beatMs: BEAT_MS });
  for (const { hour, death, downMs } of options.restarts) {
    await world.runUntil(START + hour * HOUR);
    await world.restart(death, downMs);
  }
  await world.runUntil(START + options.hours * HOUR + MINUTE);
  const told = await report(world, feeds, options);
  await world.close();
  return told;
}
