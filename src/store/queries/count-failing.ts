import type { QueryContext } from "../query-context.ts";
import { isAsked } from "./feed-state.ts";

/** How many feeds are configured and not paused, and of how many of them an incident says that they cannot be read. */
export async function countFailing({ db }: QueryContext, now: number): Promise<{ total: number; failing: number }> {
  const { total, failing } = await db
    .selectFrom("feeds")
    .select((eb) => [
      eb.fn.countAll<number>().as("total"),
      eb.fn
        .sum<number | null>(
          eb
            .case()
            .when(
              eb.exists(
                eb
                  .selectFrom("incidents")
                  .select("incidents.id")
                  .whereRef("incidents.subject", "=", "feeds.feedId")
                  .where("incidents.kind", "in", ["feed-failing", "feed-suspended"])
                  .where("incidents.closedAt", "is", null),
              ),
            )
            .then(1)
            .else(0)
            .end(),
        )
        .as("failing"),
    ])
    .where((eb) => isAsked(eb, now))
    .executeTakeFirstOrThrow();
  return { total, failing: failing ?? 0 };
}
