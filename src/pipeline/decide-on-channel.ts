import type { PersonMention, Veto } from "../core/vocabulary.ts";
import { decideMatch, type Decision } from "../decide/decision.ts";
import type { ChannelPlan, WatchRouting } from "../decide/options.ts";
import { decideTelling } from "../decide/telling/decide-telling.ts";
import type { StoreQueries } from "../store/store.ts";
import type { ItemOfStory } from "./join-stories.ts";
import type { Plan } from "./plan.ts";
import { carryOutTelling, isTelling } from "./telling/carry-out.ts";
import { describeTold } from "./telling/describe-told.ts";
import { loadThread, outletOf, type StoryThread } from "./telling/story-thread.ts";
import { describeNews } from "./telling/telling-payload.ts";

/** A batch that is being committed, in its transaction. */
export interface Committing {
  queries: StoreQueries;
  plan: Plan;
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
  const { item, storyId, watch, matchId, people } = recorded;
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
  const telling = decideTelling({ report, story, follows: channel.follows, now });
  const match = { severity, veto, maxAgeMs, publishedAt, baseline, matchedBefore };
  const decision = decideMatch({ match, channel, telling, now });
  const { kind, reason } = decision;
  await queries.matches.addDecision({ matchId, channelId, kind, reason, detail: detailOf(decision), decidedAt: now });
  if (kind === "collect") await queries.editions.collect(channelId, matchId, reason, now);
  if (!isTelling(decision)) return reason;
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
    channelId,
    thread,
    follows: channel.follows,
    headlineChanged: story?.headlineChanged ?? false,
  });
  if (sends) committing.channels.add(channelId);
  return reason;
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

function detailOf(decision: Decision): string | null {
  if (decision.kind === "suppress") return decision.detail;
  return decision.kind === "follow-up" ? decision.news.map(describeNews).join("; ") : null;
}
