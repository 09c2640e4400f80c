import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listen, readBody } from "./http-server.ts";
import { createScript } from "./script.ts";
import { createSlackWorkspace, type SlackMessage } from "./slack-workspace.ts";

/** What the sink does instead of answering well. */
export type SlackRule = {
  /** The API method; every method unless given. */
  method?: string;
} & (
  | { answer: "rate-limited"; retryAfterSeconds: number | null }
  | { answer: "error"; error: string }
  | { answer: "status"; status: number }
  | { answer: "body"; body: string }
  | { answer: "redirect"; to: string }
  /** Neither accepts nor answers. */
  | { answer: "hang" | "reset" }
  /** Accepts the message, and the answer never comes. */
  | { answer: "accept-then-hang" | "accept-then-reset" }
  /** Accepts the message and takes its time to say so. */
  | { answer: "accept-slowly"; afterMs: number }
);

export interface SlackSinkOptions {
  port?: number;
  host?: string;
  onMessage?: (message: SlackMessage) => void;
}

export interface SlackSink {
  /** The API address, for `slack.api_url`; ends with a slash. */
  url: string;
  /** Accepted messages, oldest first. */
  messages(): readonly SlackMessage[];
  /** Deletes a message, as a person would; false: there is no such message. */
  remove(ts: string): boolean;
  /** How many requests reached a method, refused ones included. */
  requests(method: string): number;
  /** A member reacts to the message of that `ts`. */
  react(ts: string, user: string, name: string): void;
  /** Scripts the next answers; rules are used in order, each `times` times. */
  respond(rule: SlackRule, times?: number): void;
  close(): Promise<void>;
}

/**
 * A Slack-shaped server: chat.postMessage, chat.update, conversations.history and .replies, auth.test, with Slack's
 * limits.
 */
export async function startSlackSink({
  port = 0,
  host = "127.0.0.1",
  onMessage,
}: SlackSinkOptions = {}): Promise<SlackSink> {
  const workspace = createSlackWorkspace(onMessage);
  const script = createScript<SlackRule>();
  const counts = new Map<string, number>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = new URL(request.url ?? "/", "http://sink").pathname.replace(/^\/api\//, "");
    counts.set(method, (counts.get(method) ?? 0) + 1);
    const form = new URLSearchParams(await readBody(request));
    const token = request.headers.authorization?.replace(/^Bearer /, "") ?? form.get("token");
    const rule = script.take((candidate) => candidate.method === undefined || candidate.method === method);
    if (rule === undefined || rule.answer.startsWith("accept-")) {
      const answer = workspace.call(method, form, token);
      if (rule === undefined) return sendJson(response, answer);
      if (rule.answer === "accept-slowly") return sendJson(response, await sleep(rule.afterMs, answer));
    }
    if (rule !== undefined) misbehave(rule, request, response);
    return undefined;
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const { url, close } = await listen(server, port, host);
  return {
    url: `${url}/api/`,
    messages: () => workspace.messages(),
    remove: (ts) => workspace.remove(ts),
    requests: (method) => counts.get(method) ?? 0,
    react: (ts, user, name) => workspace.react(ts, user, name),
    respond: (rule, times) => script.add(rule, times),
    close,
  };
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(value));
}

function misbehave(rule: SlackRule, request: IncomingMessage, response: ServerResponse): void {
  switch (rule.answer) {
    case "rate-limited": {
      const wait = rule.retryAfterSeconds === null ? {} : { "retry-after": String(rule.retryAfterSeconds) };
      response.writeHead(429, wait).end("");
      break;
    }
    case "error":
      sendJson(response, { ok: false, error: rule.error });
      break;
    case "status":
      response.writeHead(rule.status).end("out of order");
      break;
    case "body":
      response.writeHead(200, { "content-type": "text/html" }).end(rule.body);
      break;
    case "redirect":
      response.writeHead(302, { location: rule.to }).end();
      break;
    case "reset":
    case "accept-then-reset":
      request.socket.resetAndDestroy();
      break;
    case "hang":
    case "accept-then-hang":
    case "accept-slowly":
      break;
  }
}
