import type { PersonMention, Veto } from "../core/vocabulary.ts";
import { decideMatch, type Decision } from "../decide/decision.ts";
import type { ChannelPlan, WatchRouting } from "../decide/options.ts";
import type { Silence } from "../decide/restraint/silence.ts";
import { decideTelling, type Follows } from "../decide/telling/decide-telling.ts";
import type { DecisionRow } from "../store/match-rows.ts";
import type { SilenceRow } from "../store/restraint-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import { findHold, type Hold } from "./find-hold.ts";
import type { ItemOfStory } from "./join-stories.ts";
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
export interface RecordedMatch extends ItemOfStory {
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
const NO_THREAD: StoryThread = { messages: [], nextKey: "" };

/** What a watch tells as one: a story, or an item where it keeps items apart. */
function toldOf(
  { group }: Pick<WatchRouting, "group">,
  { itemId, storyId }: { itemId: string; storyId: string },
): string {
  return group === "item" ? itemId : storyId;
}

/** Decides what a match becomes on a channel, and writes decision and messages. Returns the reason. */
export async function decideOnChannel(
  committing: Committing,
  channel: ChannelPlan,
  recorded: RecordedMatch,
): Promise<string> {
  const { queries, plan, now } = committing;
  const { item, storyId, watch, matchId, people, silence } = recorded;
  const channelId = channel.id;
  const thread =
    channel.digest === null
      ? await loadThread(queries, { storyId, channelId, toldOf: toldOf(watch, { itemId: item.id, storyId }) })
      : NO_THREAD;
  const lastHeardAt = await lastHeard(committing, recorded, thread, channelId);
  const story = await describeTold(queries, thread, { ...recorded, lastHeardAt });
  const feedKind = plan.feeds.get(item.feedId)?.kind ?? "wire";
  const { severity, maxAgeMs } = watch;
  const { publishedAt, baseline } = item;
  const { veto, matchedBefore } = recorded;
  const report = { ...recorded, outlet: outletOf(item), feedKind, severity };
  const follows = followsOf(channel, thread, recorded);
  const telling = decideTelling({ report, story, follows, now });
  const match = { severity, veto, maxAgeMs, publishedAt, baseline, matchedBefore };
  const decision = decideMatch({ match, channel, silence, telling, now });
  const sendsAlert = decision.kind === "send" || decision.kind === "follow-up";
  const hold = sendsAlert ? await findHold(queries, { channel, severity, now }) : null;
  await queries.matches.addDecision({ matchId, channelId, ...recordOf(decision, hold), decidedAt: now });
  if (decision.kind === "collect") await queries.editions.collect(channelId, matchId, decision.reason, now);
  if (silence !== null && decision.reason === "silenced")
    await queries.silences.keepMatch(silence.id, channelId, matchId);
  if (!isTelling(decision)) return decision.reason;
  const { id: itemId, revision: itemRevision, title, link, outlet, feedId, firstSeenAt } = item;
  const { relation, likeItemId, cited } = recorded;
  const toldItem = {
    itemId,
    itemRevision,
    title,
    link,
    outlet,
    feedId,
    feedKind,
    firstSeenAt,
    relation,
    likeItemId,
    cited,
  };
  const sends = await carryOutTelling(committing, decision, {
    match: { ...toldItem, matchId, watchId: watch.id, watchTitle: watch.title, severity, people },
    storyId,
    channel,
    hold,
    thread,
    follows,
    headlineChanged: story?.headlineChanged ?? false,
  });
  if (sends) committing.channels.add(channelId);
  return hold?.for ?? decision.reason;
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
