import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  runWirewatch,
  startDaemonProcess,
  startWirewatch,
  type RanWirewatch,
  type WirewatchProcess,
} from "../support/daemon/daemon-process.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { startReceiver, type Receiver } from "../support/channels/http-receiver.ts";
import { waitUntil } from "../support/wait-until.ts";

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><guid>1</guid><title>Envoy asks for asylum</title><link>https://news.example/1</link></item></channel></rss>`;

let server: FeedServer;
let hook: Receiver;
let folder: DaemonFolder;
let daemon: WirewatchProcess | undefined;

beforeAll(async () => {
  server = await startFeedServer();
  server.on("/feed.xml", answer(RSS, { "content-type": "application/rss+xml" }));
  hook = await startReceiver();
  folder = makeDaemonFolder(`store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1]}
operators: {notice: [hook]}
feeds: [{id: wire, url: "${server.url("/feed.xml")}"}]
watches: [{id: asylum, title: Asylum, match: asylum, notify: [hook]}]
channels: {hook: {webhook: {url: "${hook.url}", secret: {env: HOOK_SECRET}}}}
`);
});
afterAll(async () => {
  daemon?.kill("SIGKILL");
  await daemon?.ended;
  await Promise.all([server.close(), hook.close()]);
  folder.remove();
});

const ENV = { HOOK_SECRET: "e2e-secret" };

function wirewatchIn({ config }: DaemonFolder, ...args: readonly string[]): Promise<RanWirewatch> {
  return runWirewatch([...args, "--config", config], ENV);
}

function deliveries(...args: readonly string[]) {
  return wirewatchIn(folder, "deliveries", ...args);
}

async function onlyId(...filter: readonly string[]): Promise<string> {
  const { stdout } = await deliveries("list", ...filter, "--json");
  const lines: unknown = JSON.parse(stdout);
  const [first, ...others] = Array.isArray(lines) ? lines : [];
  expect(others).toEqual([]);
  return String(first?.id);
}

/** Of the requests that came, in their order; the hook is told of what failed, too. */
function keysOf(kind: "summary" | "notice"): string[] {
  const keys = hook.requests.map(({ headers }) => String(headers["idempotency-key"]));
  return keys.filter((key) => key.startsWith(`${kind}|`));
}

describe("wirewatch deliveries", () => {
  it("shows a message that failed, and tries it again in the store while nothing runs", async () => {
    hook.answerWith({ status: 400 });
    const once = startWirewatch(["run", "--once", "--config", folder.config], ENV);
    expect(await once.ended).toMatchObject({ code: 1 });
    const { stdout: table } = await deliveries("list", "--status", "failed", "--channel", "hook");
    expect(table).toMatch(
      /dlv_\S+ {2}20\S+ \S+ UTC {2}hook {5}summary {2}failed {2}1 {6}what new feeds held\n {4}message-refused/,
    );
    const id = await onlyId("--status", "failed");
    expect((await deliveries("show", id)).stdout).toMatch(
      /│ Now reading 1 feed; [^]*Tries\n.*rejected, message-refused/,
    );
    expect(await deliveries("retry", id, "--author", "Ana")).toMatchObject({
      code: 0,
      stdout: `${id} is due now on hook\n`,
    });
    expect(await deliveries("retry", id)).toMatchObject({ code: 2, stderr: expect.stringContaining("it waits") });
  });

  it("drops one that waits, with who and why, and takes it up again", async () => {
    const id = await onlyId("--status", "pending");
    expect(await deliveries("drop", id, "--author", "Ana", "--comment", "told by phone")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${id} is dropped`),
    });
    const { stdout } = await deliveries("list", "--status", "dropped");
    expect(stdout).toMatch(new RegExp(`${id} .*\\n[^]*dropped by Ana at 20\\S+ \\S+ UTC: told by phone`));
    expect(await deliveries("retry", id, "--author", "Ana")).toMatchObject({ code: 0 });
  });

  it("has the running daemon send it once more", async () => {
    daemon = await startDaemonProcess(["--config", folder.config], ENV);
    await waitUntil("the message is sent", 15_000, async () => keysOf("summary").length === 2);
    const sent = ["--kind", "summary", "--status", "sent"];
    await waitUntil("it counts as sent", 15_000, async () => (await onlyId(...sent)) !== "undefined");
    const id = await onlyId(...sent);
    expect(await deliveries("retry", id, "--json")).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('"sent"'),
    });
    expect(await deliveries("retry", id, "--again")).toMatchObject({ code: 0 });
    await waitUntil("it is sent once more", 15_000, async () => keysOf("summary").length === 3);
    const keys = keysOf("summary");
    expect(keys).toEqual([keys[0], keys[0], `${String(keys[0])}|again|1`]);
    expect(keysOf("notice")).toEqual([`notice|${id}|failed|hook`]);
  });

  it("refuses what is no delivery, no status, or has no reason", async () => {
    expect(await deliveries("drop", "dlv_none", "--author", "Ana", "--comment", "x")).toMatchObject({ code: 2 });
    expect(await deliveries("drop", "dlv_none", "--author", "Ana")).toMatchObject({ code: 2 });
    expect(await deliveries("show", "dlv_none")).toMatchObject({ code: 2 });
    expect(await deliveries("list", "--status", "lost")).toMatchObject({ code: 2 });
  });

  it("lists those of a channel that is no longer configured, and refuses one that never was", async () => {
    const sent = await deliveries("list", "--channel", "hook");
    const gone = makeDaemonFolder(`store: sqlite:${folder.data}/wirewatch.db\nchannels: {desk: {console: {}}}\n`);
    const list = ["deliveries", "list", "--channel"];
    expect(await wirewatchIn(gone, ...list, "hook")).toEqual(sent);
    expect(await wirewatchIn(gone, ...list, "hook2")).toMatchObject({
      code: 2,
      stderr: "no channel has the id hook2; there are: desk\n",
    });
    gone.remove();
  });
});
