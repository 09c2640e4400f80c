import { createTask, setLogger } from "node-cron";
import type { Logger } from "../telemetry/logger.ts";

/** From one beat to the next. */
export const BEAT_MS = 1000;

/** One work after the other; what fails is logged, and keeps none of the others from its turn. */
export function createRound(works: readonly (() => Promise<unknown>)[], log: Pick<Logger, "error">) {
  return async function round(): Promise<void> {
    for (const work of works) await work().catch((error: unknown) => log.error({ err: error }, "heartbeat failed"));
  };
}

/**
 * Does the works every second, never twice at once: a round that takes longer makes the next ones fall out.
 * What has failed is tried again by the next round, since whatever was due is still due.
 */
export async function startCron(
  works: readonly (() => Promise<unknown>)[],
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const round = createRound(works, log);
  setLogger({
    info: (message) => log.debug({ message }, "cron"),
    debug: (message) => log.debug({ message }, "cron"),
    warn: (message) => log.debug({ message }, "cron"),
    error: (message) => log.error({ message }, "cron failed"),
  });
  let running: Promise<unknown> = Promise.resolve();
  async function once(): Promise<void> {
    running = round();
    await running;
  }
  const task = createTask("* * * * * *", once, { noOverlap: true, suppressMissedWarning: true });
  await task.start();
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}
