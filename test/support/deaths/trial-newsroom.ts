import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailSink } from "../../../src/demo/sinks/mail-sink.ts";
import { startSlackSink } from "../../../src/demo/sinks/slack-sink.ts";
import { startFeedServer } from "../feeds/feed-server.ts";
import { growFeed, type GrowingFeed } from "../feeds/growing-feed.ts";
import { startReceiver } from "../channels/http-receiver.ts";
import { listReceipts, type Receipt } from "../channels/list-receipts.ts";
import { newsroomYaml } from "../daemon/newsroom-yaml.ts";
import { createTcpGate, type TcpGate } from "../servers/tcp-gate.ts";

/** Feeds, receivers and configuration of a trial, all on this machine. */
export interface TrialNewsroom {
  configFolder: string;
  feeds: readonly GrowingFeed[];
  slack: Awaited<ReturnType<typeof startSlackSink>>;
  mail: Awaited<ReturnType<typeof startMailSink>>;
  hook: Awaited<ReturnType<typeof startReceiver>>;
  /** Stands before Slack. */
  slackGate: TcpGate;
  receipts(): readonly Receipt[];
  /** Changes the configuration; what is told stays the same. */
  change(): void;
  close(): Promise<void>;
}

/** Channels that are told each match at once, and the one that collects. */
export const ALERT_CHANNELS = ["desk", "world", "hook", "phone"] as const;
export const DIGEST_CHANNEL = "research";

/** Of the addresses that mails come from, and of their Message-IDs. */
export const MAIL_DOMAIN = "newsroom.example";

const FEEDS = ["a", "b", "c", "d"] as const;
const SLACK_NAMES: Readonly<Record<string, string>> = { C0DESK: "desk", C0WORLD: "world" };
const MAIL_NAMES: Readonly<Record<string, string>> = {
  "phone@newsroom.example": "phone",
  "research@newsroom.example": DIGEST_CHANNEL,
  "ops@newsroom.example": "ops",
};

/** The address of item n; told in every message about it. */
export function itemLink(n: number): string {
  return `https://news.example/item-${n}/`;
}

const ITEM = /news\.example\/item-(\d+)\//g;

/**
 * Opens the newsroom of a trial.
 * @param work the store and queue settings
 */
export async function openTrialNewsroom(work: { store: string; queue: string }): Promise<TrialNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), "wirewatch-trial-"));
  const [server, slack, mail, hook] = await Promise.all([
    startFeedServer(),
    startSlackSink(),
    startMailSink(),
    startReceiver(),
  ]);
  const slackGate = await createTcpGate(slack.url);
  const feeds = FEEDS.map((name) => growFeed(server, `/${name}.rss`, [{ id: `old-${name}`, title: "Weather report" }]));
  const configFolder = join(folder, "config");
  mkdirSync(configFolder);
  const addresses = feeds.map(({ url }, index) => ({ id: `feed-${FEEDS[index]}`, url }));
  const urls = { desk: slackGate.url, world: slackGate.url, hook: hook.url, smtp: mail.url };
  const yaml = newsroomYaml({ ...work, feeds: addresses, every: "1s", urls, mailed: ["phone"], digestEvery: "5s" });
  writeFileSync(join(configFolder, "wirewatch.yaml"), yaml);

  let title = "Diplomats who leave";
  function change(): void {
    title = title.endsWith("leave") ? `${title} their post` : "Diplomats who leave";
    writeFileSync(join(configFolder, "wirewatch.yaml"), yaml.replace("Diplomats who leave", title));
  }

  function receipts(): readonly Receipt[] {
    const posts = slack
      .messages()
      .map((message) => ({ channel: SLACK_NAMES[message.channel] ?? message.channel, message }));
    const mails = mail
      .mails()
      .map((one) => ({ channel: MAIL_NAMES[one.recipients.join()] ?? one.recipients.join(), mail: one }));
    return listReceipts({ posts, mails, calls: hook.requests }, ITEM);
  }

  return {
    configFolder,
    feeds,
    slack,
    mail,
    hook,
    slackGate,
    receipts,
    change,
    async close() {
      await slackGate.shut();
      await Promise.all([server.close(), slack.close(), mail.close(), hook.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
