import type { EventEmitter } from "node:events";

/** What a hangup reloads. */
interface Reloadable {
  reload(): Promise<unknown>;
}

/**
 * Takes SIGHUP from now on: a signal that nobody takes ends the process.
 * @returns to be called with what is reloaded as soon as it works; it is at once where a signal came before, since files may
 * have changed after they were read
 */
export function hearHangups(signals: Pick<EventEmitter, "on">): (started: Reloadable) => void {
  let reloadable: Reloadable | null = null;
  let isAsked = false;
  signals.on("SIGHUP", () => {
    isAsked = true;
    void reloadable?.reload();
  });
  return (started) => {
    reloadable = started;
    if (isAsked) void started.reload();
  };
}
