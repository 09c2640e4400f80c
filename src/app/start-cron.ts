import { createTask, setLogger } from "node-cron";
import type { Logger } from "../telemetry/logger.ts";

/** From one beat to the next. */
export const BEAT_MS = 1000;

/**
 * Beats every second, never two at once: a beat that takes longer makes the next ones fall out.
 * A failed beat is logged and the next one tries again, since whatever was due is still due.
 */
export async function startCron(beat: () => Promise<unknown>, log: Logger): Promise<{ stop(): Promise<void> }> {
  setLogger({
    info: (message) => log.debug({ message }, "cron"),
    debug: (message) => log.debug({ message }, "cron"),
    warn: (message) => log.debug({ message }, "cron"),
    error: (message) => log.error({ message }, "cron failed"),
  });
  let running: Promise<unknown> = Promise.resolve();
  async function once(): Promise<void> {
    running = beat().catch((error: unknown) => log.error({ err: error }, "heartbeat failed"));
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
