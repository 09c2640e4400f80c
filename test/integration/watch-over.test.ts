import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askHealth } from "../../src/app/ask-status.ts";
import { createBeatMark } from "../../src/app/ask-stalls.ts";
import { makePlan } from "../../src/app/make-plan.ts";
import type { Parts } from "../../src/app/parts.ts";
import { readHeartbeatUrl } from "../../src/app/call-heartbeat.ts";
import { watchOver } from "../../src/app/watch-over.ts";
import { createLocalQueue } from "../../src/queue/local/local-queue.ts";
import { createEvents } from "../../src/telemetry/events.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { createMetrics } from "../../src/telemetry/metrics.ts";
import { loadFiles } from "../support/daemon/config-files.ts";
import { startReceiver, type Receiver } from "../support/channels/http-receiver.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { feed, newDelivery } from "../support/store/store-builders.ts";
import { waitUntil } from "../support/wait-until.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;

describe("the heartbeat address", () => {
  let opened: TestStore;
  let receiver: Receiver;
  let now: number;
  let logged: string;

  beforeEach(async () => {
    [now, logged] = [NOW, ""];
    opened = await openTestStore("sqlite", () => now);
    receiver = await startReceiver();
  });
  afterEach(async () => {
    await Promise.all([opened.remove(), receiver.close()]);
  });

  async function parts(roles: Parts["options"]["roles"]): Promise<Parts> {
    const loaded = await loadFiles({
      "wirewatch.yaml": `heartbeat: {url: {env: BEAT}, every: 1s}\nchannels: {screen: {console: {}}}\noperators: {page: [screen]}`,
    });
    if (loaded.kind !== "valid") throw new Error("the configuration is not valid");
    const config = { ...loaded.config, store: { url: opened.url, sync: "normal" } as const };
    const log = createLogger("info", { write: (line: string) => (logged += line) });
    const metrics = createMetrics({ version: "0" });
    const plan = makePlan(config);
    return {
      options: { config, roles, env: { BEAT: receiver.url }, log, mode: "service" },
      store: opened.store,
      queue: createLocalQueue({ onError: () => {} }),
      plan: () => plan,
      events: createEvents({ log, metrics }),
      metrics,
      now: () => now,
      polls: { perHost: 1, aheadMs: 0 },
      startedAt: NOW,
      isStoreThere: () => Promise.resolve(true),
    };
  }

  it("is called while the schedule beats, and not while it stands still, as /-/ready says", async () => {
    const given = await parts(["schedule"]);
    await using watching = new AsyncDisposableStack();
    watchOver(given, readHeartbeatUrl(given.options), watching);
    await waitUntil("it is called", 5000, () => receiver.requests.length > 0);
    now += 3 * MINUTE;
    await waitUntil("it is no longer called", 5000, () => logged.includes("heartbeat address not called"));
    const calls = receiver.requests.length;
    expect(await askHealth(given)).toEqual({ ready: false, problems: ["schedule makes no progress for 3 min"] });
    expect(receiver.requests).toHaveLength(calls);
    await createBeatMark(opened.store, () => now)();
    await waitUntil("it is called again", 5000, () => receiver.requests.length > calls);
    expect(await askHealth(given)).toEqual({ ready: true, problems: [] });
    expect(logged).not.toContain(receiver.url);
  });

  it("stays silent, too, while feeds are not polled, items not matched or messages not sent", async () => {
    const given = await parts(["schedule"]);
    await opened.store.feeds.sync([feed("wire")], () => NOW);
    await opened.store.deliveries.add(newDelivery("one", { channelId: "screen", dueAt: NOW }));
    now += 6 * MINUTE;
    await createBeatMark(opened.store, () => now)();
    expect(await askHealth(given)).toEqual({
      ready: false,
      problems: ["poll makes no progress for 6 min", "deliver makes no progress for 6 min"],
    });
  });

  it("stays silent, too, while the store's file is gone, and not for a process before that had lost it", async () => {
    const given = await parts(["schedule"]);
    await createBeatMark(opened.store, () => now)();
    await opened.store.incidents.open({ kind: "store-gone", subject: "store", cause: "deleted", openedAt: NOW });
    expect(await askHealth(given)).toEqual({ ready: true, problems: [] });
    expect(await askHealth({ ...given, isStoreThere: () => Promise.resolve(false) })).toEqual({
      ready: false,
      problems: [`the store's file was deleted or replaced: ${opened.url}`],
    });
  });

  it("is the business of the process that has the schedule", async () => {
    const [first, second] = [await parts(["web"]), await parts(["schedule"])];
    await using watching = new AsyncDisposableStack();
    watchOver(first, readHeartbeatUrl({ ...first.options, env: {} }), watching);
    watchOver(second, readHeartbeatUrl(second.options), watching);
    await waitUntil("it is called", 5000, () => receiver.requests.length > 0);
    expect(logged).not.toContain("heartbeat.url");
  });
});
