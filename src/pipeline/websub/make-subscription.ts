import { newId } from "../../core/ids.ts";
import { callbackHash, callbackToken, createSecret } from "../../poll/websub/callback.ts";
import type { SubscriptionRow } from "../../store/feed-rows.ts";

/** A subscription that is still to be asked for, due now, with a secret and a callback of its own. */
export function makeSubscription(
  wanted: Pick<SubscriptionRow, "feedId" | "hub" | "topic" | "hubLinks" | "publicUrl" | "attempts">,
  now: number,
): SubscriptionRow {
  const secret = createSecret();
  return {
    ...wanted,
    id: newId("sub", now),
    secret,
    callbackHash: callbackHash(callbackToken(secret)),
    state: "pending",
    createdAt: now,
    askedAt: null,
    nextAt: now,
    leaseUntil: null,
    pushedAt: null,
    detail: null,
  };
}
