import { copyFileSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { startReceiver, type Receiver } from "../support/channels/http-receiver.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import {
  httpAddressOf,
  runWirewatch,
  startDaemonProcess,
  type WirewatchProcess,
} from "../support/daemon/daemon-process.ts";
import { startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { growFeed } from "../support/feeds/growing-feed.ts";
import { waitUntil } from "../support/wait-until.ts";

const ENV = { SECRET: "s3cret-of-the-hook" };

let feeds: FeedServer;
let hook: Receiver;
let folder: DaemonFolder;
let daemon: WirewatchProcess;

afterEach(async () => {
  daemon.kill("SIGKILL");
  await daemon.ended;
  await Promise.all([feeds.close(), hook.close()]);
  folder.remove();
});

function told(words: string): boolean {
  return hook.requests.some(({ body }) => body.includes(words));
}

/** A message is in the log when it is in the store; only that of one item has a lag. */
function alertsRecorded(): number {
  return daemon.stderr().match(/"lagMs":\d+.*"message delivered"/g)?.length ?? 0;
}

/** The procedure of docs/operations.md: what the process has open, copied to where it was. */
function saveOpenFiles(pid: number, path: string): void {
  const open = `/proc/${pid}/fd`;
  for (const descriptor of readdirSync(open)) {
    const target = readlinkSync(join(open, descriptor));
    for (const file of [path, `${path}-wal`])
      if (target === `${file} (deleted)`) copyFileSync(join(open, descriptor), file);
  }
}

it("a store whose file is deleted pages operators, is not ready, and can be saved from the process that has it", async () => {
  [feeds, hook] = await Promise.all([startFeedServer(), startReceiver()]);
  const wire = growFeed(feeds, "/wire.rss", [{ id: "calm", title: "A calm day" }]);
  folder = makeDaemonFolder(`store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {in_flight: 2, gap: 0s}}
operators: {page: [hook]}
feeds: [{id: wire, url: "${wire.url}", kind: wire, lang: en, every: 1s, on_add: silent}]
watches: [{id: defection, title: Leaving, match: defect* NEAR/12 diplomat*, notify: [hook]}]
channels: {hook: {webhook: {url: "${hook.url}", secret: {env: SECRET}}}}
`);
  const store = join(folder.data, "wirewatch.db");
  daemon = await startDaemonProcess(["--config", folder.config], ENV);
  await waitUntil("the baseline is stored", 20_000, () => wire.asked() > 1);
  wire.publish({ id: "first", title: "A diplomat defects", link: "https://courier.example/first" });
  await waitUntil("the story is told", 20_000, () => told("A diplomat defects"));

  for (const file of [store, `${store}-wal`, `${store}-shm`]) rmSync(file, { force: true });
  await waitUntil("operators are paged", 30_000, () => told("The file of the store is gone"));
  const ready = await fetch(`${httpAddressOf(daemon)}/-/ready`);
  expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining("was deleted or replaced")]);
  expect(daemon.stderr()).toContain("the store's file was deleted or replaced under this process");

  daemon.kill("SIGHUP");
  await waitUntil("it is reloaded", 20_000, () => daemon.stderr().includes("configuration reloaded"));
  wire.publish({ id: "second", title: "Gulf embassy: cultural diplomat defects", link: "https://courier.example/2" });
  await waitUntil("it still works", 20_000, () => told("Gulf embassy") && alertsRecorded() === 2);
  daemon.kill("SIGSTOP");
  saveOpenFiles(daemon.pid, store);
  daemon.kill("SIGKILL");
  await daemon.ended;
  const listed = await runWirewatch(["deliveries", "list", "--kind", "alert", "--config", folder.config], ENV);
  expect(listed.stdout.match(/alert +sent/g)).toHaveLength(2);
  daemon = await startDaemonProcess(["--config", folder.config], ENV);
  // Its predecessor's incident is still open, and says nothing about this process.
  const again = await fetch(`${httpAddressOf(daemon)}/-/ready`);
  expect([again.status, await again.text()]).toEqual([200, expect.not.stringContaining("was deleted")]);
  await waitUntil("operators hear that it is there", 30_000, () => told("The file of the store is there again"));
  expect(hook.requests.filter(({ body }) => body.includes('"kind":"alert"'))).toHaveLength(2);
});
