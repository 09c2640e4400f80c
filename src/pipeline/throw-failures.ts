/**
 * Says what failed after everything had its turn.
 * @throws the failure itself if it is the only one, else all of them as one
 */
export function throwFailures(failures: readonly unknown[], what: string): void {
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} ${what} failed`);
}
