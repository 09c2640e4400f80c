import * as z from "zod";

/** When an item's fetch ended and when Slack was called, as the world around the daemon saw it. */
export const Sighting = z.object({
  code: z.string(),
  feed: z.number(),
  /** The first answer that showed it had left, epoch milliseconds. */
  shownAt: z.number().nullable(),
  toldAt: z.number().nullable(),
  /** How often Slack was told. */
  told: z.number(),
});
export type Sighting = z.infer<typeof Sighting>;

/** The word in an item's title by which its message is found again. */
export function codeOf(index: number): string {
  return `item${String(index).padStart(4, "0")}`;
}
