/** What happens to one match on one channel; the reason is what `explain`, the ledger and digests show. */
export type Decision =
  | { kind: "send"; reason: "first-report" }
  | { kind: "join"; reason: "same-story" }
  | { kind: "collect"; reason: "digest" | "late" | "low-severity" }
  | { kind: "suppress"; reason: SuppressReason; detail: string | null };

export type SuppressReason = "baseline" | "vetoed" | "late" | "low-severity" | "already-told";
