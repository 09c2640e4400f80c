import { newId } from "../../core/ids.ts";
import type { QueryContext } from "../query-context.ts";
import type { SilenceQueries } from "../restraint-queries.ts";
import { inChunks } from "./in-chunks.ts";

export function createSilenceQueries(context: QueryContext): SilenceQueries {
  const { db } = context;
  return {
    ...createSilenceReads(context),
    add: async (silence) => {
      const id = newId("sil", silence.startsAt);
      await db
        .insertInto("silences")
        .values({ ...silence, id })
        .execute();
      return id;
    },
    expire: (silenceId, by, now) =>
      db
        .updateTable("silences")
        .set({ endsAt: now, endedBy: by })
        .where("id", "=", silenceId)
        .where("endsAt", ">", now)
        .returningAll()
        .executeTakeFirst(),
    markTold: async (silenceId, now) => {
      await db.updateTable("silences").set({ toldAt: now }).where("id", "=", silenceId).execute();
    },
    keepMatch: async (silenceId, channelId, matchId) => {
      await db
        .insertInto("silenceMatches")
        .values({ silenceId, channelId, matchId })
        .onConflict((conflict) => conflict.columns(["silenceId", "channelId", "matchId"]).doNothing())
        .execute();
    },
    forgetKept: (silenceId, channelId, matchIds) =>
      inChunks(matchIds, async (ids) => {
        await db
          .deleteFrom("silenceMatches")
          .where("silenceId", "=", silenceId)
          .where("channelId", "=", channelId)
          .where("matchId", "in", ids)
          .execute();
      }),
  };
}

type Reads = Pick<SilenceQueries, "listActive" | "list" | "listUntold" | "listKept">;

function createSilenceReads({ db }: QueryContext): Reads {
  return {
    listActive: (now) =>
      db
        .selectFrom("silences")
        .selectAll()
        .where("startsAt", "<=", now)
        .where("endsAt", ">", now)
        .orderBy("endsAt")
        .orderBy("id")
        .execute(),
    list: (since) =>
      db
        .selectFrom("silences")
        .selectAll()
        .where("endsAt", ">=", since)
        .orderBy("endsAt", "desc")
        .orderBy("id")
        .execute(),
    listUntold: (now) =>
      db
        .selectFrom("silences")
        .selectAll()
        .where("endsAt", "<=", now)
        .where("toldAt", "is", null)
        .orderBy("endsAt")
        .orderBy("id")
        .execute(),
    listKept: async (silenceId, channels, limit) => {
      const isOn = "on" in channels;
      const ids = isOn ? channels.on : channels.notOn;
      if (isOn && ids.length === 0) return [];
      return db
        .selectFrom("silenceMatches")
        .innerJoin("matches", "matches.id", "silenceMatches.matchId")
        .select(["silenceMatches.channelId", "silenceMatches.matchId"])
        .where("silenceMatches.silenceId", "=", silenceId)
        .$if(ids.length > 0, (query) => query.where("silenceMatches.channelId", isOn ? "in" : "not in", ids))
        .orderBy("silenceMatches.channelId")
        .orderBy((eb) => eb.case("matches.severity").when("urgent").then(0).when("normal").then(1).else(2).end())
        .orderBy("matches.matchedAt")
        .orderBy("matches.id")
        .limit(limit)
        .execute();
    },
  };
}
