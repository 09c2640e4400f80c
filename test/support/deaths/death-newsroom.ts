import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailSink } from "../../../src/demo/sinks/mail-sink.ts";
import { startSlackSink } from "../../../src/demo/sinks/slack-sink.ts";
import { startFeedServer } from "../feeds/feed-server.ts";
import { growFeed } from "../feeds/growing-feed.ts";
import { startReceiver } from "../channels/http-receiver.ts";
import { listReceipts, type Receipt } from "../channels/list-receipts.ts";
import { newsroomYaml } from "../daemon/newsroom-yaml.ts";

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
  const yaml = newsroomYaml({ ...work, feeds: addresses, every: "12h", urls, mailed: [], digestEvery: "3s" });
  writeFileSync(join(configFolder, "wirewatch.yaml"), yaml);

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
