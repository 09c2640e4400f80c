import type { DeliveryLine, ShownDelivery } from "./show-deliveries.ts";

type Try = ShownDelivery["tries"][number];
type Act = DeliveryLine["acts"][number];

/** e.g. `2026-01-20T12:00:00Z unconfirmed, timeout: …, 10.0 s`. */
export function describeTry({ startedAt, finishedAt, outcome, reason, detail }: Try): string {
  const words = outcome === "unconfirmed" ? "UNCONFIRMED: it may have arrived" : (outcome ?? "no answer yet");
  const why = [reason, detail].filter((part) => part !== null && part !== "").join(": ");
  const seconds = finishedAt === null ? "" : `, after ${((finishedAt - startedAt) / 1000).toFixed(1)} s`;
  return `${at(startedAt)} ${words}${why === "" ? "" : `, ${why}`}${seconds}`;
}

const ACT_WORDS: Readonly<Record<Act["kind"], string>> = {
  retried: "tried again",
  "sent-again": "sent once more",
  dropped: "dropped",
};

/** e.g. `dropped by ann at 2026-01-20T12:00:00Z: told by phone`. */
export function describeAct({ kind, author, at: when, comment }: Act): string {
  return `${ACT_WORDS[kind]} by ${author} at ${at(when)}${comment === null ? "" : `: ${comment}`}`;
}

function at(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");
}
