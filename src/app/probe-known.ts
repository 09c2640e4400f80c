import type { Config } from "../config/config.ts";
import type { Feed } from "../core/vocabulary.ts";
import { findKeptDocument } from "../pipeline/keep-document.ts";
import { StoreError } from "../store/store-error.ts";
import { probeDocument, probeFeed, type Probe, type ProbeOptions } from "./probe-feed.ts";
import { withStore } from "./with-store.ts";

const NO_FEED = { kind: "independent", timezone: null, lang: null } as const;

/** How a person wants to look. */
export interface ProbeWish {
  /** Also where the feed's host is not public. */
  allowPrivate: boolean;
  /** With the page of the first item, whatever is configured. */
  fullText: boolean;
}

/** A probe of an address that need not be configured; `fetch`: as a configuration has it, where one is known. */
export function probeAddress(
  url: string,
  { allowPrivate, fullText }: ProbeWish,
  fetch: ProbeOptions["fetch"] = { allow_private: [] },
): Promise<Probe> {
  return probeFeed({ feed: { url, ...NO_FEED, fullText }, fetch: allowing(fetch, url, allowPrivate), now: Date.now });
}

/** A probe of a configured feed, as the daemon would poll it: where permanent redirects have led it. */
export async function probeConfigured(
  config: Config,
  env: NodeJS.ProcessEnv,
  { feed, ...wish }: ProbeWish & { feed: Feed },
): Promise<Probe> {
  const options = optionsOf(config, feed, wish);
  const move = await findMove(config, env, feed);
  const probe = await probeFeed({ ...options, feed: { ...options.feed, url: move.to ?? feed.url } });
  const configuredUrl = move.to === null ? null : feed.url;
  return { ...probe, configuredUrl, warnings: [...move.warnings, ...probe.warnings] };
}

/** Where permanent redirects have led the daemon; `to` is null where they have not, or where it has not run yet. */
async function findMove(
  config: Config,
  env: NodeJS.ProcessEnv,
  { id, url }: Pick<Feed, "id" | "url">,
): Promise<{ to: string | null; warnings: readonly string[] }> {
  try {
    const state = await withStore(config, env, (store) => store.feeds.get(id));
    const to = state?.url === url ? state.effectiveUrl : null;
    return { to, warnings: to === null ? [] : [`The feed has moved for good: make ${to} its url.`] };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.reason === "missing") return { to: null, warnings: [] };
    return { to: null, warnings: [`Whether the feed has moved could not be asked: ${error.message}`] };
  }
}

/** The last good or bad document of a configured feed, read again; undefined: none was kept. */
export async function probeKept(
  config: Config,
  env: NodeJS.ProcessEnv,
  { feed, verdict }: { feed: Feed; verdict: "good" | "bad" },
): Promise<{ probe: Probe; fetchedAt: number; failure: string | null } | undefined> {
  const kept = await withStore(config, env, (store) => findKeptDocument(store, feed.id, verdict));
  if (kept === undefined) return undefined;
  const options = optionsOf(config, feed, { allowPrivate: false, fullText: false });
  const { url, contentType, fetchedAt, failure } = kept.document;
  const probe = await probeDocument(options, { body: kept.body, contentType, finalUrl: url });
  return { probe, fetchedAt, failure };
}

function optionsOf(config: Config, feed: Feed, { allowPrivate, fullText }: ProbeWish): ProbeOptions {
  const asked = { ...feed, fullText: feed.fullText || fullText };
  return { feed: asked, fetch: allowing(config.fetch, feed.url, allowPrivate), now: Date.now };
}

function allowing({ contact, allow_private: allowed }: ProbeOptions["fetch"], url: string, allowPrivate: boolean) {
  return { contact, allow_private: allowPrivate ? [...allowed, new URL(url).hostname] : allowed };
}
