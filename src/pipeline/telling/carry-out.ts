import { SEVERITIES, type Severity } from "../../core/vocabulary.ts";
import type { Decision } from "../../decide/decision.ts";
import type { ChannelPlan } from "../../decide/options.ts";
import { outletKey } from "../../decide/stories/attribution.ts";
import { countSources } from "../../decide/stories/count-sources.ts";
import type { Follows, Telling } from "../../decide/telling/decide-telling.ts";
import { milestoneAt } from "../../decide/telling/outlet-milestones.ts";
import type { ToldMatch } from "../../store/match-rows.ts";
import {
  headlineOf,
  messageOf,
  outletOf,
  toStorySource,
  type StoryThread,
  type ThreadMessage,
} from "./story-thread.ts";
import { findHold, type Hold } from "../find-hold.ts";
import { describeNews } from "./telling-payload.ts";
import { addAlert, putEdit, putNote, type Writing } from "./write-tellings.ts";

/** A match that was decided about, and the thread of its story on the channel. */
export interface DecidedMatch {
  match: Omit<ToldMatch, "deliveryId"> & { link: string | null };
  storyId: string;
  channel: ChannelPlan;
  /** Why an alert of its own must wait; null: it need not. */
  hold: Hold | null;
  follows: Follows;
  thread: StoryThread;
  headlineChanged: boolean;
}

export function isTelling(decision: Decision): decision is Telling {
  return decision.kind !== "collect" && decision.kind !== "suppress";
}

/** Writes the messages that a decision asks for. Returns whether there is something to send now. */
export async function carryOutTelling(writing: Writing, telling: Telling, decided: DecidedMatch): Promise<boolean> {
  const { match, thread, headlineChanged } = decided;
  const target = messageOf(thread, match);
  switch (telling.kind) {
    case "send":
      await addFirst(writing, telling, decided);
      return decided.hold === null;
    case "follow-up":
      await addFollowUp(writing, telling, decided);
      if (headlineChanged && target?.alert.begun === true) await noteHeadline(writing, target, decided);
      return true;
    case "correct":
      if (target !== undefined) await noteHeadline(writing, target, decided);
      return true;
    case "edit":
      if (target !== undefined) await addToMessage(writing, target, match);
      return true;
    case "join":
      return joinWaiting(writing, telling.into === "latest" ? thread.messages.at(-1) : target, { ...decided, telling });
  }
}

/**
 * A message that has not left yet takes the match; one that cannot be edited stays as it was read. One that is held goes
 * at once when what joins it is severe enough not to wait.
 */
async function joinWaiting(
  { queries, now }: Writing,
  message: ThreadMessage | undefined,
  { telling, match, channel }: DecidedMatch & { telling: Extract<Telling, { kind: "join" }> },
): Promise<boolean> {
  if (telling.into === null || message === undefined) return false;
  const { id, severity, status } = message.alert;
  await queries.deliveries.attachMatches(id, [match.matchId]);
  if (!isHigher(match.severity, severity)) return false;
  await queries.holds.raise(id, match.severity);
  const goes = status === "held" && (await findHold(queries, { channel, severity: match.severity, now })) === null;
  if (goes) await queries.holds.release([id], now);
  return goes;
}

async function addFirst(
  writing: Writing,
  { reason }: Extract<Telling, { kind: "send" }>,
  { match, storyId, channel, hold, thread }: DecidedMatch,
): Promise<void> {
  const id = await addAlert(writing, {
    toldOf: thread.toldOf,
    number: thread.nextNumber,
    channelId: channel.id,
    storyId,
    severity: match.severity,
    held: hold,
    parentId: null,
    mark: reason === "update" ? { kind: "update" } : null,
  });
  await writing.queries.deliveries.attachMatches(id, [match.matchId]);
}

async function addFollowUp(
  writing: Writing,
  { news }: Extract<Telling, { kind: "follow-up" }>,
  { match, storyId, channel, hold, thread }: DecidedMatch,
): Promise<void> {
  const [first] = thread.messages;
  const to = (first && headlineOf(first)?.title) ?? "";
  const id = await addAlert(writing, {
    toldOf: thread.toldOf,
    number: thread.nextNumber,
    channelId: channel.id,
    storyId,
    severity: match.severity,
    held: hold,
    parentId: thread.messages.at(-1)?.alert.id ?? null,
    mark: { kind: "follow-up", to, reasons: news.map(describeNews) },
  });
  await writing.queries.deliveries.attachMatches(id, [match.matchId]);
}

/** The thread says what the headline was and is; the message itself shows the new one where it can be edited. */
async function noteHeadline(writing: Writing, target: ThreadMessage, decided: DecidedMatch): Promise<void> {
  const { match, follows, channel } = decided;
  const { severity } = target.alert;
  const before = headlineOf(target)?.title ?? "";
  await putNote(writing, target, {
    name: `headline-${match.itemId}-${match.itemRevision}`,
    note: { kind: "headline", outlet: outletOf(match), before, after: match.title, link: match.link },
    matchIds: [match.matchId],
    held: follows === "edits" ? null : await findHold(writing.queries, { channel, severity, now: writing.now }),
  });
  if (follows === "edits") await putEdit(writing, target, match.matchId);
}

/** The message shows what the match adds; its thread says how many outlets report, at some numbers. */
async function addToMessage(writing: Writing, target: ThreadMessage, match: DecidedMatch["match"]): Promise<void> {
  await putEdit(writing, target, match.matchId);
  const shown = new Set(target.matches.map((told) => outletKey(outletOf(told))));
  const outlets = shown.union(new Set([outletKey(outletOf(match))])).size;
  const milestone = milestoneAt(shown.size, outlets);
  if (milestone === null) return;
  const sources = countSources([...target.matches, match].map(toStorySource));
  await putNote(writing, target, {
    name: `outlets-${milestone}`,
    note: { kind: "outlets", outlets, sources },
    matchIds: [],
  });
}

function isHigher(a: Severity, b: Severity): boolean {
  return SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b);
}
