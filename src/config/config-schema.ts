import * as z from "zod";
import { Duration, Id, TimeOfDay, Zone } from "../core/schema.ts";
import { AtMostOptions, DigestOptions, QuietHoursOptions, RoutingOptions, TakesOptions } from "../decide/options.ts";
import {
  ClauseOptions,
  ExclusionOptions,
  ListOptions,
  PeopleCsvOptions,
  PeopleFtmOptions,
  PersonOptions,
  RuleOptions,
  WatchTestOptions,
} from "../match/options.ts";
import { ConsoleOptions } from "../notify/console/options.ts";
import { EmailOptions } from "../notify/email/options.ts";
import { NtfyOptions } from "../notify/ntfy/options.ts";
import { RateOptions } from "../notify/options.ts";
import { SlackOptions } from "../notify/slack/options.ts";
import { TeamsOptions } from "../notify/teams/options.ts";
import { TelegramOptions } from "../notify/telegram/options.ts";
import { WebhookOptions } from "../notify/webhook/options.ts";
import { FeedDefaults, FeedOptions, FetchOptions, OpmlOptions } from "../poll/options.ts";
import { QueueUrl } from "../queue/options.ts";
import { RetentionOptions, StoreSync, StoreUrl } from "../store/options.ts";
import { HeartbeatOptions } from "../telemetry/options.ts";
import { HttpOptions } from "../web/options.ts";

/** A watch: what it looks for and who is told. */
export const WatchOptions = RuleOptions.extend(RoutingOptions.shape);
export type WatchOptions = z.infer<typeof WatchOptions>;

/** Files are looked at once a second. */
const SHORTEST_SETTLE_MS = 1000;

export const TRANSPORTS = ["slack", "email", "webhook", "ntfy", "telegram", "teams", "console"] as const;

const ChannelPlanOptions = z.strictObject({
  timezone: Zone.optional(),
  /** Collects matches into editions instead of sending each as an alert. */
  digest: DigestOptions.optional(),
  /** Matches that come here besides those of watches that name the channel. */
  takes: TakesOptions.optional(),
  /** Alerts wait for their end. */
  quiet_hours: QuietHoursOptions.optional(),
  /** Alerts beyond it are told together. */
  at_most: AtMostOptions.optional(),
  rate: RateOptions.prefault({}),
});

/** A channel: exactly one transport, and how it sends. */
export const ChannelOptions = z
  .strictObject({
    slack: SlackOptions.optional(),
    email: EmailOptions.optional(),
    webhook: WebhookOptions.optional(),
    ntfy: NtfyOptions.optional(),
    telegram: TelegramOptions.optional(),
    teams: TeamsOptions.optional(),
    console: ConsoleOptions.optional(),
    ...ChannelPlanOptions.shape,
  })
  .refine((channel) => TRANSPORTS.filter((kind) => channel[kind] !== undefined).length === 1, {
    error: `give exactly one of ${TRANSPORTS.join(", ")}`,
  })
  .meta({ oneOf: TRANSPORTS.map((kind) => ({ required: [kind] })) });
export type ChannelOptions = z.infer<typeof ChannelOptions>;

const OperatorOptions = z.strictObject({
  /** Channels that hear at once what a person must act on. */
  page: z.array(Id).default([]),
  notice: z.array(Id).default([]),
  /** When `notice` gets the morning summary, local time; null: never. */
  summary_at: TimeOfDay.nullable().default(null),
});

const ReloadOptions = z.strictObject({
  /** Whether a change of a file is taken over by itself. */
  watch: z.boolean().default(false),
  /** Files must rest for so long before. */
  settle: Duration.refine((ms) => ms >= SHORTEST_SETTLE_MS, "write at least 1s").default(3000),
});
export type ReloadOptions = z.infer<typeof ReloadOptions>;

/** What a file gives to those of its own entries that do not say otherwise, by section. */
export const DefaultsOptions = z
  .strictObject({
    feeds: FeedDefaults,
    people: PersonOptions.omit({ id: true, name: true, names: true }).partial(),
    watches: WatchOptions.omit({ id: true, title: true, match: true, tests: true }).partial(),
    channels: ChannelPlanOptions.partial(),
    /** For what stands under `tests` of the file, not for the tests inside its watches. */
    tests: WatchTestOptions.pick({ lang: true, feed: true, published: true }),
  })
  .partial();

/** Sections with one value for the whole configuration: they stand in one file only. */
export const SettingsOptions = z.strictObject({
  timezone: Zone.default("UTC"),
  store: StoreUrl.default("sqlite:../data/wirewatch.db"),
  store_sync: StoreSync.default("normal"),
  queue: QueueUrl.default("local"),
  http: HttpOptions.prefault({}),
  fetch: FetchOptions.prefault({}),
  retention: RetentionOptions.prefault({}),
  operators: OperatorOptions.prefault({}),
  /** Where watches on trial are told that name no channel of their own for it. */
  trial_channel: Id.optional(),
  heartbeat: HeartbeatOptions.nullable().default(null),
  reload: ReloadOptions.prefault({}),
});
export type SettingsOptions = z.infer<typeof SettingsOptions>;

/** Files to read as well: paths or globs, relative to the file they stand in or absolute. */
export const IncludeOptions = z.array(z.string().min(1));

/** A file of the configuration. Any section may stand in any file. */
export const FileOptions = SettingsOptions.partial().extend({
  include: IncludeOptions.optional(),
  defaults: DefaultsOptions.optional(),
  feeds: z.array(z.union([FeedOptions, OpmlOptions])).optional(),
  lists: z.record(Id, ListOptions).optional(),
  clauses: z.record(Id, ClauseOptions).optional(),
  exclusions: z.record(Id, ExclusionOptions).optional(),
  people: z.array(z.union([PersonOptions, PeopleCsvOptions, PeopleFtmOptions])).optional(),
  watches: z.array(WatchOptions).optional(),
  /** Tests by the id of the watch, beside those that stand in it. */
  tests: z.record(Id, z.array(WatchTestOptions)).optional(),
  channels: z.record(Id, ChannelOptions).optional(),
});

/** JSON Schema (draft 2020-12) of a configuration file, for editors. */
export function printJsonSchema(): string {
  const schema = z.toJSONSchema(FileOptions, { io: "input", target: "draft-2020-12" });
  const title = "wirewatch configuration";
  return `${JSON.stringify({ ...schema, title }, null, 2)}\n`;
}
