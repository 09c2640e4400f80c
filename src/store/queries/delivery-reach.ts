import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import type { Tables } from "../schema.ts";

type Deliveries = ExpressionBuilder<Tables, "deliveries">;
type Condition = ExpressionWrapper<Tables, "deliveries", SqlBool>;

/** Some recipient of the message has it, whatever became of it at the others. */
export function hasReached(
  eb: Deliveries,
  delivery: "deliveries.id" | "deliveries.parentId" = "deliveries.id",
): Condition {
  return eb.exists(
    eb
      .selectFrom("deliveryRecipients")
      .select("deliveryRecipients.recipient")
      .whereRef("deliveryRecipients.deliveryId", "=", delivery)
      .where("deliveryRecipients.kind", "=", "accepted"),
  );
}

/** Somebody has the message, or may: an attempt got no answer. What is added to it now would not be told to all. */
export function mayHaveArrived(eb: Deliveries): Condition {
  return eb.or([
    hasReached(eb),
    eb.exists(
      eb
        .selectFrom("attempts")
        .select("attempts.id")
        .whereRef("attempts.deliveryId", "=", "deliveries.id")
        .where((attempt) =>
          attempt.or([attempt("attempts.outcome", "is", null), attempt("attempts.outcome", "=", "unconfirmed")]),
        ),
    ),
  ]);
}
