import { afterEach, describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/notify/channel.ts";
import { SECRETS, type ReceiverRig } from "../support/channels/channel-rigs.ts";
import { freePort } from "../support/servers/free-port.ts";
import { ntfyRig, slackWebhookRig, teamsRig, telegramRig } from "../support/channels/chat-rigs.ts";
import type { ReceiverAnswer } from "../support/channels/http-receiver.ts";
import { alert, outgoing } from "../support/channels/messages.ts";

const open: ReceiverRig[] = [];
afterEach(async () => {
  for (const rig of open.splice(0)) await rig.close();
});

async function using(rig: Promise<ReceiverRig>): Promise<ReceiverRig> {
  const made = await rig;
  open.push(made);
  return made;
}

const never = new AbortController().signal;

function shape(outcome: SendOutcome): string {
  if (outcome.kind === "sent") return "sent";
  if (outcome.kind === "rejected") return `rejected ${outcome.reason} ${outcome.scope}`;
  const wish = outcome.retryAfterMs === null ? "" : ` after ${outcome.retryAfterMs}`;
  return `retry ${outcome.reason} ${outcome.ambiguous ? "ambiguous" : "unsent"}${wish}`;
}

function expectNoSecrets(text: string): void {
  for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
}

const rigs: [string, (url?: string) => Promise<ReceiverRig>][] = [
  ["ntfy", ntfyRig],
  ["Telegram", telegramRig],
  ["Teams", teamsRig],
  ["a Slack incoming webhook", slackWebhookRig],
];

describe.each(rigs)("%s", (_name, start) => {
  const rows: [string, ReceiverAnswer, RegExp][] = [
    ["200", { status: 200 }, /^sent$/],
    ["202", { status: 202 }, /^sent$/],
    ["301", { status: 301, headers: { location: "http://127.0.0.1:1/" } }, /^rejected unknown-channel channel$/],
    ["400", { status: 400 }, /^rejected message-refused message$/],
    ["401", { status: 401 }, /^rejected bad-credentials channel$/],
    ["403", { status: 403 }, /^rejected bad-credentials channel$/],
    ["404", { status: 404 }, /^rejected (unknown-channel|bad-credentials) channel$/],
    ["408", { status: 408 }, /^retry server-error ambiguous$/],
    ["413", { status: 413 }, /^rejected message-refused message$/],
    [
      "429 with Retry-After",
      { status: 429, headers: { "retry-after": "12" } },
      /^retry rate-limited unsent after 12000$/,
    ],
    ["429 without", { status: 429 }, /^retry rate-limited unsent$/],
    ["500", { status: 500 }, /^retry server-error unsent$/],
    ["502", { status: 502 }, /^retry server-error ambiguous$/],
    ["503 and a page", { status: 503, body: `<html>${SECRETS.webhook}</html>` }, /^retry server-error unsent$/],
    ["504", { status: 504 }, /^retry server-error ambiguous$/],
    ["nothing in time", "hang", /^retry timeout ambiguous$/],
    ["a broken connection", "reset", /^retry unreachable ambiguous$/],
  ];

  it.each(rows)("answering %s", async (_answer, answer, expected) => {
    const rig = await using(start());
    rig.receiver.answerWith(answer);
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(shape(outcome)).toMatch(expected);
    expect(rig.receiver.requests).toHaveLength(1);
    expectNoSecrets(JSON.stringify(outcome));
  });

  it("that cannot be reached has certainly not got the message, and its address stays out of the ledger", async () => {
    const rig = await using(start(`http://127.0.0.1:${await freePort()}/x`));
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(shape(outcome)).toBe("retry unreachable unsent");
    expectNoSecrets(JSON.stringify(outcome));
  });

  it("is let go of when the daemon stops", async () => {
    const rig = await using(start());
    expect(await rig.channel.send(outgoing(alert()), AbortSignal.abort())).toMatchObject({ reason: "timeout" });
  });
});

function telegramError(status: number, description: string, parameters?: object): ReceiverAnswer {
  return { status, body: JSON.stringify({ ok: false, error_code: status, description, parameters }) };
}

describe("the Bot API of Telegram", () => {
  const rows: [ReceiverAnswer, string][] = [
    [
      telegramError(429, "Too Many Requests: retry after 35", { retry_after: 35 }),
      "retry rate-limited unsent after 35000",
    ],
    [telegramError(401, "Unauthorized"), "rejected bad-credentials channel"],
    [telegramError(404, "Not Found"), "rejected bad-credentials channel"],
    [telegramError(403, "Forbidden: bot was kicked from the supergroup chat"), "rejected unknown-channel channel"],
    [telegramError(400, "Bad Request: chat not found"), "rejected unknown-channel channel"],
    [telegramError(400, "Bad Request: message thread not found"), "rejected unknown-channel channel"],
    [
      telegramError(400, "Bad Request: not enough rights to send text messages to the chat"),
      "rejected unknown-channel channel",
    ],
    [telegramError(400, "Bad Request: can't parse entities"), "rejected message-refused message"],
    [telegramError(400, "Bad Request: message is too long"), "rejected message-refused message"],
    [telegramError(500, "Internal Server Error"), "retry server-error unsent"],
  ];

  it.each(rows)("answering %j", async (answer, expected) => {
    const rig = await using(telegramRig());
    rig.receiver.answerWith(answer);
    expect(shape(await rig.channel.send(outgoing(alert()), never))).toBe(expected);
  });

  const edit = outgoing(alert(), { place: { kind: "edit", ref: "-1001234567890/17" } });
  const reply = outgoing(alert(), { place: { kind: "reply", ref: "-1001234567890/17" } });

  it("is asked to edit a message by its number", async () => {
    const rig = await using(telegramRig());
    rig.receiver.answerWith({
      status: 200,
      body: JSON.stringify({ ok: true, result: { message_id: 17, chat: { id: -1001234567890 } } }),
    });
    expect(await rig.channel.send(edit, never)).toMatchObject({ kind: "sent", ref: "-1001234567890/17" });
    const [request] = rig.receiver.requests;
    expect(request?.url).toMatch(/\/editMessageText$/);
    expect(JSON.parse(request?.body ?? "")).toMatchObject({
      chat_id: -1001234567890,
      message_id: 17,
      parse_mode: "HTML",
    });
  });

  it("is asked to answer a message, without a sound", async () => {
    const rig = await using(telegramRig());
    await rig.channel.send(reply, never);
    expect(JSON.parse(rig.receiver.requests[0]?.body ?? "")).toMatchObject({
      chat_id: "-1001234567890",
      reply_parameters: { message_id: 17 },
      disable_notification: true,
    });
  });

  it.each([
    ["message is not modified: specified new message content is exactly the same", "sent"],
    ["message to edit not found", "rejected message-gone message"],
    ["MESSAGE_ID_INVALID", "rejected message-gone message"],
  ])("answering an edit with %s", async (words, expected) => {
    const rig = await using(telegramRig());
    rig.receiver.answerWith(telegramError(400, `Bad Request: ${words}`));
    expect(shape(await rig.channel.send(edit, never))).toBe(expected);
    expect(rig.receiver.requests).toHaveLength(1);
  });

  it("gets an answer to a message that it lets nobody edit any more", async () => {
    const rig = await using(telegramRig());
    rig.receiver.answerWith(telegramError(400, "Bad Request: message can't be edited"));
    await rig.channel.send(edit, never);
    const [, second] = rig.receiver.requests;
    expect(second?.url).toMatch(/\/sendMessage$/);
    expect(JSON.parse(second?.body ?? "")).toMatchObject({ reply_parameters: { message_id: 17 } });
  });

  it("that lost the message of an answer says so", async () => {
    const rig = await using(telegramRig());
    rig.receiver.answerWith(telegramError(400, "Bad Request: message to be replied not found"));
    expect(shape(await rig.channel.send(reply, never))).toBe("rejected message-gone message");
  });

  it("that moved the group says where to, and the operator is told", async () => {
    const rig = await using(telegramRig());
    const words = "Bad Request: group chat was upgraded to a supergroup chat";
    rig.receiver.answerWith(telegramError(400, words, { migrate_to_chat_id: -1009 }));
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(outcome).toMatchObject({
      kind: "rejected",
      scope: "channel",
      detail: expect.stringContaining("set telegram.chat to -1009"),
    });
  });

  it("gets the message under the bot's address, with chat and topic, and its id is kept", async () => {
    const rig = await using(telegramRig());
    rig.receiver.answerWith({
      status: 200,
      body: JSON.stringify({ ok: true, result: { message_id: 17, chat: { id: -1001234567890 }, text: "…" } }),
    });
    expect(await rig.channel.send(outgoing(alert()), never)).toMatchObject({ kind: "sent", ref: "-1001234567890/17" });
    const [request] = rig.receiver.requests;
    expect(request?.url).toBe(`/in/bot${SECRETS.telegram}/sendMessage`);
    expect(JSON.parse(request?.body ?? "")).toMatchObject({
      chat_id: "-1001234567890",
      message_thread_id: 7,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      disable_notification: false,
    });
  });
});

describe("a workflow of Teams", () => {
  const rows: [string, ReceiverAnswer, string][] = [
    [
      "that is switched off",
      { status: 400, body: JSON.stringify({ error: { code: "WorkflowTriggerIsNotEnabled", message: "…" } }) },
      "rejected unknown-channel channel",
    ],
    [
      "without its signature",
      { status: 401, body: JSON.stringify({ error: { code: "DirectApiAuthorizationRequired" } }) },
      "rejected bad-credentials channel",
    ],
    [
      "behind an old connector that says 200 and means 429",
      {
        status: 200,
        body: "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429",
      },
      "retry rate-limited unsent",
    ],
    [
      "behind an old connector that says 200 and means 413",
      {
        status: 200,
        body: "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413",
      },
      "rejected message-refused message",
    ],
    ["behind an old connector that took it", { status: 200, body: "1" }, "sent"],
  ];

  it.each(rows)("%s", async (_case, answer, expected) => {
    const rig = await using(teamsRig());
    rig.receiver.answerWith(answer);
    expect(shape(await rig.channel.send(outgoing(alert()), never))).toBe(expected);
  });
});

describe("an incoming webhook of Slack", () => {
  const rows: [number, string, string][] = [
    [200, "ok", "sent"],
    [400, "invalid_blocks", "rejected message-refused message"],
    [403, "invalid_token", "rejected bad-credentials channel"],
    [404, "no_service", "rejected bad-credentials channel"],
    [404, "no_team", "rejected bad-credentials channel"],
    [403, "action_prohibited", "rejected unknown-channel channel"],
    [404, "channel_not_found", "rejected unknown-channel channel"],
    [410, "channel_is_archived", "rejected unknown-channel channel"],
    [500, "rollup_error", "retry server-error unsent"],
  ];

  it.each(rows)("answering %d %s", async (status, body, expected) => {
    const rig = await using(slackWebhookRig());
    rig.receiver.answerWith({ status, body });
    expect(shape(await rig.channel.send(outgoing(alert()), never))).toBe(expected);
  });

  it("gets the same post as from a bot, with no channel, and mentions the desk", async () => {
    const rig = await using(slackWebhookRig());
    await rig.channel.send(outgoing(alert()), never);
    const post: unknown = JSON.parse(rig.arrived());
    expect(post).toMatchObject({ text: expect.stringContaining("Second secretary"), unfurl_links: false });
    expect(post).not.toHaveProperty("channel");
    expect(rig.arrived()).toContain("<!here>");
  });
});

describe("an ntfy server", () => {
  it("gets topic and token as they are kept, and wakes people for an urgent alert", async () => {
    const rig = await using(ntfyRig());
    await rig.channel.send(outgoing(alert()), never);
    const [request] = rig.receiver.requests;
    expect(request?.headers["authorization"]).toBe(`Bearer ${SECRETS.ntfy}`);
    expect(JSON.parse(request?.body ?? "")).toMatchObject({
      topic: SECRETS.topic,
      title: "Second secretary at Example embassy asks for asylum in Norway",
      priority: 5,
      click: "https://news.example.org/world/2026/01/20/secretary-asylum",
    });
  });
});
