/** What was read last; nobody asks for it. */
const last = new Int32Array(1);

/**
 * Takes what was read ahead, so that no compiler leaves the reading out.
 *
 * Tables of a hundred thousand rules are larger than the caches of a processor, and whoever asks them for one place after the
 * other waits for memory each time. Places that are known beforehand are therefore read in a loop of their own, in which no
 * place waits for another: memory answers many at once in the time of one, and the work that follows finds them near.
 */
export function keepRead(read: number): void {
  last[0] = read;
}
