import * as z from "zod";
import type { Clock } from "../../core/clock.ts";
import { HUB_PATH } from "../../core/token-paths.ts";
import type { DocumentFetcher } from "../../poll/fetch/fetch-document.ts";
import type { PollFailure } from "../../poll/poll-outcome.ts";
import { callbackToken } from "../../poll/websub/callback.ts";
import { chooseHub, type LocateHub } from "../../poll/websub/choose-hub.ts";
import { readHubLinks } from "../../poll/websub/hub-links.ts";
import { advance, ASKED_LEASE_MS, nextStep } from "../../poll/websub/subscription.ts";
import type { Job } from "../../queue/queue.ts";
import type { SubscriptionRow } from "../../store/feed-rows.ts";
import type { SubscriptionQueries } from "../../store/reading-queries.ts";
import type { Store } from "../../store/store.ts";
import type { Events } from "../../telemetry/events.ts";
import { makeSubscription } from "./make-subscription.ts";
import { tellSubscription, withoutOwnSecrets } from "./tell-subscription.ts";

const TOLD_CHARACTERS = 300;
const JobData = z.object({ subscription: z.string() });

/** A job of the queue "poll" that is about a subscription, not about a feed. */
export function isRequestJob({ data }: Job): boolean {
  return JobData.safeParse(data).success;
}

export interface RequestJobDeps {
  store: Pick<Store, "underLock">;
  post: DocumentFetcher["post"];
  locateHub: LocateHub;
  events: Pick<Events, "subscriptionChanged">;
  now: Clock;
}

interface Request {
  subscription: SubscriptionRow;
  mode: "subscribe" | "unsubscribe";
}

/**
 * Asks a hub for a subscription, for more of it, or for its end (W3C WebSub, section 5.1). May run twice: the request
 * is recorded with the time of the next one before it leaves, and a hub takes the same request again.
 */
export function createRequestJob(deps: RequestJobDeps) {
  return async function requestOne(job: Job, signal: AbortSignal): Promise<void> {
    const request = await begin(deps, JobData.parse(job.data).subscription);
    if (request === undefined) return;
    const { subscription } = request;
    const outcome = await deps.post({ url: subscription.hub, form: toForm(request) }, signal);
    if (outcome.kind === "failed") await recordFailure(deps, subscription, outcome.failure);
    else tellSubscription(deps, subscription, { change: "asked" });
  };
}

/** What is to be asked now; undefined: nothing, all that was to be done is done. */
function begin(deps: RequestJobDeps, id: string): Promise<Request | undefined> {
  const now = deps.now();
  return deps.store.underLock("subscriptions", async ({ subscriptions }) => {
    const current = await subscriptions.get(id);
    if (current === undefined || current.nextAt > now) return undefined;
    const step = nextStep(current, now);
    switch (step.kind) {
      case "ask": {
        const asked = advance(current, { kind: "asked" }, now);
        await subscriptions.change(id, asked);
        return { subscription: asked, mode: step.mode };
      }
      case "replace":
        await replace(deps, subscriptions, current);
        return undefined;
      case "remove":
        await subscriptions.remove(id);
        tellSubscription(deps, current, {
          change: "removed",
          detail: current.detail ?? "its hub did not confirm that",
        });
        return undefined;
    }
  });
}

/** What the former hub knows of us is worth nothing at the next. */
async function replace(deps: RequestJobDeps, subscriptions: SubscriptionQueries, former: SubscriptionRow) {
  const { locateHub, now } = deps;
  await subscriptions.remove(former.id);
  const links = readHubLinks(former.hubLinks);
  const hub = links === null ? undefined : chooseHub(links, locateHub, former.hub);
  if (hub === undefined) return;
  const next = { ...makeSubscription({ ...former, hub }, now()), detail: former.detail };
  await subscriptions.add(next);
  tellSubscription(deps, next, { change: "made" });
}

function toForm({ subscription, mode }: Request): URLSearchParams {
  const { publicUrl, topic, secret } = subscription;
  const form = new URLSearchParams({
    "hub.callback": `${publicUrl}${HUB_PATH}${callbackToken(secret)}`,
    "hub.mode": mode,
    "hub.topic": topic,
  });
  if (mode === "subscribe") {
    form.set("hub.lease_seconds", String(ASKED_LEASE_MS / 1000));
    form.set("hub.secret", secret.reveal());
  }
  return form;
}

/** Whether it would be no use to ask the same again soon. */
function isRefused({ kind, httpStatus }: PollFailure): boolean {
  if (httpStatus === null) return kind === "blocked-address" || kind === "redirect";
  return httpStatus < 500 && ![408, 425, 429].includes(httpStatus);
}

async function recordFailure(deps: RequestJobDeps, { id }: SubscriptionRow, failure: PollFailure): Promise<void> {
  const now = deps.now();
  await deps.store.underLock("subscriptions", async ({ subscriptions }) => {
    const current = await subscriptions.get(id);
    if (current === undefined) return;
    const detail = withoutOwnSecrets(failure.message, current).slice(0, TOLD_CHARACTERS);
    const changed = advance(current, { kind: "failed", detail, isRefused: isRefused(failure) }, now);
    await subscriptions.change(id, changed);
    const isDenied = changed.state === "denied" && current.state !== "denied";
    tellSubscription(deps, current, { change: isDenied ? "denied" : "failed", detail });
  });
}
