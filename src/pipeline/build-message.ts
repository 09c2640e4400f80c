import * as z from "zod";
import type { Message, NoticeMessage, SummaryMessage } from "../notify/message.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import { buildRoundup } from "./add-roundup.ts";
import { buildDigest } from "./build-digest.ts";
import type { Plan } from "./plan.ts";
import { toStoryLine } from "./story-line.ts";

const Notice = z.object({
  kind: z.literal("notice"),
  level: z.enum(["page", "notice"]),
  title: z.string(),
  lines: z.array(z.string()),
  remedy: z.string().nullable(),
});

const Summary = z.object({
  kind: z.literal("summary"),
  feeds: z.array(z.string()),
  stored: z.number(),
  wouldHaveMatched: z.array(z.object({ headline: z.string(), link: z.string().nullable(), watchTitle: z.string() })),
});

/** What a delivery says, from its rows: evidence is a snapshot, so it reads as it did when it matched. */
export async function buildMessage(queries: StoreQueries, plan: Plan, delivery: DeliveryRow): Promise<Message> {
  switch (delivery.kind) {
    case "alert":
      return { kind: "alert", story: toStoryLine(await queries.deliveries.listMatches(delivery.id)) };
    case "digest":
      return buildDigest(queries, plan, delivery);
    case "roundup":
      return buildRoundup(queries, plan, delivery);
    case "notice":
      return readPayload<NoticeMessage>(delivery, Notice);
    case "summary":
      return readPayload<SummaryMessage>(delivery, Summary);
  }
}

function readPayload<T>(delivery: DeliveryRow, schema: z.ZodType<T>): T {
  if (delivery.payload === null) throw new Error(`delivery ${delivery.id} (${delivery.kind}) has no payload`);
  return schema.parse(JSON.parse(delivery.payload));
}
