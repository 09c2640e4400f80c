import type { ItemLife, MatchLife } from "./trace-item.ts";
import { describeAct, describeTry } from "./describe-tries.ts";

/** A stored item with its matches: the decision on each channel, the messages, and every try to send them. */
export function describeLife({ item, storyId, unmatchable, matches }: ItemLife): string {
  return [
    `${item.id}  ${item.title}`,
    `  ${[item.outlet ?? "no outlet", item.lang ?? "language unknown", `feed ${item.feedId}`, `revision ${item.revision}`].join(" · ")}`,
    `  published ${at(item.publishedAt)}${item.publishedSource === "feed" ? "" : " (no date given)"}, seen ${at(item.firstSeenAt)}${item.baseline ? ", at the feed's first reading" : ""}`,
    ...(unmatchable === null
      ? []
      : [`  could not be matched: ${unmatchable}; tried again when it changes, and at the next start`]),
    ...(storyId !== null ? [`  story ${storyId}`] : unmatchable === null ? ["  not matched yet"] : []),
    ...matches.flatMap(describeMatch),
    "",
  ].join("\n");
}

function describeMatch({ match, decisions, collected, deliveries }: MatchLife): string[] {
  const veto =
    match.veto === null ? "" : `, held back by ${match.veto.name} ("${match.veto.words}", ${match.veto.place})`;
  return [
    `  match ${match.watchId}, revision ${match.itemRevision}, ${at(match.matchedAt)}${veto}`,
    ...(decisions.length === 0 ? ["    no channel takes it"] : []),
    ...decisions.map(({ channelId, kind, reason, detail }) => {
      return `    ${channelId}: ${kind}, ${reason}${detail === null || detail === "" ? "" : ` (${detail})`}`;
    }),
    ...collected.map((entry) => `    ${entry.channelId}: ${describeEdition(entry)}`),
    ...deliveries.flatMap(describeDelivery),
  ];
}

function describeEdition({ edition }: MatchLife["collected"][number]): string {
  if (edition === null) return "waits for the next edition";
  return `in edition no. ${edition.number ?? "?"} of ${at(edition.scheduledFor)}`;
}

function describeDelivery(delivery: MatchLife["deliveries"][number]): string[] {
  const { id, kind, channelId, recipient, status, reason, dueAt, heldUntil, detail, sentAt, ref, acts, tries } =
    delivery;
  const whom = recipient === null ? channelId : `${channelId} (${recipient})`;
  const until = status === "held" && heldUntil !== null ? `until ${at(heldUntil)}` : "";
  const rest = status === "pending" ? `due ${at(dueAt)}` : status === "summarised" ? (detail ?? "") : until;
  const end = sentAt === null ? [reason ?? "", rest] : [at(sentAt), ref === null ? "" : `as ${ref}`];
  return [
    `    ${kind} ${id} on ${whom}: ${[status, ...end].filter(Boolean).join(" ")}`,
    ...acts.map((act) => `      ${describeAct(act)}`),
    ...tries.map((attempt) => `      ${describeTry(attempt)}`),
  ];
}

function at(instant: number): string {
  return new Date(instant).toISOString();
}
