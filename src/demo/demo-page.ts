import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { closeServer } from "./close-server.ts";
import type { DemoFeeds } from "./feed-server.ts";
import { alertsAbout, type Received } from "./judge.ts";

const FIRST_PORT = 8420;
const PORTS_TRIED = 20;
const CSP = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  frameSrc: ["'self'"],
  objectSrc: ["'none'"],
};

export interface DemoPage {
  url: string;
  close(): Promise<void>;
}

/** Serves the page that shows feeds, Slack messages and mails as they come, on port 8420 or the next free one. */
export async function serveDemoPage(
  feeds: DemoFeeds,
  received: () => Received,
  summary: () => string,
): Promise<DemoPage> {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy: CSP }));
  app.get("/", (context) => context.html(readPageFile("index.html")));
  app.get("/page.css", (context) => context.body(readPageFile("page.css"), 200, { "content-type": "text/css" }));
  app.get("/page.js", (context) => context.body(readPageFile("page.js"), 200, { "content-type": "text/javascript" }));
  app.get("/favicon.ico", (context) => context.body(null, 204));
  app.get("/state.json", (context) => context.json(toState(feeds, received(), summary())));

  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port += 1) {
    const server = createAdaptorServer({ fetch: app.fetch });
    server.listen(port, "127.0.0.1");
    if (!(await listens(server))) continue;
    return { url: `http://127.0.0.1:${port}/`, close: () => closeServer(server) };
  }
  throw new Error(`no free port between ${FIRST_PORT} and ${FIRST_PORT + PORTS_TRIED - 1} for the demo's page`);
}

function readPageFile(name: string): string {
  return readFileSync(new URL(`page/${name}`, import.meta.url), "utf8");
}

async function listens(server: ReturnType<typeof createAdaptorServer>): Promise<boolean> {
  try {
    await once(server, "listening");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return false;
    throw error;
  }
}

function toState(feeds: DemoFeeds, { messages, mails }: Received, summary: string): object {
  return {
    summary,
    items: feeds.published().map((item) => ({
      title: item.title,
      feed: item.feed,
      alerted: item.expect !== null && alertsAbout(item, messages).length > 0,
    })),
    messages,
    mails: mails.map((mail) => ({
      to: mail.recipients.join(", "),
      subject: mail.headers["subject"] ?? "",
      html: mail.html ?? "",
    })),
  };
}
