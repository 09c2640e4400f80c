import * as z from "zod";
import { createReadItems } from "../../../src/app/open-poller.ts";
import { createHeartbeat } from "../../../src/pipeline/heartbeat.ts";
import type { Plan } from "../../../src/pipeline/plan.ts";
import { createPollJob } from "../../../src/pipeline/poll-job.ts";
import type { Cadence } from "../../../src/poll/cadence.ts";
import { createDocumentFetcher } from "../../../src/poll/fetch/fetch-document.ts";
import { createHostGate, type HostGate } from "../../../src/poll/fetch/host-gate.ts";
import { createLastingGate } from "../../../src/poll/fetch/lasting-gate.ts";
import { firstPollAt } from "../../../src/poll/next-poll.ts";
import { readDocument } from "../../../src/poll/parse/read-document.ts";
import { createPollFeed, type PollFeed } from "../../../src/poll/poll-feed.ts";
import { createLocalQueue } from "../../../src/queue/local/local-queue.ts";
import type { Job, Queue } from "../../../src/queue/queue.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { DeliveryRow } from "../../../src/store/delivery-rows.ts";
import type { Store } from "../../../src/store/store.ts";
import { createLogger } from "../../../src/telemetry/logger.ts";
import { manualTime, type ManualTime } from "./manual-time.ts";
import { serveFeed } from "./serve-feed.ts";
import { documentAt, instantOf, type SimulatedFeed } from "./simulated-feed.ts";
import { SimulatedNetwork, type ServerAnswer, type ServerRequest, type Visit } from "./simulated-network.ts";
import { feedChange, matchedText, pollRecord } from "../store/store-builders.ts";
import { planOf } from "../pipeline/pipeline-rig.ts";

/** As the daemon has them. */
export const SPREAD_MS = 30_000;
const POLLS_AT_ONCE = 32;
export const MIN_INTERVAL_MS = 60_000;
const GAP_MS = 1000;

const MatchData = z.object({ items: z.array(z.string()) });
const quietEvents = { polled: () => {}, feedMoved: () => {}, incident: () => {} };

export interface SimulatedWorldOptions {
  feeds: readonly SimulatedFeed[];
  startAt: number;
  /** From one beat to the next; feeds that fall due between them are handed out by the first, as in the daemon. */
  beatMs: number;
}

/** How a process ends: between its steps, or between storing items and storing that they were read. */
export type Death = "at-any-time" | "before-recording";

export interface SimulatedWorld {
  store: Store;
  /** Stores what polls before the beginning have shown and taught. */
  begin(simulated: SimulatedFeed, learnt: { cadence: Cadence | null; nextPollAt: number }): Promise<void>;
  /** Beats until then, and runs what the beats hand out. */
  runUntil(at: number): Promise<void>;
  /** The process is killed with all that it has under way, and another one starts so much later. */
  restart(death: Death, downMs: number): Promise<void>;
  /** All requests, by host, as they began. */
  visits: ReadonlyMap<string, readonly Visit[]>;
  /** Publication instants of the items that were matched for the first time, by feed; each once, if all is well. */
  matched: ReadonlyMap<string, readonly number[]>;
  /** The same of items that were matched again, changed. */
  revised: ReadonlyMap<string, readonly number[]>;
  /** What jobs threw. */
  errors: readonly unknown[];
  notices(): Promise<readonly DeliveryRow[]>;
  close(): Promise<void>;
}

/** Everything that outlives a process. */
interface Surroundings {
  store: Store;
  plan: Plan;
  time: ManualTime;
  beatMs: number;
  serve: (request: ServerRequest) => ServerAnswer;
  /** Work that does not wait for the clock; the clock waits for it. */
  busy: { jobs: number };
  visits: Map<string, Visit[]>;
  /** Items that reached the matcher. */
  met: Set<string>;
  matched: Map<string, number[]>;
  revised: Map<string, number[]>;
  errors: unknown[];
}

interface Process {
  beat(): Promise<unknown>;
  /** From now on no poll is recorded any more, although its items are stored. */
  stopRecording(): void;
  kill(): void;
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function never(): Promise<never> {
  return new Promise(() => {});
}

/** A poll as the daemon makes it, but for the sockets. Dead processes set no timers and get no answers. */
function createPolling({ store, serve, time, busy, visits }: Surroundings, isAlive: () => boolean): PollFeed {
  function setTimer(run: () => void, ms: number): () => void {
    return time.setTimer(() => {
      if (isAlive()) run();
    }, ms);
  }
  const local = createHostGate({ inFlight: 1, gapMs: GAP_MS, now: time.now, setTimer });
  const waitedFor: HostGate = {
    ...local,
    async enter(host, signal) {
      busy.jobs -= 1;
      try {
        return await local.enter(host, signal);
      } finally {
        busy.jobs += 1;
      }
    },
  };
  const gate = createLastingGate({ gate: waitedFor, pauses: store.hosts, now: time.now });
  const dispatcher = new SimulatedNetwork({
    serve,
    now: time.now,
    setTimer,
    onWait: () => (busy.jobs -= 1),
    onAnswer: () => (busy.jobs += 1),
    onVisit: (host, visit) => append(visits, host, visit),
  });
  const options = { version: "0.0.0", contact: null, allowPrivate: [], now: time.now };
  const fetcher = createDocumentFetcher({ ...options, gate, dispatcher });
  const readItems = createReadItems({ read: readDocument, readWarily: readDocument }, time.now);
  return createPollFeed({ fetcher, readItems });
}

/** A queue whose delays are those of the simulated clock. */
function createQueue({ time, errors }: Surroundings, isAlive: () => boolean): Queue {
  const queue = createLocalQueue({ onError: (error) => errors.push(error) });
  const delayed = new Set<string>();
  return {
    ...queue,
    async enqueue(name, job, { delayMs = 0, ...options } = {}) {
      if (delayed.has(job.id)) return;
      if (delayMs === 0) return queue.enqueue(name, job, options);
      delayed.add(job.id);
      time.setTimer(() => {
        delayed.delete(job.id);
        if (isAlive()) void queue.enqueue(name, job, options);
      }, delayMs);
    },
  };
}

/** In place of the matcher: takes note of what reached it. An item that was changed before it came is new, too. */
function createTakeItems({ store, met, matched, revised }: Surroundings) {
  return async function takeItems({ data }: Job): Promise<void> {
    const pending = await store.items.listPending(MatchData.parse(data).items);
    await store.underLock("decide", async ({ items }) => {
      for (const { id, revision } of pending) await items.markAllMatched([matchedText(id, revision)]);
    });
    for (const { id, feedId, cleanedLink } of pending) {
      append(met.has(id) ? revised : matched, feedId, instantOf(cleanedLink));
      met.add(id);
    }
  };
}

/** Starts a process as the daemon does where it owns its store alone. */
async function startProcess(surroundings: Surroundings): Promise<Process> {
  const { store, plan, time, beatMs, busy } = surroundings;
  let life: "alive" | "forgetful" | "dead" = "alive";
  function isAlive(): boolean {
    return life !== "dead";
  }
  /** A job of a dead process goes no further. */
  async function counted(work: () => Promise<void>): Promise<void> {
    busy.jobs += 1;
    try {
      await work();
    } finally {
      if (isAlive()) busy.jobs -= 1;
    }
  }

  await store.leases.clear();
  await store.feeds.sync([...plan.feeds.values()], (feed) => firstPollAt(feed.id, time.now(), SPREAD_MS));
  const queue = createQueue(surroundings, isAlive);
  const forgetfulStore: Store = {
    ...store,
    feeds: {
      ...store.feeds,
      recordPoll(record, change) {
        if (life === "alive") return store.feeds.recordPoll(record, change);
        busy.jobs -= 1;
        return never();
      },
    },
  };
  const polls = { perHost: 1, aheadMs: beatMs };
  const poll = createPollJob({
    store: forgetfulStore,
    plan: () => plan,
    pollFeed: createPolling(surroundings, isAlive),
    minIntervalMs: MIN_INTERVAL_MS,
    polls,
    queue,
    events: quietEvents,
    now: time.now,
  });
  const takeItems = createTakeItems(surroundings);
  queue.work("poll", POLLS_AT_ONCE, (job, signal) => counted(() => poll(job, signal)));
  queue.work("match", 2, (job) => counted(() => takeItems(job)));
  return {
    beat: createHeartbeat({ store, plan: () => plan, queue, now: time.now, polls }),
    stopRecording: () => (life = "forgetful"),
    kill: () => (life = "dead"),
  };
}

function planFor(feeds: readonly SimulatedFeed[]): Plan {
  return planOf([], [], { feeds: new Map(feeds.map(({ feed }) => [feed.id, feed])) });
}

async function begin(
  { store, time }: Surroundings,
  simulated: SimulatedFeed,
  { cadence, nextPollAt }: { cadence: Cadence | null; nextPollAt: number },
): Promise<void> {
  const { feed } = simulated;
  const at = time.now();
  const bytes = Buffer.from(documentAt(simulated, at));
  const context = { now: at, isAggregator: false, lang: feed.lang };
  const read = await readDocument({ bytes, contentType: null, baseUrl: feed.url, timezone: null }, context);
  if (read.kind !== "feed") throw new Error(`${feed.id} cannot be read`);
  await store.items.addRead(feed.id, read.items, at);
  const learnt = { cadence: JSON.stringify(cadence), nextPollAt, goodInRow: 9, lastGoodAt: at };
  await store.feeds.recordPoll(pollRecord(feed.id, { startedAt: at, finishedAt: at }), feedChange(learnt));
}

/** The connections of a dead process end with it. */
function endVisits(visits: ReadonlyMap<string, readonly Visit[]>, at: number): void {
  for (const ofHost of visits.values())
    for (const visit of ofHost)
      if (visit.endedAt > at) Object.assign(visit, { endedAt: at, status: null, pauseMs: null });
}

/** One server a URL; nobody asks for any other. */
function createServers(feeds: readonly SimulatedFeed[]): (request: ServerRequest) => ServerAnswer {
  const byUrl = new Map<string, SimulatedFeed>();
  for (const simulated of feeds) {
    byUrl.set(simulated.feed.url, simulated);
    if (simulated.moved !== undefined) byUrl.set(simulated.moved.to, simulated);
  }
  return (request) => {
    const simulated = byUrl.get(request.url.href);
    if (simulated === undefined) throw new Error(`${request.url.href} is not simulated`);
    return serveFeed(simulated, request);
  };
}

/**
 * The poll stage under a clock that jumps: heartbeat, queue, host gate, HTTP client, reader, poll job and store are
 * those of the daemon; sockets and matcher are simulated.
 */
export async function openSimulatedWorld({ feeds, startAt, beatMs }: SimulatedWorldOptions): Promise<SimulatedWorld> {
  const busy = { jobs: 0 };
  async function settle(): Promise<void> {
    do await new Promise(setImmediate);
    while (busy.jobs > 0);
  }
  const time = manualTime(startAt, settle);
  const store = await openStore({
    url: "sqlite::memory:",
    sync: "normal",
    migrate: true,
    now: time.now,
    log: createLogger("silent"),
  });
  const surroundings: Surroundings = {
    store,
    plan: planFor(feeds),
    time,
    beatMs,
    serve: createServers(feeds),
    busy,
    visits: new Map(),
    met: new Set(),
    matched: new Map(),
    revised: new Map(),
    errors: [],
  };
  let process = await startProcess(surroundings);

  async function runUntil(at: number): Promise<void> {
    while (time.now() < at) {
      await process.beat();
      await time.advance(Math.min(beatMs, at - time.now()));
    }
  }

  return {
    ...surroundings,
    begin: (simulated, learnt) => begin(surroundings, simulated, learnt),
    runUntil,
    async restart(death, downMs) {
      if (death === "before-recording") {
        process.stopRecording();
        await runUntil(time.now() + beatMs);
      }
      process.kill();
      endVisits(surroundings.visits, time.now());
      await time.advance(downMs);
      process = await startProcess(surroundings);
    },
    notices: async () => (await store.deliveries.list({ kind: "notice", limit: 10_000 })).toReversed(),
    close: () => store.close(),
  };
}
