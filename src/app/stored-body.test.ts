import { describe, expect, it } from "vitest";
import { gunzipSync } from "node:zlib";
import type { Config, Transport } from "../config/config.ts";
import { toStoredBody } from "./stored-body.ts";

const TRANSPORTS: Transport[] = [
  {
    kind: "slack",
    options: {
      channel: "C1",
      token: "hunter2",
      app_token: "xapp-hunter2",
      api_url: "https://slack.com/api/",
      mention: {},
      unfurl: false,
    },
  },
  { kind: "email", options: { to: ["a@b.example"], from: "c@d.example", smtp: { env: "SMTP_URL" } } },
  {
    kind: "email",
    options: {
      to: ["a@b.example"],
      from: "c@d.example",
      smtp: "smtps://u:hunter2@mail.example",
      dkim: { selector: "w", key: "hunter2" },
    },
  },
  {
    kind: "slack-webhook",
    options: { webhook: "https://hooks.slack.com/services/hunter2", mention: {}, unfurl: false },
  },
  { kind: "webhook", options: { url: "https://hooks.example/", secret: "hunter2" } },
  { kind: "ntfy", options: { url: "https://ntfy.sh/", topic: "hunter2", token: "hunter2" } },
  { kind: "telegram", options: { chat: -1001, token: "hunter2", api_url: "https://api.telegram.org/" } },
  { kind: "teams", options: { webhook: "https://flow.example/hunter2" } },
];

function bodyOf(written: Config): string {
  const [kind, text = ""] = toStoredBody(written).split(",");
  return kind === "gzip" ? gunzipSync(Buffer.from(text, "base64")).toString() : "";
}

const config: Config = {
  folder: "/etc/wirewatch",
  hash: "abc",
  timezone: "UTC",
  store: { url: "postgres://wirewatch:hunter2@db/wirewatch", sync: "normal" },
  queue: "redis://:hunter2@cache",
  http: { public_url: null, listen: "127.0.0.1:8420", auth: { tokens: { prometheus: "hunter2" } } },
  fetch: { allow_private: [], per_host: { in_flight: 1, gap: 1000 }, min_interval: 60_000 },
  retention: { items: null, matched: null, ledger: null, polls: null, size: 5e9 },
  operators: { page: [], notice: [], summary_at: null },
  heartbeat: { url: "https://beat.example/hunter2", every: 60_000 },
  reload: { watch: false, settle: 3000 },
  feeds: [],
  rules: { lists: {}, clauses: {}, exclusions: {}, people: [], watches: [] },
  watches: [],
  channels: TRANSPORTS.map((transport, index) => ({
    id: `${transport.kind}-${index}`,
    timezone: "UTC",
    recipients: [],
    digest: null,
    takes: null,
    quietHours: null,
    atMost: null,
    rate: { every: 1000, burst: 20 },
    transport,
  })),
  tests: [],
};

describe("the stored configuration", () => {
  it("holds no secret, written out or in an address", () => {
    expect(bodyOf(config)).not.toContain("hunter2");
  });

  it("keeps references to secrets and everything else", () => {
    expect(JSON.parse(bodyOf(config))).toMatchObject({
      hash: "abc",
      channels: TRANSPORTS.map(({ kind }, index) => ({ id: `${kind}-${index}`, transport: { kind } })),
    });
    expect(bodyOf(config)).toContain('"smtp":{"env":"SMTP_URL"}');
  });
});
