import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { request } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startReceiver, type Receiver } from "../support/channels/http-receiver.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import {
  httpAddressOf,
  runWirewatch,
  startDaemonProcess,
  startWirewatch,
  type RanWirewatch,
  type WirewatchProcess,
} from "../support/daemon/daemon-process.ts";
import { startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { growFeed, type GrowingFeed } from "../support/feeds/growing-feed.ts";
import { waitUntil } from "../support/wait-until.ts";

const SECRETS = { SECRET: "s" };
const WATCH = "  - {id: defection, title: Diplomats who leave, match: defects, notify: [desk]}\n";

/** A newsroom whose daemon runs; its parts of the configuration can be replaced. */
interface Newsroom {
  feeds: FeedServer;
  wire: GrowingFeed;
  hook: Receiver;
  folder: DaemonFolder;
  daemon: WirewatchProcess;
}

let room: Newsroom;

function yaml({ feeds, hook }: Pick<Newsroom, "feeds" | "hook">): string {
  return `store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {gap: 0s}}
operators: {notice: [ops]}
feeds:
  - {id: wire, url: "${feeds.url("/wire")}", lang: en, every: 1s, on_add: silent}
watches:
${WATCH}channels:
  desk: {webhook: {url: "${hook.url}?desk", secret: {env: SECRET}}, rate: {every: 0s}}
  ops: {webhook: {url: "${hook.url}?ops", secret: {env: SECRET}}, rate: {every: 0s}}
`;
}

function edit(...changes: readonly (readonly [from: string, to: string])[]): void {
  const path = join(room.folder.config, "wirewatch.yaml");
  const text = changes.reduce(
    (all, [from, to]) => {
      if (!all.includes(from)) throw new Error(`the configuration does not say ${from}`);
      return all.replace(from, to);
    },
    readFileSync(path, "utf8"),
  );
  writeFileSync(path, text);
}

function wirewatch(...args: readonly string[]): Promise<RanWirewatch> {
  return runWirewatch([...args, "--config", room.folder.config], SECRETS);
}

/** Bodies of what came to a channel. */
function toldTo(channel: string): string[] {
  return room.hook.requests.filter(({ url }) => url.endsWith(`?${channel}`)).map(({ body }) => body);
}

/** How often a headline was told to a channel. */
function countTold(channel: string, title: string): number {
  return toldTo(channel).filter((body) => body.includes(title)).length;
}

async function metric(name: string): Promise<string> {
  const { body } = await request(`${httpAddressOf(room.daemon)}/metrics`);
  return (await body.text()).split("\n").find((line) => line.startsWith(`${name} `)) ?? "";
}

function logged(message: string): number {
  return room.daemon.stderr().split(`"msg":"${message}"`).length - 1;
}

beforeEach(async () => {
  const [feeds, hook] = [await startFeedServer(), await startReceiver()];
  const wire = growFeed(feeds, "/wire", [{ id: "old", title: "Old envoy defects and asks for asylum" }]);
  const folder = makeDaemonFolder(yaml({ feeds, hook }));
  const daemon = await startDaemonProcess(["--config", folder.config], SECRETS);
  room = { feeds, wire, hook, folder, daemon };
  await waitUntil("the feed is read", 20_000, () => logged("feed polled") > 0);
});

afterEach(async () => {
  room.daemon.kill("SIGTERM");
  await room.daemon.ended;
  await Promise.all([room.feeds.close(), room.hook.close()]);
  room.folder.remove();
});

describe("a daemon whose configuration changes", () => {
  it("takes over watches, feeds and channels, says what is different and what a new watch would have found", async () => {
    const other = growFeed(room.feeds, "/other", [{ id: "b", title: "Older consul asks for asylum" }]);
    edit(
      [WATCH, `${WATCH}  - {id: asylum, title: Asylum, match: asylum, notify: [second]}\n`],
      ["watches:", `  - {id: other, url: "${other.url}", lang: en, every: 1s}\nwatches:`],
      ["channels:", `channels:\n  second: {webhook: {url: "${room.hook.url}?second", secret: {env: SECRET}}}`],
    );
    const { code, stdout } = await wirewatch("reload");
    expect(stdout.split("\n").slice(1, 5)).toEqual([
      "watches     new asylum",
      "feeds       new other",
      "channels    new second",
      "items of the last 24 h that would have matched (nobody is told of them): asylum 1",
    ]);
    expect(code).toBe(0);
    await waitUntil("the new feed is read", 20_000, () => other.asked() > 1);
    other.publish({ id: "a", title: "Consul asks for asylum" });
    await waitUntil("the new channel is told", 20_000, () => countTold("second", "Consul asks for asylum") > 0);
    await waitUntil("operators hear what was there", 30_000, () => countTold("ops", "Older consul") === 1);
    expect([countTold("second", "Old envoy"), countTold("second", "Older consul")]).toEqual([0, 0]);
  });

  it("tells every item once, however often it changes meanwhile", async () => {
    const over = new AbortController();
    const titles: string[] = [];
    async function publish(): Promise<void> {
      for (let at = 0; !over.signal.aborted; at += 1) {
        const title = `Envoy number ${at} defects`;
        titles.push(title);
        room.wire.publish({ id: `n${at}`, title });
        const asked = room.wire.asked();
        await waitUntil("the feed is asked again", 20_000, () => room.wire.asked() > asked);
      }
    }
    const publishing = publish();
    let id = "defection";
    for (let round = 0; round < 4; round += 1) {
      // Another id is another watch: what one has found must not be lost when the other takes its place.
      const next = `defection-${round}`;
      edit([`id: ${id},`, `id: ${next},`]);
      id = next;
      expect(await wirewatch("reload")).toMatchObject({ code: 0 });
    }
    over.abort();
    await publishing;
    await waitUntil("all is told", 30_000, () => titles.every((title) => countTold("desk", `"${title}"`) > 0));
    expect(titles.map((title) => countTold("desk", `"${title}"`))).toEqual(titles.map(() => 1));
    expect(titles.length).toBeGreaterThan(2);
  });

  it("refuses what is wrong and goes on, operators hear of it and of its end", async () => {
    edit(["match: defects", "match: defects asylum"]);
    const bad = await wirewatch("reload");
    expect(bad.code).toBe(3);
    expect(bad.stderr).toMatch(/wirewatch\.yaml:8:\d+ error /);
    expect(bad.stderr).toContain("goes on working");
    const status = await wirewatch("status");
    expect([status.code, status.stdout]).toEqual([3, expect.stringContaining("reload-refused")]);
    expect(await metric("wirewatch_config_last_reload_successful")).toMatch(/ 0$/);
    await waitUntil("operators hear of it", 20_000, () => countTold("ops", "was not taken over") === 1);
    room.wire.publish({ id: "meanwhile", title: "Envoy defects meanwhile" });
    await waitUntil("the old rules work", 20_000, () => countTold("desk", "Envoy defects meanwhile") === 1);
    // While it is open it is not told again.
    await wirewatch("reload");
    edit(["match: defects asylum", "match: asylum"]);
    expect(await wirewatch("reload")).toMatchObject({ code: 0 });
    expect(await metric("wirewatch_config_last_reload_successful")).toMatch(/ 1$/);
    await waitUntil("operators hear of its end", 20_000, () => countTold("ops", "the one in the files again") === 1);
    expect(countTold("ops", "was not taken over")).toBe(1);
  });

  it("refuses a configuration without its secret", async () => {
    edit(["channels:", `channels:\n  new: {webhook: {url: "${room.hook.url}", secret: {env: MISSING}}}`]);
    const { code, stderr } = await wirewatch("reload");
    expect([code, stderr]).toEqual([3, expect.stringContaining("MISSING")]);
  });

  it("keeps what waits for a channel that is gone, and sends it when the channel is back", async () => {
    room.hook.answerWith({ status: 503, headers: { "retry-after": "12" } });
    room.wire.publish({ id: "late", title: "Envoy defects late" });
    await waitUntil("the channel is down", 20_000, () => logged("message not delivered yet") > 0);
    edit(["  desk:", "  renamed:"], ["notify: [desk]", "notify: [renamed]"]);
    const unsent = "1 message waits for channel desk: its channel is not in the configuration: dropped at ";
    expect(await wirewatch("reload")).toMatchObject({ code: 0, stdout: expect.stringContaining(unsent) });
    expect(room.daemon.stderr()).toContain('"unsent":[{"channelId":"desk","count":1,"droppedAt":');
    const { stdout } = await wirewatch("deliveries", "list", "--status", "pending", "--json");
    expect(stdout).toContain('"channelId": "desk"');
    expect(await metric('wirewatch_delivery_oldest_pending_seconds{channel="desk"}')).toMatch(/ \d/);
    const gone = "its channel is not in the configuration: dropped at ";
    for (const words of [["deliveries", "list"], ["status"]])
      expect((await wirewatch(...words)).stdout).toContain(gone);
    edit(["  renamed:", "  desk:"], ["notify: [renamed]", "notify: [desk]"]);
    expect(await wirewatch("reload")).toMatchObject({ code: 0 });
    await waitUntil("it is sent", 40_000, () => logged("message delivered") > 0);
  });

  it("is asked by a signal, and by a request with its header; two at once are both answered", async () => {
    edit([WATCH, `${WATCH}  - {id: asylum, title: Asylum, match: asylum, notify: [desk]}\n`]);
    room.daemon.kill("SIGHUP");
    await waitUntil("it is taken over", 20_000, () => logged("configuration reloaded") === 1);
    room.wire.publish({ id: "a", title: "Consul asks for asylum" });
    await waitUntil("the new watch works", 20_000, () => countTold("desk", "Consul asks for asylum") === 1);

    const url = `${httpAddressOf(room.daemon)}/-/reload`;
    expect((await request(url, { method: "POST" })).statusCode).toBe(403);
    const headers = { "x-wirewatch-reload": "1" };
    const answers = await Promise.all([1, 2, 3].map(() => request(url, { method: "POST", headers })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    edit(["match: asylum", "match: asylum visa"]);
    const refused = await request(url, { method: "POST", headers });
    expect(refused.statusCode).toBe(422);
    expect(await refused.body.json()).toMatchObject({ kind: "refused", problems: [{ line: 9 }] });
  });

  it("that is signalled while it starts reads its files once more", async () => {
    room.daemon.kill("SIGTERM");
    await room.daemon.ended;
    // A lint, which is told before anything is started.
    edit(["channels:", "channels:\n  idle: {console: {}}"]);
    room.daemon = startWirewatch(["run", "--config", room.folder.config], SECRETS);
    await waitUntil("it begins", 20_000, () => logged("configuration lint") > 0);
    room.daemon.kill("SIGHUP");
    await waitUntil("it is taken over", 30_000, () => logged("configuration reloaded") === 1);
    expect(logged("wirewatch started")).toBe(1);
  });

  it("looks at its files where that is wanted, included ones too, and waits until they rest", async () => {
    const rules = join(room.folder.config, "rules");
    mkdirSync(rules);
    edit(["http:", "reload: {watch: true, settle: 1s}\ninclude: [rules/*.yaml]\nhttp:"]);
    expect(await wirewatch("reload")).toMatchObject({ code: 0 });
    writeFileSync(
      join(rules, "more.yaml"),
      "watches: [{id: asylum, title: Asylum, match: asylum, notify: [nobody]}]\n",
    );
    await waitUntil("the new file is refused", 20_000, () => logged("configuration refused") === 1);
    writeFileSync(join(rules, "more.yaml"), "watches: [{id: asylum, title: Asylum, match: asylum, notify: [desk]}]\n");
    await waitUntil("it is taken over", 20_000, () => logged("configuration reloaded") === 2);
    room.wire.publish({ id: "a", title: "Consul asks for asylum" });
    await waitUntil("the new watch works", 20_000, () => countTold("desk", "Consul asks for asylum") === 1);
  });
});
