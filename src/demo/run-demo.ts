import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startFromFolder } from "../app/start-from-folder.ts";
import { DEMO_ENV, writeDemoConfig } from "./demo-config.ts";
import { serveDemoPage } from "./demo-page.ts";
import { serveDemoFeeds, type DemoFeeds } from "./feed-server.ts";
import { isComplete, judge, type Received } from "./judge.ts";
import { EXPECTED_ALERTS, LAST_ITEM_SECONDS } from "./script.ts";
import { startMailSink } from "./sinks/mail-sink.ts";
import { startSlackSink } from "./sinks/slack-sink.ts";

const GIVE_UP_MS = 90_000;
/** After the last expected message, time for one that nobody expects. */
const AFTERMATH_MS = 3000;

export interface DemoOptions {
  /** Ends by itself and judges what arrived. */
  once: boolean;
  say: (line: string) => void;
  /** Aborted when a person has seen enough. */
  signal: AbortSignal;
}

/** What went wrong in one sentence each; empty: the receivers got exactly what the script expects. */
export type DemoVerdict = readonly string[];

/**
 * Runs the whole program on local feeds, a Slack-shaped sink and a mail sink, in a temporary folder that is removed
 * afterwards. Everything stays on loopback.
 */
export async function runDemo({ once, say, signal }: DemoOptions): Promise<DemoVerdict> {
  await using ending = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "wirewatch-demo-"));
  ending.defer(() => rm(folder, { recursive: true, force: true }));
  const startedAt = Date.now();
  const feeds = await serveDemoFeeds(Date.now);
  ending.defer(() => feeds.close());
  const slack = await startSlackSink({ onMessage: ({ text }) => say(`Slack   ${seconds(startedAt)}  ${text}`) });
  ending.defer(() => slack.close());
  const mail = await startMailSink({
    onMessage: ({ headers }) => say(`mail    ${seconds(startedAt)}  ${headers["subject"] ?? ""}`),
  });
  ending.defer(() => mail.close());

  function received(): Received {
    return { messages: slack.messages(), mails: mail.mails() };
  }
  const page = await serveDemoPage(feeds, received, () => summarise(feeds, received()));
  ending.defer(() => page.close());
  say(`Watch it on ${page.url}`);

  const places = { feedsUrl: feeds.url, slackUrl: slack.url, smtpUrl: mail.url };
  const daemon = await startFromFolder(await writeDemoConfig(folder, places), { ...process.env, ...DEMO_ENV });
  ending.defer(() => daemon.stop());

  if (!once) {
    await untilAborted(signal);
    return [];
  }
  await untilComplete(feeds, received, signal);
  return judge(received());
}

async function untilComplete(feeds: DemoFeeds, received: () => Received, signal: AbortSignal): Promise<void> {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  while (!signal.aborted && Date.now() < giveUpAt) {
    const lastItemAt = (feeds.startedAt() ?? Infinity) + LAST_ITEM_SECONDS * 1000;
    if (Date.now() > lastItemAt + AFTERMATH_MS && isComplete(received())) return;
    await sleep(100);
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function summarise(feeds: DemoFeeds, { messages, mails }: Received): string {
  const alerts = messages.filter(({ threadTs }) => threadTs === null);
  return `${feeds.published().length} items published, ${alerts.length} of ${EXPECTED_ALERTS.length} alerts told, ${mails.length} mails`;
}

function seconds(startedAt: number): string {
  return `${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s`;
}
