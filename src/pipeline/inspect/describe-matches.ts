import { localTime, withLocalTimes } from "../../core/local-time.ts";
import { isEscalation } from "../escalate.ts";
import { describeAct, describeTry } from "./describe-tries.ts";
import type { MatchLife } from "./trace-item.ts";

/** What one of several watches that matched together has to say of a channel. */
interface Remark {
  watchId: string;
  channelId: string;
  says: string;
}

/**
 * What became of the matches of an item, those together that were found at once and held back alike: the decisions and
 * editions, each once with its channels, then the messages with every try. Times are of the zone.
 */
export function describeMatches(matches: readonly MatchLife[], zone: string): string[] {
  const told = new Set<string>();
  const groups = Map.groupBy(matches, ({ match }) => describeFinding(match, zone));
  return [...groups].flatMap(([finding, together]) => {
    const watchIds = together.map(({ match }) => match.watchId);
    return [
      `  match ${watchIds.join(", ")}, ${finding}`,
      ...describeDecisions(together, zone),
      ...distinct(together.flatMap(({ deliveries }) => deliveries)).flatMap((delivery) => {
        const isTold = told.has(delivery.id);
        told.add(delivery.id);
        return isTold ? [`    ${nameDelivery(delivery)}: as above`] : describeDelivery(delivery, zone);
      }),
    ];
  });
}

function describeFinding({ itemRevision, matchedAt, veto }: MatchLife["match"], zone: string): string {
  const held = veto === null ? "" : `, held back by ${veto.name} ("${veto.words}", ${veto.place})`;
  return `revision ${itemRevision}, ${localTime(matchedAt, zone)}${held}`;
}

/** Decisions, then editions: `desk, hook: send, first-report, for asylum`; what holds for all watches names none. */
function describeDecisions(together: readonly MatchLife[], zone: string): string[] {
  const untaken = together.filter(({ decisions }) => decisions.length === 0).map(({ match }) => match.watchId);
  const remarks = [
    ...together.flatMap((life) => life.decisions.map((decision) => tellDecision(decision, life.match, zone))),
    ...together.flatMap(({ match: { watchId }, collected }) => {
      return collected.map(({ channelId, edition }) => ({ watchId, channelId, says: describeEdition(edition, zone) }));
    }),
  ];
  const byChannel = Map.groupBy(remarks, ({ channelId, says }) => `${channelId}: ${says}`);
  const told = [...byChannel.values()].map((same) => {
    return { ...same[0], watches: nameWatches(new Set(same.map(({ watchId }) => watchId)), together) };
  });
  const byRemark = Map.groupBy(told, ({ says, watches }) => `${says}${watches}`);
  return [
    ...(untaken.length === 0 ? [] : [`    no channel takes it${nameWatches(new Set(untaken), together)}`]),
    ...[...byRemark].map(([remark, same]) => `    ${same.map(({ channelId }) => channelId).join(", ")}: ${remark}`),
  ];
}

/** @param match whose veto, which it is told with, is not told again */
function tellDecision(decision: MatchLife["decisions"][number], match: MatchLife["match"], zone: string): Remark {
  const { channelId, kind, reason, detail } = decision;
  const isTold = detail === null || detail === "" || (match.veto !== null && reason === "vetoed");
  const says = `${kind}, ${reason}${isTold ? "" : ` (${withLocalTimes(detail, zone)})`}`;
  return { watchId: match.watchId, channelId, says };
}

/** `, for asylum`; empty where all watches that matched together are meant. */
function nameWatches(watchIds: ReadonlySet<string>, together: readonly MatchLife[]): string {
  return together.every(({ match }) => watchIds.has(match.watchId)) ? "" : `, for ${[...watchIds].join(", ")}`;
}

function distinct(deliveries: MatchLife["deliveries"]): MatchLife["deliveries"] {
  return [...new Map(deliveries.map((delivery) => [delivery.id, delivery])).values()];
}

function describeEdition(edition: MatchLife["collected"][number]["edition"], zone: string): string {
  if (edition === null) return "waits for the next edition";
  return `in edition no. ${edition.number ?? "?"} of ${localTime(edition.scheduledFor, zone)}`;
}

function nameDelivery(delivery: MatchLife["deliveries"][number]): string {
  const { id, kind, channelId, recipient } = delivery;
  const whom = recipient === null ? channelId : `${channelId} (${recipient})`;
  return `${isEscalation(delivery) ? "escalation" : kind} ${id} on ${whom}`;
}

function describeDelivery(delivery: MatchLife["deliveries"][number], zone: string): string[] {
  const { status, reason, dueAt, heldUntil, detail, sentAt, ref, acts, tries } = delivery;
  const until = status === "held" && heldUntil !== null ? `until ${localTime(heldUntil, zone)}` : "";
  const rest =
    status === "pending" ? `due ${localTime(dueAt, zone)}` : status === "summarised" ? (detail ?? "") : until;
  const end = sentAt === null ? [reason ?? "", rest] : [localTime(sentAt, zone), ref === null ? "" : `as ${ref}`];
  return [
    `    ${nameDelivery(delivery)}: ${[status, ...end].filter(Boolean).join(" ")}`,
    ...acts.map((act) => `      ${describeAct(act, zone)}`),
    ...tries.map((attempt) => `      ${describeTry(attempt, zone)}`),
  ];
}
