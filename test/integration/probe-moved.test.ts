import { afterEach, beforeEach, expect, it } from "vitest";
import { probeConfigured } from "../../src/app/probe-known.ts";
import { describeProbe } from "../../src/cli/describe-probe.ts";
import type { Config } from "../../src/config/config.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { feedChange, pollRecord } from "../support/store/store-builders.ts";

let server: FeedServer;
let folder: DaemonFolder;
let config: Config;

beforeEach(async () => {
  server = await startFeedServer();
  server.on("/old", answer("", { location: "/new" }, 301));
  server.on("/new", answer("<rss><channel><title>Wire</title><item><title>Envoy</title></item></channel></rss>"));
  folder = makeDaemonFolder(`store: sqlite:../data/wirewatch.db
fetch: {allow_private: [127.0.0.1]}
feeds: [{id: wire, url: "${server.url("/old")}"}]
watches: [{id: asylum, title: Asylum, match: asylum, notify: [screen]}]
channels: {screen: {console: {}}}
`);
  const loaded = await loadConfig({ folder: folder.config, env: {} });
  if (loaded.kind === "invalid") throw new Error("the configuration is invalid");
  ({ config } = loaded);
});
afterEach(async () => {
  await server.close();
  folder.remove();
});

async function probe(): Promise<string> {
  const [feed] = config.feeds;
  if (feed === undefined) throw new Error("the configuration has no feed");
  const probed = await probeConfigured(
    config,
    { WIREWATCH_LOG_LEVEL: "silent" },
    { feed, allowPrivate: false, fullText: false },
  );
  return describeProbe(probed, { shown: 0, zone: config.timezone });
}

it("a probe of a feed that has moved for good asks where the daemon asks, and names both addresses", async () => {
  const { url, sync } = config.store;
  const store = await openStore({ url, sync, migrate: true, now: Date.now, log: createLogger("silent") });
  await store.feeds.sync(config.feeds, () => 0);
  const startedAt = Date.now() + 1000;
  await store.feeds.recordPoll(pollRecord("wire", { startedAt }), feedChange({ effectiveUrl: server.url("/new") }));
  await store.close();

  const told = await probe();
  expect(told).toContain(`configured ${server.url("/old")}\nmoved      ${server.url("/new")}, where`);
  expect(told).toContain(`warning    The feed has moved for good: make ${server.url("/new")} its url.`);
  expect(server.seen.map(({ path }) => path)).toEqual(["/new"]);
});

it("a probe before the first run asks at the url of the configuration", async () => {
  expect(await probe()).toMatch(new RegExp(`^asked {6}${server.url("/old")} {2}301`));
  expect(server.seen.map(({ path }) => path)).toEqual(["/old", "/new"]);
});
