import type { QueueServer } from "./queue-server.ts";

/** The queue's server did not do what was asked. Work is not lost by it: the sweep finds it in the store. */
export class QueueUnavailableError extends Error {
  override readonly name = "QueueUnavailableError";
}

function withoutCommand(cause: unknown): unknown {
  // ioredis hangs the refused command on its errors, for AUTH with the password.
  if (cause instanceof Error && "command" in cause) Reflect.deleteProperty(cause, "command");
  return cause;
}

/** @param attempted what was tried, as in "adding job poll-x to queue poll" */
export function queueUnavailable(
  { title, setting }: Pick<QueueServer, "title" | "setting">,
  attempted: string,
  cause: unknown,
): QueueUnavailableError {
  const detail = cause instanceof Error && cause.message !== "" ? cause.message : "no answer";
  const remedy = `check that it runs and that "${setting}" in wirewatch.yaml is right`;
  return new QueueUnavailableError(`${title}: ${attempted} failed (${detail}); ${remedy}`, {
    cause: withoutCommand(cause),
  });
}
