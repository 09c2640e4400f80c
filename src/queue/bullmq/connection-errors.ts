import type { QueueErrorListener, QueueName } from "../queue.ts";
import type { QueueServer } from "./queue-server.ts";
import { createRepeatFilter } from "./repeat-filter.ts";
import { queueUnavailable } from "./queue-unavailable-error.ts";

const REPEAT_AFTER_MS = 60_000;

/** A listener for the `error` events of a server's connections: named, with a remedy, and not more than once a minute. */
export function listenForErrors(
  server: Pick<QueueServer, "title" | "setting">,
  onError: QueueErrorListener,
): (cause: unknown, queue: QueueName | null) => void {
  const isNews = createRepeatFilter(REPEAT_AFTER_MS, Date.now);
  return function report(cause: unknown, queue: QueueName | null): void {
    const error = queueUnavailable(server, "the connection", cause);
    if (isNews(error.message)) onError(error, { queue, jobId: null });
  };
}
