import type { Feed } from "../core/vocabulary.ts";
import type { ChannelPlan, WatchRouting } from "../decide/options.ts";
import type { RuleSet } from "../match/rule-set.ts";
import type { FetchOptions } from "../poll/options.ts";
import type { ReloadOptions } from "./config-schema.ts";
import type { HttpOptions } from "../web/options.ts";
import type { ConsoleOptions } from "../notify/console/options.ts";
import type { EmailOptions } from "../notify/email/options.ts";
import type { NtfyOptions } from "../notify/ntfy/options.ts";
import type { RateOptions } from "../notify/options.ts";
import type { SlackBotOptions, SlackWebhookOptions } from "../notify/slack/options.ts";
import type { TeamsOptions } from "../notify/teams/options.ts";
import type { TelegramOptions } from "../notify/telegram/options.ts";
import type { WebhookOptions } from "../notify/webhook/options.ts";
import type { HeartbeatOptions } from "../telemetry/options.ts";
import type { RetentionOptions, StoreSync } from "../store/options.ts";

/** How a channel sends: the options of its kind, secrets unresolved. */
export type Transport =
  | { kind: "slack"; options: SlackBotOptions }
  | { kind: "slack-webhook"; options: SlackWebhookOptions }
  | { kind: "email"; options: EmailOptions }
  | { kind: "webhook"; options: WebhookOptions }
  | { kind: "ntfy"; options: NtfyOptions }
  | { kind: "telegram"; options: TelegramOptions }
  | { kind: "teams"; options: TeamsOptions }
  | { kind: "console"; options: ConsoleOptions };

export interface ChannelConfig extends Omit<ChannelPlan, "follows"> {
  rate: RateOptions;
  transport: Transport;
}

/** A test of a watch, with the place it was written at. */
export interface WatchTest {
  watchId: string;
  name: string;
  title: string;
  summary: string;
  body: string;
  lang: string | null;
  feedId: string | null;
  publishedAt: number | null;
  /** Persons that must be found; null: not asserted. */
  people: readonly string[] | null;
  expect: "match" | "quiet";
  file: string;
  line: number;
  column: number;
}

/** A valid configuration: frozen, JSON-safe, secrets unresolved, paths absolute. */
export interface Config {
  folder: string;
  /**
   * SHA-256 of what the files say, so that processes can tell which one they work with. Neither the order of keys,
   * comments and tests nor the folder, store and queue of a process change it.
   */
  hash: string;
  timezone: string;
  store: { url: string; sync: StoreSync };
  queue: string;
  http: HttpOptions;
  fetch: FetchOptions;
  retention: RetentionOptions;
  operators: { page: readonly string[]; notice: readonly string[]; summary_at: string | null };
  heartbeat: HeartbeatOptions | null;
  /** Whether changed files are taken over by themselves, and how long they must rest before, ms. */
  reload: ReloadOptions;
  feeds: readonly Feed[];
  rules: RuleSet;
  /** All but those that are off, in the order of `rules.watches`. */
  watches: readonly WatchRouting[];
  channels: readonly ChannelConfig[];
  tests: readonly WatchTest[];
}

/** A problem of the configuration, at a place an editor can jump to. Lines and columns count from 1. */
export interface ConfigProblem {
  severity: "error" | "lint";
  code: string;
  file: string;
  line: number;
  column: number;
  message: string;
  /** What to do. */
  remedy: string | null;
  /** The source line and a caret line under the place; null where there is no text to show. */
  excerpt: { text: string; caret: string } | null;
}
