import type { Config } from "../config/config.ts";
import { listFeeds, type FeedLine } from "../pipeline/inspect/list-feeds.ts";
import { StoreError } from "../store/store-error.ts";
import { withStore } from "./with-store.ts";

/** How the configured feeds stand; before the first run, when there is no store yet, all are new. */
export async function listConfiguredFeeds(config: Config, env: NodeJS.ProcessEnv): Promise<readonly FeedLine[]> {
  try {
    return await withStore(config, env, (store) => listFeeds(store, Date.now()));
  } catch (error) {
    if (!(error instanceof StoreError && error.reason === "missing")) throw error;
    return config.feeds.map(neverPolled);
  }
}

function neverPolled({ id, url }: Config["feeds"][number]): FeedLine {
  return {
    id,
    url,
    movedTo: null,
    state: "new",
    lastGoodAt: null,
    nextPollAt: 0,
    failures: 0,
    failingSince: null,
    cause: null,
    remedy: null,
    pause: null,
    isCut: false,
    subscription: null,
  };
}
