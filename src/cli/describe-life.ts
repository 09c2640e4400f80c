import type { ItemLife, MatchLife } from "../pipeline/inspect/trace-item.ts";

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

function describeMatch({ match, decisions, deliveries }: MatchLife): string[] {
  const veto =
    match.veto === null ? "" : `, held back by ${match.veto.name} ("${match.veto.words}", ${match.veto.place})`;
  return [
    `  match ${match.watchId}, revision ${match.itemRevision}, ${at(match.matchedAt)}${veto}`,
    ...decisions.map(({ channelId, kind, reason, detail }) => {
      return `    ${channelId}: ${kind}, ${reason}${detail === null || detail === "" ? "" : ` (${detail})`}`;
    }),
    ...deliveries.flatMap(describeDelivery),
  ];
}

function describeDelivery({
  channelId,
  key,
  status,
  reason,
  detail,
  heldUntil,
  sentAt,
  tries,
}: MatchLife["deliveries"][number]): string[] {
  const end = sentAt === null ? (reason ?? "") : at(sentAt);
  const rest =
    status === "held" && heldUntil !== null ? `until ${at(heldUntil)}` : status === "summarised" ? detail : "";
  return [
    `    message ${key} on ${channelId}: ${[status, end, rest].filter(Boolean).join(" ")}`,
    ...tries.map(({ startedAt, outcome, detail }) => {
      return `      ${at(startedAt)} ${outcome ?? "unanswered"}${detail === null ? "" : `: ${detail}`}`;
    }),
  ];
}

function at(instant: number): string {
  return new Date(instant).toISOString();
}
