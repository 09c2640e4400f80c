import { readFile, realpath, rename, stat, writeFile } from "node:fs/promises";
import type { Config, ConfigProblem } from "../config/config.ts";
import { addFeeds, entriesOf, FeedFileError, type FeedEntry } from "../config/edit-feeds.ts";
import { loadConfig } from "../config/load-config.ts";
import { idOfAddress, readOpmlText, type OpmlFeed } from "../config/read-opml.ts";
import { decodeLeniently, readText } from "../config/read-text.ts";
import { toProblem, type Finding } from "../config/source.ts";
import { whyUnreadable } from "../config/why-unreadable.ts";
import { sameAddress } from "../core/feed-address.ts";
import { FEED_KINDS, type Feed, type FeedKind } from "../core/vocabulary.ts";
import type { Probe } from "./probe-feed.ts";

/** What a person says about a feed that is added; what is absent is taken from the feed. */
export interface AddedFeed {
  id?: string;
  kind?: string;
  lang?: string;
  tags?: readonly string[];
}

/** The entry of a feed that was looked at: its lasting address, an id made of that, the language it names. */
export function entryOf(probe: Probe, given: AddedFeed): FeedEntry {
  const url = probe.movedTo ?? probe.url;
  const lang = given.lang ?? languageOf(probe.feed?.lang ?? null);
  const kind = FEED_KINDS.find((name) => name === given.kind);
  return {
    id: given.id ?? idOfAddress(url),
    url,
    ...(kind === undefined ? {} : { kind }),
    ...(lang === null ? {} : { lang }),
    ...(given.tags === undefined ? {} : { tags: given.tags }),
  };
}

export function isFeedKind(text: string): text is FeedKind {
  return FEED_KINDS.some((kind) => kind === text);
}

/** `en-GB` is en; a feed that writes something else says nothing. */
function languageOf(tag: string | null): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/.exec(tag?.toLowerCase() ?? "")?.[1] ?? null;
}

/** The file that was to be imported is not there, or holds no OPML. */
export class OpmlFileError extends Error {
  override readonly name = "OpmlFileError";
}

/**
 * The feeds of an OPML file as entries, with what could not be used.
 * @throws OpmlFileError that names the file and what to do
 */
export async function readOpmlFile(
  path: string,
): Promise<{ entries: readonly FeedEntry[]; problems: readonly ConfigProblem[] }> {
  const findings: Finding[] = [];
  const feeds = await readOpmlFeeds(path, findings);
  const entries = feeds.map(({ value: { id, url, kind, lang, tags = [] } }) => ({
    id,
    url,
    ...(kind === undefined ? {} : { kind }),
    ...(lang === undefined ? {} : { lang }),
    ...(tags.length === 0 ? {} : { tags }),
  }));
  return { entries, problems: findings.map(toProblem) };
}

async function readOpmlFeeds(path: string, findings: Finding[]): Promise<OpmlFeed[]> {
  try {
    return readOpmlText({ path, text: await readText(path, decodeLeniently), secrets: [] }, {}, findings);
  } catch (error) {
    throw new OpmlFileError(`${path} cannot be imported: ${whyUnread(error)}`, { cause: error });
  }
}

function whyUnread(error: unknown): string {
  const what = isMissing(error) ? "give the path of an OPML file" : "give an OPML file";
  return `${whyUnreadable(error)}; ${what} that a feed reader has exported`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** The feeds of a configuration that may be absent or wrong: then none. */
export async function configuredFeeds(folder: string, env: NodeJS.ProcessEnv): Promise<readonly Feed[]> {
  const loaded = await loadConfig({ folder, env });
  return loaded.kind === "valid" ? loaded.config.feeds : [];
}

/** How the configuration asks feeds; undefined: it is absent or wrong. */
export async function configuredFetch(folder: string, env: NodeJS.ProcessEnv): Promise<Config["fetch"] | undefined> {
  const loaded = await loadConfig({ folder, env });
  return loaded.kind === "valid" ? loaded.config.fetch : undefined;
}

type Known = Pick<Feed, "id" | "url">;

/**
 * The feeds that a file has, whether the configuration includes it or not; none where it is not there, or no YAML.
 * @throws FeedFileError where it cannot be read
 */
export async function feedsInFile(path: string): Promise<readonly Known[]> {
  return entriesOf(await readIfThere(path));
}

/** Entries that the feeds do not have, and those of which the address or the id is taken, with the feed that has it. */
export function separateKnown(
  entries: readonly FeedEntry[],
  feeds: readonly Known[],
): { fresh: readonly FeedEntry[]; known: readonly { entry: FeedEntry; feed: Known }[] } {
  const fresh: FeedEntry[] = [];
  const known: { entry: FeedEntry; feed: Known }[] = [];
  for (const entry of entries) {
    const feed = feeds.find(({ id, url }) => id === entry.id || sameAddress(url) === sameAddress(entry.url));
    if (feed === undefined) fresh.push(entry);
    else known.push({ entry, feed });
  }
  return { fresh, known };
}

/**
 * Adds entries to a file of the configuration, which is made if it is absent; all or nothing. Its mode stays, and a link
 * goes on leading to it.
 * @throws FeedFileError that names the file and the remedy
 */
export async function writeFeeds(path: string, entries: readonly FeedEntry[]): Promise<void> {
  try {
    const changed = addFeeds(await readIfThere(path), entries);
    const { target, mode } = await findTarget(path);
    const draft = `${target}.new`;
    await writeFile(draft, changed, { mode });
    await rename(draft, target);
  } catch (error) {
    throw new FeedFileError(`${path} was not changed: ${whyUnchanged(error)}`, { cause: error });
  }
}

function whyUnchanged(error: unknown): string {
  if (error instanceof FeedFileError) return `${error.message}; correct it, or name another file`;
  const why = error instanceof Error ? error.message : String(error);
  return `${why}; name a file that this user may write, in a folder that is there`;
}

const NEW_FILE_MODE = 0o666;

async function findTarget(path: string): Promise<{ target: string; mode: number }> {
  try {
    return { target: await realpath(path), mode: (await stat(path)).mode };
  } catch (error) {
    if (isMissing(error)) return { target: path, mode: NEW_FILE_MODE };
    throw error;
  }
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return "";
    const why = error instanceof Error ? error.message : String(error);
    throw new FeedFileError(`${path} cannot be read: ${why}`, { cause: error });
  }
}
