import type { ChannelPlan } from "../../../src/decide/options.ts";
import type { ItemAnswer } from "../../../src/match/match-answer.ts";
import type { MatchItem } from "../../../src/match/rule-set.ts";
import type { Channel } from "../../../src/notify/channel.ts";
import type { Plan } from "../../../src/pipeline/plan.ts";
import type { Store } from "../../../src/store/store.ts";
import { openEmptiedStore } from "../store/emptied-store.ts";
import { mortalStore } from "../store/mortal-store.ts";
import { createProcess } from "../pipeline/pipeline-process.ts";
import { channelPlan, HOUR_MS, matched, planOf, vetoed, watch } from "../pipeline/pipeline-rig.ts";
import { createProvider, type Answer, type Receipt } from "./simulated-provider.ts";
import { feed, readItem } from "../store/store-builders.ts";

export const DAY_MS = 24 * HOUR_MS;
/** Failures are over by then, and what waits is sent within the days that follow. */
const REST_MS = 2 * DAY_MS;
const BUSY_TURNS = 50;

/** What a watch says of an item. */
export type Finding = "found" | "vetoed" | "found-old" | "found-beside-veto" | "found-apart";

export interface SimulatedItem {
  /** After the beginning. */
  atMs: number;
  finding: Finding;
  /** Items of one number are reports of one event. */
  story: number;
}

/** A process dies after that many questions to its store, from that time on; another one starts so much later. */
interface SimulatedDeath {
  atMs: number;
  questions: number;
  downMs: number;
}

export interface Fortnight {
  startAt: number;
  days: number;
  channels: readonly ChannelPlan[];
  items: readonly SimulatedItem[];
  deaths: readonly SimulatedDeath[];
  /** Of all channels, in turn; after the last one everything is taken. */
  answers: readonly Answer[];
  /** When the processes look for work, besides when they must: after the beginning. */
  looksMs: readonly number[];
}

export interface FortnightReport {
  receipts: readonly Receipt[];
  /** When a process was up and had looked for everything that was due. */
  looks: readonly number[];
  /** Of errors other than deaths. */
  errors: readonly unknown[];
  store: Store;
  plan: Plan;
}

/** Each item has a feed of its own: in one, two of the same link would be one item, changed. */
function feedOf(index: number): string {
  return `wire-${index}`;
}

function itemTitle(index: number): string {
  return `Report ${index}`;
}

const WATCHES = [watch("found"), watch("other"), watch("apart", { group: "item" })];

function answersOf(finding: Finding): ItemAnswer["answers"] {
  switch (finding) {
    case "found":
    case "found-old":
      return [matched("found")];
    case "vetoed":
      return [vetoed("found")];
    case "found-beside-veto":
      return [matched("found"), vetoed("other")];
    case "found-apart":
      return [matched("apart")];
  }
}

interface Surroundings {
  fortnight: Fortnight;
  store: Store;
  plan: Plan;
  channels: ReadonlyMap<string, Channel>;
  time: { now: number };
  /** How many items the feed's document showed to somebody who stored them. */
  shown: { count: number };
  errors: unknown[];
}

interface Process {
  /** Looks once for everything that is due, and does it. */
  look: () => Promise<"done" | "died">;
  dieAfter: (questions: number) => void;
}

/** Starts a process as the daemon does where it owns its store alone. */
async function startProcess(surroundings: Surroundings): Promise<Process> {
  const { fortnight, plan, channels, time, shown, errors } = surroundings;
  const { store, dieAfter, isDead } = mortalStore(surroundings.store);
  await surroundings.store.leases.clear();
  const work = createProcess({
    store,
    plan,
    channels,
    answer: (item) => answer(fortnight, item),
    now: () => time.now,
  });

  /** Stores what the feed shows by now: items come in their order. */
  async function poll(): Promise<void> {
    for (const [index, item] of fortnight.items.entries()) {
      if (index < shown.count || fortnight.startAt + item.atMs > time.now) continue;
      await store.items.addRead(feedOf(index), [toReadItem(item, index, time.now)], time.now);
      shown.count = index + 1;
    }
  }

  return {
    dieAfter,
    async look() {
      try {
        await poll();
        await work();
        if (!isDead()) return "done";
      } catch (error) {
        if (!isDead()) errors.push(error);
      }
      return isDead() ? "died" : "done";
    },
  };
}

function answer({ items }: Fortnight, { id, title }: MatchItem): ItemAnswer {
  const item = items[Number(title.slice("Report ".length))];
  return { itemId: id, answers: item === undefined ? [] : answersOf(item.finding), people: [], cutBytes: 0 };
}

function toReadItem({ finding, story }: SimulatedItem, index: number, now: number) {
  const link = `https://news.example/story-${story}`;
  return readItem(`item-${index}`, {
    title: itemTitle(index),
    link,
    cleanedLink: link,
    outlet: `Outlet ${index}`,
    publishedAt: finding === "found-old" ? now - 2 * DAY_MS : now,
  });
}

async function open(fortnight: Fortnight): Promise<Surroundings & { receipts: Receipt[] }> {
  const { store, time } = await openEmptiedStore();
  time.now = fortnight.startAt;
  const feeds = fortnight.items.map((_, index) => feedOf(index));
  await store.feeds.sync(
    feeds.map((id) => feed(id)),
    () => Number.MAX_SAFE_INTEGER,
  );
  for (const id of feeds) await store.items.addRead(id, [], time.now);
  await store.feeds.markSummary(feeds, time.now);
  const told = fortnight.channels.map(({ id }) => id);
  const watches = WATCHES.map((one) => ({ ...one, notify: told }));
  const plan = planOf(watches, [...fortnight.channels, channelPlan("ops")]);
  const receipts: Receipt[] = [];
  const answers = [...fortnight.answers];
  const channels = new Map([...told, "ops"].map((id) => [id, createProvider(id, answers, receipts)]));
  return { fortnight, store, plan, channels, time, shown: { count: 0 }, errors: [], receipts };
}

/**
 * Lets the fortnight pass, and two quiet days after it. Heartbeat, match job, commit, deliver job and store are those of
 * the daemon; clock, queue, matcher and provider are simulated.
 */
export async function simulateFortnight(fortnight: Fortnight): Promise<FortnightReport> {
  const surroundings = await open(fortnight);
  const { time, store } = surroundings;
  let endAt = fortnight.startAt + fortnight.days * DAY_MS + REST_MS;
  const looks: number[] = [];
  const planned = [...fortnight.looksMs, ...fortnight.items.map(({ atMs }) => atMs)].map(
    (ms) => fortnight.startAt + ms,
  );
  const deaths = fortnight.deaths.toSorted((a, b) => a.atMs - b.atMs);
  const due = planned.toSorted((a, b) => a - b);
  let process = await startProcess(surroundings);
  let death = deaths.shift();

  async function look(): Promise<void> {
    const dies = death !== undefined && time.now >= fortnight.startAt + death.atMs ? death : undefined;
    if (dies !== undefined) process.dieAfter(dies.questions);
    const end = await process.look();
    if (end === "done" && dies === undefined) {
      looks.push(time.now);
      return;
    }
    // It died at the latest when it had nothing more to do.
    time.now += dies?.downMs ?? 0;
    endAt = Math.max(endAt, time.now + REST_MS);
    death = deaths.shift();
    process = await startProcess(surroundings);
  }

  while (time.now < endAt) {
    await look();
    for (let turns = 0; turns < BUSY_TURNS; turns += 1) {
      const again = await store.deliveries.nextDueAt(time.now);
      if (again === undefined || again >= (due[0] ?? endAt)) break;
      time.now = again;
      await look();
    }
    while (due[0] !== undefined && due[0] <= time.now) due.shift();
    time.now = due.shift() ?? Math.min(endAt, time.now + 12 * HOUR_MS);
  }
  await look();
  return { ...surroundings, looks };
}
