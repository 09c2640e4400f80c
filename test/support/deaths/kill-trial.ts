import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { messageIdOf } from "../../../src/notify/email/mail.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { createLogger } from "../../../src/telemetry/logger.ts";
import { Status } from "../../../src/web/status.ts";
import { createCrew, SEVERAL, type Crew, type MemberOptions } from "./crew.ts";
import { httpAddressOf, type WirewatchProcess } from "../daemon/daemon-process.ts";
import type { Receipt } from "../channels/list-receipts.ts";
import { NEWSROOM_ENV } from "../daemon/newsroom-yaml.ts";
import { seededRandom } from "../seeded-random.ts";
import { takeRedisDatabase } from "../store/take-redis-database.ts";
import { createTemporaryDatabase } from "../store/temporary-database.ts";
import {
  ALERT_CHANNELS,
  DIGEST_CHANNEL,
  itemLink,
  MAIL_DOMAIN,
  openTrialNewsroom,
  type TrialNewsroom,
} from "./trial-newsroom.ts";
import { waitUntil } from "../wait-until.ts";

export interface KillTrial {
  /** What happens to processes: killed, told to reload a changed configuration, or killed soon after they are told. */
  how: "kill" | "reload" | "kill-while-reloading";
  /** Decides who is killed when; the same seed kills alike, as far as the machine is as fast. */
  seed: number;
  /** How often. */
  kills: number;
  items: number;
  /** `sqlite`: one process; `redis` and `postgres`: PostgreSQL, a scheduler and two workers on that queue. */
  ground: "sqlite" | "redis" | "postgres";
  /** What Slack does besides losing answers in the moment of a kill. */
  slack: "well" | "busy" | "down" | "without-history";
  /** How long everything may take to arrive after the last kill. */
  recoverWithinMs: number;
}

export interface TrialReport {
  /** `channel: item` of matches that never arrived. */
  lost: readonly string[];
  /** `channel: item` told by more than one delivery. */
  retold: readonly string[];
  /** `channel: key` that arrived more than once without an attempt marked `unconfirmed`. */
  unmarkedCopies: readonly string[];
  /** Channels with marked copies, one entry a copy. */
  markedCopies: readonly string[];
  /** `channel: key (status)` of deliveries that are not sent at the end. */
  unsent: readonly string[];
  /** How often Slack's history was asked whether a message had arrived. */
  historyAsked: number;
  recoveryMs: number;
}

/**
 * Publishes items while processes are killed at random instants and started again at once, waits until everything
 * has arrived, and compares what the receivers got with what was published and with the ledger.
 */
export async function runKillTrial(trial: KillTrial): Promise<TrialReport> {
  await using closing = new AsyncDisposableStack();
  const { store, queue, storeUrl } = await openGround(trial, closing);
  const newsroom = await openTrialNewsroom({ store, queue });
  closing.defer(() => newsroom.close());
  const crew = createCrew(membersOf(trial, newsroom.configFolder));
  closing.defer(() => crew.endAll("SIGKILL"));

  await crew.startAll();
  // A feed is asked a second time only after its first answer was stored.
  await waitUntil("every feed has its baseline", 60_000, () => newsroom.feeds.every((feed) => feed.asked() >= 2));
  const startedAt = Date.now();
  const disturbing = disturbSlack(trial, newsroom);
  await publishAndKill(trial, newsroom, crew);
  const lastKillAt = Date.now();
  await disturbing;
  const expected = expectedItems(trial);
  await waitUntil(describeMissing(trial, newsroom), trial.recoverWithinMs, async () => {
    return lostIn(newsroom.receipts(), expected).length === 0 && (await isIdle(await crew.restored()));
  }).catch((error: unknown) => report(`${String(error)}; ${crew.complaints()}`));
  const recoveryMs = Date.now() - lastKillAt;
  await crew.endAll("SIGTERM");
  report(
    `seed ${trial.seed}: ${trial.kills} times ${trial.how} in ${lastKillAt - startedAt} ms, recovered in ${recoveryMs} ms`,
  );
  const url = storeUrl(newsroom.configFolder);
  const historyAsked = newsroom.slack.requests("conversations.history");
  return { ...(await compare(url, newsroom.receipts(), expected)), historyAsked, recoveryMs };
}

function report(line: string): void {
  process.stderr.write(`kill trial: ${line}\n`);
}

function describeMissing({ seed }: KillTrial, newsroom: TrialNewsroom): string {
  return `trial ${seed} has told everything published on ${newsroom.feeds.length} feeds`;
}

interface Ground {
  store: string;
  queue: string;
  storeUrl: (configFolder: string) => string;
}

async function openGround({ ground }: KillTrial, closing: AsyncDisposableStack): Promise<Ground> {
  if (ground === "sqlite") {
    return {
      store: "sqlite:../data/wirewatch.db",
      queue: "local",
      storeUrl: (configFolder) => `sqlite:${join(configFolder, "../data/wirewatch.db")}`,
    };
  }
  const database = await createTemporaryDatabase();
  closing.defer(() => database.drop());
  const queue = ground === "redis" ? await takeRedisDatabase() : "postgres";
  return { store: database.url, queue, storeUrl: () => database.url };
}

function membersOf({ ground }: KillTrial, configFolder: string): MemberOptions[] {
  const config = ["--config", configFolder];
  const commands = ground === "sqlite" ? [config] : SEVERAL.map((roles) => [...config, "--roles", roles]);
  return commands.map((args) => ({ args, env: NEWSROOM_ENV }));
}

async function isIdle(daemon: WirewatchProcess): Promise<boolean> {
  const answer = await fetch(`${httpAddressOf(daemon)}/api/v1/status`);
  const { unmatchedItems, deliveries } = Status.parse(await answer.json());
  return unmatchedItems === 0 && (deliveries["pending"] ?? 0) === 0;
}

const SLACK_DOWN_MS = 10_000;

async function disturbSlack({ slack }: KillTrial, { slack: sink, slackGate }: TrialNewsroom): Promise<void> {
  if (slack === "busy") sink.respond({ method: "chat.postMessage", answer: "rate-limited", retryAfterSeconds: 1 }, 5);
  if (slack === "without-history")
    sink.respond({ method: "conversations.history", answer: "error", error: "missing_scope" }, Infinity);
  if (slack === "down") {
    await slackGate.shut();
    await pause(SLACK_DOWN_MS);
    await slackGate.open();
  }
}

const SOONEST_KILL_MS = 200;
const LATEST_KILL_MS = 4000;

/** A share of the items, then a kill at some instant after it; now and then a receiver takes a message unanswered. */
async function publishAndKill(trial: KillTrial, newsroom: TrialNewsroom, crew: Crew): Promise<void> {
  const random = seededRandom(trial.seed);
  const share = Math.ceil(trial.items / trial.kills);
  const loseAnswer = createAnswerLoser(newsroom);
  for (let kill = 0; kill < trial.kills; kill += 1) {
    for (let n = kill * share; n < Math.min(trial.items, (kill + 1) * share); n += 1) {
      const feed = newsroom.feeds[Math.floor(random() * newsroom.feeds.length)];
      feed?.publish({ id: `item-${n}`, title: titleOf(n), link: itemLink(n) });
    }
    if (kill === 0 || (kill < trial.kills - 1 && random() < 0.6)) loseAnswer();
    await pause(SOONEST_KILL_MS + random() * (LATEST_KILL_MS - SOONEST_KILL_MS));
    await disturb(trial, { newsroom, crew, random });
  }
}

const LONGEST_RELOAD_MS = 2000;

async function disturb(
  { how }: KillTrial,
  { newsroom, crew, random }: { newsroom: TrialNewsroom; crew: Crew; random: () => number },
): Promise<void> {
  if (how !== "kill") {
    newsroom.change();
    crew.reloadAll();
  }
  if (how === "kill-while-reloading") await pause(random() * LONGEST_RELOAD_MS);
  if (how !== "reload") await crew.replace(Math.floor(random() * crew.size));
}

/** Makes Slack and the webhook take one message each without an answer, unless that is still to come. */
function createAnswerLoser({ slack, hook }: TrialNewsroom): () => void {
  const armedAt = { slack: -1, hook: -1 };
  return () => {
    const asked = { slack: slack.requests("chat.postMessage"), hook: hook.requests.length };
    if (asked.slack > armedAt.slack) slack.respond({ method: "chat.postMessage", answer: "accept-then-hang" });
    if (asked.hook > armedAt.hook) hook.answerWith("hang");
    armedAt.slack = asked.slack;
    armedAt.hook = asked.hook;
  };
}

function isExpected(n: number): boolean {
  return n % 3 !== 0;
}

function expectedItems({ items }: KillTrial): number[] {
  return Array.from({ length: items }, (_, n) => n).filter(isExpected);
}

function titleOf(n: number): string {
  return isExpected(n) ? `Diplomat number ${n} defects at the border` : `Weather number ${n} stays calm`;
}

function lostIn(receipts: readonly Receipt[], expected: readonly number[]): string[] {
  return [...ALERT_CHANNELS, DIGEST_CHANNEL].flatMap((channel) => {
    const told = new Set(receipts.filter((receipt) => receipt.channel === channel).flatMap((receipt) => receipt.told));
    return expected.filter((n) => !told.has(n)).map((n) => `${channel}: item ${n}`);
  });
}

/** Items that several deliveries of a channel tell; copies of one delivery have one key. */
function retoldIn(receipts: readonly Receipt[]): string[] {
  const keys = new Map<string, Set<string>>();
  for (const { channel, key, told } of receipts) {
    for (const n of told) {
      const place = `${channel}: item ${n}`;
      keys.set(place, (keys.get(place) ?? new Set()).add(key));
    }
  }
  return [...keys].filter(([, all]) => all.size > 1).map(([place]) => place);
}

async function compare(
  url: string,
  receipts: readonly Receipt[],
  expected: readonly number[],
): Promise<Omit<TrialReport, "recoveryMs" | "historyAsked">> {
  const log = createLogger("silent");
  const store = await openStore({ url, sync: "normal", migrate: false, now: Date.now, log });
  try {
    const doubtful = await listDoubtful(store);
    const copies = [...Map.groupBy(receipts, ({ key }) => key).values()].flatMap((group) => group.slice(1));
    const [marked, unmarked] = [
      copies.filter(({ key }) => doubtful.keys.has(key)),
      copies.filter(({ key }) => !doubtful.keys.has(key)),
    ];
    return {
      lost: lostIn(receipts, expected),
      retold: retoldIn(receipts),
      unmarkedCopies: unmarked.map(({ channel, key }) => `${channel}: ${key}`),
      markedCopies: marked.map(({ channel }) => channel),
      unsent: doubtful.unsent,
    };
  } finally {
    await store.close();
  }
}

/** A long edition goes in so many mails at most, each with a Message-ID of its own. */
const MOST_PARTS = 20;

function partsOf(key: string): string[] {
  const parts = Array.from({ length: MOST_PARTS }, (_, at) => messageIdOf(`${key}|${at + 1}`, MAIL_DOMAIN));
  return [key, messageIdOf(key, MAIL_DOMAIN), ...parts];
}

/** Names, delivery key and Message-IDs, of deliveries with an attempt whose answer never came. */
async function listDoubtful(store: Store): Promise<{ keys: Set<string>; unsent: string[] }> {
  const deliveries = await store.deliveries.list({ limit: 100_000 });
  const keys = new Set<string>();
  for (const { id, key } of deliveries) {
    const attempts = await store.deliveries.listAttempts(id);
    if (attempts.some((attempt) => attempt.outcome === "unconfirmed")) for (const name of partsOf(key)) keys.add(name);
  }
  const unsent = deliveries
    .filter(({ status }) => status !== "sent")
    .map(({ channelId, key, status }) => `${channelId}: ${key} (${status})`);
  return { keys, unsent };
}
