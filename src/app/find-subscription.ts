import type { Config } from "../config/config.ts";
import { describeSubscription, type SubscriptionLine } from "../pipeline/inspect/describe-subscription.ts";
import { StoreError } from "../store/store-error.ts";
import { withStore } from "./with-store.ts";

/** How a configured feed's subscription at a hub stands; null: it has none, or no store tells. */
export async function findSubscription(
  config: Config,
  env: NodeJS.ProcessEnv,
  feedId: string,
): Promise<SubscriptionLine | null> {
  try {
    const found = await withStore(config, env, (store) => store.subscriptions.findByFeed(feedId));
    return found === undefined ? null : describeSubscription(found, Date.now());
  } catch (error) {
    // A look at a feed needs no store: not there yet, out of reach, or of another version, it is done without.
    if (!(error instanceof StoreError)) throw error;
    return null;
  }
}
