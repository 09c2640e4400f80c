import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSlackSink, type SlackRule, type SlackSink } from "../../src/demo/sinks/slack-sink.ts";
import { Secret } from "../../src/core/secret.ts";
import { createSlackChannel } from "../../src/notify/slack/slack-channel.ts";
import { createDeliverJob } from "../../src/pipeline/deliver-job.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { channelPlan, planOf } from "../support/pipeline/pipeline-rig.ts";
import { newDelivery } from "../support/store/store-builders.ts";

/** Ten channels of one workspace, each met by another trouble, on a clock of the test's own. */

const NOW = Date.UTC(2026, 0, 20, 12);
const SECOND = 1000;
const MESSAGES = 4;

interface Trouble {
  name: string;
  rules: readonly SlackRule[];
  /** How long after the first try the channel is well, seconds. */
  wellAfter: number;
}

const TROUBLES: readonly Trouble[] = [
  { name: "nothing", rules: [], wellAfter: 0 },
  { name: "429-short", rules: [{ answer: "rate-limited", retryAfterSeconds: 2 }], wellAfter: 2 },
  { name: "429-long", rules: [{ answer: "rate-limited", retryAfterSeconds: 600 }], wellAfter: 600 },
  { name: "429-bare", rules: [{ answer: "rate-limited", retryAfterSeconds: null }], wellAfter: 60 },
  {
    name: "slow",
    rules: Array.from({ length: MESSAGES }, () => ({ answer: "accept-slowly", afterMs: 100 })),
    wellAfter: 0,
  },
  { name: "500", rules: [{ answer: "status", status: 500 }], wellAfter: 5 },
  { name: "html", rules: [{ answer: "body", body: "<html>sign in</html>" }], wellAfter: 5 },
  { name: "accepted-hang", rules: [{ answer: "accept-then-hang" }], wellAfter: 5 },
  { name: "accepted-reset", rules: [{ answer: "accept-then-reset" }], wellAfter: 5 },
  {
    name: "429-twice",
    rules: [
      { answer: "rate-limited", retryAfterSeconds: 30 },
      { answer: "rate-limited", retryAfterSeconds: 30 },
    ],
    wellAfter: 60,
  },
];

describe.each(["sqlite", "postgres"] as const)("a Slack that misbehaves, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;
  /** Each channel has a server of its own, so that its trouble is its own, too. */
  let sinks: ReadonlyMap<string, SlackSink>;

  beforeEach(async () => {
    now = NOW;
    opened = await openTestStore(dialect, () => now);
    sinks = new Map(await Promise.all(TROUBLES.map(async ({ name }) => [name, await startSlackSink()] as const)));
    for (const { name, rules } of TROUBLES)
      for (const rule of rules) sinks.get(name)?.respond({ method: "chat.postMessage", ...rule });
  });
  afterEach(async () => {
    await Promise.all([opened.remove(), ...[...sinks.values()].map((sink) => sink.close())]);
  });

  /** A deliver worker, as each of several processes has one. */
  function worker(store = opened.store) {
    const log = createLogger("silent");
    const channels = TROUBLES.map(({ name }, index) =>
      createSlackChannel({
        id: name,
        options: {
          channel: `C${index}`,
          token: { env: "TOKEN" },
          api_url: sinks.get(name)?.url ?? "",
          mention: {},
          unfurl: false,
        },
        token: new Secret("xoxb-gate"),
        timezone: "UTC",
        log,
        timeoutMs: 300,
      }),
    );
    const plan = planOf([], [...TROUBLES.map(({ name }) => channelPlan(name)), channelPlan("ops")]);
    const deliver = createDeliverJob({
      store,
      plan: () => plan,
      channels: new Map(channels.map((channel) => [channel.id, channel])),
      rates: new Map(TROUBLES.map(({ name }) => [name, { every: SECOND, burst: 20 }])),
      queue: { enqueue: () => Promise.resolve() },
      events: { delivered: () => {}, incident: () => {} },
      now: () => now,
    });
    return (channel: string) => deliver({ id: `deliver-${channel}`, data: { channel } }, new AbortController().signal);
  }

  async function fill(): Promise<void> {
    for (const { name } of TROUBLES)
      for (let index = 0; index < MESSAGES; index += 1) {
        const notice = { kind: "notice", level: "notice", title: `message ${index}`, lines: [], remedy: null };
        const payload = JSON.stringify(notice);
        const at = { createdAt: NOW + index, dueAt: NOW };
        await opened.store.deliveries.add(
          newDelivery(`${name}-${index}`, { kind: "notice", payload, channelId: name, ...at }),
        );
      }
  }

  /** What a channel has, by the keys in the metadata, in the order of arrival. */
  function arrived(name: string): readonly string[] {
    const messages = sinks.get(name)?.messages() ?? [];
    return messages.map((message) => /"key":"([^"]+)"/.exec(JSON.stringify(message))?.[1] ?? "?");
  }

  function all(name: string): readonly string[] {
    return Array.from({ length: MESSAGES }, (_, index) => `${name}-${index}`);
  }

  it("gets every message once and in order on each of ten channels, and none waits for another", async () => {
    await fill();
    const workers = [worker(), worker(opened.peer)];
    for (const after of [0, 2, 5, 30, 60, 600]) {
      now = NOW + 1 + after * SECOND;
      const due = await opened.store.deliveries.listChannelsWithWork(now);
      await Promise.all(due.flatMap((name) => workers.map((work) => work(name))));
      for (const { name, wellAfter } of TROUBLES) {
        const isWell = after >= wellAfter;
        expect({ name, after, arrived: arrived(name).length >= MESSAGES }).toEqual({ name, after, arrived: isWell });
      }
    }
    for (const { name } of TROUBLES) expect(arrived(name)).toEqual(all(name));
    expect(await opened.store.deliveries.count()).toEqual([{ status: "sent", count: TROUBLES.length * MESSAGES }]);
  });
});
