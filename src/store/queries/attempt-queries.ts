import { newId } from "../../core/ids.ts";
import type { QueryContext } from "../query-context.ts";
import type { AttemptEnd, AttemptRow } from "../delivery-rows.ts";
import type { Lease } from "../operation-rows.ts";
import { DeliveryOverError, LeaseLostError } from "../store-error.ts";

const ATTEMPT = ["id", "deliveryId", "startedAt", "finishedAt", "outcome", "reason", "detail"] as const;

/**
 * Records, in the caller's transaction, that a request is about to leave; counts as an attempt even if its process
 * dies the next instant. Returns the attempt's id.
 * @throws DeliveryOverError when the delivery is not pending any more
 * @throws LeaseLostError when somebody else holds the lease, or an earlier attempt of it is unanswered
 */
export async function beginAttempt(
  { db, dialect }: QueryContext,
  deliveryId: string,
  lease: Lease,
  now: number,
): Promise<string> {
  if (!(await holds({ db, dialect }, lease)))
    throw new LeaseLostError(`the lease ${lease.name} has passed on: delivery ${deliveryId} is the new owner's`);
  const delivery = await db
    .selectFrom("deliveries")
    .select(["status", "channelId"])
    .where("id", "=", deliveryId)
    .$if(dialect.locksRows, (query) => query.forUpdate())
    .executeTakeFirst();
  if (delivery?.status !== "pending") throw new DeliveryOverError(`delivery ${deliveryId} is not pending any more`);
  const id = newId("att", now);
  const begun = await db
    .insertInto("attempts")
    .values({
      id,
      deliveryId,
      channelId: delivery.channelId,
      leaseName: lease.name,
      fencing: lease.fencing,
      startedAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (begun.numInsertedOrUpdatedRows !== 1n)
    throw new LeaseLostError(`delivery ${deliveryId} has an unanswered attempt: end that one first`);
  await db
    .updateTable("deliveries")
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("id", "=", deliveryId)
    .execute();
  return id;
}

/**
 * Ends an attempt and moves its delivery, in the caller's transaction. A new owner of the lease ends the attempts of
 * the former one (`unconfirmed`, `confirmed`, `absent`). The former owner may still report that the message was
 * sent, which spares a second one; his other answers come too late.
 * @throws LeaseLostError when the attempt is over already, or the lease it ran under has passed on
 */
export async function endAttempt({ db, dialect }: QueryContext, end: AttemptEnd): Promise<void> {
  const attempt = await db
    .selectFrom("attempts")
    .select(["deliveryId", "leaseName", "fencing"])
    .where("id", "=", end.attemptId)
    .where("outcome", "is", null)
    .$if(dialect.locksRows, (query) => query.forUpdate())
    .executeTakeFirst();
  if (attempt === undefined)
    throw new LeaseLostError(`attempt ${end.attemptId} is over: its channel's new owner ended it`);
  const needsLease = end.outcome === "retry" || end.outcome === "rejected";
  if (needsLease && !(await holds({ db, dialect }, { name: attempt.leaseName, fencing: attempt.fencing })))
    throw new LeaseLostError(`the lease ${attempt.leaseName} has passed on: its new owner ends ${end.attemptId}`);
  await db
    .updateTable("attempts")
    .set({ finishedAt: end.finishedAt, outcome: end.outcome, reason: end.reason, detail: end.detail })
    .where("id", "=", end.attemptId)
    .execute();
  await recordRecipients({ db }, attempt.deliveryId, end);
  await moveDelivery({ db }, attempt.deliveryId, end);
}

/** Whether the lease is still the one given; on PostgreSQL nobody can take it before this transaction ends. */
async function holds(
  { db, dialect }: Pick<QueryContext, "db" | "dialect">,
  { name, fencing, owner }: { name: string; fencing: number; owner?: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("leases")
    .select(["fencing", "owner"])
    .where("name", "=", name)
    .$if(dialect.locksRows, (query) => query.forUpdate())
    .executeTakeFirst();
  return row?.fencing === fencing && (owner === undefined || row.owner === owner);
}

/** An address that has accepted stays accepted, whatever a later attempt says. */
async function recordRecipients(
  { db }: Pick<QueryContext, "db">,
  deliveryId: string,
  { recipients, finishedAt }: AttemptEnd,
): Promise<void> {
  for (const { recipient, kind, detail } of recipients) {
    await db
      .insertInto("deliveryRecipients")
      .values({ deliveryId, recipient, kind, detail, answeredAt: finishedAt })
      .onConflict((conflict) =>
        conflict
          .columns(["deliveryId", "recipient"])
          .doUpdateSet({ kind, detail, answeredAt: finishedAt })
          .where("deliveryRecipients.kind", "!=", "accepted"),
      )
      .execute();
  }
}

/** What was sent counts as sent, also when an operator dropped it while its attempt was under way. */
async function moveDelivery({ db }: Pick<QueryContext, "db">, deliveryId: string, end: AttemptEnd): Promise<void> {
  const { delivery, detail } = end;
  const reason = delivery.status === "failed" ? delivery.reason : end.reason;
  await db
    .updateTable("deliveries")
    .set({ ...delivery, reason, detail })
    .where("id", "=", deliveryId)
    .where("status", "in", delivery.status === "sent" ? ["pending", "dropped"] : ["pending"])
    .execute();
}

/** Attempts of a channel without an answer, oldest first. */
export async function listUnanswered({ db }: QueryContext, channelId: string): Promise<readonly AttemptRow[]> {
  return db
    .selectFrom("attempts")
    .select(ATTEMPT)
    .where("channelId", "=", channelId)
    .where("outcome", "is", null)
    .orderBy("startedAt")
    .orderBy("id")
    .execute();
}

export async function listAttempts({ db }: QueryContext, deliveryId: string): Promise<readonly AttemptRow[]> {
  return db
    .selectFrom("attempts")
    .select(ATTEMPT)
    .where("deliveryId", "=", deliveryId)
    .orderBy("startedAt")
    .orderBy("id")
    .execute();
}
