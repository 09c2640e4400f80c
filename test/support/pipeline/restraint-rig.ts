import { Secret } from "../../../src/core/secret.ts";
import { startSlackSink, type SlackSink } from "../../../src/demo/sinks/slack-sink.ts";
import type { SlackMessage } from "../../../src/demo/sinks/slack-workspace.ts";
import type { Channel } from "../../../src/notify/channel.ts";
import { createSlackChannel } from "../../../src/notify/slack/slack-channel.ts";
import { createCommitMatches } from "../../../src/pipeline/commit-matches.ts";
import { createDeliverJob } from "../../../src/pipeline/deliver-job.ts";
import { createHeartbeat } from "../../../src/pipeline/heartbeat.ts";
import type { Plan } from "../../../src/pipeline/plan.ts";
import { createLogger } from "../../../src/telemetry/logger.ts";
import { openTestStore, type TestStore } from "../store/open-test-store.ts";
import { answersFor, matched, readPending } from "./pipeline-rig.ts";
import { feed, readItem } from "../store/store-builders.ts";

type Reported = Parameters<typeof readItem>[1] & { feedId?: string };

/** A desk whose channels are one Slack-shaped server, whose matcher finds what it is told, and whose clock is set. */
export interface Desk {
  opened: TestStore;
  sink: SlackSink;
  now: () => number;
  /** Takes the place of the configuration. */
  usePlan(plan: Plan): void;
  /** An item comes in, from the feed `wire` unless another is named, and the watches match it; answers its id. */
  report(title: string, watchIds: readonly string[], changed?: Reported): Promise<string>;
  /** Moves the clock to the instant, and beats once there; every channel that is configured is drained. */
  at(instant: number): Promise<void>;
  /** Texts that arrived on a channel since the last time this was asked. */
  told(channelId?: string): string[];
  posts(channelId?: string): SlackMessage[];
  close(): Promise<void>;
}

function slackChannel(id: string, sink: SlackSink): Channel {
  return createSlackChannel({
    id,
    options: {
      channel: `C-${id}`,
      token: { env: "T" },
      api_url: sink.url,
      mention: { urgent: "<!here>" },
      unfurl: false,
    },
    token: new Secret("xoxb-1"),
    timezone: "Europe/London",
    log: createLogger("silent"),
    timeoutMs: 2000,
  });
}

/** @param channelIds those that exist at the provider */
export async function openDesk(
  dialect: "sqlite" | "postgres",
  start: { at: number; plan: Plan; channelIds: readonly string[] },
): Promise<Desk> {
  let time = start.at;
  let { plan } = start;
  function now(): number {
    return time;
  }
  const opened = await openTestStore(dialect, now);
  const { store } = opened;
  const sink = await startSlackSink();
  const queue = { enqueue: () => Promise.resolve() };
  const channels = new Map(
    start.channelIds.map((id): [string, Channel] => {
      const follows = start.plan.channels.get(id)?.follows ?? "edits";
      return [id, { ...slackChannel(id, sink), follows }];
    }),
  );
  const events = { delivered: () => {}, incident: () => {} };
  const deps = { store, plan: () => plan, queue, now };
  const deliver = createDeliverJob({ ...deps, channels, rates: new Map(), events });
  const beat = createHeartbeat({ ...deps, polls: { perHost: 1, aheadMs: 0 } });
  const commit = createCommitMatches({ store, plan: () => plan, now });
  const seen = new Map<string, number>();

  await store.feeds.sync([feed("wire"), feed("other")], () => Number.MAX_SAFE_INTEGER);
  await store.items.addRead("wire", [], time);
  await store.items.addRead("other", [], time);

  function posts(channelId = "desk"): SlackMessage[] {
    return sink.messages().filter(({ channel }) => channel === `C-${channelId}`);
  }

  return {
    opened,
    sink,
    now,
    posts,
    usePlan(changed) {
      plan = changed;
    },
    async report(title, watchIds, { feedId = "wire", ...changed } = {}) {
      const item = readItem(title, { title, publishedAt: time, ...changed });
      const { added } = await store.items.addRead(feedId, [item], time);
      const pending = await readPending(opened, time);
      await commit(
        pending,
        answersFor(
          pending,
          watchIds.map((id) => matched(id)),
        ),
      );
      return added[0] ?? "";
    },
    async at(instant) {
      time = instant;
      await beat();
      for (const id of channels.keys()) {
        if (!plan.channels.has(id)) continue;
        // On PostgreSQL a channel's wait runs on the database's clock, which nobody here can move.
        await store.leases.clear();
        await deliver({ id: `deliver-${id}-test`, data: { channel: id } }, new AbortController().signal);
      }
    },
    told(channelId = "desk") {
      const texts = posts(channelId).map(({ text }) => text);
      const fresh = texts.slice(seen.get(channelId) ?? 0);
      seen.set(channelId, texts.length);
      return fresh;
    },
    async close() {
      for (const channel of channels.values()) await channel.close();
      await sink.close();
      await opened.remove();
    },
  };
}
