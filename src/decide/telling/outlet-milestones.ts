/** At so many outlets a thread says how their reports came about. */
const MILESTONES = [2, 3, 5, 10, 20] as const;

/** The milestone that a message reaches when it shows `outlets` after it showed `before`; null: none. */
export function milestoneAt(before: number, outlets: number): number | null {
  return MILESTONES.findLast((milestone) => before < milestone && milestone <= outlets) ?? null;
}
