import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { startReceiver, type Receiver } from "../support/channels/http-receiver.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { runWirewatch, startDaemonProcess, type WirewatchProcess } from "../support/daemon/daemon-process.ts";
import { startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { growFeed } from "../support/feeds/growing-feed.ts";
import { freePort } from "../support/servers/free-port.ts";
import { waitUntil } from "../support/wait-until.ts";

const ENV = { TOPIC: "newsroom", SECRET: "s3cret-of-the-phone" };
const FIRST = { id: "first", title: "A diplomat defects", link: "https://courier.example/first" };
const SECOND = {
  id: "second",
  title: "Gulf embassy: cultural diplomat defects on tour",
  link: "https://courier.example/2",
};
const Push = z.object({ title: z.string(), actions: z.array(z.object({ url: z.string() })).optional() });

function toYaml(wire: string, port: number, { push, phone }: { push: Receiver; phone: Receiver }): string {
  return `timezone: UTC
store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:${port}", public_url: "http://127.0.0.1:${port}"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {in_flight: 2, gap: 0s}}
feeds:
  - {id: wire, url: "${wire}", kind: wire, lang: en, every: 1s, on_add: silent}
watches:
  - id: defection
    title: Diplomats who leave
    severity: urgent
    match: defect* NEAR/12 diplomat*
    notify: [desk]
    escalate: {after: 10s, to: [phone]}
channels:
  desk: {ntfy: {url: "${new URL(push.url).origin}", topic: {env: TOPIC}}}
  phone: {webhook: {url: "${phone.url}", secret: {env: SECRET}}}
`;
}

let [feeds, push, phone, folder, daemon]: [FeedServer?, Receiver?, Receiver?, DaemonFolder?, WirewatchProcess?] = [];

beforeAll(async () => {
  [feeds, push, phone] = await Promise.all([startFeedServer(), startReceiver(), startReceiver()]);
  const wire = growFeed(feeds, "/wire.rss", [{ id: "calm", title: "A calm day" }]);
  folder = makeDaemonFolder(toYaml(wire.url, await freePort(), { push, phone }));
  daemon = await startDaemonProcess(["--config", folder.config], ENV);
  await waitUntil("the baseline is stored", 20_000, () => wire.asked() > 1);
  wire.publish(FIRST, SECOND);
});
afterAll(async () => {
  daemon?.kill("SIGKILL");
  await daemon?.ended;
  await Promise.all([feeds?.close(), push?.close(), phone?.close()]);
  folder?.remove();
});

function claimUrlOf(title: string): string {
  const pushes = (push?.requests ?? []).map(({ body }) => Push.parse(JSON.parse(body)));
  return pushes.find((one) => one.title === title)?.actions?.[0]?.url ?? "";
}

it("whoever is woken by a push claims its story by its link: only the other one is escalated", async () => {
  await waitUntil(
    "both stories are pushed",
    20_000,
    () => claimUrlOf(FIRST.title) !== "" && claimUrlOf(SECOND.title) !== "",
  );
  const url = claimUrlOf(FIRST.title);
  const page = await (await fetch(url)).text();
  expect(page).toContain("channel phone is told");
  const claimed = await fetch(url, { method: "POST", body: new URLSearchParams({ name: "Ada" }) });
  expect([claimed.status, claimed.url, await claimed.text()]).toEqual([
    200,
    url,
    expect.stringContaining("Claimed by Ada"),
  ]);
  const second = await fetch(url, { method: "POST", body: new URLSearchParams({ name: "Bo" }) });
  expect([second.status, await second.text()]).toEqual([409, expect.stringContaining("Claimed by Ada")]);
  await waitUntil("the other story is escalated", 30_000, () => (phone?.requests ?? []).length > 0);
  expect(phone?.requests.map(({ body }) => body.includes(SECOND.title))).toEqual([true]);
  const { stdout } = await runWirewatch(["explain", FIRST.link, "--config", folder?.config ?? ""], ENV);
  expect(stdout).toMatch(/claimed by Ada at .* UTC/);
  expect(daemon?.stderr()).not.toContain(url.split("/").at(-1));
});
