import { Secret } from "../../../src/core/secret.ts";
import type { ReadItem } from "../../../src/core/vocabulary.ts";
import { startSlackSink, type SlackSink } from "../../../src/demo/sinks/slack-sink.ts";
import type { SlackMessage } from "../../../src/demo/sinks/slack-workspace.ts";
import type { WatchAnswer } from "../../../src/match/match-answer.ts";
import type { Channel } from "../../../src/notify/channel.ts";
import { createConsoleChannel } from "../../../src/notify/console/console-channel.ts";
import { createSlackChannel } from "../../../src/notify/slack/slack-channel.ts";
import { createCommitMatches } from "../../../src/pipeline/commit-matches.ts";
import { createDeliverJob } from "../../../src/pipeline/deliver-job.ts";
import type { Plan } from "../../../src/pipeline/plan.ts";
import { createLogger } from "../../../src/telemetry/logger.ts";
import { collectingStream, SECRETS } from "../channels/channel-rigs.ts";
import { openTestStore, type TestStore } from "../store/open-test-store.ts";
import { answersFor, channelPlan, planOf, readPending, REPORT_TEXT, watch } from "./pipeline-rig.ts";
import { feed, readItem } from "../store/store-builders.ts";

/** A story on its way: items of feeds, committed and delivered to a Slack-shaped server and a console, at a clock to be set. */

const START = Date.UTC(2026, 0, 20, 12);

export interface TellingRig {
  opened: TestStore;
  sink: SlackSink;
  plan: Plan;
  now: number;
  /** Stores an item and commits what its watches say. Items with `REPORT_TEXT`, which is the default, are copies of each other. */
  report(identity: string, answers: readonly WatchAnswer[], item?: Partial<ReadItem>, feedId?: string): Promise<string>;
  /** Sends what is due on the channel. */
  drain(channelId?: string): Promise<void>;
  /** Posts of the channel, without what stands in threads. */
  posts(): readonly SlackMessage[];
  replies(): readonly string[];
  printed(): string;
  keys(kind: "alert" | "edit" | "reply"): Promise<readonly string[]>;
  close(): Promise<void>;
}

const FEEDS = [feed("wire"), feed("other"), feed("ministry", { kind: "official" })];

export async function tellingRig(dialect: "sqlite" | "postgres"): Promise<TellingRig> {
  const sink = await startSlackSink();
  const { stream, text } = collectingStream();
  const channels = new Map<string, Channel>([
    ["desk", slackChannel(sink.url)],
    ["screen", createConsoleChannel({ id: "screen", timezone: "UTC", stream })],
  ]);
  const notify = { notify: ["desk", "screen"] };
  const plan: Plan = {
    ...planOf(
      [
        watch("asylum", notify),
        watch("defection", notify),
        watch("alarm", { severity: "urgent", ...notify }),
        watch("apart", { group: "item", notify: ["desk"] }),
      ],
      [channelPlan("desk"), channelPlan("screen", { follows: "nothing" })],
    ),
    feeds: new Map(FEEDS.map((one) => [one.id, one])),
    operators: { page: ["ops"], notice: ["ops"] },
  };
  const rig = { now: START };
  const opened = await openTestStore(dialect, () => rig.now);
  const commit = createCommitMatches({ store: opened.store, plan: () => plan, now: () => rig.now });
  await opened.store.feeds.sync(FEEDS, () => 0);
  for (const { id } of FEEDS) await opened.store.items.addRead(id, [], rig.now);
  const deliver = createDeliverJob({
    store: opened.store,
    plan: () => plan,
    channels,
    rates: new Map(),
    queue: { enqueue: () => Promise.resolve() },
    events: { delivered: () => {}, incident: () => {} },
    now: () => rig.now,
  });
  return Object.assign(rig, {
    opened,
    sink,
    plan,
    async report(
      identity: string,
      answers: readonly WatchAnswer[],
      item: Partial<ReadItem> = {},
      feedId = "wire",
    ): Promise<string> {
      rig.now += 1;
      const texts = { title: "Counsellor asks for asylum", body: REPORT_TEXT, outlet: `${identity}.example` };
      await opened.store.items.addRead(
        feedId,
        [readItem(identity, { publishedAt: rig.now, ...texts, ...item })],
        rig.now,
      );
      const pending = await readPending(opened, rig.now);
      await commit(pending, answersFor(pending, answers));
      return pending[0]?.id ?? "";
    },
    drain: (channelId = "desk") =>
      deliver({ id: `deliver-${channelId}`, data: { channel: channelId } }, new AbortController().signal),
    posts: () => sink.messages().filter(({ threadTs }) => threadTs === null),
    replies: () =>
      sink
        .messages()
        .filter(({ threadTs }) => threadTs !== null)
        .map((message) => message.text),
    printed: text,
    async keys(kind: "alert" | "edit" | "reply") {
      const rows = await opened.store.deliveries.list({ kind, limit: 100 });
      return rows
        .filter(({ channelId }) => channelId === "desk")
        .map(({ key, status }) => `${shortKey(key)} ${status}`);
    },
    async close() {
      await opened.remove();
      for (const channel of channels.values()) await channel.close();
      await sink.close();
    },
  });
}

/** Without ids: `edit|1`, `reply|outlets-2`. */
function shortKey(key: string): string {
  return key
    .split("|")
    .filter((part) => !/^(sty|dlv|itm)_|^desk$/.test(part))
    .join("|");
}

function slackChannel(apiUrl: string): Channel {
  return createSlackChannel({
    id: "desk",
    options: {
      channel: "C0123",
      token: { env: "SLACK_BOT_TOKEN" },
      api_url: apiUrl,
      mention: { urgent: "<!subteam^S0123>", normal: "<!here>" },
      unfurl: false,
    },
    token: new Secret(SECRETS.slack),
    timezone: "UTC",
    log: createLogger("trace", { write: () => undefined }),
    timeoutMs: 2000,
  });
}
