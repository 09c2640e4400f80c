import type { Clock } from "../core/clock.ts";
import { SEVERITIES, type Severity, type Veto } from "../core/vocabulary.ts";
import { decideMatch, type Decision } from "../decide/decision.ts";
import type { ChannelPlan } from "../decide/options.ts";
import { silenceOf } from "../decide/restraint/silence.ts";
import { channelsFor } from "../decide/route.ts";
import type { ItemAnswer, WatchAnswer } from "../match/match-answer.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { PendingItem } from "../store/item-rows.ts";
import type { DecisionRow } from "../store/match-rows.ts";
import type { SilenceRow } from "../store/restraint-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import { prepareEscalation } from "./escalate.ts";
import { findHold, type Hold } from "./find-hold.ts";
import { joinStories } from "./join-stories.ts";
import type { Plan } from "./plan.ts";

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
      const committing = { queries, plan: current, silences, now: at, channels: new Set<string>() };
      const matches: CommittedMatch[] = [];
      const found = items.filter(({ id }) => (byId.get(id)?.answers.length ?? 0) > 0);
      for (const { item, storyId } of await joinStories(queries, found, committing.now)) {
        for (const answer of byId.get(item.id)?.answers ?? []) {
          const match = await commitMatch(committing, { item, storyId, answer });
          if (match !== undefined) matches.push(match);
        }
      }
      await queries.items.markAllMatched(
        items.map(({ id, revision }) => ({ id, revision, cutBytes: byId.get(id)?.cutBytes ?? 0 })),
      );
      return { matches, channels: committing.channels };
    });
  };
}

/** Decisions by which a channel hears of a match by itself. */
const TELLS: ReadonlySet<Decision["kind"]> = new Set(["send", "join"]);

interface Committing {
  queries: StoreQueries;
  plan: Plan;
  /** In force. */
  silences: readonly SilenceRow[];
  now: number;
  channels: Set<string>;
}

interface Found {
  item: PendingItem;
  storyId: string;
  answer: WatchAnswer;
}

async function commitMatch(committing: Committing, found: Found): Promise<CommittedMatch | undefined> {
  const { queries, plan, now } = committing;
  const { item, storyId, answer } = found;
  const watch = plan.watches.get(answer.watchId);
  if (watch === undefined) return undefined;
  const veto: Veto | null = answer.kind === "vetoed" ? answer.veto : null;
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
  const silence = silenceOf({ ...item, watchId: watch.id, storyId }, committing.silences, now);
  for (const channel of channelsFor(watch, item.lang, plan.channels)) {
    const channelId = channel.id;
    const toldOf = watch.group === "item" ? item.id : storyId;
    const told = await findTold(queries, toldOf, channelId);
    const { severity, maxAgeMs, trial } = watch;
    const isTrial = trial !== null && trial.channelId !== channelId;
    const { publishedAt, baseline } = item;
    const decision = decideMatch({
      match: { severity, veto, maxAgeMs, publishedAt, baseline, matchedBefore, isTrial },
      channel,
      silence,
      storyIsTold: told.delivery !== undefined,
      now,
    });
    const hold = decision.kind === "send" ? await findHold(queries, { channel, severity, now }) : null;
    decisions[channelId] = hold?.for ?? decision.reason;
    if (silence !== null && decision.reason === "silenced")
      await queries.silences.keepMatch(silence.id, channelId, matchId);
    await carryOut(committing, { matchId, storyId, channel, severity, decision, hold, told });
    if (TELLS.has(decision.kind))
      await prepareEscalation(queries, { watch, toldOf, storyId, matchId, channels: plan.channels, now });
  }
  return { matchId, watchId: watch.id, itemId: item.id, decisions };
}

interface Decided {
  matchId: string;
  storyId: string;
  channel: ChannelPlan;
  severity: Severity;
  decision: Decision;
  /** Why a message of its own must wait; null: it need not. */
  hold: Hold | null;
  told: Told;
}

const TOLD_NOBODY: ReadonlySet<DeliveryRow["status"]> = new Set(["failed", "dropped"]);

interface Told {
  /** The story's alert on this channel, sent or on its way. */
  delivery: DeliveryRow | undefined;
  /** Key of the next alert: the story's first, or one more after those that failed. */
  nextKey: string;
}

/**
 * An alert that failed or was dropped told nobody: the next report of its story is sent.
 * @param toldOf the story, or the item where a watch keeps items apart
 */
async function findTold(queries: StoreQueries, toldOf: string, channelId: string): Promise<Told> {
  let nextKey = `alert|${toldOf}|${channelId}`;
  for (let failed = 1; ; failed += 1) {
    const delivery = await queries.deliveries.findByKey(nextKey);
    if (delivery === undefined || !TOLD_NOBODY.has(delivery.status)) return { delivery, nextKey };
    nextKey = `followup|${toldOf}|${channelId}|${failed}`;
  }
}

async function carryOut(committing: Committing, decided: Decided): Promise<void> {
  const { queries, now, channels } = committing;
  const { matchId, storyId, channel, severity, decision, hold, told } = decided;
  const channelId = channel.id;
  await queries.matches.addDecision({ matchId, channelId, ...recordOf(decision, hold), decidedAt: now });
  switch (decision.kind) {
    case "send": {
      const fresh = {
        key: told.nextKey,
        kind: "alert",
        channelId,
        storyId,
        severity,
        createdAt: now,
        dueAt: now,
        held: hold,
      } as const;
      const { id } = await queries.deliveries.add({
        ...fresh,
        editionId: null,
        incidentId: null,
        recipient: null,
        payload: null,
      });
      await queries.deliveries.attachMatches(id, [matchId]);
      if (hold === null) channels.add(channelId);
      break;
    }
    case "join":
      if (told.delivery !== undefined) await joinAlert(committing, told.delivery, { matchId, channel, severity });
      break;
    case "collect":
      await queries.editions.collect(channelId, matchId, decision.reason, now);
      break;
    case "suppress":
      break;
  }
}

/** What the ledger says of a decision; one that has to wait names why, and what it will be. */
function recordOf(decision: Decision, hold: Hold | null): Pick<DecisionRow, "kind" | "reason" | "detail"> {
  if (hold !== null)
    return { kind: "hold", reason: hold.for, detail: `${decision.reason}, held until ${toIso(hold.until)}` };
  const { kind, reason } = decision;
  return { kind, reason, detail: decision.kind === "suppress" ? decision.detail : null };
}

function toIso(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");
}

/**
 * A message still on its way names every watch and outlet of the story; a sent one stays as it was read. One that is
 * held goes at once when what joins it is severe enough not to wait.
 */
async function joinAlert(
  { queries, now, channels }: Committing,
  alert: DeliveryRow,
  { matchId, channel, severity }: Pick<Decided, "matchId" | "channel" | "severity">,
): Promise<void> {
  if (alert.status !== "pending" && alert.status !== "held") return;
  await queries.deliveries.attachMatches(alert.id, [matchId]);
  if (SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(alert.severity)) return;
  await queries.holds.raise(alert.id, severity);
  if (alert.status === "held" && (await findHold(queries, { channel, severity, now })) === null) {
    await queries.holds.release([alert.id], now);
    channels.add(channel.id);
  }
}
