import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { MailRule } from "../../src/demo/sinks/mail-sink.ts";
import type { SlackRule } from "../../src/demo/sinks/slack-sink.ts";
import type { SendOutcome } from "../../src/notify/channel.ts";
import type { Message } from "../../src/notify/message.ts";
import {
  collectingStream,
  consoleRig,
  emailRig,
  SECRETS,
  slackRig,
  webhookRig,
  type Rig,
} from "../support/channels/channel-rigs.ts";
import { freePort } from "../support/servers/free-port.ts";
import { ntfyRig, slackWebhookRig, teamsRig, telegramRig } from "../support/channels/chat-rigs.ts";
import { alert, digest, HOSTILE, outgoing, persianStory, roundup, story } from "../support/channels/messages.ts";
import type { ReceiverAnswer } from "../support/channels/http-receiver.ts";
import { createConsoleChannel } from "../../src/notify/console/console-channel.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of open.splice(0)) await part.close();
});

async function using<T extends { close(): Promise<void> }>(rig: Promise<T> | T): Promise<T> {
  const made = await rig;
  open.push(made);
  return made;
}

const never = new AbortController().signal;

const summary: Message = {
  kind: "summary",
  feeds: ["example-wire"],
  stored: 80,
  wouldHaveMatched: [{ headline: "Attaché vanishes", link: "https://x.example/1", watchTitle: "Diplomats" }],
};
const notice: Message = {
  kind: "notice",
  level: "page",
  title: "Feed example-ministry is failing",
  lines: ["HTTP 503 since 05:10"],
  remedy: "look at its address in a browser",
};
const followUp: Message = {
  ...alert(),
  mark: { kind: "follow-up", to: "Envoy missing", reasons: ["new person: Ivan Example"] },
};
const correction: Message = {
  kind: "note",
  about: { headline: "Envoy missing", link: "https://news.example.org/1" },
  note: {
    kind: "withdrawn",
    outlet: "Example TV",
    headline: "Envoy found",
    link: null,
    watches: [{ title: "Diplomats", veto: "vetoed by history" }],
  },
};
const persian: Message = { kind: "alert", story: persianStory() };

const kinds: [string, () => Promise<Rig> | Rig][] = [
  ["slack", slackRig],
  ["email", () => emailRig()],
  ["webhook", webhookRig],
  ["ntfy", ntfyRig],
  ["telegram", telegramRig],
  ["teams", teamsRig],
  ["slack", slackWebhookRig],
  ["console", consoleRig],
];

describe.each(kinds)("a channel of kind %s", (kind, start) => {
  it.each([
    ["an alert", alert(), "Second secretary at Example embassy"],
    ["a Persian alert", persian, "دبیر دوم سفارت در اسلو"],
    ["an edition", digest(), "no. 118"],
    ["held alerts", roundup(), "3 alerts from quiet hours"],
    ["a summary", summary, "Attaché vanishes"],
    ["a notice", notice, "Feed example-ministry is failing"],
    ["a follow-up", followUp, "new person: Ivan Example"],
    ["an update", { ...alert(), mark: { kind: "update" } } as const, kind === "webhook" ? "update" : "Update"],
    ["a correction", correction, "no longer matches"],
  ])("sends %s", async (_name, message, words) => {
    const rig = await using(start());
    const outcome = await rig.channel.send(outgoing(message), never);
    expect(outcome.kind).toBe("sent");
    expect(rig.arrived()).toContain(words);
  });

  it("sends a message of megabytes, cut to a reasonable size", async () => {
    const rig = await using(start());
    const huge = HOSTILE.repeat(12_000);
    const outcome = await rig.channel.send(outgoing(alert({ headline: huge, lead: huge, evidence: [] })), never);
    expect(outcome.kind).toBe("sent");
    expect(rig.arrived().length).toBeLessThan(20_000);
  });

  it("renders what it sends, without secrets", async () => {
    const rig = await using(start());
    const rendered = rig.channel.render(outgoing(alert()));
    expect(rendered).toContain("told reporters outside the embassy");
    for (const secret of Object.values(SECRETS)) expect(rendered).not.toContain(secret);
  });

  it("lets no control character or reordering through", async () => {
    const rig = await using(start());
    await rig.channel.send(outgoing(alert({ headline: HOSTILE })), never);
    expect(rig.arrived()).toContain("Bcc");
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(rig.arrived()).not.toMatch(/\u001B|\\u001b|\u0007|\\u0007|\u202E/);
    expect(rig.channel.kind).toBe(kind);
  });
});

function shape(outcome: SendOutcome): unknown[] {
  if (outcome.kind === "sent") return ["sent"];
  if (outcome.kind === "rejected") return ["rejected", outcome.reason, outcome.scope];
  return ["retry", outcome.reason, outcome.scope, outcome.ambiguous ? "ambiguous" : "unsent", outcome.retryAfterMs];
}

function expectNoSecrets(...texts: readonly string[]): void {
  for (const text of texts) for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
}

describe("Slack", () => {
  const ambiguousServer = ["retry", "server-error", "channel", "ambiguous", null];
  const rows: [string, SlackRule, unknown[]][] = [
    [
      "429 with Retry-After",
      { answer: "rate-limited", retryAfterSeconds: 7 },
      ["retry", "rate-limited", "channel", "unsent", 7000],
    ],
    [
      "429 without",
      { answer: "rate-limited", retryAfterSeconds: null },
      ["retry", "rate-limited", "channel", "unsent", 60_000],
    ],
    ["ratelimited", { answer: "error", error: "ratelimited" }, ["retry", "rate-limited", "channel", "unsent", 60_000]],
    ["500", { answer: "status", status: 500 }, ambiguousServer],
    ["503", { answer: "status", status: 503 }, ambiguousServer],
    ["404", { answer: "status", status: 404 }, ["retry", "server-error", "channel", "unsent", null]],
    ["a page of a proxy", { answer: "body", body: `<html>sign in ${SECRETS.slack}</html>` }, ambiguousServer],
    ["JSON that is no object", { answer: "body", body: "null" }, ambiguousServer],
    ["no answer", { answer: "hang" }, ["retry", "timeout", "channel", "ambiguous", null]],
    ["a broken connection", { answer: "reset" }, ["retry", "unreachable", "channel", "ambiguous", null]],
    [
      "a redirect",
      { answer: "redirect", to: "http://127.0.0.1:1/" },
      ["retry", "unreachable", "channel", "ambiguous", null],
    ],
    ["fatal_error", { answer: "error", error: "fatal_error" }, ambiguousServer],
    [
      "service_unavailable",
      { answer: "error", error: "service_unavailable" },
      ["retry", "server-error", "channel", "unsent", null],
    ],
    ["invalid_auth", { answer: "error", error: "invalid_auth" }, ["rejected", "bad-credentials", "channel"]],
    ["token_revoked", { answer: "error", error: "token_revoked" }, ["rejected", "bad-credentials", "channel"]],
    ["accesslimited", { answer: "error", error: "accesslimited" }, ["rejected", "bad-credentials", "channel"]],
    ["team_not_found", { answer: "error", error: "team_not_found" }, ["rejected", "bad-credentials", "channel"]],
    ["missing_scope", { answer: "error", error: "missing_scope" }, ["rejected", "bad-credentials", "channel"]],
    ["channel_not_found", { answer: "error", error: "channel_not_found" }, ["rejected", "unknown-channel", "channel"]],
    ["not_in_channel", { answer: "error", error: "not_in_channel" }, ["rejected", "unknown-channel", "channel"]],
    ["is_archived", { answer: "error", error: "is_archived" }, ["rejected", "unknown-channel", "channel"]],
    ["msg_too_long", { answer: "error", error: "msg_too_long" }, ["rejected", "message-refused", "message"]],
    ["an unknown error", { answer: "error", error: "some_new_error" }, ["rejected", "message-refused", "message"]],
  ];

  it.each(rows)("answering %s", async (_name, rule, expected) => {
    const rig = await using(slackRig());
    rig.sink.respond(rule);
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(shape(outcome)).toEqual(expected);
    expect(rig.sink.requests("chat.postMessage")).toBe(1);
    expectNoSecrets(JSON.stringify(outcome), rig.lines());
  });

  it("that cannot be reached has certainly not got the message", async () => {
    const rig = await using(slackRig(`http://127.0.0.1:${await freePort()}/api/`));
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(shape(outcome)).toEqual(["retry", "unreachable", "channel", "unsent", null]);
  });

  it("says what to do about a bad token", async () => {
    const rig = await using(slackRig());
    rig.sink.respond({ answer: "error", error: "invalid_auth" });
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(outcome).toMatchObject({
      detail:
        "Slack refused to post for channel desk (invalid_auth): set a bot token with chat:write and reload wirewatch (restart it if the environment has it)",
    });
  });

  it("names a message by channel and timestamp and carries the delivery's key", async () => {
    const rig = await using(slackRig());
    const outcome = await rig.channel.send(outgoing(alert()), never);
    const [message] = rig.sink.messages();
    expect(outcome).toMatchObject({ kind: "sent", ref: `C0123/${message?.ts}` });
    expect(message?.metadata).toEqual({ event_type: "wirewatch_delivery", event_payload: { key: "alert|sty_1|desk" } });
    expect(message?.unfurl).toBe(false);
  });

  it.each(["accept-then-hang", "accept-then-reset"] as const)(
    "that took a message and did not say so (%s) is asked",
    async (answer) => {
      const rig = await using(slackRig());
      const sent = outgoing(alert(), { createdAt: Date.now() });
      rig.sink.respond({ answer, method: "chat.postMessage" });
      expect(await rig.channel.send(sent, never)).toMatchObject({ kind: "retry", ambiguous: true });
      const [message] = rig.sink.messages();
      expect(await rig.channel.confirm(sent, never)).toEqual({ kind: "found", ref: `C0123/${message?.ts}` });
      expect(await rig.channel.confirm({ ...sent, key: "alert|sty_2|desk" }, never)).toEqual({ kind: "absent" });
    },
  );

  it("edits a post by its name, and mentions nobody", async () => {
    const rig = await using(slackRig());
    const first = await rig.channel.send(outgoing(alert()), never);
    const ref = first.kind === "sent" ? (first.ref ?? "") : "";
    const edit = outgoing(alert({ headline: "Two secretaries ask for asylum" }), {
      place: { kind: "edit", ref },
      key: "edit|1",
    });
    expect(await rig.channel.send(edit, never)).toEqual({ kind: "sent", ref, recipients: [] });
    const [message, ...more] = rig.sink.messages();
    expect(more).toEqual([]);
    expect(message).toMatchObject({ edited: true, metadata: { event_payload: { key: "edit|1" } } });
    expect(JSON.stringify(message)).not.toContain("subteam");
    expect(rig.channel.render(edit)).toContain(`"ts": "${message?.ts}"`);
    expect(await rig.channel.confirm(edit, never)).toMatchObject({ kind: "unknown" });
  });

  it("answers in the thread of a post, and looks there for what got no answer", async () => {
    const rig = await using(slackRig());
    const first = await rig.channel.send(outgoing(alert()), never);
    const ref = first.kind === "sent" ? (first.ref ?? "") : "";
    const reply = outgoing(correction, { place: { kind: "reply", ref }, key: "reply|1", createdAt: Date.now() });
    expect(await rig.channel.confirm(reply, never)).toEqual({ kind: "absent" });
    rig.sink.respond({ answer: "accept-then-reset", method: "chat.postMessage" });
    expect(await rig.channel.send(reply, never)).toMatchObject({ kind: "retry", ambiguous: true });
    const [, message] = rig.sink.messages();
    expect(message).toMatchObject({ threadTs: ref.split("/")[1], metadata: { event_payload: { key: "reply|1" } } });
    expect(JSON.stringify(message)).not.toContain("Correction to");
    expect(await rig.channel.confirm(reply, never)).toEqual({ kind: "found", ref: `C0123/${message?.ts}` });
  });

  it.each(["edit", "reply"] as const)("that lost the message of an %s says so", async (kind) => {
    const rig = await using(slackRig());
    const place = { kind, ref: "C0123/1700000000.000001" };
    expect(shape(await rig.channel.send(outgoing(alert(), { place }), never))).toEqual([
      "rejected",
      "message-gone",
      "message",
    ]);
  });

  it("is asked page by page", async () => {
    const rig = await using(slackRig());
    const first = outgoing(alert(), { key: "first", createdAt: Date.now() });
    await rig.channel.send(first, never);
    for (let index = 0; index < 250; index += 1) {
      await rig.channel.send(outgoing(notice, { key: `other ${index}` }), never);
    }
    expect(await rig.channel.confirm(first, never)).toMatchObject({ kind: "found" });
    expect(rig.sink.requests("conversations.history")).toBe(2);
  });

  it.each([
    { answer: "error", error: "missing_scope" },
    { answer: "status", status: 500 },
    { answer: "hang" },
  ] as const)("whose history cannot be read leaves the question open ($answer)", async (rule) => {
    const rig = await using(slackRig());
    rig.sink.respond(rule);
    expect(await rig.channel.confirm(outgoing(alert()), never)).toMatchObject({ kind: "unknown" });
  });

  it("is let go of when the daemon stops", async () => {
    const rig = await using(slackRig());
    rig.sink.respond({ answer: "hang" });
    const stop = new AbortController();
    const sending = rig.channel.send(outgoing(alert()), stop.signal);
    stop.abort();
    expect(await sending).toMatchObject({ kind: "retry", reason: "timeout", ambiguous: true });
  });
});

describe("a mail server", () => {
  const waits = ["retry", "put-off", "message", "unsent", null];
  const rows: [string, MailRule, unknown[]][] = [
    ["greylisting", { at: "recipient", code: 451, message: "4.7.1 come back later" }, waits],
    ["a full mailbox", { at: "recipient", code: 452, message: "4.2.2 mailbox full" }, waits],
    [
      "an unknown mailbox",
      { at: "recipient", code: 550, message: "5.1.1 no such user" },
      ["rejected", "rejected-recipient", "message"],
    ],
    [
      "a refused relay",
      { at: "recipient", code: 554, message: "5.7.1 Relay access denied" },
      ["rejected", "bad-credentials", "channel"],
    ],
    [
      "421 at the recipient",
      { at: "recipient", code: 421, message: "shutting down" },
      ["retry", "refused-for-now", "channel", "unsent", null],
    ],
    [
      "421 at the message",
      { at: "data", code: 421, message: "shutting down" },
      ["retry", "refused-for-now", "channel", "unsent", null],
    ],
    [
      "a refused sender",
      { at: "sender", code: 553, message: "not your domain" },
      ["rejected", "message-refused", "channel"],
    ],
    [
      "a busy server",
      { at: "sender", code: 450, message: "too fast" },
      ["retry", "refused-for-now", "channel", "unsent", null],
    ],
    [
      "a message taken for spam",
      { at: "data", code: 554, message: "5.7.1 spam" },
      ["rejected", "message-refused", "message"],
    ],
    ["a message put off", { at: "data", code: 451, message: "scanner down" }, waits],
    [
      "a refused login",
      { at: "login", code: 535, message: `bad ${SECRETS.password}` },
      ["rejected", "bad-credentials", "channel"],
    ],
    [
      "a login service that is down",
      { at: "login", code: 454, message: "later" },
      ["retry", "refused-for-now", "channel", "unsent", null],
    ],
    [
      "a connection dropped after the message",
      { at: "drop-after-data" },
      ["retry", "unreachable", "channel", "ambiguous", null],
    ],
  ];

  it.each(rows)("answering with %s", async (_name, rule, expected) => {
    const rig = await using(emailRig());
    rig.sink.respond(rule);
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(shape(outcome)).toEqual(expected);
    expectNoSecrets(JSON.stringify(outcome), rig.lines());
  });

  it("repeating the password in a refusal does not bring it into the ledger", async () => {
    const rig = await using(emailRig());
    rig.sink.respond({ at: "recipient", code: 550, message: `no ${SECRETS.password} here` });
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(outcome).toMatchObject({ detail: expect.stringContaining("550 no [redacted] here") });
  });

  it("that cannot be reached has certainly not got the message", async () => {
    const rig = await using(emailRig({ port: await freePort() }));
    expect(shape(await rig.channel.send(outgoing(alert()), never))).toEqual([
      "retry",
      "unreachable",
      "channel",
      "unsent",
      null,
    ]);
  });

  it("gets every recipient in an envelope of its own", async () => {
    const rig = await using(emailRig({ to: ["a@example.org", "b@example.org"] }));
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(outcome.recipients.map(({ recipient, kind }) => [recipient, kind])).toEqual([
      ["a@example.org", "accepted"],
      ["b@example.org", "accepted"],
    ]);
    expect(rig.sink.mails().map(({ recipients, headers }) => [recipients, headers["to"]])).toEqual([
      [["a@example.org"], "a@example.org"],
      [["b@example.org"], "b@example.org"],
    ]);
  });

  it("that puts one recipient off is tried again for that one only", async () => {
    const rig = await using(emailRig({ to: ["a@example.org", "b@example.org", "c@example.org"] }));
    rig.sink.respond({ at: "recipient", code: 451, message: "greylisted", recipient: "b@example.org" });
    const first = await rig.channel.send(outgoing(alert()), never);
    expect(first).toMatchObject({ kind: "retry", scope: "message", ambiguous: false });
    expect(first.recipients.map(({ kind }) => kind)).toEqual(["accepted", "retry", "accepted"]);

    const second = await rig.channel.send(outgoing(alert(), { done: ["a@example.org", "c@example.org"] }), never);
    expect(second).toMatchObject({ kind: "sent", recipients: [{ recipient: "b@example.org", kind: "accepted" }] });
    expect(rig.sink.mails().map(({ recipients }) => recipients[0])).toEqual([
      "a@example.org",
      "c@example.org",
      "b@example.org",
    ]);
    expect(new Set(rig.sink.mails().map(({ headers }) => headers["message-id"])).size).toBe(1);
  });

  it("that refuses one recipient for good has still sent to the others", async () => {
    const rig = await using(emailRig({ to: ["a@example.org", "b@example.org"] }));
    rig.sink.respond({ at: "recipient", code: 550, message: "gone", recipient: "a@example.org" });
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(outcome.kind).toBe("sent");
    expect(outcome.recipients.map(({ kind }) => kind)).toEqual(["rejected", "accepted"]);
  });

  it("gets an edition for one recipient", async () => {
    const rig = await using(emailRig({ to: ["a@example.org", "b@example.org"] }));
    await rig.channel.send(outgoing(digest(), { recipient: "b@example.org" }), never);
    expect(rig.sink.mails().map(({ recipients }) => recipients)).toEqual([["b@example.org"]]);
    expect(rig.sink.mails()[0]?.headers).toMatchObject({
      subject: "5 stories, 2 feeds failing · Tue 20 Jan 07:00–15:00 London · no. 118",
      "list-id": "<digest.wirewatch.example.org>",
      "auto-submitted": "auto-generated",
      references: expect.stringMatching(/^<digest\.digest@wirewatch\.example\.org> <[0-9a-f]{40}@example\.org>$/),
    });
  });

  it("gets a long edition in parts, and after a refusal only the part that is missing", async () => {
    const rig = await using(emailRig({ to: ["a@example.org"] }));
    const long = digest({ stories: Array.from({ length: 60 }, (_, index) => story({ headline: `Story ${index}` })) });
    const first = await rig.channel.send(outgoing(long, { recipient: "a@example.org" }), never);
    const labels = ["a@example.org, part 1 of 2", "a@example.org, part 2 of 2"];
    expect(first.recipients.map(({ recipient, kind }) => [recipient, kind])).toEqual(
      labels.map((label) => [label, "accepted"]),
    );
    await rig.channel.send(outgoing(long, { recipient: "a@example.org", done: labels.slice(0, 1) }), never);
    const subjects = rig.sink.mails().map(({ headers }) => headers["subject"]);
    expect(subjects.map((subject) => subject?.slice(-11))).toEqual(["part 1 of 2", "part 2 of 2", "part 2 of 2"]);
  });

  it.each([
    "a@b.example\r\nRCPT TO:<x@evil.example>",
    "a@b.example, x@evil.example",
    "Desk <x@evil.example>",
    "a@b.example\n",
  ])("never hears of the recipient %j", async (recipient) => {
    const rig = await using(emailRig());
    const outcome = await rig.channel.send(outgoing(alert(), { recipient }), never);
    expect(shape(outcome)).toEqual(["rejected", "rejected-recipient", "message"]);
    expect(rig.sink.mails()).toEqual([]);
  });

  it("gets no header from a headline", async () => {
    const rig = await using(emailRig());
    await rig.channel.send(outgoing(alert({ headline: "News\r\nBcc: x@evil.example\r\n\r\nbody" })), never);
    const [mail] = rig.sink.mails();
    expect(mail?.headers["subject"]).toBe("Urgent: News Bcc: x@evil.example body");
    expect(mail?.headers["bcc"]).toBeUndefined();
    expect(mail?.recipients).toEqual(["a@example.org"]);
  });

  it("is let go of when the daemon stops", async () => {
    const rig = await using(emailRig());
    const outcome = await rig.channel.send(outgoing(alert()), AbortSignal.abort());
    expect(outcome).toMatchObject({ kind: "retry", reason: "timeout" });
    expect(rig.sink.mails()).toEqual([]);
  });
});

describe("a webhook's receiver", () => {
  const rows: [string, ReceiverAnswer, unknown[]][] = [
    ["200", { status: 200 }, ["sent"]],
    ["202", { status: 202 }, ["sent"]],
    ["408", { status: 408 }, ["retry", "server-error", "channel", "ambiguous", null]],
    ["425", { status: 425 }, ["retry", "server-error", "channel", "unsent", null]],
    [
      "429 with Retry-After",
      { status: 429, headers: { "retry-after": "12" } },
      ["retry", "rate-limited", "channel", "unsent", 12_000],
    ],
    [
      "429 with a date",
      { status: 429, headers: { "retry-after": "Tue, 20 Jan 2026 15:01:00 GMT" } },
      ["retry", "rate-limited", "channel", "unsent", 60_000],
    ],
    ["500", { status: 500 }, ["retry", "server-error", "channel", "unsent", null]],
    ["504", { status: 504 }, ["retry", "server-error", "channel", "ambiguous", null]],
    ["301", { status: 301, headers: { location: "http://127.0.0.1:1/" } }, ["rejected", "unknown-channel", "channel"]],
    ["400", { status: 400 }, ["rejected", "message-refused", "message"]],
    ["401", { status: 401 }, ["rejected", "bad-credentials", "channel"]],
    ["404", { status: 404 }, ["rejected", "unknown-channel", "channel"]],
    ["422", { status: 422 }, ["rejected", "message-refused", "message"]],
    ["nothing in time", "hang", ["retry", "timeout", "channel", "ambiguous", null]],
    ["a broken connection", "reset", ["retry", "unreachable", "channel", "ambiguous", null]],
  ];

  it.each(rows)("answering %s", async (_name, answer, expected) => {
    const rig = await using(webhookRig());
    rig.receiver.answerWith(answer);
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(shape(outcome)).toEqual(expected);
    expect(rig.receiver.requests).toHaveLength(1);
    expectNoSecrets(JSON.stringify(outcome));
  });

  it("that cannot be reached has certainly not got the message, and its path stays out of the ledger", async () => {
    const rig = await using(webhookRig(`http://127.0.0.1:${await freePort()}/${SECRETS.webhook}`));
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(shape(outcome)).toEqual(["retry", "unreachable", "channel", "unsent", null]);
    expectNoSecrets(JSON.stringify(outcome));
  });

  it("can check the signature and tell repetitions by the key", async () => {
    const rig = await using(webhookRig());
    await rig.channel.send(outgoing(alert()), never);
    const [request] = rig.receiver.requests;
    const [, at, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(request?.headers["x-wirewatch-signature"])) ?? [];
    expect(at).toBe(String(Date.parse("2026-01-20T15:00Z") / 1000));
    expect(signature).toBe(createHmac("sha256", SECRETS.webhook).update(`${at}.${request?.body}`).digest("hex"));
    expect(request?.headers["idempotency-key"]).toBe("alert|sty_1|desk");
    expect(request?.headers["content-type"]).toBe("application/json");
  });
});

describe("the console", () => {
  it("shows marks in brackets where there is no terminal", async () => {
    const rig = await using(consoleRig());
    await rig.channel.send(outgoing(alert()), never);
    expect(rig.arrived()).toContain("that he had [asked for asylum] on Monday.");
  });

  it("names the channel in the line above each message", async () => {
    const rig = await using(consoleRig());
    await rig.channel.send(outgoing(alert()), never);
    expect(rig.arrived().split("\n")[0]).toBe(`── screen ${"─".repeat(50)}`);
  });

  it("shows marks in bold on a terminal", async () => {
    const { stream, text } = collectingStream(true);
    const channel = createConsoleChannel({ id: "screen", timezone: "UTC", stream });
    await channel.send(outgoing(alert()), never);
    expect(text()).toContain("that he had \u001B[1masked for asylum\u001B[22m on Monday.");
    await channel.close();
  });

  it("whose reader went away is tried again", async () => {
    const rig = await using(consoleRig());
    rig.stream.destroy();
    expect(shape(await rig.channel.send(outgoing(alert()), never))).toEqual([
      "retry",
      "unreachable",
      "channel",
      "unsent",
      null,
    ]);
  });
});
