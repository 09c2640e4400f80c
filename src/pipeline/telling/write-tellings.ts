import type { Severity } from "../../core/vocabulary.ts";
import { editDueAt } from "../../decide/telling/edit-due.ts";
import type { AlertMark, Note } from "../../notify/message.ts";
import type { NewDelivery, NotedAlert, StoryDelivery } from "../../store/delivery-rows.ts";
import type { StoreQueries } from "../../store/store.ts";
import type { Hold } from "../find-hold.ts";
import { alertKey, type ThreadMessage } from "./story-thread.ts";
import { writeMark, writeNote } from "./telling-payload.ts";

export interface Writing {
  queries: Pick<StoreQueries, "deliveries" | "holds">;
  now: number;
}

export interface NewAlert {
  /** What it tells, and its number there. */
  toldOf: string;
  number: number;
  channelId: string;
  storyId: string;
  severity: Severity;
  /** The alert that it follows up. */
  parentId: string | null;
  mark: AlertMark | null;
  /** Why it must wait; null: it need not. */
  held: Hold | null;
}

/**
 * Creates an alert; returns its id. An item that was split off its story may have been told under the key that its new
 * story would use: then the next number is taken, for what is attached to an old message is told by none.
 */
export async function addAlert(
  { queries, now }: Writing,
  { toldOf, number, mark, ...alert }: NewAlert,
): Promise<string> {
  for (let next = number; ; next += 1) {
    const { id, added } = await queries.deliveries.add({
      ...alert,
      ...standing(now),
      key: alertKey({ toldOf, channelId: alert.channelId }, next),
      kind: "alert",
      payload: mark === null ? null : writeMark(mark),
    });
    if (added) return id;
  }
}

/**
 * Brings a message up to date, once a minute at most: an edit that has not begun takes the match too.
 * @param matchId what the edit adds; null: only the notes of the message have changed
 */
export async function putEdit(
  { queries, now }: Writing,
  { alert, edits }: ThreadMessage,
  matchId: string | null,
): Promise<void> {
  const waiting = edits.find(({ begun }) => !begun);
  const id = waiting?.id ?? (await addEdit({ queries, now }, alert, edits));
  if (matchId !== null) await queries.deliveries.attachMatches(id, [matchId]);
}

async function addEdit(
  { queries, now }: Writing,
  alert: StoryDelivery,
  edits: readonly StoryDelivery[],
): Promise<string> {
  const lastAt = edits.length === 0 ? null : Math.max(...edits.map(({ sentAt, dueAt }) => sentAt ?? dueAt));
  const { id } = await queries.deliveries.add({
    ...belonging(alert),
    ...standing(now),
    key: `edit|${alert.id}|${edits.length + 1}`,
    kind: "edit",
    payload: null,
    dueAt: editDueAt(lastAt, now),
  });
  return id;
}

export interface NewNote {
  name: string;
  note: Note;
  /** What it tells. */
  matchIds: readonly string[];
  /** Why a note that is a post of its own must wait; absent: it need not. */
  held?: Hold | null;
}

/**
 * Puts a note into the thread of a message, once for each name.
 */
export async function putNote(
  { queries, now }: Pick<Writing, "now"> & { queries: Pick<StoreQueries, "deliveries"> },
  { alert }: { alert: NotedAlert },
  { name, note, matchIds, held = null }: NewNote,
): Promise<void> {
  const { id, added } = await queries.deliveries.add({
    ...belonging(alert),
    ...standing(now),
    key: `reply|${alert.id}|${name}`,
    kind: "reply",
    payload: writeNote(note),
    held,
  });
  if (added) await queries.deliveries.attachMatches(id, matchIds);
}

function belonging({
  id,
  channelId,
  storyId,
  severity,
}: NotedAlert): Pick<NewDelivery, "parentId" | "channelId" | "storyId" | "severity"> {
  return { parentId: id, channelId, storyId, severity };
}

function standing(now: number) {
  return { editionId: null, incidentId: null, recipient: null, createdAt: now, dueAt: now } as const;
}
