import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { Store } from "../store/store.ts";
import type { Plan } from "./plan.ts";

export interface ReviseDeps {
  store: Pick<Store, "deliveries">;
  plan: () => Pick<Plan, "channels">;
  now: Clock;
}

export const RetryDelivery = z.strictObject({
  kind: z.literal("retry-delivery"),
  deliveryId: z.string(),
  /** Also when it was sent. */
  again: z.boolean(),
  author: z.string().min(1),
  comment: z.string().min(1).nullable(),
});
type RetryDelivery = z.infer<typeof RetryDelivery>;

export const DropDelivery = z.strictObject({
  kind: z.literal("drop-delivery"),
  deliveryId: z.string(),
  author: z.string().min(1),
  comment: z.string().min(1),
});
type DropDelivery = z.infer<typeof DropDelivery>;

const Refusal = z.enum(["pending", "not-pending", "sent", "no-such-channel", "channel-removed", "changed-meanwhile"]);
type Refusal = z.infer<typeof Refusal>;

const Named = z.object({ deliveryId: z.string(), channelId: z.string() });

export const DeliveryAnswer = z.discriminatedUnion("kind", [
  Named.extend({ kind: z.literal("delivery-retried") }),
  /** `underWay`: an attempt was, so that it may arrive all the same. */
  Named.extend({ kind: z.literal("delivery-dropped"), underWay: z.boolean() }),
  Named.extend({ kind: z.literal("delivery-refused"), reason: Refusal }),
  z.object({ kind: z.literal("unknown-delivery"), deliveryId: z.string() }),
]);
type DeliveryAnswer = z.infer<typeof DeliveryAnswer>;

/** Has a delivery that failed or was dropped tried again now; one that was sent only where `again` says so. */
export async function retryDelivery(deps: ReviseDeps, asked: RetryDelivery): Promise<DeliveryAnswer> {
  const { deliveryId, again, author, comment } = asked;
  const { deliveries } = deps.store;
  const delivery = await deliveries.get(deliveryId);
  if (delivery === undefined) return { kind: "unknown-delivery", deliveryId };
  const { channelId, status } = delivery;
  const refusal = whyNotAgain(delivery, again, deps.plan());
  if (refusal !== null) return { kind: "delivery-refused", deliveryId, channelId, reason: refusal };
  const isTold = status === "sent" || status === "summarised";
  const kind = isTold ? "sent-again" : "retried";
  const act = { kind, at: deps.now(), author, comment } as const;
  const isMoved = await deliveries.revise(deliveryId, { from: [status], to: { status: "pending" }, act });
  return isMoved
    ? { kind: "delivery-retried", deliveryId, channelId }
    : { kind: "delivery-refused", deliveryId, channelId, reason: "changed-meanwhile" };
}

function whyNotAgain({ status, channelId }: DeliveryRow, again: boolean, plan: Pick<Plan, "channels">): Refusal | null {
  if (status === "pending" || status === "held") return plan.channels.has(channelId) ? "pending" : "channel-removed";
  if ((status === "sent" || status === "summarised") && !again) return "sent";
  return plan.channels.has(channelId) ? null : "no-such-channel";
}

/** Ends a delivery that waits: it is not sent. An attempt that is under way cannot be called back. */
export async function dropDelivery({ store, now }: ReviseDeps, asked: DropDelivery): Promise<DeliveryAnswer> {
  const { deliveryId, author, comment } = asked;
  const delivery = await store.deliveries.get(deliveryId);
  if (delivery === undefined) return { kind: "unknown-delivery", deliveryId };
  const { channelId } = delivery;
  const isMoved = await store.deliveries.revise(deliveryId, {
    from: ["pending", "held"],
    to: { status: "dropped", reason: "dropped-by-operator" },
    act: { kind: "dropped", at: now(), author, comment },
  });
  if (!isMoved) return { kind: "delivery-refused", deliveryId, channelId, reason: "not-pending" };
  const attempts = await store.deliveries.listAttempts(deliveryId);
  const underWay = attempts.some(({ outcome }) => outcome === null);
  return { kind: "delivery-dropped", deliveryId, channelId, underWay };
}
