import type { Channel, Outgoing, Place } from "../notify/channel.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { Store } from "../store/store.ts";
import { DeliveryOverError, StoreError } from "../store/store-error.ts";
import { buildMessage } from "./build-message.ts";
import { offerClaim } from "./claim-links.ts";
import { cutRoundup, firstPostKey, planCut } from "./cut-roundup.ts";
import { keyedSince, keyOf } from "./delivery-acts.ts";
import type { Drain } from "./drain.ts";
import { tellDelay } from "./tell-delay.ts";
import { unsubscribeUrl } from "./unsubscribe.ts";

/** What was to be brought up to date cannot be: its service did not name it, or edits nothing any more. */
export class NotEditableError extends Error {
  override readonly name = "NotEditableError";
}

/** The message as it is to be sent, or what is wrong with its rows; while the store does not answer it throws. */
export async function composeOutgoing(drain: Drain, delivery: DeliveryRow): Promise<Outgoing | Error> {
  const { recipient, done, refused } = delivery;
  try {
    const { store, channel } = drain;
    const plan = drain.plan();
    const told = await tellDelay(drain, delivery, await buildMessage(store, plan, delivery));
    const alert = { alertId: parentIfEdit(delivery) ?? delivery.id, storyId: delivery.storyId };
    const message = told.kind === "alert" ? await offerClaim({ store, plan }, told, alert) : told;
    const place = await placeOf(store, channel, delivery);
    const url = delivery.kind === "digest" ? await unsubscribeUrl({ store, plan }, delivery) : undefined;
    const outgoing = { message, place, key: keyOf(delivery), recipient, done, refused };
    return {
      ...outgoing,
      createdAt: keyedSince(delivery),
      ...(message.kind === "alert" ? { alertId: alert.alertId } : {}),
      ...(url === undefined ? {} : { unsubscribeUrl: url }),
    };
  } catch (error) {
    if (isOutage(error)) throw error;
    return asError(error);
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof StoreError && error.reason !== "damaged";
}

/** A follow-up has a parent, too, but is an alert of its own. */
function parentIfEdit({ kind, parentId }: DeliveryRow): string | null {
  return kind === "edit" ? parentId : null;
}

/** A channel without threads gets notes and later posts as posts; so does one whose service did not name the message. */
async function placeOf(
  { deliveries }: Pick<Store, "deliveries">,
  { follows }: Channel,
  delivery: DeliveryRow,
): Promise<Place> {
  const { kind, parentId } = delivery;
  if (kind === "roundup" && parentId !== null) {
    const first = await deliveries.findByKey(firstPostKey(delivery));
    return follows === "edits" && typeof first?.ref === "string" ? { kind: "reply", ref: first.ref } : { kind: "new" };
  }
  if (kind !== "edit" && kind !== "reply") return { kind: "new" };
  const parent = parentId === null ? undefined : await deliveries.get(parentId);
  if (follows === "edits" && typeof parent?.ref === "string") return { kind, ref: parent.ref };
  if (kind === "edit") throw new NotEditableError("the message that it belongs to cannot be edited");
  return { kind: "new" };
}

/**
 * Writes that a request is about to leave. From now on what joins an alert, an edit or a summary needs another message:
 * those who decide must not see it half begun, so that the attempt is written under their lock, and the message composed
 * after it.
 * @returns undefined: the delivery is over since it was listed, e.g. an operator dropped it
 */
export async function beginAttempt(drain: Drain, delivery: DeliveryRow, at: number): Promise<string | undefined> {
  const { store, lease } = drain;
  const { id, kind } = delivery;
  try {
    if (kind === "roundup") return await beginRoundup(drain, delivery, at);
    return kind === "alert" || kind === "edit"
      ? await store.underLock("decide", ({ deliveries }) => deliveries.beginAttempt(id, lease, at))
      : await store.deliveries.beginAttempt(id, lease, at);
  } catch (error) {
    if (error instanceof DeliveryOverError) return undefined;
    throw error;
  }
}

/** What a post has no room for goes into posts behind it, in the transaction of the attempt. */
async function beginRoundup(drain: Drain, delivery: DeliveryRow, at: number): Promise<string> {
  const { store, lease } = drain;
  let begun: string | null = null;
  while (begun === null) {
    // What cannot be written is not cut: writing it ends the attempt.
    const cut = await planCut(drain, delivery).catch((error: unknown) => {
      if (isOutage(error)) throw error;
      return null;
    });
    begun = await store.underLock("decide", async (queries) => {
      if (cut !== null && !(await cutRoundup(queries, delivery, { cut, now: at }))) return null;
      return queries.deliveries.beginAttempt(delivery.id, lease, at);
    });
  }
  return begun;
}

/** What was thrown, as an error: a library may throw anything. */
export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
