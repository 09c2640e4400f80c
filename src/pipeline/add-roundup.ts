import * as z from "zod";
import { finishInTurns, mapInSteps } from "../core/steps.ts";
import type { Severity } from "../core/vocabulary.ts";
import type { ChannelPlan } from "../decide/options.ts";
import { quietUntil } from "../decide/restraint/quiet-hours.ts";
import { ROUNDUP_CAUSES, type RoundupCause, type RoundupMessage } from "../notify/message.ts";
import type { DeliveryRow, NewDelivery } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import { toStoryLine } from "./story-line.ts";
import { tellWithdrawn } from "./tell-withdrawn.ts";

const Payload = z.object({
  cause: z.enum(ROUNDUP_CAUSES),
  detail: z.string().nullable(),
  from: z.number(),
  to: z.number(),
  /** Absent: it has not been cut into posts. */
  part: z.object({ number: z.number(), of: z.number(), alerts: z.number() }).optional(),
});

/** What a roundup is to tell. */
export interface NewRoundup {
  channel: ChannelPlan;
  cause: RoundupCause;
  detail: string | null;
  severity: Severity;
  matchIds: readonly string[];
  /** When the first and the last of them matched. */
  from: number;
  to: number;
  /** What of its key tells it from others of the channel. */
  window: string;
  /** Until when more may join it; null: it may go at once. */
  hold: NonNullable<NewDelivery["held"]> | null;
  now: number;
}

/**
 * Creates one message for several matches; in quiet hours it waits for their end. Returns its key.
 * @throws when the channel has one of that window, which those who call look for first
 */
export async function addRoundup({ deliveries }: StoreQueries, roundup: NewRoundup): Promise<string> {
  const { channel, cause, detail, severity, matchIds, from, to, window, hold, now } = roundup;
  const key = `summary|${channel.id}|${window}`;
  const until = quietUntil(channel, severity, now);
  const { id, added } = await deliveries.add({
    key,
    kind: "roundup",
    channelId: channel.id,
    storyId: null,
    editionId: null,
    incidentId: null,
    recipient: null,
    payload: JSON.stringify({ cause, detail, from, to }),
    severity,
    createdAt: now,
    dueAt: now,
    held: until === null ? hold : { for: "quiet-hours", until },
  });
  // What is attached to a message that has left is told by none: the next try has another window.
  if (!added) throw new Error(`there is a summary ${key} already, and it can take no more`);
  await deliveries.attachMatches(id, matchIds);
  return key;
}

/** Adds matches to a roundup that has not left; returns its key. */
export async function extendRoundup(
  { deliveries, holds }: StoreQueries,
  { id, key, payload }: DeliveryRow,
  told: Pick<NewRoundup, "matchIds" | "from" | "to">,
): Promise<string> {
  const before = readRoundup({ payload });
  const range = { from: Math.min(before.from, told.from), to: Math.max(before.to, told.to) };
  await holds.rewrite(id, JSON.stringify({ ...before, ...range }));
  await deliveries.attachMatches(id, told.matchIds);
  return key;
}

/** What a roundup keeps beside its matches. @throws when the payload is none */
export function readRoundup({ payload }: Pick<DeliveryRow, "payload">): z.infer<typeof Payload> {
  return Payload.parse(JSON.parse(payload ?? "null"));
}

/** What a roundup says, from its rows. */
export async function buildRoundup(
  { deliveries, matches }: Pick<StoreQueries, "deliveries" | "matches">,
  plan: Plan,
  delivery: DeliveryRow,
): Promise<RoundupMessage> {
  // It may have been joined or cut since it was listed.
  const { id, payload, channelId, severity } = (await deliveries.get(delivery.id)) ?? delivery;
  const { part, ...told } = readRoundup({ payload });
  const all = await deliveries.listMatches(id);
  // What else is held is an alert, which says so in its thread.
  const withdrawn =
    told.cause === "silenced"
      ? await matches.listWithdrawn(
          all.map((match) => match.id),
          NO_END,
        )
      : NONE;
  const byStory = Map.groupBy(all, ({ storyId }) => storyId);
  const stories = await finishInTurns(
    mapInSteps([...byStory.values()], (story) => tellWithdrawn(toStoryLine(story), story, withdrawn)),
  );
  const timezone = plan.channels.get(channelId)?.timezone ?? "UTC";
  return { kind: "roundup", ...told, severity, timezone, stories, ...(part === undefined ? {} : { part }) };
}

const NONE: ReadonlySet<string> = new Set();
/** Until when reports count as changed, epoch milliseconds: as they read by now. */
const NO_END = Number.MAX_SAFE_INTEGER;
