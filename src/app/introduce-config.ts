import { firstPollAt } from "../poll/next-poll.ts";
import { endOrphanedButtons } from "./hear-buttons.ts";
import type { Outlets } from "./open-outlets.ts";
import type { Parts } from "./parts.ts";

/** Feeds seen for the first time are first polled within this time, a second for each of them at most. */
const SPREAD_MS = 30_000;

/**
 * Makes the store know a configuration before anything works by it: as the active one, with its feeds.
 * @param body as `toStoredBody` writes it
 * @param newFeeds how many feeds may be asked for the first time
 */
export async function activateConfig(
  parts: Parts,
  { body, newFeeds }: { body: string; newFeeds: number },
): Promise<void> {
  const { options, store, now } = parts;
  const { config, log, mode } = options;
  await store.configs.activate(config.hash, body, now());
  const spreadMs = mode === "once" ? 0 : Math.min(SPREAD_MS, newFeeds * 1000);
  const added = await store.feeds.sync(config.feeds, (feed) => firstPollAt(feed.id, now(), spreadMs));
  if (added.length > 0) log.info({ added: added.length }, "new feeds");
}

/** What the roles of this process find in the store that another configuration makes new or moot. */
export async function settleConfig(parts: Parts, { apps }: Outlets): Promise<void> {
  if (parts.options.roles.includes("match")) await parts.store.items.retryUnmatchable();
  if (apps !== null) await endOrphanedButtons(parts, apps);
}
