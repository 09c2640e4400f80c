import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SlackMessage } from "../../src/demo/sinks/slack-workspace.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import {
  runWirewatch,
  startDaemonProcess,
  startWirewatch,
  type WirewatchProcess,
} from "../support/daemon/daemon-process.ts";
import { startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { growFeed } from "../support/feeds/growing-feed.ts";
import { startSlackApp, type Click, type SlackApp } from "../support/channels/slack-app.ts";
import { waitUntil } from "../support/wait-until.ts";

const ENV = { SLACK_TOKEN: "xoxb-e2e", SLACK_APP_TOKEN: "xapp-e2e-secret" };

function toYaml(wireUrl: string, slackUrl: string): string {
  const slack = `token: {env: SLACK_TOKEN}, api_url: "${slackUrl}"`;
  return `timezone: UTC
store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {in_flight: 2, gap: 0s}}
operators: {notice: [ops]}
feeds:
  - {id: wire, url: "${wireUrl}", kind: wire, lang: en, every: 1s, on_add: silent}
watches:
  - {id: defection, title: Diplomats who leave, match: defect* NEAR/12 diplomat*, notify: [desk]}
channels:
  desk: {slack: {channel: C0DESK, app_token: {env: SLACK_APP_TOKEN}, ${slack}}}
  ops: {slack: {channel: C0OPS, ${slack}}}
`;
}

const FIRST = { id: "first", title: "A diplomat defects", link: "https://courier.example/first" };
const SECOND = {
  id: "second",
  title: "Gulf embassy: cultural diplomat defects on tour",
  link: "https://courier.example/2",
};

describe("buttons under an alert in Slack", () => {
  let [feeds, slack, folder, daemon]: [FeedServer?, SlackApp?, DaemonFolder?, WirewatchProcess?] = [];
  let published: SlackMessage[] = [];
  const logs: string[] = [];

  function app(): SlackApp {
    if (slack === undefined) throw new Error("Slack was not started");
    return slack;
  }
  function alertOf(title: string): SlackMessage | undefined {
    return app()
      .sink.messages()
      .find(({ text, threadTs }) => text.startsWith(title) && threadTs === null);
  }
  async function start(): Promise<void> {
    daemon = await startDaemonProcess(["--config", folder?.config ?? ""], ENV);
    await waitUntil("Slack is connected", 20_000, () => app().connections() === 1);
  }
  async function kill(): Promise<void> {
    daemon?.kill("SIGKILL");
    await daemon?.ended;
    logs.push(daemon?.stderr() ?? "");
    await waitUntil("its connection is gone", 5000, () => app().connections() === 0);
  }
  async function pressed(title: string, click: Click): Promise<string> {
    const message = alertOf(title);
    if (message === undefined) throw new Error(`no alert "${title}"`);
    const told = app().answers().length;
    const id = app().press(message, click);
    await waitUntil(`${click.action} is answered`, 20_000, () => app().answers().length > told);
    expect(app().acks()).toContain(id);
    return app().answers().at(-1) ?? "";
  }
  async function wirewatch(...args: string[]): Promise<string> {
    return (await runWirewatch([...args, "--config", folder?.config ?? ""], ENV)).stdout;
  }

  beforeAll(async () => {
    [feeds, slack] = await Promise.all([startFeedServer(), startSlackApp()]);
    const wire = growFeed(feeds, "/wire.rss", [{ id: "calm", title: "A calm day" }]);
    folder = makeDaemonFolder(toYaml(wire.url, slack.url));
    await start();
    await waitUntil("the baseline is stored", 20_000, () => wire.asked() > 1);
    wire.publish(FIRST, SECOND);
    await waitUntil("both stories are told", 20_000, () => app().sink.messages().length >= 2);
    published = [...app().sink.messages()];
  });
  afterAll(async () => {
    await kill();
    await Promise.all([feeds?.close(), slack?.close()]);
    folder?.remove();
  });

  it("carry the id of its delivery alone", () => {
    for (const { blocks } of published) {
      const actions = blocks.at(-1);
      expect(actions).toMatchObject({ type: "actions", elements: [{}, {}, {}] });
      expect(actions?.type === "actions" && actions.elements.map(({ value }) => value)).toEqual(
        Array.from({ length: 3 }, () => expect.stringMatching(/^dlv_[0-9a-f-]+$/)),
      );
    }
  });

  it("explain to whoever asks why the watch matched and what became of it", async () => {
    const told = await pressed(FIRST.title, { action: "explain" });
    expect(told).toContain("defection: match");
    expect(told).toContain("desk: send, first-report");
    expect(told).toMatch(/`wirewatch explain itm_[0-9a-f-]+` prints the same/);
  });

  it("claim a story for the first who presses, and say so in its thread; a press that comes again changes nothing", async () => {
    expect(await pressed(FIRST.title, { action: "claim" })).toMatch(/^The story is yours since <!date\^/);
    expect(await pressed(FIRST.title, { action: "claim", retry: 1 })).toMatch(/^The story is yours/);
    expect(await pressed(FIRST.title, { action: "claim", user: "U8" })).toMatch(/^ada \(Slack user U7\) has the story/);
    function replies(): string[] {
      return app()
        .sink.messages()
        .filter(({ threadTs }) => threadTs === alertOf(FIRST.title)?.ts)
        .map(({ text }) => text);
    }
    await waitUntil("the thread hears", 10_000, () => replies().length > 0);
    expect(replies()).toEqual(["Claimed by ada (Slack user U7)"]);
  });

  it("silence a story once for four hours, though a press comes again to a daemon that was killed meanwhile", async () => {
    expect(await pressed(SECOND.title, { action: "silence" })).toMatch(
      /^The story is silenced until <!date\^\d+\^.*`wirewatch silence expire sil_[0-9a-f-]+ --author NAME`/,
    );
    await kill();
    await start();
    const again = await pressed(SECOND.title, { action: "silence", user: "U8", retry: 1 });
    expect(again).toMatch(/^The story is silenced by ada \(Slack user U7\) until/);
    const list: unknown = JSON.parse(await wirewatch("silence", "list", "--json"));
    expect(list).toEqual([expect.objectContaining({ author: "ada (Slack user U7)", comment: "from Slack" })]);
  });

  it("count only in the conversation of the alert, and only where the alert is known", async () => {
    expect(await pressed(FIRST.title, { action: "silence", channel: "C0OTHER" })).toMatch(/^This counts only in/);
    expect(await pressed(FIRST.title, { action: "silence", value: "dlv_none" })).toMatch(/does not know this alert/);
    expect(await pressed(FIRST.title, { action: "dance" })).toMatch(/does not know this button/);
  });

  it("need the app token: without it nothing is started", async () => {
    const program = startWirewatch(["run", "--config", folder?.config ?? ""], { SLACK_TOKEN: "xoxb-e2e" });
    expect(await program.ended).toMatchObject({ code: 3 });
    expect(program.stderr()).toContain("channels.desk.slack.app_token needs the environment variable SLACK_APP_TOKEN");
  });

  it("that a refused token silences are told to operators, once, and again when they are heard", async () => {
    await kill();
    app().refuse("invalid_auth");
    daemon = await startDaemonProcess(["--config", folder?.config ?? ""], ENV);
    function notices(): string[] {
      const toOps = app()
        .sink.messages()
        .filter(({ channel }) => channel === "C0OPS");
      return toOps.map(({ text }) => text);
    }
    await waitUntil("operators are told", 30_000, () => notices().length > 0);
    await kill();
    app().refuse(null);
    await start();
    await waitUntil("operators are told that it is over", 30_000, () => notices().length > 1);
    expect(notices()).toEqual([
      expect.stringContaining("Buttons of channel desk are not heard"),
      expect.stringContaining("Buttons of channel desk are heard again"),
    ]);
  });

  it("leave no token and no address of an answer in the log, and do not keep the daemon from ending", async () => {
    daemon?.kill("SIGTERM");
    expect(await daemon?.ended).toMatchObject({ code: 0 });
    logs.push(daemon?.stderr() ?? "");
    const log = logs.join("\n");
    expect(log).toContain("slack button pressed");
    for (const secret of [...Object.values(ENV), "secret-ticket", "/answer"]) expect(log).not.toContain(secret);
    expect(log).not.toContain("unhandled");
  });
});
