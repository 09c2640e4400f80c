import { giveCommand, giveCommandNamingDoer } from "../app/give-command.ts";
import { listConfiguredFeeds } from "../app/list-feeds.ts";
import type { Config } from "../config/config.ts";
import { localTime } from "../core/local-time.ts";
import { needsAttention } from "../pipeline/inspect/list-feeds.ts";
import { describeFeeds } from "./describe-feeds.ts";
import { loadOrExplain } from "./load.ts";
import { refuse } from "./refuse.ts";
import { say } from "./say.ts";
import { unknownId } from "./unknown-id.ts";

interface ConfigFlags {
  config: string;
}

interface JsonFlag {
  json?: true;
}

/** `wirewatch feeds list`: how every feed stands; with `--failing`, only what needs attention. */
export async function listFeedsCommand(flags: ConfigFlags & { failing?: true; json?: true }): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const all = await listConfiguredFeeds(loaded.config, process.env);
  const lines = flags.failing === true ? all.filter(needsAttention) : all;
  say(flags.json === true ? JSON.stringify(lines, null, 2) : describeFeeds(lines, all, loaded.config.timezone));
}

/** `wirewatch feeds poll ID…`: polled now, or as soon as politeness allows. */
export async function pollFeedsCommand(feedIds: string[], flags: ConfigFlags & JsonFlag): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { doneBy, answer } = await giveCommandNamingDoer(loaded.config, process.env, { kind: "poll", feedIds });
  if (answer.kind === "unknown-feed") return refuseUnknown(loaded.config, answer.feedId);
  const { feeds } = answer;
  print(flags, feeds, () => [
    ...feeds.map(({ feedId, at, reason }) => `${feedId}: ${POLL_WORDS[reason](localTime(at, loaded.config.timezone))}`),
    ...(feeds.some(({ reason }) => reason === "now") ? [AFTER_POLL[doneBy]] : []),
  ]);
}

/** What comes next of feeds that are due now. */
const AFTER_POLL = {
  daemon: "The daemon polls what is due within seconds; `wirewatch feeds list` says how that went.",
  "this-process": "No daemon runs here: the next `wirewatch run` polls what is due.",
};

const POLL_WORDS = {
  now: () => "due now",
  "polled-just-now": (due: string) => `polled less than a minute ago, so not at once: it is due at ${due}`,
  "server-asked-to-wait": (due: string) => `its server asked to wait, so not now: it is due at ${due}`,
  paused: (due: string) => `paused until ${due}; end that with: wirewatch feeds resume`,
};

/** `wirewatch feeds pause ID`: not polled for a while; the feed resumes by itself. */
export async function pauseFeedCommand(
  feedId: string,
  flags: ConfigFlags & JsonFlag & { for: number; author: string; comment: string },
): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { author, comment } = flags;
  const until = Date.now() + flags.for;
  const answer = await giveCommand(loaded.config, process.env, { kind: "pause", feedId, until, author, comment });
  if (answer.kind === "unknown-feed") return refuseUnknown(loaded.config, answer.feedId);
  print(flags, { feedId, until, author, comment }, () => [
    `${feedId} is paused until ${localTime(until, loaded.config.timezone)}; it resumes by itself`,
  ]);
}

/** `wirewatch feeds resume ID`: ends a pause. */
export async function resumeFeedCommand(feedId: string, flags: ConfigFlags & JsonFlag): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const answer = await giveCommand(loaded.config, process.env, { kind: "resume", feedId });
  if (answer.kind === "unknown-feed") return refuseUnknown(loaded.config, answer.feedId);
  const { wasPaused } = answer;
  print(flags, { feedId, wasPaused }, () => [wasPaused ? `${feedId} is polled again` : `${feedId} was not paused`]);
}

function print({ json }: JsonFlag, facts: object, describe: () => readonly string[]): void {
  say(json === true ? JSON.stringify(facts, null, 2) : describe().join("\n"));
}

/** `wirewatch prune`: removes what the retention says, as the daemon does every hour. */
export async function runPrune(flags: ConfigFlags & JsonFlag): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { removed } = await giveCommand(loaded.config, process.env, { kind: "prune" });
  const counted = Object.entries(removed).map(([kind, count]) => `${count} ${kind}`);
  const text = counted.length === 0 ? "Nothing is old enough to go." : `Removed ${counted.join(", ")}.`;
  say(flags.json === true ? JSON.stringify(removed) : text);
}

function refuseUnknown({ feeds }: Config, feedId: string): void {
  const isConfigured = feeds.some(({ id }) => id === feedId);
  refuse(
    isConfigured
      ? `the store does not know the feed ${feedId} yet: it does after the next start`
      : unknownId("feed", feedId, feeds),
  );
}
