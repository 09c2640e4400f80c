/** What sources looked like at the last look, and since when, epoch milliseconds. */
export interface Seen {
  mark: string;
  since: number;
}

interface Look {
  /** What they look like now. */
  mark: string;
  /** What they looked like when they were read last. */
  taken: string;
  now: number;
  settleMs: number;
}

/** Whether sources are to be read: they are not what was read, and have not changed for `settleMs`. */
export function settle(before: Seen | null, { mark, taken, now, settleMs }: Look): { seen: Seen; isDue: boolean } {
  const since = before?.mark === mark ? before.since : now;
  return { seen: { mark, since }, isDue: mark !== taken && now - since >= settleMs };
}
