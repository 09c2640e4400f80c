import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSecretParts } from "../../src/app/open-secret-parts.ts";
import { makeParts, type DaemonOptions, type Lasting } from "../../src/app/parts.ts";
import { Reloader } from "../../src/app/reload/reloader.ts";
import { createMatchEngine, type MatchEngine } from "../../src/app/threads/match-thread.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import type { Channel } from "../../src/notify/channel.ts";
import { createLocalQueue } from "../../src/queue/local/local-queue.ts";
import { createEvents } from "../../src/telemetry/events.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { createMetrics } from "../../src/telemetry/metrics.ts";
import { writeFiles } from "../support/daemon/desk-config.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { feed, newDelivery, readItem } from "../support/store/store-builders.ts";
import { waitUntil } from "../support/wait-until.ts";

const YAML = `http: {listen: "127.0.0.1:0"}
feeds: [{id: wire, url: "https://news.example/wire"}]
watches:
  - {id: defection, title: Diplomats who leave, match: defects, notify: [desk]}
channels: {desk: {console: {}, digest: {at: ["07:00"]}}}
operators: {notice: [desk]}
`;

describe("a configuration that is taken over", () => {
  let opened: TestStore;
  let engine: MatchEngine;
  let reloader: Reloader;
  let folder: string;
  /** Makes the store refuse the next configuration. */
  let isRefusing: boolean;
  /** How many of the next starts fail at their last step. */
  let broken: number;
  /** Before the store takes a configuration. */
  let beforeActivation: () => Promise<void>;
  let areSecretPartsClosed: boolean;
  /** How the channel of the first configuration sends. */
  let send: Channel["send"];

  beforeEach(async () => {
    [isRefusing, broken, areSecretPartsClosed] = [false, 0, false];
    beforeActivation = () => Promise.resolve();
    opened = await openTestStore("sqlite", Date.now);
    const { store } = opened;
    folder = join(await writeFiles({ "desk/wirewatch.yaml": `store: ${opened.url}\n${YAML}` }), "desk");
    const loaded = await loadConfig({ folder, env: {} });
    if (loaded.kind === "invalid") throw new Error(JSON.stringify(loaded.problems));
    const { config, sources } = loaded;
    const [log, metrics] = [createLogger("silent"), createMetrics({ version: "0" })];
    async function activate(...given: Parameters<typeof store.configs.activate>): Promise<void> {
      await beforeActivation();
      if (isRefusing) throw new Error("the disk is full");
      await store.configs.activate(...given);
    }
    function askFrom(...given: Parameters<typeof metrics.askFrom>): void {
      broken -= 1;
      if (broken >= 0) throw new Error("a part does not start");
      metrics.askFrom(...given);
    }
    const lasting: Lasting = {
      store: { ...store, configs: { ...store.configs, activate } },
      queue: createLocalQueue({ onError: () => {} }),
      events: createEvents({ log, metrics }),
      metrics: { ...metrics, askFrom },
      now: Date.now,
      startedAt: Date.now(),
      isStoreThere: () => Promise.resolve(true),
    };
    const options: DaemonOptions = { config, roles: ["schedule", "match", "deliver"], env: {}, log, mode: "service" };
    engine = await createMatchEngine(config.rules);
    reloader = new Reloader(lasting, engine, sources);
    await store.feeds.sync([feed("wire")], () => 0);
    const real = openSecretParts(options, Date.now);
    async function close(): Promise<void> {
      areSecretPartsClosed = true;
      await real.close();
    }
    const desk = real.channels?.get("desk");
    if (desk === undefined) throw new Error("there is no channel");
    send = (...given) => desk.send(...given);
    const channels = new Map([["desk", { ...desk, send: (...given: Parameters<typeof send>) => send(...given) }]]);
    const secretParts = { ...real, channels, close };
    await reloader.start(makeParts(lasting, options), secretParts, Date.now());
  });
  afterEach(async () => {
    await reloader.stop();
    await engine.close();
    await opened.remove();
  });

  async function change(from: string, to: string): Promise<void> {
    const text = `store: ${opened.url}\n${YAML}`;
    await writeFile(join(folder, "wirewatch.yaml"), text.replace(from, to));
  }

  /** What the notices to operators say under their titles, the latest first. */
  async function toldLines(): Promise<unknown[]> {
    const notices = await opened.store.deliveries.list({ kind: "notice", limit: 10 });
    return notices.map(({ payload }) => Object(JSON.parse(payload ?? "{}")).lines);
  }

  /** Ids of the watches that find something in a new item. */
  async function watchesOf(title: string): Promise<string[]> {
    const { store } = opened;
    const from = Date.now();
    await store.items.addRead("wire", [readItem(title)], from);
    await waitUntil("it is matched", 20_000, async () => (await store.items.countUnmatched()) === 0);
    const recorded = await Promise.all(
      ["defection", "asylum"].map(async (id) => {
        const found = await store.matches.listRecorded(id, { from, to: Date.now() + 1 });
        return found.length > 0 ? [id] : [];
      }),
    );
    return recorded.flat();
  }

  it("is not, where the store refuses it: the one before works on, and a later one is taken over", async () => {
    await change("id: defection, title: Diplomats who leave, match: defects", "id: asylum, title: A, match: asylum");
    isRefusing = true;
    expect(await reloader.reload()).toEqual({
      kind: "refused",
      reason: "failed",
      message: "the disk is full",
      problems: [],
    });
    expect(await watchesOf("Envoy defects and asks for asylum")).toEqual(["defection"]);
    expect(await opened.store.incidents.listOpen()).toMatchObject([
      { kind: "reload-refused", cause: "the disk is full" },
    ]);
    expect(areSecretPartsClosed).toBe(false);
    isRefusing = false;
    expect((await reloader.reload()).kind).toBe("reloaded");
    expect(areSecretPartsClosed).toBe(true);
    expect(await watchesOf("Consul defects and asks for asylum")).toEqual(["asylum"]);
    expect(await opened.store.incidents.listOpen()).toEqual([]);
  });

  it("is not, where its parts do not start: the rules before work on, and the store has them as the active ones", async () => {
    await change("match: defects", "match: visa");
    expect((await reloader.reload()).kind).toBe("reloaded");
    const active = await opened.store.configs.active();
    await change("id: defection, title: Diplomats who leave, match: defects", "id: asylum, title: A, match: asylum");
    broken = 1;
    expect(await reloader.reload()).toMatchObject({ kind: "refused", message: "a part does not start" });
    expect(await watchesOf("Envoy asks for asylum and a visa")).toEqual(["defection"]);
    expect((await opened.store.configs.active())?.hash).toBe(active?.hash);
    expect((await reloader.reload()).kind).toBe("reloaded");
    expect(await watchesOf("Consul asks for asylum and a visa")).toEqual(["asylum"]);
  });

  it("is not, where those before do not start again either: the answer says that nothing works, until the next one does", async () => {
    await change("match: defects", "match: asylum");
    broken = 2;
    expect(await reloader.reload()).toMatchObject({
      kind: "refused",
      reason: "stopped",
      message: "a part does not start; the configuration before did not start again either: a part does not start",
    });
    await change("match: defects", "match: defects");
    expect((await reloader.readAgain()).kind).toBe("reloaded");
    expect(await watchesOf("Consul defects")).toEqual(["defection"]);
  });

  it("is not, where a variable of the environment is missing: the answer says that a restart brings it", async () => {
    function hook(name: string): string {
      return `${name}: {webhook: {url: "https://hook.example/", secret: {env: ${name.toUpperCase()}}}}`;
    }
    function needs(name: string): string {
      return `channels.${name}.webhook.secret needs the environment variable ${name.toUpperCase()}, which is not set`;
    }
    await change("channels: {", `channels: {${hook("one")}, `);
    expect(await reloader.reload()).toMatchObject({
      reason: "secrets",
      message: `${needs("one")}; a running process keeps its environment: set ONE where the daemon is started and restart it, or give the secret as {file: PATH}`,
    });
    await change("channels: {", `channels: {${hook("one")}, ${hook("two")}, `);
    expect(await reloader.reload()).toMatchObject({
      message: `2 secrets are missing:\n  ${needs("one")}\n  ${needs("two")}\na running process keeps its environment: set ONE, TWO where the daemon is started and restart it, or give the secret as {file: PATH}`,
    });
  });

  it("is not, where its files say what works; but a refusal ends", async () => {
    await change("match: defects", "match: defects asylum");
    expect((await reloader.readAgain()).kind).toBe("refused");
    expect(await opened.store.incidents.listOpen()).toHaveLength(1);
    const mistake =
      'two terms stand side by side: write "defects asylum" for a phrase, or put AND, OR or NEAR/n between them';
    const remedy = 'put a phrase in quotes ("two words"), or AND, OR, NEAR/5 between the terms';
    expect(await toldLines()).toEqual([[`${folder}/wirewatch.yaml:5:56 ${mistake} → ${remedy}`]]);
    const { work } = reloader.current;
    await change("match: defects", "match: defects");
    expect((await reloader.readAgain()).kind).toBe("reloaded");
    expect(reloader.current.work).toBe(work);
    await change("http:", "store_sync: full\nhttp:");
    expect(await reloader.readAgain()).toMatchObject({ kind: "reloaded", needsRestart: ["store_sync"] });
    expect(await opened.store.incidents.listOpen()).toEqual([]);
    expect(await toldLines()).toContainEqual([`It lasted 1 min; it was: the configuration in ${folder} has a mistake`]);
  });

  it("is not, where another process works by another one than the files say", async () => {
    await change("match: defects", "match: asylum");
    const { taken } = reloader;
    const { work } = reloader.current;
    expect(await reloader.follow("another")).toMatchObject({ kind: "refused", reason: "failed" });
    expect(reloader.current.work).toBe(work);
    // Who looks at the files finds that they have changed.
    expect(reloader.taken).toBe(taken);
    expect(await opened.store.incidents.listOpen()).toEqual([]);
  });

  it("does not become the active one of the store, where another process has made it that", async () => {
    await change("match: defects", "match: asylum");
    const loaded = await loadConfig({ folder, env: {} });
    const hash = loaded.kind === "valid" ? loaded.config.hash : "";
    expect(await reloader.follow(hash)).toMatchObject({ kind: "reloaded", hash });
    expect(await opened.store.configs.active()).toBeUndefined();
  });

  it("is, when somebody asks for it while another process works by another one; what cannot change is named", async () => {
    await change("http:", "store_sync: full\nretention: {items: 9d}\nhttp:");
    const answers = await Promise.all([reloader.reload(), reloader.follow("another")]);
    expect(answers.map(({ kind }) => kind)).toEqual(["reloaded", "reloaded"]);
    expect(answers[0]).toMatchObject({ needsRestart: ["store_sync"], changes: { settings: ["retention"] } });
    expect(reloader.current.parts.options.config.store.sync).toBe("normal");
  });

  it("has items tried again that could not be matched", async () => {
    const { items } = opened.store;
    // Nothing matches it before it has failed.
    await reloader.current.work.stop();
    const [id = ""] = (await items.addRead("wire", [readItem("Envoy")], Date.now())).added;
    const failure = { id, revision: 1, error: "it hangs", nextAt: Date.now() };
    for (const _ of [1, 2, 3]) await items.recordMatchFailure(failure);
    expect(await items.countUnmatchable()).toBe(1);
    expect((await reloader.reload()).kind).toBe("reloaded");
    expect(await items.countUnmatchable()).toBe(0);
  });

  it("waits for the message that is under way, and not for those behind it", async () => {
    const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const sent: string[] = [];
    send = async ({ key }) => {
      begun.resolve();
      await go.promise;
      sent.push(key);
      return { kind: "sent", ref: null, recipients: [] };
    };
    const payload = JSON.stringify({ kind: "notice", level: "notice", title: "News", lines: [], remedy: null });
    for (const key of ["one", "two"])
      await opened.store.deliveries.add(newDelivery(key, { kind: "notice", payload, channelId: "desk", dueAt: 0 }));
    await begun.promise;
    const { work } = reloader.current;
    const before = { ...work };
    work.stop = () => {
      const stopped = before.stop();
      go.resolve();
      return stopped;
    };
    expect((await reloader.reload()).kind).toBe("reloaded");
    expect(sent).toEqual(["one"]);
    const second = await opened.store.deliveries.findByKey("two");
    await waitUntil("the other is sent", 20_000, async () => {
      return (await opened.store.deliveries.get(second?.id ?? ""))?.status === "sent";
    });
  });

  it("is taken over to its end before the program ends", async () => {
    const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    beforeActivation = () => {
      begun.resolve();
      return go.promise;
    };
    const answer = reloader.reload();
    await begun.promise;
    const before = reloader.current;
    const stopped = reloader.stop();
    const waits = new Promise((resolve) => {
      setImmediate(() => resolve("it waits"));
    });
    expect(await Promise.race([stopped, waits])).toBe("it waits");
    go.resolve();
    await stopped;
    expect(reloader.current).not.toBe(before);
    expect(await answer).toMatchObject({ message: "wirewatch is stopping" });
  });

  it("is answered when the program ends meanwhile", async () => {
    const answer = reloader.reload();
    await reloader.stop();
    expect(await answer).toMatchObject({ kind: "refused", message: "wirewatch is stopping" });
  });
});
