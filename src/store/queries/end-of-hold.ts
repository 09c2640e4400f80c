import type { ExpressionBuilder, ExpressionWrapper } from "kysely";
import type { Tables } from "../schema.ts";

/** Until when a delivery that is let go was held: what goes before its time, until now. */
export function endOfHold(
  eb: ExpressionBuilder<Tables, "deliveries">,
  now: number,
): ExpressionWrapper<Tables, "deliveries", number | null> {
  return eb.case().when("heldUntil", ">", now).then(now).else(eb.ref("heldUntil")).end();
}
