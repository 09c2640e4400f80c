import { localTime } from "../../core/local-time.ts";
import type { ClaimRow } from "../../store/restraint-rows.ts";
import type { DeliveryLine, ShownDelivery } from "./show-deliveries.ts";

type Try = ShownDelivery["tries"][number];
type Act = DeliveryLine["acts"][number];

/** e.g. `2026-01-20 12:00:00 GMT rejected, message-refused: …, after 1.0 s`; times are of the zone. */
export function describeTry({ startedAt, finishedAt, outcome, reason, detail }: Try, zone: string): string {
  const words = outcome === "unconfirmed" ? "UNCONFIRMED: it may have arrived" : (outcome ?? "no answer yet");
  const why = [reason, detail].filter((part) => part !== null && part !== "").join(": ");
  const seconds = finishedAt === null ? "" : `, after ${((finishedAt - startedAt) / 1000).toFixed(1)} s`;
  return `${localTime(startedAt, zone)} ${words}${why === "" ? "" : `, ${why}`}${seconds}`;
}

/** e.g. `claimed by ann at 2026-01-20 12:00:00 GMT`. */
export function describeClaim({ author, claimedAt }: ClaimRow, zone: string): string {
  return `claimed by ${author} at ${localTime(claimedAt, zone)}`;
}

const ACT_WORDS: Readonly<Record<Act["kind"], string>> = {
  retried: "tried again",
  "sent-again": "sent once more",
  dropped: "dropped",
};

/** e.g. `dropped by ann at 2026-01-20 12:00:00 GMT: told by phone`. */
export function describeAct({ kind, author, at, comment }: Act, zone: string): string {
  return `${ACT_WORDS[kind]} by ${author} at ${localTime(at, zone)}${comment === null ? "" : `: ${comment}`}`;
}
