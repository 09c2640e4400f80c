/**
 * Room for the fresh objects of a thread, MB. V8 lets it grow beyond 100 MB where memory is plenty; documents and items
 * are small and short-lived: the CPU of `bench/poll-wirewatch.ts` differs less with and without this than between runs.
 */
export const YOUNG_HEAP_MB = 8;
