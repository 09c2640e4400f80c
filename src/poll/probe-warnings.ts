import type { ReadItem } from "../core/vocabulary.ts";
import { itemText } from "../text/item-text.ts";
import type { Hop } from "./fetch/http-client.ts";
import { headerOf } from "./fetch/freshness.ts";
import type { Validators } from "./poll-outcome.ts";
import type { HubAddress } from "./websub/choose-hub.ts";
import { DAY_MS } from "../core/time.ts";

const QUIET_DAYS = 30;
const LARGE_BYTES = 1_000_000;

/** What was seen of a feed. Null where it did not come so far. */
export interface Probed {
  hops: readonly Hop[];
  movedTo: string | null;
  contentType: string | null;
  /** Unpacked length of the document. */
  bytes: number | null;
  validators: Validators | null;
  items: readonly ReadItem[] | null;
  /** The document held more items than are read. */
  isCut: boolean;
  /** Who announces what is new, and where it would be asked. */
  hubs: readonly { address: HubAddress }[];
  /** Feeds that a page names; null: the document is no page. */
  feeds: readonly string[] | null;
  now: number;
}

/** What somebody who wants to read this feed should know, in plain words; empty: all is well. */
export function probeWarnings(probed: Probed): string[] {
  return [...transportWarnings(probed), ...documentWarnings(probed), ...itemWarnings(probed)];
}

function transportWarnings({ hops, movedTo, validators }: Probed): string[] {
  const warnings: string[] = [];
  if (movedTo !== null) warnings.push(`The feed has moved for good: configure ${movedTo} instead.`);
  const isDowngraded = hops.some(({ url }, at) => url.startsWith("http:") && hops[at - 1]?.url.startsWith("https:"));
  if (isDowngraded) warnings.push("A redirect leads from https to http: others can read and change what comes.");
  if (validators !== null && validators.etag === null && validators.lastModified === null)
    warnings.push("The server sends neither ETag nor Last-Modified: every poll costs the whole document.");
  return warnings;
}

function documentWarnings({ hops, contentType, bytes, items, hubs, feeds }: Probed): string[] {
  const warnings: string[] = [];
  for (const { address } of hubs)
    if (address.kind === "refused") warnings.push(`No push from this hub: ${address.reason}.`);
  if (feeds !== null)
    warnings.push(
      feeds.length === 0
        ? "This is a web page that names no feed."
        : "This is a web page, no feed: configure one of the feeds it names.",
    );
  const type = contentType?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (items !== null && !/xml|json|rss|atom/.test(type))
    warnings.push(`The server calls the feed ${type === "" ? "nothing at all" : type}; it is read all the same.`);
  if (bytes !== null && bytes > LARGE_BYTES)
    warnings.push(`The document has ${(bytes / 1e6).toFixed(1)} MB, which is much for a feed.`);
  const last = hops.at(-1);
  const wait = last === undefined ? undefined : headerOf(last.headers, "retry-after");
  if (wait !== undefined) warnings.push(`The server asks to be left alone for a while (Retry-After: ${wait}).`);
  return warnings;
}

function itemWarnings({ items, isCut, now }: Probed): string[] {
  if (items === null) return [];
  if (items.length === 0) return ["The feed holds no item."];
  const warnings: string[] = [];
  if (isCut) warnings.push(`The document holds more than ${items.length} items: the others are not read.`);
  function share(what: string, matches: (item: ReadItem) => boolean): void {
    const count = items?.filter(matches).length ?? 0;
    if (count > 0) warnings.push(`${count} of ${items?.length} items have ${what}`);
  }
  share("no date that can be believed: they count as published when first seen.", (item) => item.publishedAt === null);
  share("no link: messages cannot point to them.", (item) => item.link === null);
  share("no text beside the title: only the title is matched.", (item) => item.summary === "" && item.body === "");
  share("a text of more than 256 kB: its end is not matched.", (item) => itemText(item).cutBytes > 0);
  const newest = Math.max(...items.map((item) => item.publishedAt ?? 0));
  const days = Math.floor((now - newest) / DAY_MS);
  if (newest > 0 && days > QUIET_DAYS) warnings.push(`The newest item is ${days} days old: is the feed still kept up?`);
  return warnings;
}
