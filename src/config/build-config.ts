import { dirname, relative, resolve } from "node:path";
import { deepFreeze } from "../core/deep-freeze.ts";
import { once } from "../core/once.ts";
import type { Feed } from "../core/vocabulary.ts";
import type { WatchTestOptions } from "../match/options.ts";
import type { RuleSet } from "../match/rule-set.ts";
import type { FeedOptions } from "../poll/options.ts";
import { hashOf } from "../core/hash.ts";
import type { SecretRef } from "../core/schema.ts";
import { stableJson } from "../core/stable-json.ts";
import { secretFrom, toTransport } from "./build-transport.ts";
import type { ChannelConfig, Config, WatchTest } from "./config.ts";
import type { ChannelOptions, SettingsOptions, WatchOptions } from "./config-schema.ts";
import { keepTold } from "./keep-told.ts";
import { placeIn } from "./origin.ts";
import type { Entry, Sections } from "./sections.ts";
import { positionOf } from "./source.ts";
import { testsOf } from "./tests-of.ts";

export interface ConfigParts {
  /** Absolute. */
  folder: string;
  settings: SettingsOptions;
  sections: Sections;
  feeds: readonly FeedOptions[];
  /** Of all watches, in the order of `sections.watches`. */
  rules: RuleSet;
}

/** The configuration that the program works with, frozen: live watches only, paths absolute, secrets unresolved. */
export function buildConfig({ folder, settings, sections, feeds, rules }: ConfigParts): Config {
  const live = sections.watches.entries.filter(({ value }) => value.status !== "off");
  const liveIds = new Set(live.map(({ id }) => id));
  const { timezone, queue, operators, fetch, reload } = settings;
  const watches = live.map(({ value }) => toRouting(value, settings.trial_channel));
  const content = {
    timezone,
    fetch,
    retention: keepTold(settings.retention, watches),
    operators,
    reload,
    feeds: feeds.map(toFeed),
    rules: { ...rules, watches: rules.watches.filter(({ id }) => liveIds.has(id)) },
    watches,
    ...withSecrets(settings, sections, (path) => path),
  };
  const store = toStore(settings, sections, folder);
  // What is imported is known by the hash of its files: it may be a hundred thousand persons.
  const hashed = { ...content, rules: { ...content.rules, imported: rules.imported?.hash ?? null } };
  // Both take long, and most commands ask for neither. Other machines have the folder elsewhere.
  const hash = once(() =>
    hashOf(stableJson({ ...hashed, ...withSecrets(settings, sections, (path) => relative(folder, path)) })),
  );
  const tests = once(() => deepFreeze(toTests(sections, liveIds)));
  return Object.freeze({
    ...deepFreeze({ folder, store, queue, ...content }),
    get hash() {
      return hash();
    },
    get tests() {
      return tests();
    },
  });
}

/** What has secrets. @param place of the files that their paths are relative to, from their absolute folder */
function withSecrets(
  { timezone, http, heartbeat }: SettingsOptions,
  { channels, settingOrigins }: Sections,
  place: (folder: string) => string,
): Pick<Config, "http" | "heartbeat" | "channels"> {
  // A secret can only be where its setting was written.
  function secretOf(setting: string, ref: SecretRef): SecretRef {
    const origin = settingOrigins.get(setting);
    return origin === undefined ? ref : secretFrom(ref, place(dirname(origin.file.path)));
  }
  return {
    http: { ...http, auth: { tokens: mapValues(http.auth.tokens, (ref) => secretOf("http", ref)) } },
    heartbeat: heartbeat && { ...heartbeat, url: secretOf("heartbeat", heartbeat.url) },
    channels: channels.entries.map((channel) => toChannel(channel, timezone, place(dirname(channel.origin.file.path)))),
  };
}

function toFeed(options: FeedOptions): Feed {
  const { id, url, kind, lang, tags, every, timezone } = options;
  return {
    id,
    url,
    kind: kind ?? "independent",
    lang: lang ?? null,
    tags: tags ?? [],
    everyMs: every ?? null,
    expectEveryMs: options.expect_every ?? null,
    timezone: timezone ?? null,
    onAdd: options.on_add ?? "summary",
    fullText: options.full_text ?? false,
  };
}

function toRouting(watch: WatchOptions, trialChannel: string | undefined): Config["watches"][number] {
  const { id, title, owner = null, severity, max_age: maxAgeMs, useful_for: usefulForMs = null, group, notify } = watch;
  const channelId = watch.trial_channel ?? trialChannel ?? null;
  const trial = watch.status === "trial" ? { channelId } : null;
  const escalate = watch.escalate === undefined ? null : { afterMs: watch.escalate.after, to: watch.escalate.to };
  return { id, title, owner, severity, maxAgeMs, usefulForMs, group, notify, escalate, trial };
}

function toChannel({ id, value }: Entry<ChannelOptions>, zone: string, base: string): ChannelConfig {
  const { timezone = zone, digest = null, takes = null, rate } = value;
  const { quiet_hours: quietHours = null, at_most: atMost = null } = value;
  const recipients = value.email?.to ?? [];
  const transport = toTransport(value, base);
  return { id, timezone, digest, takes, quietHours, atMost, recipients, rate, transport };
}

/** Where the store is. @param folder absolute, of the configuration */
export function toStore(settings: SettingsOptions, sections: Sections, folder: string): Config["store"] {
  return { url: absoluteStore(settings.store, sections, folder), sync: settings.store_sync };
}

/** A path in the environment is, like one in `wirewatch.yaml`, relative to the folder of the configuration. */
function absoluteStore(url: string, { settings, settingOrigins }: Sections, folder: string): string {
  const [, path] = /^sqlite:(.+)$/.exec(url) ?? [];
  if (path === undefined || path === ":memory:") return url;
  const file = url === settings.store ? settingOrigins.get("store")?.file.path : undefined;
  return `sqlite:${resolve(file === undefined ? folder : dirname(file), path)}`;
}

function toTests(sections: Sections, liveIds: ReadonlySet<string>): WatchTest[] {
  return testsOf(sections)
    .filter(({ id }) => liveIds.has(id))
    .map(toTest);
}

function toTest({ id: watchId, value: test, origin }: Entry<WatchTestOptions>): WatchTest {
  const { file } = origin;
  return {
    watchId,
    name: test.name,
    title: test.title,
    summary: test.summary,
    body: test.body,
    lang: test.lang ?? null,
    feedId: test.feed ?? null,
    publishedAt: test.published === undefined ? null : Date.parse(test.published),
    people: test.people ?? null,
    expect: test.expect,
    file: file.path,
    ...positionOf(file.text, placeIn(origin, []).start),
  };
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
