import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { Secret } from "../src/core/secret.ts";
import { createEmailChannel } from "../src/notify/email/email-channel.ts";
import { createSlackChannel } from "../src/notify/slack/slack-channel.ts";
import { createDueEditions } from "../src/pipeline/create-editions.ts";
import { buildMessage } from "../src/pipeline/build-message.ts";
import { createDeliverJob } from "../src/pipeline/deliver-job.ts";
import { openStore } from "../src/store/open-store.ts";
import type { Store } from "../src/store/store.ts";
import { createLogger } from "../src/telemetry/logger.ts";
import { channelPlan, HOUR_MS, planOf } from "../test/support/pipeline/pipeline-rig.ts";
import { startChild } from "./support/child.ts";
import { fillEdition } from "./support/fill-edition.ts";
import { printHeader, printTable } from "./support/report.ts";
import { startTurnMeter, type LongestTurn } from "./support/turn-meter.ts";

/** What the main thread waits for while a long edition is made, written and sent to a mail server in another process. */

const SIZES = (process.argv[2] ?? "400,5000").split(",").map(Number);
const RECIPIENTS = ["a@example.org", "b@example.org"];
const START = Date.UTC(2026, 0, 20, 6);
const MADE_AT = START + HOUR_MS;
const Told = z.object({ url: z.string().default(""), mails: z.number().default(0) });
const log = createLogger("silent");
const CHANNEL = channelPlan("research", {
  timezone: "Europe/London",
  recipients: RECIPIENTS,
  digest: { every: HOUR_MS, empty: "send" },
  follows: "nothing",
});
const PLAN = planOf([], [CHANNEL], { operators: { page: [], notice: [] } });

interface Measured extends LongestTurn {
  seconds: number;
}

async function measure(work: () => Promise<unknown>): Promise<Measured> {
  const from = performance.now();
  const meter = startTurnMeter(() => {});
  await work();
  return { ...meter.end(), seconds: (performance.now() - from) / 1000 };
}

function row(name: string, { cpuMs, wallMs, over50, seconds }: Measured): string[] {
  return [name, cpuMs.toFixed(0), wallMs.toFixed(0), String(over50), seconds.toFixed(1)];
}

async function measureEdition(store: Store, stories: number, smtp: string): Promise<string[][]> {
  await createDueEditions({ store, plan: () => PLAN, now: () => START });
  await fillEdition(store, { channelId: CHANNEL.id, stories, setAside: stories, at: START + 1000 });
  const made = await measure(() => createDueEditions({ store, plan: () => PLAN, now: () => MADE_AT }));
  const options = { to: RECIPIENTS, from: "wirewatch@example.org", smtp: { env: "SMTP_URL" }, dkim: null };
  const email = createEmailChannel({ id: CHANNEL.id, options, smtp: new Secret(smtp), timezone: "Europe/London", log });
  const deliver = createDeliverJob({
    store,
    plan: () => PLAN,
    channels: new Map([[CHANNEL.id, email]]),
    rates: new Map(),
    queue: { enqueue: () => Promise.resolve() },
    events: { delivered: () => {}, incident: () => {} },
    now: () => MADE_AT,
  });
  const job = { id: "deliver-research-bench", data: { channel: CHANNEL.id } };
  const mailed = await measure(() => deliver(job, new AbortController().signal));
  await email.close();
  return [
    row(`${stories} stories: edition made`, made),
    row(`${stories} stories: mails to ${RECIPIENTS.length} recipients`, mailed),
    row(`${stories} stories: a Slack post written`, await measure(() => writePost(store))),
  ];
}

async function writePost(store: Store): Promise<void> {
  const options = { channel: "C1", token: { env: "T" }, api_url: "http://127.0.0.1:1/", mention: {}, unfurl: false };
  const token = new Secret("xoxb-1");
  const slack = createSlackChannel({ id: CHANNEL.id, options, token, timezone: "Europe/London", log });
  const [digest] = await store.deliveries.list({ kind: "digest", limit: 1 });
  if (digest === undefined) throw new Error("there is no edition");
  const message = await buildMessage(store, PLAN, digest);
  const { key, createdAt } = digest;
  slack.render({ message, key, createdAt, place: { kind: "new" }, recipient: null, done: [], refused: [] });
  await slack.close();
}

printHeader("Digests: the longest turn while an edition is made and sent", "npm run bench:digests", 7);
const mailbox = startChild(new URL("digest-mailbox.ts", import.meta.url));
const { url } = Told.parse(await mailbox.next());
const rows: string[][] = [];
for (const stories of SIZES) {
  const folder = await mkdtemp(join(tmpdir(), "wirewatch-digests-"));
  const database = `sqlite:${join(folder, "wirewatch.db")}`;
  const store = await openStore({ url: database, sync: "normal", migrate: true, now: Date.now, log });
  rows.push(...(await measureEdition(store, stories, url)));
  const answer = mailbox.next();
  mailbox.send({});
  const { mails } = Told.parse(await answer);
  rows.push(["mails so far", String(mails), "", "", ""]);
  await store.close();
  await rm(folder, { recursive: true });
}
mailbox.stop();
printTable(["", "longest turn, CPU ms", "wall ms", "turns over 50 ms", "s"], rows);
