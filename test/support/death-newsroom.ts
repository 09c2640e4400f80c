import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailSink } from "../../src/demo/sinks/mail-sink.ts";
import { startSlackSink } from "../../src/demo/sinks/slack-sink.ts";
import { startFeedServer } from "./feed-server.ts";
import { growFeed } from "./growing-feed.ts";
import { startReceiver } from "./http-receiver.ts";
import { listReceipts, type Receipt } from "./list-receipts.ts";

/** Two feeds that report the same events, and whoever is told; nothing is polled until it is asked for. */
export interface DeathNewsroom {
  folder: string;
  configFolder: string;
  feedIds: readonly string[];
  /** Names of receivers by the origin of their address. */
  receivers: Readonly<Record<string, string>>;
  /** Both feeds show a report of one event; each round has its own. */
  publish(round: number): void;
  receipts(): readonly Receipt[];
  close(): Promise<void>;
}

export const NEWSROOM_ENV = { SLACK_TOKEN: "xoxb-trial", HOOK_SECRET: "trial-secret" } as const;
/** Slack that can be asked what arrived, Slack that cannot, a webhook and a digest by mail. */
export const TOLD_CHANNELS = ["desk", "world", "hook", "research"] as const;

/** Words of its own, so that rounds are different events. */
function bodyOf(round: number): string {
  const words = Array.from({ length: 24 }, (_, at) => `w${String.fromCharCode(97 + at)}${round.toString(36)}x`);
  return `A diplomat defects: ${words.join(" ")}.`;
}

/** The address of a report stands in every message about it. */
const ROUND = /round-(\d+)-(?:wire|other)/g;

/** @param work the store and queue settings */
export async function openDeathNewsroom(work: { store: string; queue: string }): Promise<DeathNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), "wirewatch-deaths-"));
  const [server, asked, mute, mail, hook] = await Promise.all([
    startFeedServer(),
    startSlackSink(),
    startSlackSink(),
    startMailSink(),
    startReceiver(),
  ]);
  for (const method of ["conversations.history", "conversations.replies"])
    mute.respond({ method, answer: "error", error: "missing_scope" }, Infinity);
  const feeds = ["wire", "other"].map((id) => ({
    id,
    feed: growFeed(server, `/${id}.rss`, [{ id: "old", title: "Weather report" }]),
  }));
  const configFolder = join(folder, "config");
  mkdirSync(configFolder);
  const urls = { desk: asked.url, world: mute.url, hook: hook.url, smtp: mail.url };
  const addresses = feeds.map(({ id, feed }) => ({ id, url: feed.url }));
  writeFileSync(join(configFolder, "wirewatch.yaml"), toYaml(work, addresses, urls));

  function receipts(): readonly Receipt[] {
    const posts = [asked, mute].flatMap((slack, at) =>
      slack.messages().map((message) => ({ channel: at === 0 ? "desk" : "world", message })),
    );
    const mails = mail.mails().map((one) => ({ channel: one.recipients.join().split("@")[0] ?? "", mail: one }));
    return listReceipts({ posts, mails, calls: hook.requests }, ROUND);
  }

  return {
    folder,
    configFolder,
    feedIds: feeds.map(({ id }) => id),
    receivers: Object.fromEntries(
      [asked.url, mute.url, hook.url].map((url, at) => [new URL(url).origin, TOLD_CHANNELS[at] ?? ""]),
    ),
    publish(round) {
      for (const { id, feed } of feeds) {
        const link = `https://${id}.example/round-${round}-${id}`;
        feed.publish({ id: `round-${round}`, title: `Diplomat defects, ${id} ${round}`, summary: bodyOf(round), link });
      }
    },
    receipts,
    async close() {
      await Promise.all([server.close(), asked.close(), mute.close(), mail.close(), hook.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function toYaml(
  { store, queue }: { store: string; queue: string },
  feeds: readonly { id: string; url: string }[],
  urls: Readonly<Record<"desk" | "world" | "hook" | "smtp", string>>,
): string {
  function slack(channel: string, url: string): string {
    return `slack: {channel: ${channel}, token: {env: SLACK_TOKEN}, api_url: "${url}"}`;
  }
  function email(name: string): string {
    return `email: {to: [${name}@newsroom.example], from: wirewatch@newsroom.example, smtp: "${urls.smtp}"}`;
  }
  return `timezone: UTC
store: ${store}
queue: ${queue}
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {in_flight: 4, gap: 0s}}
operators: {page: [ops], notice: [ops]}
defaults: {channels: {rate: {every: 0s, burst: 50}}}
feeds:
${feeds.map(({ id, url }) => `  - {id: ${id}, url: "${url}", kind: wire, lang: en, every: 12h}`).join("\n")}
watches:
  - {id: defection, title: Diplomats who leave, match: defect* AND diplomat*, severity: urgent, notify: [desk, world, hook, research]}
channels:
  desk: {${slack("C0DESK", urls.desk)}}
  world: {${slack("C0WORLD", urls.world)}}
  hook: {webhook: {url: "${urls.hook}", secret: {env: HOOK_SECRET}}}
  research: {${email("research")}, digest: {every: 3s, empty: skip}}
  ops: {${email("ops")}}
`;
}
