import type { PersonMention } from "../../../src/core/vocabulary.ts";
import type { Plan } from "../../../src/pipeline/plan.ts";
import type { ChannelPlan, WatchRouting } from "../../../src/decide/options.ts";
import type { ItemAnswer, WatchAnswer } from "../../../src/match/match-answer.ts";
import type { PendingItem } from "../../../src/store/item-rows.ts";
import { EVIDENCE, feed } from "../store/store-builders.ts";
import type { TestStore } from "../store/open-test-store.ts";

/** What the pipeline's facts are made of: a plan, a clock to be set, and the steps between a feed and a channel. */

export const HOUR_MS = 3_600_000;

/** The text of a first report, and one more report of the event in words of its own. */
export const REPORT_TEXT =
  "A counsellor at the embassy in Lima left his post on Monday and asked Peru for asylum, two officials in the capital said.";
export const SEPARATE_REPORT = {
  title: "Embassy counsellor in Lima asks Peru for asylum",
  body: "The counsellor left the embassy in Lima on Monday and has asked Peru for asylum, his lawyer told reporters on Tuesday.",
};

export function watch(id: string, changed: Partial<WatchRouting> = {}): WatchRouting {
  return {
    id,
    title: `Watch ${id}`,
    owner: null,
    severity: "normal",
    maxAgeMs: 24 * HOUR_MS,
    usefulForMs: null,
    group: "story",
    notify: ["desk"],
    escalate: null,
    trial: null,
    ...changed,
  };
}

export function channelPlan(id: string, changed: Partial<ChannelPlan> = {}): ChannelPlan {
  const usual = { timezone: "UTC", recipients: [], digest: null, takes: null, quietHours: null, atMost: null } as const;
  return { id, ...usual, follows: "edits", ...changed };
}

export function planOf(
  watches: readonly WatchRouting[],
  channels: readonly ChannelPlan[],
  changed: Partial<Plan> = {},
): Plan {
  return {
    hash: "h1",
    feeds: new Map([["wire", feed("wire")]]),
    watches: new Map(watches.map((one) => [one.id, one])),
    channels: new Map(channels.map((one) => [one.id, one])),
    urgentFeeds: new Set(),
    operators: { page: ["ops"], notice: ["ops"] },
    ...changed,
  };
}

export const PERSON: PersonMention = {
  personId: "ivan-example",
  name: "Ivan Example",
  role: null,
  spelling: "Ivan Example",
  confidence: "high",
};

/** An answer that a watch matches, with the persons it names. */
export function matched(watchId: string, ...people: readonly PersonMention[]): WatchAnswer {
  return { kind: "match", watchId, watchRevision: "r1", evidence: { ...EVIDENCE, people } };
}

export function vetoed(watchId: string): WatchAnswer {
  const veto = { name: "history", words: "1954", place: "title" } as const;
  return { kind: "vetoed", watchId, watchRevision: "r1", veto, evidence: EVIDENCE };
}

/** The same answers for each of the items. */
export function answersFor(items: readonly PendingItem[], answers: readonly WatchAnswer[]): readonly ItemAnswer[] {
  return items.map((item) => ({ itemId: item.id, answers, people: [], cutBytes: 0 }));
}

/** Everything that is still unmatched, as the matcher reads it. */
export async function readPending({ store }: TestStore, now: number): Promise<readonly PendingItem[]> {
  const ids = await store.items.claimUnmatched(now, 0, 1000);
  return store.items.listPending(ids);
}

/** Every decision about an item, as `channel: reason`. */
export async function decisionsOf({ store }: TestStore, itemId: string): Promise<readonly string[]> {
  const matches = await store.matches.listByItem(itemId);
  const decisions = await Promise.all(matches.map((match) => store.matches.listDecisions(match.id)));
  return decisions.flat().map(({ channelId, reason }) => `${channelId}: ${reason}`);
}
