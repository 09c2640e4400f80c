import type { Clock } from "../../core/clock.ts";
import { callbackHash } from "../../poll/websub/callback.ts";
import { startSignatureCheck } from "../../poll/websub/signature.ts";
import { advance, isConfirmable } from "../../poll/websub/subscription.ts";
import type { SubscriptionRow } from "../../store/feed-rows.ts";
import type { SubscriptionQueries } from "../../store/reading-queries.ts";
import type { Store, StoreQueries } from "../../store/store.ts";
import type { Events } from "../../telemetry/events.ts";
import type { Pushed } from "../../telemetry/feed-events.ts";
import { tellSubscription, withoutOwnSecrets } from "./tell-subscription.ts";
import { pollSoon } from "../poll-soon.ts";

/** As much as a fetched document may have. */
const MAX_PUSH_BYTES = 20_000_000;
const TOLD_CHARACTERS = 200;

/** The query of a hub's request to the callback; undefined where a parameter is absent. */
interface HubQuestion {
  mode: string | undefined;
  topic: string | undefined;
  challenge: string | undefined;
  leaseSeconds: string | undefined;
  reason: string | undefined;
}

/** What hubs may do with a callback, named by its token. */
export interface HubCallback {
  /** Text that confirms; null: we did not ask for that, or know no such callback. */
  confirm(token: string, question: HubQuestion): Promise<string | null>;
  /**
   * Takes a push. What it brings is never kept: the poll that follows reads the feed. When `accepted` is answered, the
   * feed's next poll is committed.
   * @param signature value of `X-Hub-Signature`
   */
  receive(token: string, signature: string | undefined, body: AsyncIterable<Uint8Array>): Promise<Pushed["outcome"]>;
}

export interface AnswerHubDeps {
  store: Pick<Store, "subscriptions" | "underLock">;
  /** Pushes make no feed be asked more often. */
  minIntervalMs: number;
  events: Pick<Events, "subscriptionChanged" | "pushed">;
  now: Clock;
}

/** Answers the requests of hubs (W3C WebSub, sections 5.3 and 7). */
export function createHubCallback(deps: AnswerHubDeps): HubCallback {
  const { store, events } = deps;
  return {
    confirm: async (token, question) => {
      const asked = await store.subscriptions.findByCallback(callbackHash(token));
      if (asked === undefined || asked.topic !== question.topic) return null;
      return store.underLock("subscriptions", async ({ subscriptions }) => {
        const subscription = await subscriptions.get(asked.id);
        if (subscription === undefined) return null;
        if (question.mode === "denied") return endDenied(deps, subscriptions, { subscription, question });
        return confirmOne(deps, subscriptions, { subscription, question });
      });
    },
    receive: async (token, signature, body) => {
      const subscription = await store.subscriptions.findByCallback(callbackHash(token));
      const outcome =
        subscription === undefined ? "unknown" : await receiveFor(deps, subscription, { signature, body });
      events.pushed({ feedId: subscription?.feedId ?? null, outcome });
      return outcome;
    },
  };
}

interface Asked {
  subscription: SubscriptionRow;
  question: HubQuestion;
}

async function endDenied(
  deps: AnswerHubDeps,
  subscriptions: SubscriptionQueries,
  { subscription, question }: Asked,
): Promise<string> {
  const said = withoutOwnSecrets(question.reason ?? "", subscription).slice(0, TOLD_CHARACTERS);
  const reason = said === "" ? "the hub denied it" : `the hub denied it: ${said}`;
  if (subscription.state === "leaving") await subscriptions.remove(subscription.id);
  else await subscriptions.change(subscription.id, advance(subscription, { kind: "denied", reason }, deps.now()));
  tellSubscription(deps, subscription, { change: "denied", detail: reason });
  return "";
}

async function confirmOne(
  deps: AnswerHubDeps,
  subscriptions: SubscriptionQueries,
  { subscription, question: { mode = "", challenge = "", leaseSeconds } }: Asked,
): Promise<string | null> {
  const now = deps.now();
  if (challenge === "" || !isConfirmable(subscription, mode, now)) return null;
  if (mode === "unsubscribe") {
    await subscriptions.remove(subscription.id);
    tellSubscription(deps, subscription, { change: "removed" });
    return challenge;
  }
  const leaseMs = /^\d{1,12}$/.test(leaseSeconds ?? "") ? Number(leaseSeconds) * 1000 : null;
  await subscriptions.change(subscription.id, advance(subscription, { kind: "confirmed", leaseMs }, now));
  tellSubscription(deps, subscription, { change: "confirmed", leaseMs });
  return challenge;
}

interface Push {
  signature: string | undefined;
  body: AsyncIterable<Uint8Array>;
}

async function receiveFor(
  deps: AnswerHubDeps,
  subscription: SubscriptionRow,
  { signature, body }: Push,
): Promise<Pushed["outcome"]> {
  if (subscription.state === "leaving" || subscription.state === "denied") return "unknown";
  const check = startSignatureCheck(signature, subscription.secret);
  if (check === null) return "not-signed";
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_PUSH_BYTES) return "too-large";
    check.update(chunk);
  }
  if (!check.matches()) return "not-signed";
  await deps.store.underLock("subscriptions", (queries) => takePush(deps, queries, subscription));
  return "accepted";
}

/** The feed is due soon, a paused one when its pause ends; and the hub has proven itself. */
async function takePush(
  { minIntervalMs, now }: AnswerHubDeps,
  { feeds, hosts, subscriptions }: StoreQueries,
  { id, feedId }: SubscriptionRow,
): Promise<void> {
  const state = await feeds.get(feedId);
  if (state === undefined) return;
  await pollSoon({ feeds, hosts }, state, { pausedUntil: null, floorMs: minIntervalMs, now: now() });
  const current = await subscriptions.get(id);
  if (current !== undefined) await subscriptions.change(id, advance(current, { kind: "pushed" }, now()));
}
