/**
 * Room for the fresh objects of a thread, MB. V8 lets it grow beyond 100 MB where memory is plenty; documents and items
 * are small and short-lived, so that this costs no CPU that could be measured (`bench/polls.ts`).
 */
export const YOUNG_HEAP_MB = 8;
