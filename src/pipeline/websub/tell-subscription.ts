import { callbackToken } from "../../poll/websub/callback.ts";
import type { SubscriptionRow } from "../../store/feed-rows.ts";
import type { Events } from "../../telemetry/events.ts";
import type { SubscriptionChanged } from "../../telemetry/feed-events.ts";

/** Tells log and metrics what became of a subscription. */
export function tellSubscription(
  { events }: { events: Pick<Events, "subscriptionChanged"> },
  { id, feedId, hub }: SubscriptionRow,
  told: Pick<SubscriptionChanged, "change"> & Partial<SubscriptionChanged>,
): void {
  events.subscriptionChanged({
    subscriptionId: id,
    feedId,
    hub: new URL(hub).hostname,
    detail: null,
    leaseMs: null,
    ...told,
  });
}

/** What a hub says, without what we told it in confidence: some repeat the whole request. */
export function withoutOwnSecrets(text: string, { secret }: Pick<SubscriptionRow, "secret">): string {
  return text.replaceAll(secret.reveal(), "[redacted]").replaceAll(callbackToken(secret), "[redacted]");
}
