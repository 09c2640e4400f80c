import { setImmediate as nextTurn } from "node:timers/promises";

/** Work at a stretch; a single statement may take as long again. */
const STRETCH_MS = 10;

/**
 * SQLite answers at once, so that code which asks one question after the other runs as one task, and so does all else
 * that waits for the store: timers and sockets would wait until the last of it is done.
 */
export class EventLoopPauses {
  /** When the present turn of the event loop first asked the store; null: not yet. */
  #since: number | null = null;

  /** Lets the event loop turn if the store has kept it from that for a while. */
  async takeWhenDue(): Promise<void> {
    if (this.#since !== null && performance.now() - this.#since >= STRETCH_MS) await nextTurn();
    if (this.#since !== null) return;
    this.#since = performance.now();
    setImmediate(() => {
      this.#since = null;
    });
  }
}
