import { settlesWithin } from "../job-runner.ts";
import type { QueueName } from "../queue.ts";
import type { Producer, QueueServer } from "./queue-server.ts";

export interface Producers {
  /** Rejects fast while the server does not answer. */
  of(name: QueueName): Promise<Producer>;
  close(deadlineMs: number): Promise<void>;
}

/** One producer a queue, opened when it is first needed. */
export function createProducers(server: QueueServer): Producers {
  const open = new Map<QueueName, Promise<Producer>>();
  let closed = false;

  /** A producer that failed to open stays useless for ever, so it is forgotten and the next caller opens another. */
  async function of(name: QueueName): Promise<Producer> {
    if (closed) throw new Error("the queue is closed");
    const opening = open.get(name) ?? server.openProducer(name);
    open.set(name, opening);
    try {
      return await opening;
    } catch (error) {
      if (open.get(name) === opening) open.delete(name);
      throw error;
    }
  }

  async function close(deadlineMs: number): Promise<void> {
    closed = true;
    const closing = Array.from(open.values(), async (opening) => (await opening).close());
    await settlesWithin(deadlineMs, Promise.allSettled(closing));
    server.disconnect();
  }
  return { of, close };
}
