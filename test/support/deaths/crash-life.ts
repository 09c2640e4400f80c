import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { ReadItem } from "../../../src/core/vocabulary.ts";
import type { ItemAnswer } from "../../../src/match/match-answer.ts";
import type { MatchItem } from "../../../src/match/rule-set.ts";
import type { Channel, Outgoing } from "../../../src/notify/channel.ts";
import type { Message } from "../../../src/notify/message.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { acquireSingleWriterLock } from "../../../src/store/sqlite/single-writer-lock.ts";
import type { Store } from "../../../src/store/store.ts";
import { createLogger } from "../../../src/telemetry/logger.ts";
import { createProcess } from "../pipeline/pipeline-process.ts";
import { channelPlan, matched, PERSON, planOf, REPORT_TEXT, SEPARATE_REPORT, watch } from "../pipeline/pipeline-rig.ts";
import { countDeed, goOn, live, type LifeEnd } from "../pipeline/stand-still.ts";
import { feed, readItem } from "../store/store-builders.ts";

/**
 * A story from its first report to the edition that tells it. Its world is a folder with the store and what reached the
 * readers; processes come and go.
 */

const START = Date.UTC(2026, 0, 20, 12);
const MINUTE_MS = 60_000;
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
  { atMs: 1, feedId: "wire", identity: "first", item: { title: "Counsellor asks for asylum", body: REPORT_TEXT } },
  {
    atMs: MINUTE_MS,
    feedId: "other",
    identity: "copy",
    item: { title: "Counsellor asks for asylum", body: REPORT_TEXT },
  },
  { atMs: 4 * MINUTE_MS, feedId: "other", identity: "separate", item: SEPARATE_REPORT },
  {
    atMs: 8 * MINUTE_MS,
    feedId: "wire",
    identity: "first",
    item: { title: "Counsellor changes his mind", body: REPORT_TEXT },
  },
];

/** When processes look for work, after the beginning. */
export const LOOKS_MS: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 9, 10, 12, 62, 64, 66, 70].map(
  (minutes) => minutes * MINUTE_MS + 2000,
);

/** Part of the life of one process. */
export const CrashLife = z.object({
  folder: z.string(),
  /** Whether the provider says what arrived. */
  canBeAsked: z.boolean(),
  looksMs: z.array(z.number()),
  /** Deeds after which it dies; null: it does all that it finds at its looks. */
  dieAfter: z.number().nullable(),
});
export type CrashLife = z.infer<typeof CrashLife>;

/** @param atMs of its last look */
export type CrashLifeEnd = LifeEnd & { atMs: number };

const FILE = "wirewatch.db";

export function openCrashStore(folder: string, now: () => number = () => START): Promise<Store> {
  return openStore({
    url: `sqlite:${join(folder, FILE)}`,
    sync: "normal",
    migrate: true,
    now,
    log: createLogger("silent"),
  });
}

/** A world in which nothing has happened yet. */
export async function makeCrashWorld(folder: string): Promise<void> {
  mkdirSync(folder);
  const store = await openCrashStore(folder);
  await store.feeds.sync([feed("wire"), feed("other")], () => Number.MAX_SAFE_INTEGER);
  for (const id of ["wire", "other"]) await store.items.addRead(id, [], START);
  await store.close();
}

const Received = z.object({ key: z.string(), message: z.custom<Message>() });

/** By key, what reached its reader, in order. */
export function receivedIn(folder: string): ReadonlyMap<string, readonly Message[]> {
  const path = join(folder, "received");
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  const all = lines.map((line) => Received.parse(JSON.parse(line)));
  return new Map(
    [...Map.groupBy(all, ({ key }) => key)].map(([key, ofKey]) => [key, ofKey.map(({ message }) => message)]),
  );
}

/** A provider that remembers by key what reached it. */
function provider(id: string, { folder, canBeAsked }: Pick<CrashLife, "folder" | "canBeAsked">): Channel {
  return {
    id,
    kind: id === "desk" ? "slack" : "email",
    follows: id === "desk" ? "edits" : "nothing",
    async send({ key, message, recipient }: Outgoing) {
      await goOn();
      appendFileSync(join(folder, "received"), `${JSON.stringify({ key, message })}\n`);
      await countDeed();
      const recipients = recipient === null ? [] : [{ recipient, kind: "accepted" as const, detail: "taken" }];
      return { kind: "sent", ref: key, recipients };
    },
    async confirm({ key }) {
      await goOn();
      if (!canBeAsked) return { kind: "unknown", detail: "it cannot be asked" };
      return receivedIn(folder).has(key) ? { kind: "found", ref: key } : { kind: "absent" };
    },
    render: () => "",
    close: async () => {},
  };
}

function answer({ id, title }: MatchItem): ItemAnswer {
  const answers = [title === SEPARATE_REPORT.title ? matched("asylum", PERSON) : matched("asylum")];
  return { itemId: id, answers, people: [], cutBytes: 0 };
}

/** Stores what the feeds show by now. */
async function poll(store: Store, now: number): Promise<void> {
  const shown = STEPS.filter(({ atMs }) => START + atMs <= now);
  for (const { atMs, feedId, identity, item } of shown) {
    if (shown.some((later) => later.identity === identity && later.atMs > atMs)) continue;
    const texts = { outlet: `${feedId}.example`, cleanedLink: null, link: null, publishedAt: START + atMs };
    await store.items.addRead(feedId, [readItem(identity, { ...texts, ...item })], now);
  }
}

/** Keeps them from the garbage collector, which would close them: a process that is killed closes nothing. */
const opened: Store[] = [];

/** A process over the world, which owns its store as the daemon does; it looks for work until it ends or stands still. */
export async function liveInWorld({ dieAfter, ...life }: CrashLife): Promise<CrashLifeEnd> {
  const time = { now: START + Math.min(...life.looksMs) };
  const end = await live(dieAfter, async () => {
    acquireSingleWriterLock(join(life.folder, FILE));
    const store = await openCrashStore(life.folder, () => time.now);
    opened.push(store);
    const channels = new Map(["desk", "research"].map((id) => [id, provider(id, life)]));
    const work = createProcess({ store, plan: PLAN, channels, answer, now: () => time.now });
    await store.leases.clear();
    for (const atMs of life.looksMs) {
      time.now = START + atMs;
      await poll(store, time.now);
      await work();
    }
  });
  return { ...end, atMs: time.now - START };
}
