import type { Severity } from "../../core/vocabulary.ts";

/** More than these are told together. */
const MOST_SINGLY = 5;

/** An alert of one channel that may go now. */
export interface Waiting {
  id: string;
  /** Why it had to wait. */
  cause: "quiet-hours" | "over-cap" | "backlog";
  severity: Severity;
  /** Whether it is still worth a message of its own. */
  isUseful: boolean;
}

/** Which alerts go one by one, and which are told together. */
export interface Release {
  singly: readonly string[];
  together: readonly { cause: Waiting["cause"]; isUrgent: boolean; ids: readonly string[] }[];
}

/**
 * How a channel is told what it had to wait for. What was over a limit is told together, urgent alerts apart from
 * others; of the rest up to five go singly, more together. What is no longer worth a message of its own is told
 * together with them, or alone if need be. Pure; the order is kept.
 */
export function decideRelease(waiting: readonly Waiting[]): Release {
  const singly: string[] = [];
  const together: Release["together"][number][] = [];
  for (const [cause, ofCause] of Map.groupBy(waiting, (one) => one.cause)) {
    for (const isUrgent of [true, false]) {
      const group = ofCause.filter(({ severity }) => (severity === "urgent") === isUrgent);
      const useful = group.filter((one) => one.isUseful);
      const goSingly = cause !== "over-cap" && useful.length <= MOST_SINGLY;
      const rest = goSingly ? group.filter((one) => !one.isUseful) : group;
      if (goSingly) singly.push(...useful.map(({ id }) => id));
      if (rest.length > 0) together.push({ cause, isUrgent, ids: rest.map(({ id }) => id) });
    }
  }
  return { singly, together };
}
