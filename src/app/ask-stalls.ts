import type { Clock } from "../core/clock.ts";
import { findStalls, type Progress, type Stall } from "../decide/stalls.ts";
import type { Store } from "../store/store.ts";
import type { Parts } from "./parts.ts";

/** The name under which the last complete beat of the schedule is remembered. */
const BEAT_MARK = "beat";
/** A row that is written every second would only wear the disk. */
const MARK_EVERY_MS = 10_000;

/** Remembers that the schedule has just done all its work. */
export function createBeatMark({ progress }: Pick<Store, "progress">, now: Clock): () => Promise<void> {
  let markedAt = 0;
  return async function markBeat() {
    if (now() - markedAt < MARK_EVERY_MS) return;
    await progress.mark(BEAT_MARK, now());
    markedAt = now();
  };
}

/** The stages of the pipeline, in whatever process, in which nothing gets done. */
export async function askStalls(parts: Parts): Promise<readonly Stall[]> {
  return findStalls(await readProgress(parts), parts.startedAt, parts.now());
}

/** Those, and `standing`: the same by the clock of a process that has always been there. */
export async function askStallsOfAll(parts: Parts): Promise<{ stalls: readonly Stall[]; standing: readonly Stall[] }> {
  const [progress, now] = [await readProgress(parts), parts.now()];
  return { stalls: findStalls(progress, parts.startedAt, now), standing: findStalls(progress, 0, now) };
}

async function readProgress({ store: { progress }, plan, now }: Parts): Promise<Progress> {
  const beatAt = await progress.markedAt(BEAT_MARK);
  const oldest = await progress.oldestWork(now(), [...plan().channels.keys()]);
  return { beatAt, ...oldest, ...(await progress.latestWork()) };
}
