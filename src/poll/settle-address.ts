import type { PollOutcome } from "./poll-outcome.ts";

/** Where a feed is read, besides the URL in the configuration. */
export interface Address {
  /** Where permanent redirects led twice; null: the configured URL is asked. */
  effectiveUrl: string | null;
  /** Where permanent redirects led at the last poll, not believed yet; or the kept address while it is given up. */
  movedTo: string | null;
}

/** An address that fails this often in a row is given up for the other one. */
const FAILURES_TO_SWITCH = 3;
/** A moved address that answers so is given up at once, and for good: who runs it has ended it. */
const ENDED: readonly (number | null)[] = [404, 410];

/** Whether the address that the feed moved to is at its end, and the configured one is to be asked. */
export function isEnded({ effectiveUrl }: Pick<Address, "effectiveUrl">, outcome: PollOutcome): boolean {
  return effectiveUrl !== null && outcome.kind === "failed" && ENDED.includes(outcome.failure.httpStatus);
}

function isDowngrade(from: string, to: string): boolean {
  return from.startsWith("https:") && to.startsWith("http:");
}

/**
 * Where the feed is asked from now on. A move is believed when two good polls in a row saw the same one (the address
 * gave the feed, or said that it has not changed), and never when it leads from https to http. A moved address that
 * stops working sends us back to the configured one, and that, if it does not work either, to the moved one again: it
 * may have been our own network that failed. One that is not found or gone sends us back at once.
 * @param asked the URL that was asked
 * @param failures in a row, this poll included
 */
export function settleAddress(
  { effectiveUrl, movedTo }: Address,
  { outcome, asked, failures }: { outcome: PollOutcome; asked: string; failures: number },
): Address {
  switch (outcome.kind) {
    case "failed":
      if (isEnded({ effectiveUrl }, outcome)) return { effectiveUrl: null, movedTo: null };
      if (outcome.failure.kind === "not-stored" || failures % FAILURES_TO_SWITCH > 0) return { effectiveUrl, movedTo };
      if (effectiveUrl !== null) return { effectiveUrl: null, movedTo: effectiveUrl };
      // In the first three failures `movedTo` was seen once; later it is the address that was given up.
      return { effectiveUrl: failures === FAILURES_TO_SWITCH ? null : movedTo, movedTo: null };
    case "not-modified":
    case "unchanged":
    case "read": {
      const target = outcome.movedTo ?? null;
      if (target === null || target === asked || isDowngrade(asked, target)) return { effectiveUrl, movedTo: null };
      return target === movedTo ? { effectiveUrl: target, movedTo: null } : { effectiveUrl, movedTo: target };
    }
  }
}
