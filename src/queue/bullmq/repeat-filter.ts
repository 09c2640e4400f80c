import type { Clock } from "../../core/clock.ts";

/**
 * Whether a message is to be reported now: a lost server makes every connection repeat itself at every attempt,
 * once a minute says the same.
 */
export function createRepeatFilter(everyMs: number, now: Clock): (message: string) => boolean {
  const lastToldAt = new Map<string, number>();
  return function isNews(message: string): boolean {
    const toldAt = lastToldAt.get(message);
    if (toldAt !== undefined && now() - toldAt < everyMs) return false;
    for (const [other, at] of lastToldAt) if (now() - at >= everyMs) lastToldAt.delete(other);
    lastToldAt.set(message, now());
    return true;
  };
}
