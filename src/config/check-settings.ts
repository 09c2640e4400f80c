import type { SettingsOptions } from "./config-schema.ts";
import { QueueUrl } from "../queue/options.ts";
import { StoreUrl } from "../store/options.ts";
import { placeIn } from "./origin.ts";
import type { Sections } from "./sections.ts";
import type { Finding, Place } from "./source.ts";
import { topOf, type YamlFile } from "./yaml-file.ts";

const OVERRIDES = [
  { key: "store", variable: "WIREWATCH_STORE", schema: StoreUrl },
  { key: "queue", variable: "WIREWATCH_QUEUE", schema: QueueUrl },
] as const;

/** The store and queue to use: what the environment says goes before the files. */
export function overrideSettings(settings: SettingsOptions, env: NodeJS.ProcessEnv): SettingsOptions {
  const store = env["WIREWATCH_STORE"] || settings.store;
  const queue = env["WIREWATCH_QUEUE"] || settings.queue;
  return { ...settings, store, queue };
}

/** Problems of the settings that no schema sees: the environment, what goes together, who may reach the server. */
export function checkSettings(sections: Sections, env: NodeJS.ProcessEnv, entry: YamlFile): Finding[] {
  const findings: Finding[] = [];
  for (const { key, variable, schema } of OVERRIDES) {
    const value = env[variable];
    const remedy = value ? (schema.safeParse(value).error?.issues[0]?.message ?? null) : null;
    if (remedy === null) continue;
    const message = `the environment variable ${variable}, which replaces "${key}", has a value that cannot be used`;
    findings.push({
      severity: "error",
      code: "bad-value",
      place: placeOfSetting(sections, entry, [key]),
      message,
      remedy,
    });
  }
  return [...findings, ...checkEngines(sections, env, entry), ...checkServer(sections, entry)];
}

function placeOfSetting({ settingOrigins }: Sections, entry: YamlFile, keys: readonly string[]): Place {
  const [key, ...below] = keys;
  const origin = key === undefined ? undefined : settingOrigins.get(key);
  return origin === undefined ? topOf(entry) : placeIn(origin, below);
}

/** The combinations that keep their promises: SQLite is one process, a shared queue needs a shared store. */
function checkEngines(sections: Sections, env: NodeJS.ProcessEnv, entry: YamlFile): Finding[] {
  const { store, queue } = overrideSettings(sections.settings, env);
  if (!store.startsWith("sqlite:") || queue === "local") return [];
  const [scheme] = queue.split(":", 1);
  const from = env["WIREWATCH_QUEUE"] ? " of the environment variable WIREWATCH_QUEUE" : "";
  const message = `the queue "${scheme}"${from} needs a PostgreSQL store, this one is SQLite`;
  const remedy =
    from === ""
      ? "write queue: local, or store: postgres://user:password@host/database"
      : "unset it, or set WIREWATCH_STORE to postgres://user:password@host/database too";
  const place = placeOfSetting(sections, entry, ["queue"]);
  return [{ severity: "error", code: "store-and-queue", place, message, remedy }];
}

function checkServer(sections: Sections, entry: YamlFile): Finding[] {
  const { listen, auth } = sections.settings.http;
  const [, host = "", port = ""] = /^(.*):(\d+)$/.exec(listen) ?? [];
  const place = placeOfSetting(sections, entry, ["http", "listen"]);
  if (Number(port) > 65_535) {
    const message = `"listen" has a port that does not exist: ${port}`;
    return [{ severity: "error", code: "bad-value", place, message, remedy: "write a port up to 65535" }];
  }
  if (isLoopback(host) || Object.keys(auth.tokens).length > 0) return [];
  const message = `the server would listen on ${host}, where others reach it, without a login`;
  const remedy = "listen on 127.0.0.1, or give http.auth.tokens: {name: {env: VARIABLE}}";
  return [{ severity: "error", code: "open-server", place, message, remedy }];
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
