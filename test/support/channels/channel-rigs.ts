import { Writable } from "node:stream";
import { Secret } from "../../../src/core/secret.ts";
import { startMailSink, type MailSink, type MailSinkOptions } from "../../../src/demo/sinks/mail-sink.ts";
import { startSlackSink, type SlackSink } from "../../../src/demo/sinks/slack-sink.ts";
import type { Channel } from "../../../src/notify/channel.ts";
import { createConsoleChannel } from "../../../src/notify/console/console-channel.ts";
import { createEmailChannel } from "../../../src/notify/email/email-channel.ts";
import { createSlackChannel } from "../../../src/notify/slack/slack-channel.ts";
import { createWebhookChannel } from "../../../src/notify/webhook/webhook-channel.ts";
import { createLogger } from "../../../src/telemetry/logger.ts";
import { tuesday } from "./messages.ts";
import { startReceiver, type Receiver } from "./http-receiver.ts";

/** What no outcome, log line or rendered message may hold. */
export const SECRETS = {
  slack: "xoxb-1-very-secret",
  password: "pass-very-secret",
  webhook: "hook-very-secret",
  telegram: "1234567890:very-secret-token-of-a-telegram-bot",
  ntfy: "tk_verysecrettokenofntfy1234",
  topic: "topic-very-secret",
} as const;

const LOGIN = { user: "desk", pass: SECRETS.password };
export const TIMEOUT_MS = 400;

/** A place that keeps what is written to it. */
export function collectingStream(isTTY = false): { stream: Writable & { isTTY: boolean }; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString("utf8"));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => chunks.join("") };
}

function collectingLog(): { log: ReturnType<typeof createLogger>; lines: () => string } {
  const lines: string[] = [];
  return { log: createLogger("trace", { write: (line) => lines.push(line) }), lines: () => lines.join("") };
}

/** A channel, its local server, and how both end. */
export interface Rig {
  channel: Channel;
  /** Everything that arrived, as one text. */
  arrived(): string;
  lines(): string;
  close(): Promise<void>;
}

export async function slackRig(url?: string): Promise<Rig & { sink: SlackSink }> {
  const sink = await startSlackSink();
  const { log, lines } = collectingLog();
  const channel = createSlackChannel({
    id: "desk",
    options: {
      channel: "C0123",
      token: { env: "SLACK_BOT_TOKEN" },
      api_url: url ?? sink.url,
      mention: { urgent: "<!subteam^S0123>" },
      unfurl: false,
    },
    token: new Secret(SECRETS.slack),
    timezone: "Europe/London",
    log,
    timeoutMs: TIMEOUT_MS,
  });
  return { channel, sink, arrived: () => JSON.stringify(sink.messages()), lines, close: () => closeAll(channel, sink) };
}

interface EmailRigOptions {
  to?: string[];
  /** Another port than the sink's. */
  port?: number;
  scheme?: "smtp" | "smtps";
  /** Behind the address of the server, such as `?tls=required`. */
  query?: string;
  sink?: Omit<MailSinkOptions, "login">;
  dkim?: { domain?: string; selector: string; key: string };
}

export async function emailRig({
  to = ["a@example.org"],
  port,
  scheme = "smtp",
  query = "",
  sink: sinkOptions = {},
  dkim,
}: EmailRigOptions = {}): Promise<Rig & { sink: MailSink }> {
  const sink = await startMailSink({ login: LOGIN, ...sinkOptions });
  const { log, lines } = collectingLog();
  const host = port === undefined ? new URL(sink.url).host : `127.0.0.1:${port}`;
  const channel = createEmailChannel({
    id: "digest",
    options: { to, from: "wirewatch@example.org", smtp: { env: "SMTP_URL" }, ...(dkim === undefined ? {} : { dkim }) },
    ...(dkim === undefined ? {} : { dkimKey: new Secret(dkim.key) }),
    smtp: new Secret(`${scheme}://${LOGIN.user}:${LOGIN.pass}@${host}/${query}`),
    timezone: "Europe/London",
    log,
    timeoutMs: TIMEOUT_MS * 3,
  });
  return { channel, sink, arrived: () => JSON.stringify(sink.mails()), lines, close: () => closeAll(channel, sink) };
}

/** A channel that posts to a web server, which answers as told. */
export type ReceiverRig = Rig & { receiver: Receiver };

/** @param url another one than the server's */
export async function receiverRig(open: (url: string) => Channel, url: string | undefined): Promise<ReceiverRig> {
  const receiver = await startReceiver();
  const channel = open(url ?? receiver.url);
  return {
    channel,
    receiver,
    arrived: () => receiver.requests.map(({ body }) => body).join("\n"),
    lines: () => "",
    close: () => closeAll(channel, receiver),
  };
}

export function webhookRig(url?: string): Promise<ReceiverRig> {
  return receiverRig(
    (address) =>
      createWebhookChannel({
        id: "hook",
        options: { url: address, secret: { env: "HOOK_SECRET" } },
        secret: new Secret(SECRETS.webhook),
        now: () => tuesday("15:00"),
        timeoutMs: TIMEOUT_MS,
      }),
    url,
  );
}

export function consoleRig(): Rig & { stream: Writable } {
  const { stream, text } = collectingStream();
  const channel = createConsoleChannel({ id: "screen", timezone: "Europe/London", stream });
  return { channel, stream, arrived: text, lines: () => "", close: () => channel.close() };
}

async function closeAll(...parts: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close();
}
