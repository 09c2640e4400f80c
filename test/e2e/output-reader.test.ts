import { afterEach, expect, it } from "vitest";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { startDaemonProcess, type WirewatchProcess } from "../support/daemon/daemon-process.ts";
import { startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { growFeed } from "../support/feeds/growing-feed.ts";
import { startReceiver, type Receiver } from "../support/channels/http-receiver.ts";
import { waitUntil } from "../support/wait-until.ts";

let [feeds, hook, folder, daemon]: [FeedServer?, Receiver?, DaemonFolder?, WirewatchProcess?] = [];

afterEach(async () => {
  daemon?.kill("SIGKILL");
  await Promise.all([daemon?.ended, feeds?.close(), hook?.close()]);
  folder?.remove();
});

it("a daemon whose output and log nobody reads any more goes on telling its other channels", async () => {
  const [server, receiver] = [await startFeedServer(), await startReceiver()];
  [feeds, hook] = [server, receiver];
  const wire = growFeed(server, "/wire.rss", [{ id: "old", title: "A calm day" }]);
  folder = makeDaemonFolder(`store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {gap: 0s}}
feeds: [{id: wire, url: "${wire.url}", lang: en, every: 1s}]
watches: [{id: asylum, title: Asylum, match: asylum, group: item, notify: [screen, hook]}]
channels:
  screen: {console: {}}
  hook: {webhook: {url: "${receiver.url}", secret: {env: HOOK_SECRET}}}
`);
  daemon = await startDaemonProcess(["--config", folder.config], { HOOK_SECRET: "e2e-secret" });
  await waitUntil("the baseline is stored", 30_000, () => wire.asked() > 1);
  daemon.stopReading();
  for (const id of ["first", "second"]) {
    wire.publish({ id, title: `Asylum for the ${id} diplomat` });
    await waitUntil(`the hook has the ${id}`, 30_000, () =>
      receiver.requests.some(({ body }) => body.includes(`the ${id} diplomat`)),
    );
  }
  expect(receiver.requests).toHaveLength(2);
});
