import {
  configuredFeeds,
  configuredFetch,
  entryOf,
  feedsInFile,
  isFeedKind,
  OpmlFileError,
  readOpmlFile,
  separateKnown,
  writeFeeds,
  type AddedFeed,
} from "../app/add-feeds.ts";
import type { Probe } from "../app/probe-feed.ts";
import { probeAddress } from "../app/probe-known.ts";
import { printFeeds, type FeedEntry } from "../config/edit-feeds.ts";
import { printOpml } from "../config/print-opml.ts";
import { printProblems } from "../config/print-problems.ts";
import { sameAddress } from "../core/feed-address.ts";
import { Id, Language } from "../core/schema.ts";
import { FEED_KINDS } from "../core/vocabulary.ts";
import { describeProbe } from "./describe-probe.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";
import { refuse } from "./refuse.ts";
import { complain, say } from "./say.ts";

interface AddFlags {
  config: string;
  to?: string;
  id?: string;
  kind?: string;
  lang?: string;
  tags?: string;
  allowPrivate?: true;
}

const SHOWN_ITEMS = 2;

/** `wirewatch feeds add URL`: looks at the feed, then prints its entry or writes it. */
export async function addFeedCommand(url: string, flags: AddFlags): Promise<void> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return refuse(`${url} is no http or https address`);
  const wrong = findWrongFlag(flags);
  if (wrong !== null) return refuse(wrong);
  const probe = await probeWithPage(url, flags);
  complain(describeProbe(probe, { shown: SHOWN_ITEMS, zone: "UTC" }));
  if (probe.feed === null) {
    process.exitCode = EXIT.failed;
    complain("\nNothing was added: there is no feed at this address.");
    return;
  }
  const { id, kind, lang, tags } = flags;
  const given: AddedFeed = {
    ...(id === undefined ? {} : { id }),
    ...(kind === undefined ? {} : { kind }),
    ...(lang === undefined ? {} : { lang }),
    ...(tags === undefined
      ? {}
      : {
          tags: tags
            .split(",")
            .map((tag) => tag.trim())
            .filter((tag) => tag !== ""),
        }),
  };
  await handOver([entryOf(probe, given)], flags);
}

/** What the entry would say that the configuration refuses; null: nothing. */
function findWrongFlag(flags: AddFlags): string | null {
  if (flags.kind !== undefined && !isFeedKind(flags.kind))
    return `--kind ${flags.kind}: write one of ${FEED_KINDS.join(", ")}`;
  for (const [name, schema] of [
    ["id", Id],
    ["lang", Language],
  ] as const) {
    const issue = schema.optional().safeParse(flags[name]).error?.issues[0];
    if (issue !== undefined) return `--${name} ${flags[name]}: ${issue.message}`;
  }
  return null;
}

/** A page that names one feed means that feed. */
async function probeWithPage(url: string, { config, allowPrivate }: AddFlags): Promise<Probe> {
  const wish = { allowPrivate: allowPrivate === true, fullText: false };
  const fetch = await configuredFetch(config, process.env);
  const probe = await probeAddress(url, wish, fetch);
  const [named, ...others] = probe.feeds;
  return named === undefined || others.length > 0 ? probe : probeAddress(named, wish, fetch);
}

/** `wirewatch feeds import FILE`: the feeds of an OPML file, as entries. */
export async function importFeedsCommand(file: string, flags: { config: string; to?: string }): Promise<void> {
  const read = await readOrRefuse(file);
  if (read === undefined) return;
  const { entries, problems } = read;
  process.stderr.write(printProblems(problems, "text", process.cwd()));
  if (problems.length > 0) process.exitCode = EXIT.failed;
  await handOver(entries, flags);
}

async function readOrRefuse(file: string): Promise<Awaited<ReturnType<typeof readOpmlFile>> | undefined> {
  try {
    return await readOpmlFile(file);
  } catch (error) {
    if (!(error instanceof OpmlFileError)) throw error;
    refuse(error.message);
    return undefined;
  }
}

/** `wirewatch feeds export`: the configured feeds as OPML. */
export async function exportFeedsCommand(flags: { config: string }): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded !== undefined) process.stdout.write(printOpml(loaded.config.feeds));
}

/** Prints the entries that are not configured yet, or writes them to a file. */
async function handOver(entries: readonly FeedEntry[], { config, to }: { config: string; to?: string }): Promise<void> {
  const there = to === undefined ? [] : await feedsInFile(to);
  const { fresh, known } = separateKnown(entries, [...(await configuredFeeds(config, process.env)), ...there]);
  for (const { entry, feed } of known) complain(`${entry.url} was left out: ${whyLeftOut(entry, feed)}`);
  if (fresh.length === 0) {
    complain("There is no new feed.");
    if (entries.length === 1) process.exitCode = EXIT.failed;
    return;
  }
  if (to === undefined) {
    process.stdout.write(printFeeds(fresh));
    return;
  }
  await writeFeeds(to, fresh);
  say(`Added ${fresh.length} ${fresh.length === 1 ? "feed" : "feeds"} to ${to}.`);
  const added = new Set((await configuredFeeds(config, process.env)).map(({ id }) => id));
  if (!fresh.every(({ id }) => added.has(id)))
    complain(`The configuration in ${config} does not have them: include the file there, or see \`wirewatch check\`.`);
}

function whyLeftOut(entry: FeedEntry, feed: { id: string; url: string }): string {
  if (sameAddress(entry.url) === sameAddress(feed.url)) return `${feed.id} (${feed.url}) is configured already`;
  return `the id ${feed.id} is configured with another address, ${feed.url}, which stays; to follow the file, change it there`;
}
