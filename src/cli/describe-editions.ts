import { localTime } from "../core/local-time.ts";
import type { EditionLine } from "../pipeline/inspect/list-editions.ts";

/** Lines about editions: the time of each, its stories, and what became of its messages. */
export function describeEditions(lines: readonly EditionLine[], zone: string): string {
  if (lines.length === 0) return "No edition was told yet.";
  return lines
    .flatMap((line) => [
      describeEdition(line, zone),
      ...line.deliveries.map((delivery) => describeDelivery(delivery, zone)),
    ])
    .join("\n");
}

function describeEdition({ channel, number, from, to, stories, late }: EditionLine, zone: string): string {
  const told = `${stories} ${stories === 1 ? "story" : "stories"}`;
  return `${channel} no. ${number}  ${localTime(from, zone)} to ${localTime(to, zone)}  ${told}${late ? "  late" : ""}`;
}

function describeDelivery(delivery: EditionLine["deliveries"][number], zone: string): string {
  const { recipient, status, reason, detail, attempts, sentAt } = delivery;
  const end = status === "sent" && sentAt !== null ? `sent ${localTime(sentAt, zone)}` : status;
  const why = [reason, detail].filter((part) => part !== null).join(": ");
  const tries = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  return `  ${recipient ?? "the channel"}  ${end}, ${tries}${why === "" ? "" : `  ${why}`}`;
}
