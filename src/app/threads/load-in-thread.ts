import type { LoadedConfig, LoadOptions } from "../../config/load-config.ts";
import { ConfigCollector, type ConfigPart } from "./config-parts.ts";
import { WorkerSlot, type WorkerLimits } from "./worker-slot.ts";

/** A configuration, and what the store keeps of it: both take long. */
export interface LoadedInThread {
  loaded: LoadedConfig;
  /** As `toStoredBody` writes it; empty for one that is invalid. */
  body: string;
}

/** Ten thousand watches take seconds; what takes longer than this has no end. */
const LIMITS: WorkerLimits = { taskTimeoutMs: 600_000, cpuMs: 300_000, heapMb: 4096 };

/** The thread that reads a configuration ended without an answer. */
class ConfigThreadError extends Error {
  override readonly name = "ConfigThreadError";
}

/**
 * `loadConfig` in a thread of its own, which ends with it: reading and checking ten thousand watches takes seconds, in
 * which this thread goes on polling and sending. Pieces come one at a time, a turn of the event loop between them.
 * @throws ConfigThreadError when the thread broke, ran out of time or memory, or was ended by the signal
 */
export async function loadInThread(options: LoadOptions, signal?: AbortSignal): Promise<LoadedInThread> {
  const script = new URL("config-worker.ts", import.meta.url);
  const slot = new WorkerSlot<LoadOptions, ConfigPart>(script, LIMITS);
  const collector = new ConfigCollector();
  function end(): void {
    void slot.close();
  }
  signal?.addEventListener("abort", end);
  try {
    const ending = await slot.run({
      task: { ...options, env: { ...options.env } },
      transfer: [],
      onPart: (part) => collector.add(part),
    });
    if (ending.kind === "failed")
      throw new ConfigThreadError(`reading the configuration in ${options.folder} failed: ${ending.message}`);
    return { loaded: collector.loaded(), body: collector.body };
  } finally {
    signal?.removeEventListener("abort", end);
    await slot.close();
  }
}
