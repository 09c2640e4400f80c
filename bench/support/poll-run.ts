import * as z from "zod";

/** What a program that polls says about itself when it is done. CPU is of all its threads, user and system. */
export const PollRun = z.object({
  polls: z.number(),
  items: z.number(),
  cpuMs: z.number(),
  wallMs: z.number(),
  /** Resident memory before the first poll, and the most it ever was, in MB (10⁶ bytes). */
  startMb: z.number(),
  peakMb: z.number(),
});
export type PollRun = z.infer<typeof PollRun>;

/** The address of a feed of the farm: a host of its own for each. */
export function feedUrl(feed: number, port: number): string {
  return `http://127.1.${Math.floor(feed / 250)}.${(feed % 250) + 1}:${port}/${feed}.rss`;
}

/** Starts a measurement of this process. */
export function startMeter(): (polls: number, items: number) => PollRun {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const startMb = process.memoryUsage.rss() / 1e6;
  return (polls, items) => {
    const { user, system } = process.cpuUsage(cpu);
    const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
    return { polls, items, cpuMs: (user + system) / 1000, wallMs: performance.now() - startedAt, startMb, peakMb };
  };
}
