import * as z from "zod";
import type { AlertMessage, Message, NoteMessage, NoticeMessage, SummaryMessage } from "../notify/message.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import { buildRoundup } from "./add-roundup.ts";
import { buildDigest } from "./build-digest.ts";
import type { Plan } from "./plan.ts";
import { toStoryLine } from "./story-line.ts";
import { readMark, readNote } from "./telling/telling-payload.ts";

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
    case "alert": {
      const story = toStoryLine(await queries.deliveries.listMatches(delivery.id));
      return { kind: "alert", story, ...markOf(delivery) };
    }
    case "edit":
      return buildAlert(queries, await parentOf(queries, delivery));
    case "reply":
      return buildNote(queries, delivery);
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

function markOf({ payload }: DeliveryRow): Pick<AlertMessage, "mark"> {
  return payload === null ? {} : { mark: readMark(payload) };
}

/** An alert as it reads with everything that its edits added and its replies noted. */
export async function buildAlert(
  { deliveries }: Pick<StoreQueries, "deliveries">,
  alert: DeliveryRow,
): Promise<AlertMessage> {
  const children = await deliveries.listChildren(alert.id);
  const story = toStoryLine(await deliveries.listMatches(alert.id, ...children.map(({ id }) => id)));
  const notes = children.filter(({ kind }) => kind === "reply").map(({ payload }) => readNote(payload));
  return { kind: "alert", story, ...markOf(alert), notes: notes.filter(({ kind }) => kind !== "outlets") };
}

async function buildNote({ deliveries }: StoreQueries, reply: DeliveryRow): Promise<NoteMessage> {
  const alert = await parentOf({ deliveries }, reply);
  const { headline, link } = toStoryLine(await deliveries.listMatches(alert.id));
  return { kind: "note", about: { headline, link }, note: readNote(reply.payload) };
}

async function parentOf({ deliveries }: Pick<StoreQueries, "deliveries">, child: DeliveryRow): Promise<DeliveryRow> {
  const parent = child.parentId === null ? undefined : await deliveries.get(child.parentId);
  if (parent === undefined) throw new Error(`delivery ${child.id} (${child.kind}) belongs to no alert`);
  return parent;
}

function readPayload<T>(delivery: DeliveryRow, schema: z.ZodType<T>): T {
  if (delivery.payload === null) throw new Error(`delivery ${delivery.id} (${delivery.kind}) has no payload`);
  return schema.parse(JSON.parse(delivery.payload));
}
