import type { ReadItem } from "../../src/core/vocabulary.ts";
import type { ItemAnswer } from "../../src/match/match-answer.ts";
import type { MatchItem } from "../../src/match/rule-set.ts";
import type { Channel, Outgoing } from "../../src/notify/channel.ts";
import type { Message } from "../../src/notify/message.ts";
import { mortalStore } from "./mortal-store.ts";
import { openTestStore, type TestStore } from "./open-test-store.ts";
import { createProcess } from "./pipeline-process.ts";
import { channelPlan, planOf, watch } from "./pipeline-rig.ts";
import { feed, readItem } from "./store-builders.ts";
import { found, PERSON } from "./telling-rig.ts";

/** A story from its first report to the edition that tells it, with a process that dies on the way and one that goes on. */

export interface CrashedRun {
  /** By key, what reached its reader, in order. */
  received: ReadonlyMap<string, readonly Message[]>;
  /** Questions to the store until all was quiet. */
  questions: number;
  deaths: number;
  /** Keys of messages of which an attempt ended without an answer. */
  unconfirmed: readonly string[];
  /** Keys of messages that are not over. */
  open: readonly string[];
}

const START = Date.UTC(2026, 0, 20, 12);
const MINUTE_MS = 60_000;
const TEXT =
  "A counsellor at the embassy in Lima left his post on Monday and asked Peru for asylum, two officials in the capital said.";
const SEPARATE = {
  title: "Embassy counsellor in Lima asks Peru for asylum",
  body: "The counsellor left the embassy in Lima on Monday and has asked Peru for asylum, his lawyer told reporters on Tuesday.",
};
const PLAN = {
  ...planOf(
    [watch("asylum", { notify: ["desk", "research"] })],
    [
      channelPlan("desk", { follows: "edits" }),
      channelPlan("research", {
        digest: { every: 60 * MINUTE_MS, empty: "send" },
        recipients: ["a@example.org", "b@example.org"],
      }),
    ],
  ),
  operators: { page: [], notice: [] },
};

interface Step {
  atMs: number;
  feedId: string;
  identity: string;
  item: Partial<ReadItem>;
}

/** First report, a copy, a report with a new person, another headline. Later on the edition falls due. */
const STEPS: readonly Step[] = [
  { atMs: 1, feedId: "wire", identity: "first", item: { title: "Counsellor asks for asylum", body: TEXT } },
  { atMs: MINUTE_MS, feedId: "other", identity: "copy", item: { title: "Counsellor asks for asylum", body: TEXT } },
  { atMs: 4 * MINUTE_MS, feedId: "other", identity: "separate", item: SEPARATE },
  {
    atMs: 8 * MINUTE_MS,
    feedId: "wire",
    identity: "first",
    item: { title: "Counsellor changes his mind", body: TEXT },
  },
];
const LOOKS_MS = [0, 1, 2, 3, 4, 6, 8, 9, 10, 12, 62, 64, 66, 70].map((minutes) => minutes * MINUTE_MS + 2000);

/** What the dead process had claimed is free after 20 s; nothing new comes until then. */
const LOOKS_AFTER_DEATH_MS = [1000, 25_000, 50_000];

interface World {
  opened: TestStore;
  time: { now: number };
  received: Map<string, Message[]>;
  channels: ReadonlyMap<string, Channel>;
}

/** A provider that remembers by key what reached it. */
function provider(world: Pick<World, "received">, id: string, canBeAsked: boolean): Channel {
  const { received } = world;
  return {
    id,
    kind: id === "desk" ? "slack" : "email",
    follows: id === "desk" ? "edits" : "nothing",
    async send({ key, message, recipient }: Outgoing) {
      received.set(key, [...(received.get(key) ?? []), message]);
      const recipients = recipient === null ? [] : [{ recipient, kind: "accepted" as const, detail: "taken" }];
      return { kind: "sent", ref: key, recipients };
    },
    async confirm({ key }) {
      if (!canBeAsked) return { kind: "unknown", detail: "it cannot be asked" };
      return received.has(key) ? { kind: "found", ref: key } : { kind: "absent" };
    },
    render: () => "",
    close: async () => {},
  };
}

function answer({ id, title }: MatchItem): ItemAnswer {
  const answers = [title === SEPARATE.title ? found("asylum", PERSON) : found("asylum")];
  return { itemId: id, answers, people: [], cutBytes: 0 };
}

/** A process over the store of the world; its work ends where its store is dead. */
function startProcess({ opened, time, channels }: World, dieAfter: number | null) {
  const mortal = mortalStore(opened.store);
  if (dieAfter !== null) mortal.dieAfter(dieAfter);
  const { store } = mortal;
  const work = createProcess({ store, plan: PLAN, channels, answer, now: () => time.now });

  async function poll(): Promise<void> {
    for (const { atMs, feedId, identity, item } of STEPS) {
      if (START + atMs > time.now) continue;
      const isLatest = !STEPS.some(
        (later) => later.identity === identity && later.atMs > atMs && START + later.atMs <= time.now,
      );
      const texts = { outlet: `${feedId}.example`, cleanedLink: null, link: null, publishedAt: START + atMs };
      if (isLatest) await store.items.addRead(feedId, [readItem(identity, { ...texts, ...item })], time.now);
    }
  }

  async function look(): Promise<"done" | "died"> {
    try {
      await poll();
      await work();
    } catch (error) {
      if (!mortal.isDead()) throw error;
    }
    return mortal.isDead() ? "died" : "done";
  }
  return { ...mortal, look };
}

/** @param mortals questions after which the first process dies, the second, and so on; the one after them lives */
export async function crashedRun({
  canBeAsked,
  deaths: mortals,
}: {
  canBeAsked: boolean;
  deaths: readonly number[];
}): Promise<CrashedRun> {
  const time = { now: START };
  const opened = await openTestStore("sqlite", () => time.now);
  try {
    const received = new Map<string, Message[]>();
    const channels = new Map(["desk", "research"].map((id) => [id, provider({ received }, id, canBeAsked)]));
    const world = { opened, time, received, channels };
    await opened.store.feeds.sync([feed("wire"), feed("other")], () => Number.MAX_SAFE_INTEGER);
    for (const id of ["wire", "other"]) await opened.store.items.addRead(id, [], START);
    let running = startProcess(world, mortals[0] ?? null);
    let deaths = 0;
    let looks = LOOKS_MS;
    for (let [atMs] = looks; atMs !== undefined; [atMs] = looks) {
      looks = looks.slice(1);
      time.now = START + atMs;
      if ((await running.look()) === "done") continue;
      deaths += 1;
      await opened.store.leases.clear();
      running = startProcess(world, mortals[deaths] ?? null);
      const diedAtMs = atMs;
      looks = [...looks, ...LOOKS_AFTER_DEATH_MS.map((laterMs) => diedAtMs + laterMs)].toSorted((a, b) => a - b);
    }
    const rows = await opened.store.deliveries.list({ limit: 1000 });
    const attempts = await Promise.all(
      rows.map(async ({ id, key }) => ({ key, all: await opened.store.deliveries.listAttempts(id) })),
    );
    return {
      received,
      questions: running.questions(),
      deaths,
      unconfirmed: attempts
        .filter(({ all }) => all.some(({ outcome }) => outcome === "unconfirmed"))
        .map(({ key }) => key),
      open: rows.filter(({ status }) => status === "pending" || status === "held").map(({ key }) => key),
    };
  } finally {
    await opened.remove();
  }
}
