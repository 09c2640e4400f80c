import type { Feed } from "../core/vocabulary.ts";

/** The configured feed of that id; null for free text that names none, so that conditions on feeds are not asked. */
export function knownFeed(id: string | null, feeds: readonly Feed[]): Feed | null {
  return feeds.find((feed) => feed.id === id) ?? null;
}
