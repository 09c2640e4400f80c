import type { Config } from "../config/config.ts";
import { bareHostOf } from "../core/feed-address.ts";
import type { Feed } from "../core/vocabulary.ts";
import { explainWatch, type WatchExplanation } from "../match/explain/explain-watch.ts";
import type { MatchItem } from "../match/rule-set.ts";
import { traceItem, type ItemLife } from "../pipeline/inspect/trace-item.ts";
import { toMatchItem } from "../pipeline/to-match-item.ts";
import type { Store } from "../store/store.ts";
import { itemLanguage } from "../poll/parse/item-language.ts";
import { fetchItem, type FetchedItem } from "./fetch-item.ts";
import { findItems } from "./find-items.ts";
import { readItemLine } from "./match-items.ts";
import { withStore } from "./with-store.ts";

/** What `explain` answers about a stored item, given by its id or link. */
export type StoredExplanation =
  | { kind: "stored"; lives: readonly ItemLife[]; watches: readonly WatchExplanation[] }
  /** Nothing of that id or link is stored. `feeds`: those that could have carried the link. */
  | { kind: "unknown"; feeds: readonly Feed[] };

/** What watches would say today about a link that is not stored. */
export interface FetchedExplanation extends FetchedItem {
  kind: "fetched";
  watches: readonly WatchExplanation[];
}

/**
 * Explains what watches say today about a stored item and what became of it. A link that several feeds carried is
 * explained by its earliest item; the life of each copy is told.
 * @param watch only this one; undefined: all
 */
export function explainStored(config: Config, given: string, watch: string | undefined): Promise<StoredExplanation> {
  return withStore(config, process.env, async (store): Promise<StoredExplanation> => {
    const items = await findItems(store, given);
    const [first] = items;
    if (first === undefined) return { kind: "unknown", feeds: await findCarriers(store, config.feeds, given) };
    const feed = config.feeds.find(({ id }) => id === first.feedId);
    const lives = await Promise.all(items.map((item) => traceItem(store, item)));
    // What breaks the matcher would break this, too.
    const isMatchable = lives.every(({ unmatchable }) => unmatchable === null);
    const watches = isMatchable ? explainItem(config, toMatchItem(first, feed), watch) : [];
    return { kind: "stored", lives, watches };
  });
}

/** Fetches a link that is not stored, and explains what its feed or page shows today. */
export async function explainFetched(
  config: Config,
  link: string,
  { feeds, watch }: { feeds: readonly Feed[]; watch: string | undefined },
): Promise<FetchedExplanation> {
  const fetched = await fetchItem(config, link, feeds);
  const { item } = fetched;
  return { kind: "fetched", ...fetched, watches: item === null ? [] : explainItem(config, item, watch) };
}

/** Explains an item that is pasted: a line as `match` reads it, or plain text whose first line is the title. */
export function explainPasted(config: Config, text: string, watch: string | undefined): readonly WatchExplanation[] {
  return explainItem(config, readPasted(text, config), watch);
}

function readPasted(text: string, { feeds }: Config): MatchItem {
  const pasted = text.trim();
  const now = Date.now();
  if (pasted.startsWith("{")) {
    const reading = readItemLine(pasted, 1, { people: false, feeds, now, id: "pasted" });
    if (reading.kind === "bad") throw new Error(`the item on standard input cannot be read: ${reading.error}`);
    return reading.item;
  }
  const [title = "", ...rest] = pasted.split("\n");
  const body = rest.join("\n").trim();
  const lang = itemLanguage([], pasted);
  return { id: "pasted", title: title.trim(), summary: "", body, lang, feed: null, publishedAt: now };
}

function explainItem({ rules }: Config, item: MatchItem, watch: string | undefined): readonly WatchExplanation[] {
  const ids = watch === undefined ? rules.watches.map(({ id }) => id) : [watch];
  return ids.flatMap((id) => explainWatch(rules, id, item) ?? []);
}

/** Feeds that have carried links on its host, then those on the same host, or on one above or below it; `www.` aside. */
async function findCarriers(store: Store, feeds: readonly Feed[], link: string): Promise<readonly Feed[]> {
  const host = bareHostOf(link);
  if (host === null) return [];
  const carriers = new Set(await store.items.listFeedsLinkingTo(host));
  const near = feeds.filter(({ id, url }) => !carriers.has(id) && isNear(host, bareHostOf(url) ?? ""));
  return [...feeds.filter(({ id }) => carriers.has(id)), ...near];
}

function isNear(host: string, other: string): boolean {
  return host === other || host.endsWith(`.${other}`) || other.endsWith(`.${host}`);
}
