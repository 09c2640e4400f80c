import { setTimeout as pause } from "node:timers/promises";

const LOOK_EVERY_MS = 25;

/**
 * Looks again and again until the condition holds.
 * @throws Error that says what was waited for, after the deadline
 */
export async function waitUntil(
  what: string,
  deadlineMs: number,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const until = Date.now() + deadlineMs;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`${what}: not within ${deadlineMs / 1000} s`);
    await pause(LOOK_EVERY_MS);
  }
}
