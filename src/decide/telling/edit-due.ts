/** An edit a minute is enough for a message: readers see it change otherwise. */
const EDIT_GAP_MS = 60_000;

/** When the next edit of a message may go. @param lastAt when the last one went or is to go; null: there was none */
export function editDueAt(lastAt: number | null, now: number): number {
  return lastAt === null ? now : Math.max(now, lastAt + EDIT_GAP_MS);
}
