import { isDeepStrictEqual } from "node:util";
import { asyncProperty, check } from "fast-check";
import type { ChannelPlan } from "../../../src/decide/options.ts";
import type { DigestMessage } from "../../../src/notify/message.ts";
import { buildMessage } from "../../../src/pipeline/build-message.ts";
import type { Store } from "../../../src/store/store.ts";
import { fortnights } from "./fortnights.ts";
import { scheduleOf } from "./local-times.ts";
import { simulateFortnight, type Finding, type Fortnight, type FortnightReport } from "./simulated-fortnight.ts";
import type { Receipt } from "./simulated-provider.ts";

const LATE_AFTER_MS = 5 * 60_000;

interface Told {
  number: number;
  message: DigestMessage;
}

/** Editions of a channel as the store has them now, each once. */
async function editionsOf({ store, plan }: FortnightReport, channelId: string): Promise<readonly Told[]> {
  const rows = await store.deliveries.list({ kind: "digest", limit: 10_000 });
  const first = new Map(rows.filter((row) => row.channelId === channelId).map((row) => [row.editionId, row]));
  const messages = await Promise.all([...first.values()].map((row) => buildMessage(store, plan, row)));
  return messages
    .flatMap((message) => (message.kind === "digest" ? { number: message.editionNumber, message } : []))
    .toSorted((a, b) => a.number - b.number);
}

/** Everybody got the same, whenever it was sent. */
function checkCopies(told: readonly Told[], receipts: readonly Receipt[]): string[] {
  const byNumber = new Map(told.map(({ number, message }) => [number, message]));
  return receipts
    .filter(({ message }) => !isDeepStrictEqual(message, byNumber.get(message.editionNumber)))
    .map(({ message, recipient }) => `${message.editionNumber} reads otherwise for ${recipient ?? "all"}`);
}

/** Windows abut, numbers follow each other, and each edition is the one that was due. */
async function checkWindows(
  { store }: FortnightReport,
  channel: ChannelPlan,
  told: readonly Told[],
  fortnight: Fortnight,
): Promise<string[]> {
  const schedule = scheduleOf(channel, fortnight);
  const wrong: string[] = [];
  for (const [index, { number, message }] of told.entries()) {
    const before = told[index - 1];
    if (number !== index + 1) wrong.push(`edition ${index + 1} never came`);
    if (before !== undefined && before.message.to !== message.from)
      wrong.push(`${number} does not begin where the last one ended`);
    const due = schedule.findLast((at) => at <= message.to);
    if (due === undefined || (before !== undefined && due <= before.message.to))
      wrong.push(`${number} was not due at ${new Date(message.to).toISOString()}`);
    else {
      const last = await store.editions.latest(channel.id, due - 1);
      const isMissed = schedule.some((at) => at > (last?.scheduledFor ?? due) && at < due);
      if (message.late !== (isMissed || message.to - due > LATE_AFTER_MS))
        wrong.push(`${number} is ${message.late ? "" : "not "}called late`);
    }
  }
  return wrong;
}

/** Times at which somebody was up, and no edition was made before the next one. */
function checkMissed(
  channel: ChannelPlan,
  told: readonly Told[],
  fortnight: Fortnight,
  looks: readonly number[],
): string[] {
  if (channel.digest?.empty !== "send") return [];
  const schedule = scheduleOf(channel, fortnight);
  const opened = looks[0] ?? Infinity;
  const made = told.map(({ message }) => message.to);
  return schedule
    .filter((due, index) => {
      const next = schedule[index + 1] ?? Infinity;
      const isUp = due > opened && looks.some((at) => at >= due && at < next);
      return isUp && !made.some((at) => at >= due && at < next);
    })
    .map((due) => `no edition at ${new Date(due).toISOString()}`);
}

/** Numbers of the items that an edition tells, by their outlets. */
function toldItems({ stories, continued }: DigestMessage): number[] {
  return [...stories, ...continued].flatMap(({ outlets }) =>
    outlets.map(({ name }) => Number(name.slice("Outlet ".length))),
  );
}

function setAsideItems({ setAside }: DigestMessage): number[] {
  return setAside.map(({ headline }) => Number(headline.slice("Report ".length)));
}

const IS_TOLD: Readonly<Record<Finding, boolean>> = {
  found: true,
  "found-old": true,
  "found-beside-veto": true,
  "found-apart": true,
  vetoed: false,
};

function checkItems(told: readonly Told[], { items }: Fortnight): string[] {
  const wrong: string[] = [];
  for (const [index, { finding }] of items.entries()) {
    const tells = told.filter(({ message }) => toldItems(message).includes(index)).map(({ number }) => number);
    const aside = told.filter(({ message }) => setAsideItems(message).includes(index)).map(({ number }) => number);
    const expected = IS_TOLD[finding] ? [1, 0] : [0, 1];
    if (tells.length !== expected[0] || aside.length !== expected[1])
      wrong.push(`${finding} ${index} is told in [${tells.join()}] and set aside in [${aside.join()}]`);
  }
  return wrong;
}

/** Every delivery has ended, none of them twice but where no answer came. */
async function checkDeliveries(store: Store, channel: ChannelPlan, receipts: readonly Receipt[]): Promise<string[]> {
  const wrong: string[] = [];
  const rows = await store.deliveries.list({ kind: "digest", limit: 10_000 });
  const notices = await store.deliveries.list({ kind: "notice", limit: 10_000 });
  for (const { id, key, status, reason, channelId } of rows) {
    if (channelId !== channel.id) continue;
    const [, , number, recipient] = key.split("|");
    const copies = receipts.filter(
      ({ message, recipient: to }) => String(message.editionNumber) === number && (to ?? "all") === recipient,
    ).length;
    const attempts = await store.deliveries.listAttempts(id);
    const unsure = attempts.filter(({ outcome }) => outcome === "unconfirmed").length;
    if (status === "pending") wrong.push(`${key} still waits`);
    const isKnown = reason !== null && notices.some(({ key }) => key.startsWith(`notice|${id}|failed|`));
    if (status === "failed" && !isKnown) wrong.push(`${key} failed, and nobody was told why`);
    if (status === "sent" && copies === 0) wrong.push(`${key} reached nobody`);
    if (copies > 1 + unsure) wrong.push(`${key} came ${copies} times`);
  }
  return wrong;
}

/** What a fortnight broke of the promises; nothing, if all is well. */
async function brokenPromises(fortnight: Fortnight, report: FortnightReport): Promise<readonly string[]> {
  const { receipts, looks, store, errors } = report;
  const wrong = errors.map((error) => `error: ${String(error)}`);
  for (const channel of fortnight.channels) {
    const own = receipts.filter(({ channelId }) => channelId === channel.id);
    const told = await editionsOf(report, channel.id);
    const found = [
      ...(await checkWindows(report, channel, told, fortnight)),
      ...checkMissed(channel, told, fortnight, looks),
      ...checkItems(told, fortnight),
      ...checkCopies(told, own),
      ...(await checkDeliveries(store, channel, own)),
    ];
    wrong.push(...found.map((text) => `${channel.id}: ${text}`));
  }
  return wrong;
}

/** Lets fortnights pass until one breaks a promise: what it broke, with the fortnight; null: none did. */
export async function brokenFortnights({ runs, seed }: { runs: number; seed: number }): Promise<string | null> {
  const property = asyncProperty(fortnights, async (fortnight) => {
    const report = await simulateFortnight(fortnight);
    const broken = await brokenPromises(fortnight, report);
    if (broken.length > 0) throw new Error(broken.join("\n"));
  });
  const {
    failed,
    errorInstance,
    counterexample,
    seed: used,
    counterexamplePath,
  } = await check(property, {
    numRuns: runs,
    seed,
    // Making one of these smaller takes minutes; who looks into one may take this out.
    endOnFailure: true,
  });
  if (!failed) return null;
  return `${String(errorInstance)}\nseed ${used}, path ${counterexamplePath}: ${JSON.stringify(counterexample)}`;
}
