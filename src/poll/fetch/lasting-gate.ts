import type { Clock } from "../../core/clock.ts";
import type { HostGate } from "./host-gate.ts";

/** Pauses that all processes see and that outlive them. */
interface HostPauses {
  pause(host: string, until: number): Promise<void>;
  pausedUntil(host: string): Promise<number | null>;
}

export interface LastingGateOptions {
  gate: HostGate;
  pauses: HostPauses;
  now: Clock;
}

/**
 * A gate whose pauses (`Retry-After`) hold for every process of one store, and after a restart. It looks when the turn
 * has come: whoever had it before may just have been told to wait.
 */
export function createLastingGate({ gate, pauses, now }: LastingGateOptions): HostGate {
  return {
    async enter(host, signal) {
      for (;;) {
        const turn = await gate.enter(host, signal);
        if (turn.kind === "closed") return turn;
        try {
          const untilAt = await pauses.pausedUntil(host);
          if (untilAt === null || untilAt <= now()) return turn;
          await gate.pause(host, untilAt);
        } catch (error) {
          turn.leave();
          throw error;
        }
        turn.leave();
      }
    },
    async pause(host, untilAt) {
      await gate.pause(host, untilAt);
      await pauses.pause(host, untilAt);
    },
  };
}
