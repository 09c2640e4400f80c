import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { httpAddressOf, startDaemonProcess, type WirewatchProcess } from "../support/daemon/daemon-process.ts";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { growFeed, type GrowingFeed } from "../support/feeds/growing-feed.ts";
import { startReceiver, type Receiver } from "../support/channels/http-receiver.ts";
import { waitUntil } from "../support/wait-until.ts";

const ENV = { HOOK_SECRET: "e2e-secret" };
const HTML = { "content-type": "text/html; charset=utf-8" };

/** One request in flight a host: pages stand on another name of this machine, so that a held one stops no poll. */
function toYaml(feedUrl: string, teaserUrl: string, pageUrl: string): string {
  return `timezone: UTC
store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1, localhost], min_interval: 1s, per_host: {in_flight: 1, gap: 0s}}
feeds:
  - {id: wire, url: "${feedUrl}", kind: wire, lang: en, every: 1s, full_text: true}
watches:
  - {id: defection, title: Defections, match: defect* AND diplomat*, notify: [teaser-hook]}
  - {id: asylum, title: Asylum, match: asylum AND embassy, notify: [page-hook]}
channels:
  teaser-hook: {webhook: {url: "${teaserUrl}", secret: {env: HOOK_SECRET}}}
  page-hook: {webhook: {url: "${pageUrl}", secret: {env: HOOK_SECRET}}}
`;
}

/** A page whose words stand in no teaser. */
function pageOf(name: string): string {
  const paragraph = `<p>The diplomat, who defects with his family, asked for asylum at the embassy of ${name}, officials said.</p>`;
  return `<!doctype html><html><head><title>${name}</title></head><body><article>${paragraph.repeat(4)}</article></body></html>`;
}

describe("a feed with full_text", () => {
  let server: FeedServer;
  let [teaserHook, pageHook]: [Receiver?, Receiver?] = [];
  let wire: GrowingFeed;
  let folder: DaemonFolder;
  let daemon: WirewatchProcess;

  beforeAll(async () => {
    server = await startFeedServer();
    [teaserHook, pageHook] = await Promise.all([startReceiver(), startReceiver()]);
    wire = growFeed(server, "/wire.rss", [{ id: "old", title: "A diplomat defects", link: pageLink("old") }]);
    server.on("/old", answer(pageOf("old"), HTML));
    folder = makeDaemonFolder(toYaml(wire.url, teaserHook.url, pageHook.url));
    daemon = await startDaemonProcess(["--config", folder.config], ENV);
    await polled(2);
  });

  afterAll(async () => {
    daemon.kill("SIGKILL");
    await daemon.ended;
    await Promise.all([server.close(), teaserHook?.close(), pageHook?.close()]);
    folder.remove();
  });

  function pageLink(name: string): string {
    return server.url(`/${name}`, "localhost");
  }

  function publish(name: string, title: string): void {
    wire.publish({ id: name, title, summary: "Talks went on late.", link: pageLink(name) });
  }

  function asked(path: string): number {
    return server.seen.filter((request) => request.path === path).length;
  }

  /** Waits until the feed has been asked so many times more, and the last of these polls has ended. */
  async function polled(times: number): Promise<void> {
    const before = wire.asked();
    await waitUntil(`${times} polls`, 30_000, () => wire.asked() > before + times);
  }

  /** Messages about an item that reached a hook; one whose answer was lost in the kill comes again under its key. */
  function heard(hook: Receiver | undefined, name: string): number {
    const requests = (hook?.requests ?? []).filter(({ body }) => body.includes(pageLink(name)));
    return new Set(requests.map(({ headers }) => headers["idempotency-key"])).size;
  }

  async function metric(sample: string): Promise<number> {
    const text = await (await fetch(`${httpAddressOf(daemon)}/metrics`)).text();
    const line = text.split("\n").find((each) => each.startsWith(`${sample} `));
    return Number(line?.slice(sample.length + 1) ?? 0);
  }

  /** Programs a page that does not answer; answers how to let it. */
  function hold(name: string): () => void {
    const held: ServerResponse[] = [];
    server.on(`/${name}`, (response) => held.push(response));
    return () => {
      const page = answer(pageOf(name), HTML);
      server.on(`/${name}`, page);
      for (const response of held) if (!response.destroyed) page(response, {});
    };
  }

  it("tells the teaser while the page keeps it waiting, and what only the page says afterwards, each once", async () => {
    const release = hold("held");
    publish("held", "A diplomat defects after talks");
    await waitUntil("the teaser is told", 15_000, () => heard(teaserHook, "held") === 1);
    await waitUntil("the page is asked for", 15_000, () => asked("/held") === 1);
    expect(heard(pageHook, "held")).toBe(0);
    release();
    await waitUntil("the page is told", 15_000, () => heard(pageHook, "held") === 1);
    expect(JSON.stringify(pageHook?.requests.at(-1)?.body)).toContain("asked for asylum at the embassy of held");

    const revisions = daemon.stderr().split('"msg":"items matched"').length;
    await polled(3);
    expect(heard(teaserHook, "held")).toBe(1);
    expect(heard(pageHook, "held")).toBe(1);
    expect(asked("/held")).toBe(1);
    expect(daemon.stderr().split('"msg":"items matched"').length).toBe(revisions);
    expect(await metric('wirewatch_pages_total{outcome="read"}')).toBe(1);
  });

  it("asks for no page of what was there before, and for robots.txt once", () => {
    expect(asked("/old")).toBe(0);
    expect(asked("/robots.txt")).toBe(1);
  });

  it("lives on after a page that uses up its thread", async () => {
    server.on("/bomb", answer(`<body>${"<div>".repeat(100_000)}`, HTML));
    publish("bomb", "A diplomat defects at the border");
    await waitUntil("the teaser is told", 15_000, () => heard(teaserHook, "bomb") === 1);
    server.on("/after", answer(pageOf("after"), HTML));
    publish("after", "Nothing to see in the headline");
    await waitUntil("the next page is told", 30_000, () => heard(pageHook, "after") === 1);
    await waitUntil("the bomb is given up", 30_000, async () => {
      const lines = daemon.stderr().split("\n");
      return lines.some((line) => line.includes('"msg":"page given up"') && line.includes("out-of-"));
    });
    expect(asked("/bomb")).toBe(1);
    await polled(1);
  });

  it("reads a page once more at most where the process is killed meanwhile, and tells nothing twice", async () => {
    const release = hold("killed");
    publish("killed", "A diplomat defects in the night");
    await waitUntil("the teaser is told", 15_000, () => heard(teaserHook, "killed") === 1);
    await waitUntil("the page is asked for", 15_000, () => asked("/killed") === 1);
    daemon.kill("SIGKILL");
    await daemon.ended;
    release();
    daemon = await startDaemonProcess(["--config", folder.config], ENV);
    await waitUntil("the page is told", 30_000, () => heard(pageHook, "killed") === 1);
    await polled(2);
    expect(asked("/killed")).toBe(2);
    expect(heard(teaserHook, "killed")).toBe(1);
    expect(heard(pageHook, "killed")).toBe(1);
  });
});
