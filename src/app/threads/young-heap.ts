/**
 * Room for the fresh objects of a thread, MB. V8 lets it grow beyond 100 MB where memory is plenty; documents and items
 * are small and short-lived, so that the CPU
 * of `bench/polls.ts` with and without it differs by less than its runs do.
 */
export const YOUNG_HEAP_MB = 8;
