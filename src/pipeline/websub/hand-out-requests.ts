import type { Clock } from "../../core/clock.ts";
import { hashOf } from "../../core/hash.ts";
import { chooseHub, type LocateHub } from "../../poll/websub/choose-hub.ts";
import { readHubLinks } from "../../poll/websub/hub-links.ts";
import { advance } from "../../poll/websub/subscription.ts";
import type { Queue } from "../../queue/queue.ts";
import type { SubscriptionRow } from "../../store/feed-rows.ts";
import type { Store } from "../../store/store.ts";
import type { Events } from "../../telemetry/events.ts";
import { makeSubscription } from "./make-subscription.ts";
import { tellSubscription } from "./tell-subscription.ts";

export interface HandOutRequestsDeps {
  store: Pick<Store, "subscriptions" | "underLock">;
  queue: Pick<Queue, "enqueue">;
  /** `http.public_url`; null: nothing is subscribed to, and what was is left. */
  publicUrl: string | null;
  locateHub: LocateHub;
  events: Pick<Events, "subscriptionChanged">;
  now: Clock;
}

/** How many subscriptions one call makes; the rest follows at the next. */
const MADE_AT_ONCE = 100;

/**
 * Makes the subscriptions what the last polls saw, and hands requests that are due to the queue "poll": one for each
 * host at a time, so that a hub that does not answer holds up nobody else. Called by the heartbeat; what is left undone
 * is due again at the next.
 */
export async function handOutRequests(deps: HandOutRequestsDeps): Promise<void> {
  const { store, queue, publicUrl, now } = deps;
  for (const unwanted of await store.subscriptions.listUnwanted(publicUrl, now())) await leave(deps, unwanted);
  if (publicUrl !== null) await addMissing(deps, publicUrl);
  const dueByHost = Map.groupBy(await store.subscriptions.listDue(now()), ({ hub }) => new URL(hub).hostname);
  for (const [host, [first]] of dueByHost) {
    if (first === undefined) continue;
    await queue.enqueue("poll", { id: `websub-${hashOf(host).slice(0, 16)}`, data: { subscription: first.id } });
  }
}

/** Only a hub that has confirmed needs to be told; others get no answer when they ask whether we mean it. */
async function leave(deps: HandOutRequestsDeps, { id }: SubscriptionRow): Promise<void> {
  const now = deps.now();
  await deps.store.underLock("subscriptions", async ({ subscriptions }) => {
    const current = await subscriptions.get(id);
    if (current === undefined || current.state === "leaving") return;
    const isHeld = current.state === "active" && (current.leaseUntil ?? 0) > now;
    if (isHeld) await subscriptions.change(id, advance(current, { kind: "unwanted" }, now));
    else await subscriptions.remove(id);
    tellSubscription(deps, current, { change: isHeld ? "leaving" : "removed" });
  });
}

async function addMissing(deps: HandOutRequestsDeps, publicUrl: string): Promise<void> {
  const { store, locateHub, now } = deps;
  let made = 0;
  for (const { feedId, hubLinks } of await store.subscriptions.listMissing(now())) {
    const links = readHubLinks(hubLinks);
    const hub = links === null ? undefined : chooseHub(links, locateHub);
    if (links === null || hub === undefined) continue;
    const subscription = makeSubscription({ feedId, hub, topic: links.topic, hubLinks, publicUrl, attempts: 0 }, now());
    if (await store.subscriptions.add(subscription)) tellSubscription(deps, subscription, { change: "made" });
    made += 1;
    if (made === MADE_AT_ONCE) return;
  }
}
