import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load-config.ts";
import { requireSecrets } from "./require-secrets.ts";
import { ROLES, type Role } from "./roles.ts";

const YAML = `http: {auth: {tokens: {grafana: {env: WEB_TOKEN}}}}
heartbeat: {url: {env: BEAT_URL}}
channels:
  desk: {slack: {channel: C1, token: {env: BOT_TOKEN}, app_token: {env: APP_TOKEN}}}
  mail: {email: {to: [a@b.example], from: c@d.example, smtp: {file: smtp.txt}}}
`;
const ALL = { WEB_TOKEN: "w", BEAT_URL: "b", BOT_TOKEN: "t", APP_TOKEN: "a" };

let folder: string;
let config: Config;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirewatch-secrets-"));
  await writeFile(join(folder, "wirewatch.yaml"), YAML);
  const loaded = await loadConfig({ folder, env: {} });
  if (loaded.kind === "invalid") throw new Error(JSON.stringify(loaded.problems));
  ({ config } = loaded);
});
afterAll(() => rm(folder, { recursive: true }));

function missing(env: NodeJS.ProcessEnv, roles: readonly Role[] = ROLES, mode: "service" | "once" = "service"): string {
  try {
    requireSecrets({ config, env, roles, mode });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(folder, "DIR") : "";
  }
}

it("all secrets that are missing are named in one message", () => {
  expect(missing({})).toBe(`5 secrets are missing:
  channels.desk.slack.token needs the environment variable BOT_TOKEN, which is not set
  channels.desk.slack.app_token needs the environment variable APP_TOKEN, which is not set
  channels.mail.email.smtp needs the file DIR/smtp.txt, which cannot be read (ENOENT)
  http.auth.tokens.grafana needs the environment variable WEB_TOKEN, which is not set
  heartbeat.url needs the environment variable BEAT_URL, which is not set`);
});

it("one secret that is missing is named alone", () => {
  const { WEB_TOKEN: _, ...others } = ALL;
  expect(missing(others, ["web"])).toBe(
    "http.auth.tokens.grafana needs the environment variable WEB_TOKEN, which is not set",
  );
});

it.each([
  ["of another role", {}, ["poll", "match"], "service", ""],
  ["that is only for buttons, where the process ends by itself", {}, ROLES, "once", "2 secrets are missing"],
] as const)("no secret is asked for %s", (...[, env, roles, mode, told]) => {
  expect(missing(env, roles, mode).split(":")[0]).toBe(told);
});
