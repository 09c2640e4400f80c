import type { Clock } from "../core/clock.ts";
import { silenceOf } from "../decide/restraint/silence.ts";
import { channelsFor } from "../decide/route.ts";
import type { ItemAnswer, WatchAnswer } from "../match/match-answer.ts";
import type { PendingItem } from "../store/item-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import { decideOnChannel, type Committing } from "./decide-on-channel.ts";
import { joinStories, type ItemOfStory } from "./join-stories.ts";
import type { Plan } from "./plan.ts";
import { isDenial } from "./telling/describe-told.ts";
import { noteWithdrawn } from "./telling/note-corrections.ts";

export interface CommittedMatch {
  matchId: string;
  watchId: string;
  itemId: string;
  /** What became of it: channel id → reason. */
  decisions: Readonly<Record<string, string>>;
}

export interface Committed {
  matches: readonly CommittedMatch[];
  /** Channels that got something to send. */
  channels: ReadonlySet<string>;
}

/**
 * Writes what the engine answered: story, matches, decisions and deliveries of a batch commit together, under the
 * store's decide lock, and the items count as matched only then. Items in which no watch found anything belong to no
 * story. Items that another worker committed meanwhile are left alone, so a batch may run twice.
 * @param read the items as the engine saw them: a revision that came meanwhile has no answer yet and stays unmatched
 */
export function createCommitMatches({ store, plan, now }: { store: Store; plan: () => Plan; now: Clock }) {
  return function commitMatches(read: readonly PendingItem[], answers: readonly ItemAnswer[]): Promise<Committed> {
    const current = plan();
    const byId = new Map(answers.map((answer) => [answer.itemId, answer]));
    return store.underLock("decide", async (queries) => {
      const unmatched = new Set(await queries.items.listUnmatched(read.map((item) => item.id)));
      const items = read.filter((item) => byId.has(item.id) && unmatched.has(item.id));
      const at = now();
      const silences = await queries.silences.listActive(at);
      const committing: Committing = { queries, plan: current, silences, now: at, channels: new Set<string>() };
      const matches: CommittedMatch[] = [];
      const found = items.filter(({ id }) => (byId.get(id)?.answers.length ?? 0) > 0);
      for (const member of await joinStories(queries, found, committing.now)) {
        const about = await describeItem(queries, member);
        for (const answer of byId.get(member.item.id)?.answers ?? []) {
          const match = await commitMatch(committing, about, answer);
          if (match !== undefined) matches.push(match);
        }
      }
      for (const item of items.filter(({ revision }) => revision > 1))
        await noteWithdrawn(committing, item, byId.get(item.id)?.answers ?? []);
      await queries.items.markAllMatched(
        items.map(({ id, revision }) => ({ id, revision, cutBytes: byId.get(id)?.cutBytes ?? 0 })),
      );
      return { matches, channels: committing.channels };
    });
  };
}

interface DescribedItem extends ItemOfStory {
  isDenial: boolean;
  isRevised: boolean;
}

/** What every decision about the item asks, found out once. */
async function describeItem({ items }: StoreQueries, member: ItemOfStory): Promise<DescribedItem> {
  const { item } = member;
  const isRevised = item.revision > 1 && (await items.isRevisedByFeed(item.id));
  return { ...member, isDenial: isDenial(item), isRevised };
}

async function commitMatch(
  committing: Committing,
  about: DescribedItem,
  answer: WatchAnswer,
): Promise<CommittedMatch | undefined> {
  const { queries, plan, now } = committing;
  const { item, storyId } = about;
  const watch = plan.watches.get(answer.watchId);
  if (watch === undefined) return undefined;
  const veto = answer.kind === "vetoed" ? answer.veto : null;
  const { id: matchId, added } = await queries.matches.add({
    watchId: watch.id,
    watchTitle: watch.trial === null ? watch.title : `${watch.title} (trial)`,
    watchRevision: answer.watchRevision,
    severity: watch.severity,
    itemId: item.id,
    itemRevision: item.revision,
    storyId,
    evidence: answer.evidence,
    veto,
    matchedAt: now,
  });
  if (!added) return undefined;

  const decisions: Record<string, string> = {};
  const matchedBefore = item.revision > 1 && (await queries.matches.hasEarlier(watch.id, item.id, item.revision));
  const { people } = answer.evidence;
  const silence = silenceOf({ ...item, watchId: watch.id, storyId }, committing.silences, now);
  for (const channel of channelsFor(watch, item.lang, plan.channels))
    decisions[channel.id] = await decideOnChannel(committing, channel, {
      ...about,
      watch,
      matchId,
      people,
      veto,
      silence,
      matchedBefore,
    });
  return { matchId, watchId: watch.id, itemId: item.id, decisions };
}
