import { localTime, withLocalTimes } from "../../core/local-time.ts";
import { isEscalation } from "../escalate.ts";
import type { ItemLife, MatchLife } from "./trace-item.ts";
import { describeAct, describeClaim, describeTry } from "./describe-tries.ts";

/**
 * A stored item with its matches: the decision on each channel, the messages, and every try to send them; times are of
 * the zone.
 */
export function describeLife(life: ItemLife, zone: string): string {
  const { item, storyId, claim, matches } = life;
  const told = new Set<string>();
  const whose = claim === null ? "" : `, ${describeClaim(claim, zone)}`;
  return [
    `${item.id}  ${item.title}`,
    `  ${[item.outlet ?? "no outlet", item.lang ?? "language unknown", `feed ${item.feedId}`, `revision ${item.revision}`].join(" · ")}`,
    `  published ${localTime(item.publishedAt, zone)}${item.publishedSource === "feed" ? "" : " (no date given)"}, seen ${localTime(item.firstSeenAt, zone)}${item.baseline ? ", at the feed's first reading" : ""}`,
    ...describeStanding(life),
    ...(storyId === null ? [] : [`  story ${storyId}${whose}`]),
    ...matches.flatMap((match) => describeMatch(match, told, zone)),
    "",
  ].join("\n");
}

function describeStanding({ isMatched, unmatchable, matches }: ItemLife): string[] {
  if (unmatchable !== null)
    return [`  could not be matched: ${unmatchable}; tried again when it changes, and at the next start`];
  if (!isMatched) return ["  waits for the matcher"];
  return matches.length === 0 ? ["  no watch found anything in it"] : [];
}

/** @param told ids of the messages that were described before, of which several matches have one; added to */
function describeMatch(
  { match, decisions, collected, deliveries }: MatchLife,
  told: Set<string>,
  zone: string,
): string[] {
  const veto =
    match.veto === null ? "" : `, held back by ${match.veto.name} ("${match.veto.words}", ${match.veto.place})`;
  return [
    `  match ${match.watchId}, revision ${match.itemRevision}, ${localTime(match.matchedAt, zone)}${veto}`,
    ...(decisions.length === 0 ? ["    no channel takes it"] : []),
    ...decisions.map(({ channelId, kind, reason, detail }) => {
      return `    ${channelId}: ${kind}, ${reason}${detail === null || detail === "" ? "" : ` (${withLocalTimes(detail, zone)})`}`;
    }),
    ...collected.map((entry) => `    ${entry.channelId}: ${describeEdition(entry, zone)}`),
    ...deliveries.flatMap((delivery) => {
      const isTold = told.has(delivery.id);
      told.add(delivery.id);
      return isTold ? [`    ${nameDelivery(delivery)}: as above`] : describeDelivery(delivery, zone);
    }),
  ];
}

function describeEdition({ edition }: MatchLife["collected"][number], zone: string): string {
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
