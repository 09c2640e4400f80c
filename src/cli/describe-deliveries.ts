import { localTime, withLocalTimes } from "../core/local-time.ts";
import { describeAct, describeClaim, describeTry } from "../pipeline/inspect/describe-tries.ts";
import type { DeliveryLine, ShownDelivery } from "../pipeline/inspect/show-deliveries.ts";

const HEADING = ["id", "created", "channel", "kind", "status", "tries", "title"];
const LONGEST_TITLE = 70;
const GAP = "  ";

/**
 * The table of `deliveries list`; under a delivery that did not simply go out stands why.
 * @param columns of the terminal: where titles would be broken they stand below; absent: there is none
 */
export function describeDeliveries(lines: readonly DeliveryLine[], zone: string, columns = Infinity): string {
  if (lines.length === 0) return "no deliveries";
  const rows = lines.map(({ id, createdAt, channelId, kind, status, attempts, title }) => {
    const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
    return [id, localTime(createdAt, zone), channelId, kind, status, String(attempts), short];
  });
  const widths = HEADING.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const isNarrow = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) > columns;
  function toRow(cells: readonly string[]): string {
    const title = cells.at(-1) ?? "";
    const others = cells.slice(0, -1).map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return isNarrow ? `${others.join(GAP).trimEnd()}\n    ${title}` : [...others, title].join(GAP);
  }
  return [
    toRow(HEADING),
    ...lines.flatMap((line, index) => [toRow(rows[index] ?? []), ...notesOf(line, zone).map((note) => `    ${note}`)]),
  ].join("\n");
}

function notesOf(line: DeliveryLine, zone: string): string[] {
  const { status, reason, detail, heldFor, heldUntil, dueAt, attempts, acts, removed } = line;
  const last = acts.at(-1);
  const why = [reason, detail].filter((part) => part !== null && part !== "").join(": ");
  return [
    ...(status === "sent" || why === "" ? [] : [withLocalTimes(why, zone)]),
    ...(status === "held" && heldUntil !== null ? [`held until ${localTime(heldUntil, zone)}: ${heldFor ?? ""}`] : []),
    ...(removed !== null ? [describeRemoved(removed.droppedAt, zone)] : []),
    ...(status === "pending" && attempts > 0 && removed === null ? [`next try at ${localTime(dueAt, zone)}`] : []),
    ...(last === undefined ? [] : [describeAct(last, zone)]),
  ];
}

/** That nobody sends a message, and until when it waits. @param droppedAt epoch milliseconds; null: not known */
export function describeRemoved(droppedAt: number | null, zone: string): string {
  const when = droppedAt === null ? "an hour after this one is taken over" : `at ${localTime(droppedAt, zone)}`;
  return `its channel is not in the configuration: dropped ${when} unless it is back`;
}

/** Everything about one delivery: how it stands, what it says, which matches it tells, every try to send it. */
export function describeDelivery(shown: ShownDelivery, zone: string): string {
  const { delivery, text, fault, matches, tries, claim } = shown;
  const { id, key, kind, channelId, recipient, status, createdAt, sentAt, ref, done, refused, acts } = delivery;
  return [
    `${id}  ${kind} for ${channelId}${recipient === null ? "" : ` (${recipient})`}: ${status}`,
    `  key      ${key}`,
    `  created  ${localTime(createdAt, zone)}`,
    ...(sentAt === null ? [] : [`  sent     ${localTime(sentAt, zone)}${ref === null ? "" : ` as ${ref}`}`]),
    ...(done.length === 0 ? [] : [`  has it   ${done.join(", ")}`]),
    ...(refused.length === 0 ? [] : [`  refused  ${refused.join(", ")}`]),
    ...(status === "sent" ? [] : notesOf({ ...delivery, acts: [] }, zone).map((note) => `  ${note}`)),
    ...acts.map((act) => `  ${describeAct(act, zone)}`),
    ...(claim === null ? [] : [`  ${describeClaim(claim, zone)}`]),
    "",
    ...(text === null
      ? [`  It cannot be written: ${fault ?? ""}`]
      : text
          .trimEnd()
          .split("\n")
          .map((line) => `  │ ${line}`.trimEnd())),
    "",
    ...(matches.length === 0 ? [] : ["Matches"]),
    ...matches.map(({ matchId, watchId, itemId, headline }) => `  ${matchId}  ${watchId}  ${itemId}  ${headline}`),
    tries.length === 0 ? "No try yet" : "Tries",
    ...tries.map((attempt) => `  ${describeTry(attempt, zone)}`),
  ].join("\n");
}
