import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import type { StoreQueries } from "../store/store.ts";

/** Instants in epoch milliseconds. */
export const AddSilence = z.strictObject({
  kind: z.literal("silence"),
  watchId: z.string().nullable(),
  /** Of a story or of an item in it. */
  storyId: z.string().nullable(),
  feedId: z.string().nullable(),
  words: z.string().min(1).nullable(),
  until: z.int(),
  author: z.string().min(1),
  comment: z.string().min(1),
});
export const ExpireSilence = z.strictObject({
  kind: z.literal("expire-silence"),
  silenceId: z.string(),
  author: z.string().min(1),
});

export const Silenced = z.object({ kind: z.literal("silenced"), silenceId: z.string(), until: z.number() });
export const SilenceExpired = z.object({ kind: z.literal("silence-expired"), silenceId: z.string() });
export const UnknownSilence = z.object({ kind: z.literal("unknown-silence"), silenceId: z.string() });
export const UnknownStory = z.object({ kind: z.literal("unknown-story"), storyId: z.string() });

interface SilenceDeps {
  store: Pick<StoreQueries, "silences" | "stories">;
  now: Clock;
}

/** Begins at once: what was decided before is asked about again when it is sent. */
export async function addSilence(
  { store, now }: SilenceDeps,
  command: z.infer<typeof AddSilence>,
): Promise<z.infer<typeof Silenced> | z.infer<typeof UnknownStory>> {
  const { watchId, storyId, feedId, words, until, author, comment } = command;
  const story = storyId === null ? null : await findStory(store, storyId);
  if (story === undefined) return { kind: "unknown-story", storyId: storyId ?? "" };
  const silence = { watchId, storyId: story, feedId, words, author, comment, startsAt: now(), endsAt: until };
  return { kind: "silenced", silenceId: await store.silences.add(silence), until };
}

export async function expireSilence(
  { store, now }: SilenceDeps,
  { silenceId, author }: z.infer<typeof ExpireSilence>,
): Promise<z.infer<typeof SilenceExpired> | z.infer<typeof UnknownSilence>> {
  const ended = await store.silences.expire(silenceId, author, now());
  return ended === undefined ? { kind: "unknown-silence", silenceId } : { kind: "silence-expired", silenceId };
}

/** @param id of a story or of an item in it @returns undefined: there is neither */
export async function findStory({ stories }: Pick<StoreQueries, "stories">, id: string): Promise<string | undefined> {
  const ofItem = await stories.findByItem(id);
  if (ofItem !== undefined) return ofItem;
  return (await stories.listMembers(id)).length === 0 ? undefined : id;
}
