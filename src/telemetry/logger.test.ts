import { describe, expect, it } from "vitest";
import { Secret } from "../core/secret.ts";
import { createLogger, type Logger } from "./logger.ts";

const PLANTED = "s3cr3t-planted";

function linesOf(write: (log: Logger) => void): string {
  const lines: string[] = [];
  write(createLogger("debug", { write: (line) => lines.push(line) }));
  return lines.join("");
}

function refusedLogin(): Error {
  const refused = Object.assign(new Error("WRONGPASS"), { code: "WRONGPASS", command: { args: ["AUTH", PLANTED] } });
  return new Error(`could not open redis://desk:${PLANTED}@queue.example.org:6379`, { cause: refused });
}

describe("the log", () => {
  it.each<[place: string, write: (log: Logger) => void]>([
    ["a field", (log) => log.info({ password: PLANTED }, "started")],
    ["a field whose name ends like a secret's", (log) => log.info({ slackBotToken: PLANTED }, "started")],
    ["the depth of an object", (log) => log.info({ channel: { slack: { app: { token: PLANTED } } } }, "started")],
    ["a list", (log) => log.info({ channels: [{ secret: PLANTED }] }, "started")],
    ["a map of named secrets", (log) => log.info({ auth: { tokens: { grafana: PLANTED } } }, "started")],
    ["headers", (log) => log.info({ headers: { Authorization: `Bearer ${PLANTED}` } }, "called")],
    ["the fields of a child", (log) => log.child({ smtp: `smtps://u:${PLANTED}@mail` }).info("started")],
    ["an address in a field", (log) => log.info({ store: `postgres://desk:${PLANTED}@db/wirewatch` }, "opened")],
    ["an address in a message", (log) => log.info(`opened rediss://:${PLANTED}@queue:6379/0`)],
    ["a hub's callback", (log) => log.info({ to: `https://news.example/hooks/websub/${PLANTED}` }, "asked")],
    ["a hook's address", (log) => log.info({ to: `https://hooks.slack.com/services/T0/B0/${PLANTED}` }, "posted")],
    ["a token of Slack's in a text", (log) => log.info({ detail: `invalid xoxb-12-${PLANTED}` }, "refused")],
    ["an app token of Slack's in a text", (log) => log.info({ detail: `invalid xapp-1-${PLANTED}` }, "refused")],
    ["a bot's address at Telegram", (log) => log.info({ to: `/bot123456789:${PLANTED}${"A".repeat(35)}/x` }, "posted")],
    ["a token of ntfy's in a text", (log) => log.info({ detail: `invalid tk_${"a".repeat(20)}${PLANTED}` }, "refused")],
    ["a workflow's signature", (log) => log.info({ to: `https://x.example/run?sp=1&sig=${PLANTED}` }, "posted")],
    ["a feed's query", (log) => log.info({ url: `https://news.example.org/f?api_key=${PLANTED}&x=1` }, "polled")],
    ["an error and its causes", (log) => log.error({ err: refusedLogin() }, "queue failed")],
    ["an error alone", (log) => log.error(refusedLogin())],
    ["a secret as an object", (log) => log.info({ value: new Secret(PLANTED) }, "started")],
  ])("does not let out a secret from %s", (_place, write) => {
    const lines = linesOf(write);
    expect(lines).not.toContain(PLANTED);
    expect(lines).toContain("[redacted]");
  });

  it("keeps addresses of feeds, hosts and what is around a secret", () => {
    const lines = linesOf((log) => {
      log.info({ url: "https://news.example.org/world.xml?edition=uk", store: `postgres://a:${PLANTED}@db/ww` }, "x");
    });
    expect(JSON.parse(lines)).toMatchObject({
      level: "info",
      msg: "x",
      url: "https://news.example.org/world.xml?edition=uk",
      store: "postgres://[redacted]@db/ww",
    });
  });

  it("tells an error with its code and its causes", () => {
    const inner = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const lines = linesOf((log) => log.error({ err: new Error("no queue", { cause: inner }) }, "queue failed"));
    expect(JSON.parse(lines)).toMatchObject({
      level: "error",
      msg: "queue failed",
      err: { type: "Error", message: "no queue", cause: { message: "connect ECONNREFUSED", code: "ECONNREFUSED" } },
    });
  });

  it("survives an object that contains itself", () => {
    const loop: Record<string, unknown> = { name: "loop" };
    loop["self"] = loop;
    expect(linesOf((log) => log.info({ loop }, "looped"))).toContain('"msg":"looped"');
  });

  it("gives a terminal nothing to obey", () => {
    const said = "refused \u001B[31m\u009B2J \u202Ewor";
    const line = linesOf((log) => log.warn({ said }, "poll failed"));
    expect(line.trimEnd()).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(JSON.parse(line)).toMatchObject({ said });
  });
});
