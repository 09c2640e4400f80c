import { giveCommand } from "../app/give-command.ts";
import { listSilences } from "../app/list-silences.ts";
import type { Config } from "../config/config.ts";
import { localTime } from "../core/local-time.ts";
import { DAY_MS } from "../core/time.ts";
import { loadOrExplain } from "./load.ts";
import { refuse } from "./refuse.ts";
import { say } from "./say.ts";
import { unknownId } from "./unknown-id.ts";

interface ConfigFlags {
  config: string;
}

interface AddFlags extends ConfigFlags {
  watch?: string;
  story?: string;
  feed?: string;
  words?: string;
  /** Milliseconds. */
  for: number;
  author: string;
  comment: string;
  json?: true;
}

type SilenceRow = Awaited<ReturnType<typeof listSilences>>[number];

const WEEK_MS = 7 * DAY_MS;

/** `wirewatch silence add`: no alerts of what it describes, until its end. */
export async function addSilenceCommand(flags: AddFlags): Promise<void> {
  const { watch = null, story = null, feed = null, words = null, author, comment } = flags;
  const incomplete = incompleteIn(flags);
  if (incomplete !== null) return refuse(incomplete);
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const unknown = unknownOf(loaded.config, watch, feed);
  if (unknown !== null) return refuse(unknown);
  const until = Date.now() + flags.for;
  const asked = { watchId: watch, storyId: story, feedId: feed, words, until, author, comment };
  const answer = await giveCommand(loaded.config, process.env, { kind: "silence", ...asked });
  if (answer.kind === "unknown-story") return refuse(`there is no story, and no item in one, with the id ${story}`);
  if (flags.json === true) say(JSON.stringify({ id: answer.silenceId, until: answer.until }));
  else say(`${answer.silenceId} until ${localTime(answer.until, loaded.config.timezone)}; what it holds is told then`);
}

/** `wirewatch silence list`. */
export async function listSilencesCommand(flags: ConfigFlags & { past?: true; json?: true }): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const silences = await listSilences(loaded.config, process.env, flags.past === true ? WEEK_MS : 0);
  if (flags.json === true) say(JSON.stringify(silences, null, 2));
  else if (silences.length === 0) say("No silence is in force.");
  else say(silences.map((silence) => describe(silence, loaded.config.timezone)).join("\n"));
}

/** `wirewatch silence expire ID`. */
export async function expireSilenceCommand(
  silenceId: string,
  flags: ConfigFlags & { author: string; json?: true },
): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { author } = flags;
  const answer = await giveCommand(loaded.config, process.env, { kind: "expire-silence", silenceId, author });
  if (answer.kind === "unknown-silence")
    return refuse(`no silence with the id ${silenceId} is in force: wirewatch silence list shows them`);
  const facts = { id: silenceId, endedBy: author };
  say(flags.json === true ? JSON.stringify(facts, null, 2) : `${silenceId} has ended; what it held is told now`);
}

function incompleteIn({ watch, story, feed, words }: AddFlags): string | null {
  if (words !== undefined && !/[\p{L}\p{N}]/u.test(words)) return "--words must hold a word";
  const conditions = [watch, story, feed, words];
  if (conditions.every((condition) => condition === undefined))
    return "say what to silence: --watch, --story, --feed or --words";
  return null;
}

function unknownOf({ watches, feeds }: Config, watch: string | null, feed: string | null): string | null {
  if (watch !== null && !watches.some(({ id }) => id === watch)) return unknownId("live watch", watch, watches);
  if (feed !== null && !feeds.some(({ id }) => id === feed)) return unknownId("feed", feed, feeds);
  return null;
}

function describe(silence: SilenceRow, zone: string): string {
  const { id, endsAt, endedBy, author, comment } = silence;
  const end = localTime(endsAt, zone);
  const until = endedBy === null ? `until ${end}` : `ended ${end} by ${endedBy}`;
  return `${id}  ${until}  ${describeWhat(silence)}  ${author}: ${comment}`;
}

function describeWhat({ watchId, storyId, feedId, words }: SilenceRow): string {
  return [
    watchId === null ? [] : `watch ${watchId}`,
    storyId === null ? [] : `story ${storyId}`,
    feedId === null ? [] : `feed ${feedId}`,
    words === null ? [] : `"${words}"`,
  ]
    .flat()
    .join(", ");
}
