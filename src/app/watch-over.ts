import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { once } from "../core/once.ts";
import type { Secret } from "../core/secret.ts";
import { pageOperators } from "../pipeline/page-operators.ts";
import { askHealth } from "./ask-status.ts";
import { callHeartbeat } from "./call-heartbeat.ts";
import type { Parts } from "./parts.ts";
import { repeat } from "./repeat.ts";
import { askStallsOfAll } from "./ask-stalls.ts";

const LOOK_EVERY_MS = 10_000;

/**
 * Looks at the whole from beside the schedule, on a timer of its own, so that a beat that hangs is seen: pages operators,
 * and calls the heartbeat address while the work goes on.
 * @param heartbeatUrl null: none is called from here
 */
export function watchOver(parts: Parts, heartbeatUrl: Secret | null, building: AsyncDisposableStack): void {
  const { config, log } = parts.options;
  const sayGone = once(() =>
    log.error({ store: config.store.url }, "the store's file was deleted or replaced under this process"),
  );
  repeat(building, {
    everyMs: LOOK_EVERY_MS,
    work: async () => {
      const isStoreGone = !(await parts.isStoreThere());
      if (isStoreGone) sayGone();
      const freeBytes = isStoreGone ? null : await freeBytesBeside(config.store.url);
      await pageOperators(parts, { ...(await askStallsOfAll(parts)), freeBytes, isStoreGone });
    },
    onError: (error) => log.error({ err: error }, "operators could not be paged"),
  });
  const { heartbeat } = config;
  if (heartbeat === null || heartbeatUrl === null) return;
  repeat(building, {
    everyMs: heartbeat.every,
    work: async () => {
      const { ready, problems } = await askHealth(parts);
      if (ready) await callHeartbeat(heartbeatUrl);
      else log.error({ problems }, "heartbeat address not called");
    },
    onError: (error) => log.warn({ err: error }, "heartbeat address does not answer"),
  });
}

/** Null: the store is a server's. */
async function freeBytesBeside(storeUrl: string): Promise<number | null> {
  if (!storeUrl.startsWith("sqlite:")) return null;
  const { bavail, bsize } = await statfs(dirname(storeUrl.slice("sqlite:".length)));
  return bavail * bsize;
}
