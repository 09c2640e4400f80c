import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import * as z from "zod";
import { readBlocks } from "../../../src/demo/sinks/block-kit-limits.ts";
import { listen, readBody } from "../../../src/demo/sinks/http-server.ts";
import { startSlackSink, type SlackSink } from "../../../src/demo/sinks/slack-sink.ts";
import type { SlackMessage } from "../../../src/demo/sinks/slack-workspace.ts";

const Answer = z.strictObject({
  response_type: z.literal("ephemeral"),
  replace_original: z.literal(false),
  text: z.string().min(1),
  blocks: z.unknown(),
});
const Ack = z.object({ envelope_id: z.string() });

/** A button that somebody presses; what is absent is as in real life. */
export interface Click {
  action: string;
  user?: string;
  channel?: string;
  /** The value of the button; absent: that of the message. */
  value?: string;
  retry?: number;
}

/** A workspace with an app in Socket Mode: the Slack-shaped sink, and connections by which it tells of presses. */
export interface SlackApp {
  /** For `slack.api_url`. */
  url: string;
  sink: SlackSink;
  /** Connections that are open. */
  connections(): number;
  /** How often a connection was asked for, and by which tokens. */
  asked(): readonly string[];
  acks(): readonly string[];
  /** What was told to those who pressed, as text with the texts of blocks below. */
  answers(): readonly string[];
  /** Presses a button of a message, by the latest connection; answers the id of the envelope. */
  press(message: SlackMessage, click: Click): string;
  /** Any frame, by the latest connection. */
  send(frame: string): void;
  /** Refuses connections with this error; null: no longer. */
  refuse(error: string | null): void;
  /** Asks every client to come again, as Slack does every few hours. */
  renew(): void;
  /** Breaks every connection. */
  cut(): void;
  close(): Promise<void>;
}

export async function startSlackApp(): Promise<SlackApp> {
  const sink = await startSlackSink();
  const [acks, asked, answers, open]: [string[], string[], string[], Set<WebSocket>] = [[], [], [], new Set()];
  const sockets = new WebSocketServer({ noServer: true });
  let refusal: string | null = null;
  let lastId = 0;

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.on("upgrade", (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (client) => {
      open.add(client);
      client.on("close", () => open.delete(client));
      client.on("message", (data: Buffer) => acks.push(Ack.parse(JSON.parse(data.toString())).envelope_id));
      client.send(JSON.stringify({ type: "hello", num_connections: open.size }));
    });
  });
  const { url, close } = await listen(server, 0, "127.0.0.1");

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    const body = await readBody(request);
    if (path === "/answer") {
      answers.push(readAnswer(body));
      response.end("ok");
    } else if (path === "/api/apps.connections.open") {
      asked.push(request.headers.authorization ?? "");
      const granted = { ok: true, url: `${url.replace("http", "ws")}/link?ticket=secret-ticket` };
      sendJson(response, refusal === null ? granted : { ok: false, error: refusal });
    } else {
      const { authorization = "", "content-type": type = "" } = request.headers;
      const headers = { authorization, "content-type": type };
      const answer = await fetch(`${sink.url}${path.slice("/api/".length)}`, { method: "POST", body, headers });
      sendJson(response, await answer.json());
    }
  }

  function send(frame: string): void {
    const client = [...open].at(-1);
    if (client === undefined) throw new Error("nobody is connected");
    client.send(frame);
  }

  return {
    url: `${url}/api/`,
    sink,
    connections: () => open.size,
    asked: () => asked,
    acks: () => acks,
    answers: () => answers,
    send,
    press(message, click) {
      lastId += 1;
      const id = `envelope-${lastId}`;
      const payload = payloadOf(message, click, `${url}/answer`);
      const retry = click.retry === undefined ? {} : { retry_attempt: click.retry, retry_reason: "timeout" };
      send(
        JSON.stringify({ envelope_id: id, type: "interactive", accepts_response_payload: false, payload, ...retry }),
      );
      return id;
    },
    refuse(error) {
      refusal = error;
    },
    renew() {
      for (const client of open) client.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    cut() {
      for (const client of open) client.terminate();
    },
    async close() {
      for (const client of open) client.terminate();
      await close();
      await sink.close();
    },
  };
}

/** As https://docs.slack.dev/reference/interaction-payloads/block_actions-payload has it. */
function payloadOf(message: SlackMessage, { action, user = "U7", channel, value }: Click, answerUrl: string): object {
  const conversation = channel ?? message.channel;
  const buttons = message.blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  const button = buttons.find(({ text }) => text.text.toLowerCase().startsWith(action));
  const pressed = { action_id: button?.action_id ?? action, value: value ?? button?.value ?? "", type: "button" };
  return {
    type: "block_actions",
    user: { id: user, username: user === "U7" ? "ada" : "bo", team_id: "T1" },
    team: { id: "T1", domain: "desk" },
    container: { type: "message", message_ts: message.ts, channel_id: conversation, is_ephemeral: false },
    channel: { id: conversation, name: "desk" },
    message: { ts: message.ts, text: message.text },
    trigger_id: "1.2.3",
    response_url: answerUrl,
    actions: [{ ...pressed, block_id: "b", action_ts: "1.2" }],
  };
}

/** @throws when Slack would refuse it */
function readAnswer(body: string): string {
  const { text, blocks } = Answer.parse(JSON.parse(body));
  const read = readBlocks(blocks);
  if ("error" in read) throw new Error(`${read.error}: ${read.messages.join("; ")}`);
  return [text, ...read.blocks.map((block) => JSON.stringify(block))].join("\n");
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}
