/**
 * Refuses ids that one of the queues would not take: BullMQ keeps `:` for its keys and whole numbers for ids of its own.
 * @throws Error naming the id; it is a bug of the caller
 */
export function checkJobId(id: string): void {
  if (/^\d*$|:/.test(id)) throw new Error(`"${id}" cannot be a job id: use text without ":" that is not a number`);
}
