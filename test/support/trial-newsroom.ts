import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailSink } from "../../src/demo/sinks/mail-sink.ts";
import { startSlackSink } from "../../src/demo/sinks/slack-sink.ts";
import { startFeedServer } from "./feed-server.ts";
import { growFeed, type GrowingFeed } from "./growing-feed.ts";
import { startReceiver } from "./http-receiver.ts";
import { listReceipts, type Receipt } from "./list-receipts.ts";
import { createTcpGate, type TcpGate } from "./tcp-gate.ts";

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
  close(): Promise<void>;
}

export const TRIAL_ENV = { SLACK_TOKEN: "xoxb-trial", HOOK_SECRET: "trial-secret" } as const;
/** Channels that are told each match at once, and the one that collects. */
export const ALERT_CHANNELS = ["desk", "world", "hook", "phone"] as const;
export const DIGEST_CHANNEL = "research";

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
  const places = { feeds, slackUrl: slackGate.url, hookUrl: hook.url, smtpUrl: mail.url };
  writeFileSync(join(configFolder, "wirewatch.yaml"), toYaml(work, places));

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
    async close() {
      await slackGate.shut();
      await Promise.all([server.close(), slack.close(), mail.close(), hook.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Places {
  feeds: readonly GrowingFeed[];
  slackUrl: string;
  hookUrl: string;
  smtpUrl: string;
}

function toYaml({ store, queue }: { store: string; queue: string }, places: Places): string {
  const feeds = places.feeds.map(
    ({ url }, index) => `  - {id: feed-${FEEDS[index]}, url: "${url}", kind: wire, lang: en, every: 1s}`,
  );
  function slack(channel: string): string {
    return `slack: {channel: ${channel}, token: {env: SLACK_TOKEN}, api_url: "${places.slackUrl}"}`;
  }
  function email(name: string): string {
    return `email: {to: [${name}@newsroom.example], from: wirewatch@newsroom.example, smtp: "${places.smtpUrl}"}`;
  }
  return `timezone: UTC
store: ${store}
queue: ${queue}
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {in_flight: 4, gap: 0s}}
operators: {page: [ops], notice: [ops]}
defaults: {channels: {rate: {every: 0s, burst: 50}}}
feeds:
${feeds.join("\n")}
watches:
  - {id: defection, title: Diplomats who leave, match: defect* AND diplomat*, severity: urgent, notify: [desk, world, hook, phone, research]}
channels:
  desk: {${slack("C0DESK")}}
  world: {${slack("C0WORLD")}}
  hook: {webhook: {url: "${places.hookUrl}", secret: {env: HOOK_SECRET}}}
  phone: {${email("phone")}}
  research: {${email("research")}, digest: {every: 5s, empty: skip}}
  ops: {${email("ops")}}
`;
}
