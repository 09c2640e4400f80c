import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import {
  runWirewatch,
  startDaemonProcess,
  startWirewatch,
  type WirewatchProcess,
} from "../support/daemon/daemon-process.ts";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { freePort } from "../support/servers/free-port.ts";
import { waitUntil } from "../support/wait-until.ts";
import { startHub, type TestHub } from "../support/feeds/websub-hub.ts";

/** An RSS document of these titles. */
function toRss(titles: readonly string[]): string {
  const items = titles.map((title) => `<item><title>${title}</title><guid isPermaLink="false">${title}</guid></item>`);
  return `<rss version="2.0"><channel><title>Wire</title>${items.join("")}</channel></rss>`;
}

describe("a daemon with a public address", () => {
  let server: FeedServer;
  let hub: TestHub;
  let folder: DaemonFolder;
  let daemon: WirewatchProcess;
  const output: string[] = [];

  function show(titles: readonly string[]): void {
    const link = `<${hub.url()}>; rel="hub", </wire.rss>; rel="self"`;
    server.on("/wire.rss", answer(toRss(titles), { "content-type": "application/rss+xml", link }));
  }
  async function list(): Promise<unknown> {
    const { stdout } = await runWirewatch(["feeds", "list", "--json", "--config", folder.config]);
    return JSON.parse(stdout);
  }

  beforeAll(async () => {
    const port = await freePort();
    [server, hub] = await Promise.all([startFeedServer(), startHub()]);
    hub.confirmAtOnce(86_400);
    show(["A calm day"]);
    folder = makeDaemonFolder(`store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:${port}", public_url: "http://127.0.0.1:${port}/"}
fetch: {allow_private: [127.0.0.1], min_interval: 1s, per_host: {gap: 0s}}
feeds: [{id: wire, url: "${server.url("/wire.rss")}", every: 1h}]
watches: [{id: asylum, title: Asylum, match: asylum, notify: [screen]}]
channels: {screen: {console: {}}}
`);
    daemon = await startDaemonProcess(["--config", folder.config]);
  });
  afterAll(async () => {
    daemon.kill("SIGKILL");
    await daemon.ended;
    await Promise.all([server.close(), hub.close()]);
    folder.remove();
  });

  it("subscribes to a feed that names its hub in the header, and says so", async () => {
    await waitUntil("the hub is asked", 15_000, () => hub.requests.length > 0);
    expect(hub.requests[0]).toMatchObject({ mode: "subscribe", topic: server.url("/wire.rss") });
    await waitUntil("it is confirmed", 15_000, () => daemon.stderr().includes('"change":"confirmed"'));
    expect(await list()).toMatchObject([
      { id: "wire", subscription: { state: "active", hub: hub.url(), topic: server.url("/wire.rss") } },
    ]);
    expect(hub.requests).toHaveLength(1);
  });

  it("tells the desk of what was pushed, an hour before the next poll", async () => {
    show(["Envoy asks for asylum", "A calm day"]);
    expect(await hub.push(toRss(["Envoy asks for asylum"]))).toBe(204);
    await waitUntil("the alert is there", 15_000, () => daemon.stdout().includes("Envoy asks for"));
  });

  it("tells it, too, when it was killed right after it took the push", async () => {
    show(["Attaché asks for asylum", "Envoy asks for asylum"]);
    const pushed = await hub.push("<rss/>");
    daemon.kill("SIGKILL");
    await daemon.ended;
    expect(pushed).toBe(204);
    output.push(daemon.stdout(), daemon.stderr());
    daemon = await startDaemonProcess(["--config", folder.config]);
    await waitUntil("the alert is there", 30_000, () =>
      [...output, daemon.stdout()].some((text) => text.includes("Attaché asks for")),
    );
  });

  it("shows the hub and its subscription in a probe, and no secret anywhere", async () => {
    const program = startWirewatch(["feeds", "probe", "wire", "--config", folder.config]);
    await program.ended;
    expect(program.stdout()).toContain(`hub        ${hub.url()} announces ${server.url("/wire.rss")}`);
    expect(program.stdout()).toMatch(new RegExp(`^websub     active at ${hub.url()}, until 20.*, pushed 20`, "m"));
    const told = [...output, daemon.stderr(), program.stdout(), JSON.stringify(await list())].join("\n");
    for (const { secret, callback } of hub.requests) {
      expect(told).not.toContain(secret);
      expect(told).not.toContain(callback.slice(-43));
    }
  });
});
