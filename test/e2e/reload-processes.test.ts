import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startReceiver, type Receiver } from "../support/channels/http-receiver.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { runWirewatch, startDaemonProcess, type WirewatchProcess } from "../support/daemon/daemon-process.ts";
import { startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { growFeed, type GrowingFeed } from "../support/feeds/growing-feed.ts";
import { createTemporaryDatabase, type TemporaryDatabase } from "../support/store/temporary-database.ts";
import { waitUntil } from "../support/wait-until.ts";

const SECRETS = { SECRET: "s" };
const ROLES = { scheduler: "schedule,web", worker: "poll,match,deliver" } as const;

/** Two machines: each has its files. */
interface Newsroom {
  database: TemporaryDatabase;
  feeds: FeedServer;
  wire: GrowingFeed;
  hook: Receiver;
  folders: Record<keyof typeof ROLES, DaemonFolder>;
  processes: Record<keyof typeof ROLES, WirewatchProcess>;
}

let room: Newsroom;

beforeAll(async () => {
  const [database, feeds, hook] = [await createTemporaryDatabase(), await startFeedServer(), await startReceiver()];
  const wire = growFeed(feeds, "/wire", []);
  const yaml = `store: ${database.url}
queue: postgres
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {gap: 0s}}
feeds: [{id: wire, url: "${wire.url}", lang: en, every: 1s}]
watches:
  - {id: defection, title: Diplomats who leave, match: defects, notify: [desk]}
channels:
  desk: {webhook: {url: "${hook.url}", secret: {env: SECRET}}, rate: {every: 0s}}
`;
  const folders = { scheduler: makeDaemonFolder(yaml), worker: makeDaemonFolder(yaml) };
  async function start(name: keyof typeof ROLES): Promise<WirewatchProcess> {
    return startDaemonProcess(["--config", folders[name].config, "--roles", ROLES[name]], SECRETS);
  }
  const processes = { scheduler: await start("scheduler"), worker: await start("worker") };
  room = { database, feeds, wire, hook, folders, processes };
  await waitUntil("the feed is read", 30_000, () => wire.asked() > 1);
});

afterAll(async () => {
  const { processes, folders, feeds, hook, database } = room;
  for (const running of Object.values(processes)) running.kill("SIGTERM");
  await Promise.all(Object.values(processes).map(({ ended }) => ended));
  for (const folder of Object.values(folders)) folder.remove();
  await Promise.all([feeds.close(), hook.close()]);
  await database.drop();
});

function edit(name: keyof typeof ROLES, from: string, to: string): void {
  const path = join(room.folders[name].config, "wirewatch.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
}

function logged(name: keyof typeof ROLES, message: string): number {
  return room.processes[name].stderr().split(`"msg":"${message}"`).length - 1;
}

async function reload(): Promise<number | null> {
  return (await runWirewatch(["reload", "--config", room.folders.scheduler.config], SECRETS)).code;
}

it("processes follow the one that reloads once their files are the same, and warn while they are not", async () => {
  edit("worker", "match: defects", "match: defects OR asylum");
  edit("scheduler", "match: defects", "match: defects OR asylum");
  expect(await reload()).toBe(0);
  await waitUntil("the worker follows", 30_000, () => logged("worker", "configuration reloaded") === 1);
  room.wire.publish({ id: "a", title: "Consul asks for asylum" });
  await waitUntil("its rules work", 30_000, () => room.hook.requests.some(({ body }) => body.includes("Consul asks")));

  edit("scheduler", "OR asylum", "OR visa");
  expect(await reload()).toBe(0);
  const warning = "another process works by a configuration that the files here do not have";
  await waitUntil("the worker warns", 30_000, () => logged("worker", warning) === 1);
  room.wire.publish({ id: "b", title: "Minister asks for asylum" });
  await waitUntil("it goes on", 30_000, () => room.hook.requests.some(({ body }) => body.includes("Minister asks")));
  expect(logged("worker", "configuration reloaded")).toBe(1);
});
