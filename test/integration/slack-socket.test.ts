import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Secret } from "../../src/core/secret.ts";
import type { SlackMessage } from "../../src/demo/sinks/slack-workspace.ts";
import type { Press, PressAnswer } from "../../src/notify/press.ts";
import { openSlackSocket, type SlackSocket } from "../../src/notify/slack/slack-socket.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { startSlackApp, type SlackApp } from "../support/channels/slack-app.ts";
import { waitUntil } from "../support/wait-until.ts";

const MESSAGE: SlackMessage = {
  channel: "C1",
  ts: "1.2",
  text: "An alert",
  blocks: [
    {
      type: "actions",
      elements: [
        { type: "button", action_id: "wirewatch_claim", text: { type: "plain_text", text: "Claim" }, value: "dlv_1" },
      ],
    },
  ],
  metadata: null,
  threadTs: null,
  unfurl: false,
  edited: false,
};
const CLAIM = { action: "claim" };

describe("a connection in Socket Mode", () => {
  let slack: SlackApp;
  let socket: SlackSocket | undefined;
  let presses: Press[];
  let logged: string[];

  beforeEach(async () => {
    slack = await startSlackApp();
    [presses, logged] = [[], []];
  });
  afterEach(async () => {
    await socket?.close();
    await slack.close();
  });

  /** @param answer what is done about a press; by default it is not known */
  function open(answer: () => Promise<PressAnswer> = () => Promise.resolve({ kind: "unknown-alert" })): SlackSocket {
    const input = { appToken: new Secret("xapp-hush"), apiUrl: slack.url, channelIds: ["desk"], timezone: "UTC" };
    const log = createLogger("debug", { write: (line: string) => logged.push(line) });
    socket = openSlackSocket({
      ...input,
      log,
      now: Date.now,
      answer(press) {
        presses.push(press);
        return answer();
      },
    });
    return socket;
  }
  async function connected(times: number): Promise<void> {
    await waitUntil("the connection is up", 15_000, () => {
      return slack.asked().length >= times && slack.connections() === 1 && socket?.hearing().kind === "up";
    });
  }
  async function down(): Promise<void> {
    await waitUntil("it is down", 15_000, () => {
      const hearing = socket?.hearing();
      return hearing?.kind === "down" && hearing.detail !== null;
    });
  }

  it("acknowledges a press before it is carried out, and answers when it is", async () => {
    const { promise, resolve } = Promise.withResolvers<PressAnswer>();
    open(() => promise);
    await connected(1);
    const id = slack.press(MESSAGE, CLAIM);
    await waitUntil("it is acknowledged", 3000, () => slack.acks().includes(id));
    expect(slack.answers()).toEqual([]);
    resolve({ kind: "unknown-alert" });
    await waitUntil("it is answered", 5000, () => slack.answers().length === 1);
    expect(presses).toEqual([{ action: "claim", alertId: "dlv_1", author: "ada (Slack user U7)", conversation: "C1" }]);
  });

  it("says so when a press cannot be carried out, and hears the next one", async () => {
    open(() => Promise.reject(new Error("the store is away")));
    await connected(1);
    slack.press(MESSAGE, CLAIM);
    slack.press(MESSAGE, CLAIM);
    await waitUntil("both are answered", 5000, () => slack.answers().length === 2);
    expect(slack.answers()[1]).toMatch(/^This could not be done now/);
  });

  it("outlives whatever frame comes, and acknowledges what it has no use for", async () => {
    open();
    await connected(1);
    const junk = [
      "not json",
      "null",
      "7",
      "[]",
      '{"type":"events_api","envelope_id":"e1"}',
      '{"type":"events_api","envelope_id":"e2","payload":{"event":{"type":"message"}}}',
      '{"type":"interactive","envelope_id":"e3"}',
      '{"type":"interactive","envelope_id":"e4","payload":{"type":"block_actions","actions":"none"}}',
      '{"type":"slash_commands","envelope_id":"e5","payload":{}}',
      '{"type":"ws_message"}',
      '{"type":"error"}',
      '{"type":"__proto__"}',
    ];
    for (const frame of junk) slack.send(frame);
    slack.press(MESSAGE, CLAIM);
    await waitUntil("the press behind them is answered", 5000, () => slack.answers().length === 1);
    expect(slack.acks()).toEqual(expect.arrayContaining(["e2", "e3", "e4", "e5"]));
    expect(slack.asked()).toHaveLength(1);
    expect(presses).toHaveLength(1);
  });

  it.each(["renew", "cut"] as const)("is opened again after Slack ends it (%s)", async (how) => {
    open();
    await connected(1);
    slack[how]();
    await connected(2);
    slack.press(MESSAGE, CLAIM);
    await waitUntil("a press is answered", 5000, () => slack.answers().length === 1);
    expect(slack.asked()).toHaveLength(2);
  });

  it.each([
    ["invalid_auth", "set slack.app_token to an app-level token"],
    ["not_allowed_token_type", "this one is of another kind"],
    ["missing_scope", "connections:write"],
  ])("that is refused (%s) says what to do, and stays down", async (error, remedy) => {
    slack.refuse(error);
    open();
    await down();
    expect(socket?.hearing()).toMatchObject({ kind: "down", refused: true, detail: expect.stringContaining(remedy) });
    expect(slack.asked()).toEqual(["Bearer xapp-hush"]);
  });

  it("that is refused once it must be renewed does not end the process", async () => {
    open();
    await connected(1);
    slack.refuse("token_revoked");
    slack.renew();
    await waitUntil("it is refused", 15_000, () => {
      const hearing = socket?.hearing();
      return hearing?.kind === "down" && hearing.refused;
    });
    expect(socket?.hearing()).toMatchObject({ detail: expect.stringContaining("token_revoked") });
  });

  it("that fails for a reason that passes is not refused", async () => {
    slack.refuse("internal_error");
    open();
    await down();
    expect(socket?.hearing()).toMatchObject({ refused: false, detail: "Slack answered internal_error" });
  });

  it("to a Slack that is away does not keep the program from ending", async () => {
    await slack.close();
    open();
    await down();
    expect(socket?.hearing()).toMatchObject({ refused: false, detail: "Slack could not be reached" });
    await socket?.close();
    slack = await startSlackApp();
  });

  it("answers the presses at hand before it closes", async () => {
    const { promise, resolve } = Promise.withResolvers<PressAnswer>();
    open(() => promise);
    await connected(1);
    slack.press(MESSAGE, CLAIM);
    await waitUntil("it is at hand", 5000, () => presses.length === 1);
    const closed = socket?.close();
    resolve({ kind: "unknown-alert" });
    await closed;
    expect(slack.answers()).toHaveLength(1);
    await waitUntil("it is closed", 5000, () => slack.connections() === 0);
  });

  it("logs no token, no address of a connection or an answer", async () => {
    open();
    await connected(1);
    slack.press(MESSAGE, CLAIM);
    await waitUntil("it is answered", 5000, () => slack.answers().length === 1);
    slack.refuse("invalid_auth");
    slack.cut();
    await down();
    const log = logged.join("\n");
    expect(log).toContain("slack listens to buttons");
    expect(log).not.toMatch(/xapp|ticket|\/answer|response_url/);
  });
});
