import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMailSink, type MailSink } from "../../src/demo/sinks/mail-sink.ts";
import { startSlackSink, type SlackSink } from "../../src/demo/sinks/slack-sink.ts";
import {
  httpAddressOf,
  startDaemonProcess,
  startWirewatch,
  type WirewatchProcess,
} from "../support/daemon/daemon-process.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { growFeed } from "../support/feeds/growing-feed.ts";
import { startReceiver, type Receiver } from "../support/channels/http-receiver.ts";
import { waitUntil } from "../support/wait-until.ts";

const ENV = { SLACK_TOKEN: "xoxb-e2e", HOOK_SECRET: "e2e-secret" };

interface Places {
  wireUrl: string;
  aggregatorUrl: string;
  slackUrl: string;
  hookUrl: string;
  smtpUrl: string;
}

function toYaml({ wireUrl, aggregatorUrl, slackUrl, hookUrl, smtpUrl }: Places): string {
  function email(name: string): string {
    return `email: {to: [${name}@newsroom.example], from: wirewatch@newsroom.example, smtp: "${smtpUrl}"}`;
  }
  return `timezone: UTC
store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {in_flight: 2, gap: 0s}}
operators: {page: [ops], notice: [ops]}
feeds:
  - {id: wire, url: "${wireUrl}", kind: wire, lang: en, every: 1s}
  - {id: aggregator, url: "${aggregatorUrl}", kind: aggregator, lang: en, every: 1s}
people:
  - {id: ivan-example, name: Ivan Example, role: "counsellor, embassy in Example City"}
watches:
  - {id: defection, title: Diplomats who leave, match: defect* AND diplomat*, severity: urgent, notify: [desk, hook, research]}
  - {id: officials, title: Known officials, match: "person:*", notify: [desk]}
channels:
  desk: {slack: {channel: C0DESK, token: {env: SLACK_TOKEN}, api_url: "${slackUrl}", mention: {urgent: "<!here>"}}}
  hook: {webhook: {url: "${hookUrl}", secret: {env: HOOK_SECRET}}}
  research: {${email("research")}, digest: {every: 8s, empty: skip}}
  ops: {${email("ops")}}
`;
}

const NEWS = {
  id: "defects",
  title: "Envoy walks out after talks",
  summary: "Talks ended late. Ivan Example, a diplomat, defects to the neighbouring country. Nobody commented.",
  link: "https://courier.example/world/defects",
};
const COPY = { ...NEWS, id: "copy", link: `${NEWS.link}?utm_source=rss&utm_medium=feed` };
const OLD = { id: "old", title: "Diplomat of another country defects", link: "https://courier.example/old" };
const QUIET = { id: "quiet", title: "Striker defects to rivals", link: "https://courier.example/sport" };
const SECOND = { id: "second", title: "Second diplomat defects in a week", link: "https://courier.example/second" };

describe("the daemon", () => {
  let [feeds, slack, mail, hook]: [FeedServer?, SlackSink?, MailSink?, Receiver?] = [];
  let folder: DaemonFolder | undefined;
  let daemon: WirewatchProcess | undefined;

  function running(): {
    slack: SlackSink;
    mail: MailSink;
    hook: Receiver;
    folder: DaemonFolder;
    daemon: WirewatchProcess;
  } {
    if (!slack || !mail || !hook || !folder || !daemon) throw new Error("the daemon was not started");
    return { slack, mail, hook, folder, daemon };
  }
  function mailsTo(name: string): readonly { subject: string; text: string; html: string }[] {
    const mails = running()
      .mail.mails()
      .filter((each) => each.recipients.includes(`${name}@newsroom.example`));
    return mails.map(({ headers, text, html }) => ({
      subject: headers["subject"] ?? "",
      text: text ?? "",
      html: html ?? "",
    }));
  }

  beforeAll(async () => {
    [feeds, slack, mail, hook] = await Promise.all([
      startFeedServer(),
      startSlackSink(),
      startMailSink(),
      startReceiver(),
    ]);
    const wire = growFeed(feeds, "/wire.rss", [OLD]);
    const aggregator = growFeed(feeds, "/aggregator.rss", [{ id: "calm", title: "A calm day" }]);
    const places = { slackUrl: slack.url, hookUrl: hook.url, smtpUrl: mail.url };
    folder = makeDaemonFolder(toYaml({ ...places, wireUrl: wire.url, aggregatorUrl: aggregator.url }));
    daemon = await startDaemonProcess(["--config", folder.config], ENV);
    await waitUntil("both baselines are stored", 30_000, () => wire.asked() > 1 && aggregator.asked() > 1);
    wire.publish(NEWS, QUIET);
    await waitUntil("the desk hears the news", 15_000, () => running().slack.messages().length > 0);
    await waitUntil("the first edition is out", 15_000, () => mailsTo("research").length > 0);
    aggregator.publish(COPY);
    const askedBefore = aggregator.asked();
    await waitUntil("the copy was read", 15_000, () => aggregator.asked() > askedBefore + 1);
    wire.publish(SECOND);
    await waitUntil("everything has arrived", 40_000, () => {
      const digests = mailsTo("research").map(({ text }) => text);
      return (
        running().slack.messages().length > 1 &&
        running().hook.requests.length > 1 &&
        digests.some((text) => text.includes(SECOND.link)) &&
        mailsTo("ops").length > 0
      );
    });
  });

  afterAll(async () => {
    daemon?.kill("SIGKILL");
    await daemon?.ended;
    await Promise.all([feeds?.close(), slack?.close(), mail?.close(), hook?.close()]);
    folder?.remove();
  });

  it("tells the desk each story once, whatever copies there are, and nothing that is quiet or was there before", () => {
    const texts = running()
      .slack.messages()
      .map(({ channel, text }) => [channel, text]);
    expect(texts).toEqual([
      ["C0DESK", expect.stringMatching(/^Envoy walks out after talks/)],
      ["C0DESK", expect.stringMatching(/^Second diplomat defects in a week/)],
    ]);
  });

  it.each([
    ["the headline", "Envoy walks out after talks"],
    ["the person", "Ivan Example"],
    ["the sentence that proves it", " to the neighbouring country."],
    ["one watch", "Diplomats who leave"],
    ["the other watch", "Known officials"],
    ["whom it calls", "<!here>"],
    ["the address", NEWS.link],
  ])("shows %s", (_part, words) => {
    expect(JSON.stringify(running().slack.messages()[0]?.blocks)).toContain(words);
  });

  it("signs what it posts to the webhook, one request a story", () => {
    const { requests } = running().hook;
    const told = requests.map(({ headers, body }) => {
      const [, at, signature] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(headers["x-wirewatch-signature"])) ?? [];
      const expected = createHmac("sha256", ENV.HOOK_SECRET).update(`${at}.${body}`).digest("hex");
      return { signed: signature === expected, title: /"headline":\{"text":"([^"]+)"/.exec(body)?.[1] };
    });
    expect(told).toEqual([
      { signed: true, title: NEWS.title },
      { signed: true, title: SECOND.title },
    ]);
  });

  it("collects every story once over the editions of the digest, and its copy as what continues it, in text and in HTML", () => {
    const digests = mailsTo("research");
    const texts = digests.map(({ text }) => text.split("\nContinued\n"));
    const htmls = digests.map(({ html }) => html.split(">Continued<"));
    for (const editions of [texts, htmls]) {
      const told = editions.map(([stories = ""]) => stories);
      const continued = editions.map(([, rest = ""]) => rest);
      expect(told.filter((stories) => stories.includes(SECOND.link))).toHaveLength(1);
      expect(told.map((stories) => stories.includes(NEWS.link))).toEqual(digests.map((_, at) => at === 0));
      expect(continued.filter((rest) => rest.includes(NEWS.link))).toEqual([
        expect.stringContaining("Continues no. 1"),
      ]);
      expect(continued.join("\n")).not.toContain(SECOND.link);
      expect(editions.flat().join("\n")).not.toContain(QUIET.link);
    }
    expect(digests.map(({ subject }) => subject)).toEqual(
      digests.map((_, at) =>
        expect.stringMatching(new RegExp(`^\\d (story|stories|continued)(, 1 continued)? · .* · no\\. ${at + 1}$`)),
      ),
    );
  });

  it("tells operators what was there before, once", () => {
    const summaries = mailsTo("ops").filter(({ subject }) => subject.startsWith("Now reading"));
    const told = summaries.map(({ text }) => text).join("\n");
    expect(told.split(OLD.title)).toHaveLength(2);
    expect(told).not.toContain(NEWS.title);
  });

  it.each([
    ["/-/healthy", [/^wirewatch is alive/]],
    ["/-/ready", [/^ready/]],
    [
      "/metrics",
      [
        /^wirewatch_items_total 6$/m,
        /^wirewatch_matches_total\{watch="defection"\} [34]$/m,
        /^wirewatch_deliveries_total\{channel="desk",outcome="sent"\} 2$/m,
        /^wirewatch_feeds\{state="good"\} 2$/m,
        /^wirewatch_delivery_oldest_pending_seconds\{channel="desk"\} 0$/m,
        /^wirewatch_config_last_reload_successful 1$/m,
        /^wirewatch_build_info\{.*version="\d+\.\d+\.\d+".*\} 1$/m,
      ],
    ],
  ] as const)("answers %s", async (path, lines) => {
    const answer = await fetch(`${httpAddressOf(running().daemon)}${path}`);
    expect(answer.status).toBe(200);
    const body = await answer.text();
    for (const line of lines) expect(body).toMatch(line);
  });

  it("says how it is through its control socket", async () => {
    const { folder, daemon } = running();
    const status = startWirewatch(["status", "--config", folder.config], ENV);
    expect(await status.ended).toMatchObject({ code: 0 });
    expect(status.stdout()).toContain(`process ${daemon.pid}`);
    expect(status.stdout()).toMatch(/^feeds +2, 2 good$/m);
  });

  it("lets no second process onto its SQLite file, and names itself", async () => {
    const { folder, daemon } = running();
    const second = startWirewatch(["run", "--config", folder.config], ENV);
    expect(await second.ended).toMatchObject({ code: 1 });
    expect(second.stderr()).toContain(String(daemon.pid));
    expect(second.stderr()).not.toMatch(/^\s+at /m);
  });

  it("writes no error to its log when all goes well, and never a secret", () => {
    const written = running().daemon.stderr();
    expect(written).not.toContain('"level":"error"');
    expect(written).not.toMatch(/xoxb-e2e|e2e-secret/);
  });

  it("ends in order within seconds of SIGTERM", async () => {
    const { daemon } = running();
    const askedAt = Date.now();
    daemon.kill("SIGTERM");
    expect(await daemon.ended).toEqual({ code: 0, signal: null });
    expect(Date.now() - askedAt).toBeLessThan(5000);
  });
});
