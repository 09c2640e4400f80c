import { describeVeto } from "../../decide/decision.ts";
import type { ChannelPlan } from "../../decide/options.ts";
import type { WatchAnswer } from "../../match/match-answer.ts";
import type { Note } from "../../notify/message.ts";
import type { PendingItem } from "../../store/item-rows.ts";
import type { StoreQueries } from "../../store/store.ts";
import { findHold } from "../find-hold.ts";
import type { Plan } from "../plan.ts";
import { loadThread, outletOf, type ThreadMessage } from "./story-thread.ts";
import { putEdit, putNote } from "./write-tellings.ts";

/** What became of a report after it was told: its revision matches no more, or its page is gone. */

export interface Correcting {
  queries: StoreQueries;
  plan: Plan;
  now: number;
  /** Channels that got something to send. */
  channels: Set<string>;
}

/** A watch that the item matched when it was told, and does not match as it reads now. */
interface LostMatch {
  matchId: string;
  watchId: string;
  title: string;
  veto: string | null;
}

type ToldItem = Pick<PendingItem, "id" | "title" | "link" | "outlet" | "feedId">;

/** Notes on every message that told the item, once, which watches a change by its feed took from it. */
export async function noteWithdrawn(
  correcting: Correcting,
  item: PendingItem,
  answers: readonly WatchAnswer[],
): Promise<void> {
  const { queries, plan } = correcting;
  const lost = await listLost(correcting, item, answers);
  if (lost.length === 0 || !(await queries.items.isRevisedByFeed(item.id))) return;
  const { title: headline, link } = item;
  for (const channel of plan.channels.values()) {
    for (const { message, watchIds } of await messagesAbout(correcting, channel, item.id)) {
      const noted = matchesNoted(message, `withdrawn-${item.id}-`);
      const gone = lost.filter(({ matchId, watchId }) => watchIds.has(watchId) && !noted.has(matchId));
      if (gone.length === 0) continue;
      const watches = gone.map(({ title, veto }) => ({ title, veto }));
      await note(
        correcting,
        { channel, message },
        {
          name: `withdrawn-${item.id}-${item.revision}`,
          note: { kind: "withdrawn", outlet: outletOf(item), headline, link, watches },
          matchIds: gone.map(({ matchId }) => matchId),
        },
      );
    }
  }
}

/** Notes on every message that told the item, once, that its page is gone. @param status of the answer */
export async function noteGone(correcting: Correcting, item: ToldItem, status: number): Promise<void> {
  const { title: headline, link } = item;
  for (const channel of correcting.plan.channels.values()) {
    for (const { message, matchIds } of await messagesAbout(correcting, channel, item.id)) {
      await note(
        correcting,
        { channel, message },
        {
          name: `gone-${item.id}`,
          note: { kind: "gone", outlet: outletOf(item), headline, link, status },
          matchIds,
        },
      );
    }
  }
}

/** The matches that notes of such names in the thread of a message speak of. */
function matchesNoted({ alert, replies, matches }: ThreadMessage, name: string): ReadonlySet<string> {
  const notes = new Set(replies.filter(({ key }) => key.startsWith(`reply|${alert.id}|${name}`)).map(({ id }) => id));
  return new Set(matches.filter(({ deliveryId }) => notes.has(deliveryId)).map(({ matchId }) => matchId));
}

/** The latest match of each watch with an earlier revision, where the item does not match it any more. */
async function listLost(
  { queries, plan }: Correcting,
  item: PendingItem,
  answers: readonly WatchAnswer[],
): Promise<readonly LostMatch[]> {
  const answerOf = new Map(answers.map((answer) => [answer.watchId, answer]));
  const earlier = (await queries.matches.listByItem(item.id)).filter(
    ({ itemRevision }) => itemRevision < item.revision,
  );
  const latest = new Map(
    earlier.toSorted((a, b) => a.itemRevision - b.itemRevision).map((match) => [match.watchId, match]),
  );
  return [...latest.values()].flatMap(({ id: matchId, watchId, veto: vetoedThen }) => {
    const answer = answerOf.get(watchId);
    const title = plan.watches.get(watchId)?.title;
    if (vetoedThen !== null || title === undefined || answer?.kind === "match") return [];
    return [{ matchId, watchId, title, veto: answer === undefined ? null : describeVeto(answer.veto) }];
  });
}

interface MessageAbout {
  message: ThreadMessage;
  /** By which watches it tells the item. */
  watchIds: ReadonlySet<string>;
  matchIds: readonly string[];
}

async function messagesAbout(
  { queries }: Correcting,
  { id: channelId, digest }: ChannelPlan,
  itemId: string,
): Promise<readonly MessageAbout[]> {
  const storyId = digest === null ? await queries.stories.findByItem(itemId) : undefined;
  if (storyId === undefined) return [];
  const threads = [storyId, itemId].map((toldOf) => loadThread(queries, { storyId, channelId, toldOf }));
  const messages = (await Promise.all(threads)).flatMap((thread) => thread.messages);
  return messages.flatMap((message) => {
    const told = message.matches.filter((match) => match.itemId === itemId);
    if (told.length === 0) return [];
    const watchIds = new Set(told.map(({ watchId }) => watchId));
    return [{ message, watchIds, matchIds: [...new Set(told.map(({ matchId }) => matchId))] }];
  });
}

async function note(
  { queries, now, channels }: Correcting,
  { channel, message }: { channel: ChannelPlan; message: ThreadMessage },
  written: { name: string; note: Note; matchIds: readonly string[] },
): Promise<void> {
  const { severity, begun, status } = message.alert;
  const isEdited = channel.follows === "edits" && status !== "summarised";
  const held = isEdited ? null : await findHold(queries, { channel, severity, now });
  await putNote({ queries, now }, message, { ...written, held });
  if (isEdited && begun) await putEdit({ queries, now }, message, null);
  channels.add(channel.id);
}
