import { repeat } from "../repeat.ts";
import type { Lasting } from "../parts.ts";
import { markSources } from "./mark-sources.ts";
import { mayFollow, type Tried } from "./may-follow.ts";
import type { Reloader } from "./reloader.ts";
import { settle, type Seen } from "./settle.ts";

const LOOK_EVERY_MS = 1000;
const ASK_EVERY_MS = 5000;

/** Reads the files again when they have changed, where the configuration at work wants that (`reload.watch`). */
export function watchSources(reloader: Reloader, { now }: Lasting, building: AsyncDisposableStack): void {
  let seen: Seen | null = null;
  const { log } = reloader.current.parts.options;
  repeat(building, {
    everyMs: LOOK_EVERY_MS,
    work: async () => {
      const { config } = reloader.current.parts.options;
      if (!config.reload.watch) return;
      const { sources, taken } = reloader;
      const mark = await markSources(sources);
      const looked = settle(seen, { mark, taken, now: now(), settleMs: config.reload.settle });
      seen = looked.seen;
      if (looked.isDue) await reloader.readAgain();
    },
    onError: (error) => log.error({ err: error }, "the files of the configuration could not be looked at"),
  });
}

/** Works by the configuration that another process made the active one, as soon as the files here are that one. */
export function followOthers(reloader: Reloader, { store, now }: Lasting, building: AsyncDisposableStack): void {
  let tried: Tried | null = null;
  const { log } = reloader.current.parts.options;
  repeat(building, {
    everyMs: ASK_EVERY_MS,
    work: async () => {
      const active = (await store.configs.active())?.hash ?? null;
      const running = reloader.current.parts.options.config.hash;
      if (active === null || !mayFollow({ active, running, tried }, now())) return;
      const isNew = tried?.hash !== active;
      tried = { hash: active, at: now() };
      await reloader.follow(active);
      if (reloader.current.parts.options.config.hash !== active && isNew)
        log.warn({ active, running }, "another process works by a configuration that the files here do not have");
    },
    onError: (error) => log.error({ err: error }, "the active configuration could not be asked for"),
  });
}
