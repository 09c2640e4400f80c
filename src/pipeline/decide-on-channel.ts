import type { FeedKind, Item, PersonMention, Veto } from "../core/vocabulary.ts";
import { decideMatch, type Decision } from "../decide/decision.ts";
import type { ChannelPlan, WatchRouting } from "../decide/options.ts";
import type { Silence } from "../decide/restraint/silence.ts";
import { decideTelling, type Follows, type Telling } from "../decide/telling/decide-telling.ts";
import type { DecisionRow } from "../store/match-rows.ts";
import type { SilenceRow } from "../store/restraint-rows.ts";
import type { StoryPlace } from "../store/matching-queries.ts";
import type { StoreQueries } from "../store/store.ts";
import { prepareEscalation } from "./escalate.ts";
import { findHold, type Hold } from "./find-hold.ts";
import type { Plan } from "./plan.ts";
import { carryOutTelling, isTelling } from "./telling/carry-out.ts";
import { describeTold } from "./telling/describe-told.ts";
import { loadThread, messageOf, outletOf, type StoryThread } from "./telling/story-thread.ts";
import { describeNews } from "./telling/telling-payload.ts";

/** A batch that is being committed, in its transaction. */
export interface Committing {
  queries: StoreQueries;
  plan: Plan;
  /** In force. */
  silences: readonly SilenceRow[];
  now: number;
  /** Channels that got something to send. */
  channels: Set<string>;
}

/** A match as it was recorded, with what decisions ask about its item. */
export interface RecordedMatch extends StoryPlace {
  item: Item;
  watch: WatchRouting;
  matchId: string;
  people: readonly PersonMention[];
  veto: Veto | null;
  /** That keeps it from alerting; null: none does. */
  silence: Silence | null;
  matchedBefore: boolean;
  isDenial: boolean;
  isRevised: boolean;
}

/** An edition tells its stories together: no message of their own. */
const NO_THREAD: StoryThread = { messages: [], toldOf: "", nextNumber: 0 };

/** What a watch tells as one: a story, or an item where it keeps items apart. */
function toldOf(
  { group }: Pick<WatchRouting, "group">,
  { itemId, storyId }: { itemId: string; storyId: string },
): string {
  return group === "item" ? itemId : storyId;
}

/** What was decided about a match, and what the decision saw. */
interface Decided {
  decision: Decision;
  thread: StoryThread;
  follows: Follows;
  headlineChanged: boolean;
}

/** Decides what a match becomes on a channel, and writes decision and messages. Returns the reason. */
export async function decideOnChannel(
  committing: Committing,
  channel: ChannelPlan,
  recorded: RecordedMatch,
): Promise<string> {
  const { queries, now } = committing;
  const { watch, matchId, silence } = recorded;
  const channelId = channel.id;
  const decided = await decide(committing, channel, recorded);
  const { decision } = decided;
  const sendsAlert = decision.kind === "send" || decision.kind === "follow-up";
  const hold = sendsAlert ? await findHold(queries, { channel, severity: watch.severity, now }) : null;
  await queries.matches.addDecision({ matchId, channelId, ...recordOf(decision, hold), decidedAt: now });
  if (decision.kind === "collect") await queries.editions.collect(channelId, matchId, decision.reason, now);
  if (silence !== null && decision.reason === "silenced")
    await queries.silences.keepMatch(silence.id, channelId, matchId);
  if (decision.reason === "already-told" && recorded.item.revision > 1) {
    const { id: itemId, revision: itemRevision } = recorded.item;
    await queries.matches.joinWaiting({ matchId, watchId: watch.id, itemId, itemRevision }, channelId);
  }
  if (isTelling(decision)) await tell(committing, decision, { ...decided, channel, recorded, hold });
  return hold?.for ?? decision.reason;
}

async function decide(committing: Committing, channel: ChannelPlan, recorded: RecordedMatch): Promise<Decided> {
  const { queries, plan, now } = committing;
  const { item, storyId, watch, veto, silence } = recorded;
  const { id: channelId, digest } = channel;
  const told = toldOf(watch, { itemId: item.id, storyId });
  const thread = digest === null ? await loadThread(queries, { storyId, channelId, toldOf: told }) : NO_THREAD;
  const lastHeardAt = await lastHeard(committing, recorded, thread, channelId);
  const story = await describeTold(queries, thread, { ...recorded, lastHeardAt });
  const { severity, maxAgeMs } = watch;
  const { publishedAt, baseline } = item;
  const report = { ...recorded, outlet: outletOf(item), feedKind: feedKindOf(plan, item), severity };
  const follows = followsOf(channel, thread, recorded);
  const telling = decideTelling({ report, story, follows, now });
  const isTrial = watch.trial !== null && watch.trial.channelId !== channelId;
  const toldBefore = recorded.matchedBefore && (story !== null || (await wasTold(queries, recorded, channelId)));
  const match = { severity, veto, maxAgeMs, publishedAt, baseline, toldBefore, isTrial };
  const decision = decideMatch({ match, channel, silence, telling, now });
  return { decision, thread, follows, headlineChanged: story?.headlineChanged ?? false };
}

/** Writes the messages of a decision, and who is to be told if nobody takes care of it. */
async function tell(
  committing: Committing,
  telling: Telling,
  decided: Omit<Decided, "decision"> & { channel: ChannelPlan; recorded: RecordedMatch; hold: Hold | null },
): Promise<void> {
  const { queries, plan, now, channels } = committing;
  const { channel, recorded, hold, thread, follows, headlineChanged } = decided;
  const { item, storyId, watch, matchId, people, relation, likeItemId, cited } = recorded;
  const { id: itemId, revision: itemRevision, title, link, outlet, feedId, firstSeenAt } = item;
  const told = { itemId, itemRevision, title, link, outlet, feedId, feedKind: feedKindOf(plan, item), firstSeenAt };
  const match = { ...told, relation, likeItemId, cited, matchId, people };
  const { id: watchId, title: watchTitle, severity } = watch;
  const sends = await carryOutTelling(committing, telling, {
    match: { ...match, watchId, watchTitle, severity },
    storyId,
    channel,
    hold,
    thread,
    follows,
    headlineChanged,
  });
  if (sends) channels.add(channel.id);
  const escalated = toldOf(watch, { itemId, storyId });
  await prepareEscalation(queries, { watch, toldOf: escalated, storyId, matchId, channels: plan.channels, now });
}

function feedKindOf({ feeds }: Plan, { feedId }: { feedId: string }): FeedKind {
  return feeds.get(feedId)?.kind ?? "wire";
}

async function lastHeard(
  { queries }: Committing,
  { watch, item, storyId }: RecordedMatch,
  { messages }: StoryThread,
  channelId: string,
): Promise<number | null> {
  if (messages.length === 0) return null;
  return queries.matches.lastHeardAt(watch.group === "item" ? { itemId: item.id } : { storyId }, channelId);
}

/** Of the item as it read before: its match may have been on trial then, routed elsewhere, or in a message that failed. */
function wasTold({ matches }: StoreQueries, { item, watch }: RecordedMatch, channelId: string): Promise<boolean> {
  return matches.wasTold({ watchId: watch.id, itemId: item.id, beforeRevision: item.revision }, channelId);
}

/** What a summary told cannot be edited, whatever the channel can. */
function followsOf({ follows }: ChannelPlan, thread: StoryThread, { item, likeItemId }: RecordedMatch): Follows {
  const target = messageOf(thread, { itemId: item.id, likeItemId });
  return target?.alert.status === "summarised" ? "nothing" : follows;
}

/** What the ledger says of a decision; one that has to wait names why, and what it will be. */
function recordOf(decision: Decision, hold: Hold | null): Pick<DecisionRow, "kind" | "reason" | "detail"> {
  if (hold !== null)
    return { kind: "hold", reason: hold.for, detail: `${decision.reason}, held until ${toIso(hold.until)}` };
  return { kind: decision.kind, reason: decision.reason, detail: detailOf(decision) };
}

function toIso(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");
}

function detailOf(decision: Decision): string | null {
  if (decision.kind === "suppress") return decision.detail;
  return decision.kind === "follow-up" ? decision.news.map(describeNews).join("; ") : null;
}
