import type { Severity, Veto } from "../core/vocabulary.ts";
import type { ChannelPlan } from "./options.ts";
import { describeSilence, type Silence } from "./restraint/silence.ts";
import type { Telling } from "./telling/decide-telling.ts";

/** What happens to one match on one channel; the reason is what `explain`, the ledger and digests show. */
export type Decision =
  | Telling
  | { kind: "collect"; reason: "digest" | "late" }
  | {
      kind: "suppress";
      reason: "vetoed" | "baseline" | "already-told" | "trial" | "silenced" | "late" | "low-severity";
      detail: string | null;
    };

export interface DecisionInput {
  match: {
    severity: Severity;
    veto: Veto | null;
    /** The watch's `max_age`. */
    maxAgeMs: number;
    publishedAt: number;
    /** The item was there at the first good fetch of its feed. */
    baseline: boolean;
    /** The channel was told, or will be, of an earlier revision that matched the same watch, or of its story. */
    toldBefore: boolean;
    /** The watch is on trial, and the channel is not the one that is told of it. */
    isTrial: boolean;
  };
  channel: Pick<ChannelPlan, "digest">;
  /** That keeps the match from alerting; null: none does. */
  silence: Silence | null;
  /** What becomes of it where nothing keeps it from being told at once. */
  telling: Telling;
  now: number;
}

/**
 * Decides what a match becomes on a channel. Pure: same input, same decision. The first rule that applies wins;
 * the order is the promise of docs/architecture.md, "From match to message".
 */
export function decideMatch(input: DecisionInput): Decision {
  if (!input.match.isTrial) return decideLive(input);
  const decision = decideLive({ ...input, silence: null });
  if (decision.kind === "suppress") return decision;
  return { kind: "suppress", reason: "trial", detail: `would have been ${decision.reason}` };
}

function decideLive({ match, channel, silence, telling, now }: DecisionInput): Decision {
  if (match.veto !== null) return { kind: "suppress", reason: "vetoed", detail: describeVeto(match.veto) };
  if (match.baseline) return { kind: "suppress", reason: "baseline", detail: null };
  if (match.toldBefore && (channel.digest !== null || !goesOn(telling)))
    return { kind: "suppress", reason: "already-told", detail: null };
  if (silence !== null) return { kind: "suppress", reason: "silenced", detail: describeSilence(silence) };
  if (match.toldBefore && telling.kind === "correct") return telling;

  const late = now - match.publishedAt > match.maxAgeMs;
  if (channel.digest !== null) return { kind: "collect", reason: late ? "late" : "digest" };
  if (late) return { kind: "suppress", reason: "late", detail: null };
  if (match.severity === "low") return { kind: "suppress", reason: "low-severity", detail: null };
  return telling;
}

/** Whether it says something more of a story that was told. */
function goesOn(telling: Telling): boolean {
  return telling.kind === "join" ? telling.into !== null : telling.kind !== "send";
}

/** e.g. `vetoed by history ("1954", title)`. */
export function describeVeto(veto: Veto): string {
  return `vetoed by ${veto.name} ("${veto.words}", ${veto.place})`;
}
