import { describeSilence, silenceOf, type Silence, type Silenceable } from "./silence.ts";

/** Why an alert that was decided is not sent after all. */
export interface SendingRefusal {
  reason: "watch-off" | "silenced" | "no-longer-useful";
  detail: string | null;
  /** The silence that keeps it back. */
  silenceId: string | null;
}

export interface GuardInput {
  match: Silenceable & { matchedAt: number };
  /** The watch as it is configured now; undefined: off or removed. */
  watch: { usefulForMs: number | null } | undefined;
  silences: readonly Silence[];
  now: number;
}

/** What has changed since a match was decided that makes its alert unwanted; null: nothing. Asked right before sending. */
export function refuseSending({ match, watch, silences, now }: GuardInput): SendingRefusal | null {
  if (watch === undefined) return { reason: "watch-off", detail: null, silenceId: null };
  const silence = silenceOf(match, silences, now);
  if (silence !== null) return { reason: "silenced", detail: describeSilence(silence), silenceId: silence.id };
  // Counted from the match: an old item that was just found has all of its time.
  if (watch.usefulForMs === null || now - match.matchedAt <= watch.usefulForMs) return null;
  return { reason: "no-longer-useful", detail: null, silenceId: null };
}
