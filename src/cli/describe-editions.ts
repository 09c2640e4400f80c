import type { EditionLine } from "../pipeline/inspect/list-editions.ts";

/** Lines about editions: the time of each, its stories, and what became of its messages. */
export function describeEditions(lines: readonly EditionLine[]): string {
  if (lines.length === 0) return "No edition was told yet.";
  return lines.flatMap((line) => [describeEdition(line), ...line.deliveries.map(describeDelivery)]).join("\n");
}

function describeEdition({ channel, number, from, to, stories, late }: EditionLine): string {
  const told = `${stories} ${stories === 1 ? "story" : "stories"}`;
  return `${channel} no. ${number}  ${at(from)} to ${at(to)}  ${told}${late ? "  late" : ""}`;
}

function describeDelivery({
  recipient,
  status,
  reason,
  detail,
  attempts,
  sentAt,
}: EditionLine["deliveries"][number]): string {
  const end = status === "sent" && sentAt !== null ? `sent ${at(sentAt)}` : status;
  const why = [reason, detail].filter((part) => part !== null).join(": ");
  const tries = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  return `  ${recipient ?? "the channel"}  ${end}, ${tries}${why === "" ? "" : `  ${why}`}`;
}

function at(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");
}
