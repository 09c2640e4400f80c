import { isUtf8 } from "node:buffer";
import type { Clock } from "../core/clock.ts";
import type { Feed, ReadItem } from "../core/vocabulary.ts";
import type { FetchOutcome } from "../poll/fetch/fetch-document.ts";
import type { Hop } from "../poll/fetch/http-client.ts";
import { documentRemedy, remedyFor } from "../poll/failure-remedy.ts";
import { charsetClaims } from "../poll/parse/charset-claims.ts";
import type { ParsedFeed } from "../poll/parse/parsed-feed.ts";
import type { ReadOutcome } from "../poll/parse/read-document.ts";
import type { PollFailure, Validators } from "../poll/poll-outcome.ts";
import { probeWarnings } from "../poll/probe-warnings.ts";
import { createLocateHub, type HubAddress } from "../poll/websub/choose-hub.ts";
import { NO_LINKS, settleHubLinks, type NamedLinks } from "../poll/websub/hub-links.ts";
import { createLoneFetcher, type LoneFetch } from "./lone-fetcher.ts";
import { probePage, type ProbedPage } from "./probe-page.ts";
import { createParsePool } from "./threads/parse-pool.ts";

export interface ProbeOptions {
  feed: Pick<Feed, "url" | "kind" | "timezone" | "lang" | "fullText">;
  fetch: LoneFetch;
  now: Clock;
}

/** What one look at an address came to; instants in epoch milliseconds. */
export interface Probe {
  /** What was asked. */
  url: string;
  /** The address in the configuration, where permanent redirects have led the daemon to `url` instead; else null. */
  configuredUrl: string | null;
  hops: readonly { url: string; status: number; tookMs: number }[];
  /** Why there are no items; null where there are, or where a page names feeds. */
  failure: Pick<PollFailure, "kind" | "message"> | null;
  /** What can be done about the failure; null where there is none. */
  remedy: string | null;
  finalUrl: string | null;
  movedTo: string | null;
  contentType: string | null;
  charset: string | null;
  /** Unpacked. */
  bytes: number | null;
  validators: Validators | null;
  /** For how long the server calls its answer fresh; null: it does not say. */
  freshForMs: number | null;
  feed: ParsedFeed | null;
  /** As they would be stored. */
  items: readonly ReadItem[];
  /** The page of the first item; null: the feed is not read with full text, or no item has a link. */
  page: ProbedPage | null;
  /** Who announces what is new: as the feed names it, and where it would be asked, or why not. */
  hubs: readonly { named: string; address: HubAddress }[];
  /** The name under which hubs know the document; null where there are none. */
  topic: string | null;
  /** What a web page names instead; best first. */
  feeds: readonly string[];
  warnings: readonly string[];
  /** The document itself, unpacked. */
  body: Uint8Array | null;
}

/** Looks at one address as the daemon would, once, and stores nothing. */
export async function probeFeed(options: ProbeOptions): Promise<Probe> {
  const { feed, fetch, now } = options;
  const hops: Hop[] = [];
  const fetcher = createLoneFetcher(fetch, now, (hop) => hops.push(hop));
  try {
    const asked = { url: feed.url, validators: { etag: null, lastModified: null } };
    const fetched = await fetcher.fetch(asked, new AbortController().signal);
    if (fetched.kind !== "document") return unread(options, hops, fetched);
    const probe = await readDocument(options, [...hops], fetched);
    return feed.fullText ? { ...probe, page: await probePage(probe.items, fetcher, now) } : probe;
  } finally {
    await fetcher.close();
  }
}

/** Reads a document that was kept, as if it had just come. */
export function probeDocument(
  options: ProbeOptions,
  document: { body: Uint8Array; contentType: string | null; finalUrl: string },
): Promise<Probe> {
  return readDocument(options, [], {
    ...document,
    movedTo: null,
    links: NO_LINKS,
    validators: null,
    freshForMs: null,
  });
}

type Document = Pick<Extract<FetchOutcome, { kind: "document" }>, "contentType" | "finalUrl" | "movedTo" | "links"> & {
  body: Uint8Array;
  validators: Validators | null;
  freshForMs: number | null;
};

function unread({ feed, now }: ProbeOptions, hops: readonly Hop[], fetched: FetchOutcome): Probe {
  const failure = fetched.kind === "failed" ? fetched.failure : null;
  const nothing = { movedTo: null, contentType: null, bytes: null, validators: null };
  return {
    ...nothing,
    url: feed.url,
    configuredUrl: null,
    hops: hops.map(withoutHeaders),
    failure,
    remedy: failure === null ? null : remedyFor(failure.kind, failure.httpStatus),
    finalUrl: null,
    charset: null,
    freshForMs: null,
    feed: null,
    items: [],
    page: null,
    hubs: [],
    topic: null,
    feeds: [],
    warnings: probeWarnings({ ...nothing, hops, items: null, isCut: false, hubs: [], feeds: null, now: now() }),
    body: null,
  };
}

async function readDocument(options: ProbeOptions, hops: readonly Hop[], document: Document): Promise<Probe> {
  const { feed, now } = options;
  const { body, contentType, finalUrl, movedTo, validators, freshForMs } = document;
  const parsing = createParsePool({ threads: 1 });
  try {
    const input = { bytes: body, contentType, baseUrl: finalUrl, timezone: feed.timezone };
    const read = await parsing.read(input, { now: now(), isAggregator: feed.kind === "aggregator", lang: feed.lang });
    const items = read.kind === "feed" ? read.items.map((item) => ({ ...item, lang: item.lang ?? feed.lang })) : null;
    const feeds = read.kind === "page" ? read.feeds : null;
    const bytes = body.length;
    const isCut = read.kind === "feed" && read.feed.isCut === true;
    const { hubs, topic } = hubsOf(options, document, read);
    const seen = { hops, movedTo, contentType, bytes, validators, items, isCut, hubs, feeds, now: now() };
    return {
      url: feed.url,
      configuredUrl: null,
      hops: hops.map(withoutHeaders),
      failure: read.kind === "failed" ? read.failure : null,
      remedy: read.kind === "failed" ? documentRemedy(read.failure.kind) : null,
      finalUrl,
      movedTo,
      contentType,
      charset: describeCharset(body, contentType),
      bytes,
      validators,
      freshForMs,
      feed: read.kind === "feed" ? read.feed : null,
      items: items ?? [],
      page: null,
      hubs,
      topic,
      feeds: feeds ?? [],
      warnings: probeWarnings(seen),
      body,
    };
  } finally {
    await parsing.close();
  }
}

function hubsOf(
  { fetch }: ProbeOptions,
  { links, finalUrl }: Document,
  read: ReadOutcome,
): Pick<Probe, "hubs" | "topic"> {
  const settled = settleHubLinks(links, linksOf(read), finalUrl);
  const locate = createLocateHub(fetch.allow_private);
  const hubs = (settled?.hubs ?? []).map((named) => ({ named, address: locate(named) }));
  return { hubs, topic: settled?.topic ?? null };
}

function linksOf(read: ReadOutcome): NamedLinks {
  if (read.kind === "page") return read.links;
  return (read.kind === "feed" ? read.feed.links : undefined) ?? NO_LINKS;
}

function withoutHeaders({ url, status, tookMs }: Hop): Probe["hops"][number] {
  return { url, status, tookMs };
}

/** What the bytes are, and what is claimed where that differs. */
function describeCharset(body: Uint8Array, contentType: string | null): string {
  const claims = charsetClaims(Buffer.from(body.buffer, body.byteOffset, body.byteLength), contentType);
  const claimed = claims[0] ?? "nothing claimed";
  if (!isUtf8(body)) return claims.length > 0 ? `not UTF-8; ${claimed} claimed` : `not UTF-8; ${claimed}, guessed`;
  return claims.length === 0 || claimed === "utf-8" ? "UTF-8" : `UTF-8, although ${claimed} is claimed`;
}
