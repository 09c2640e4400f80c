import { monitorEventLoopDelay } from "node:perf_hooks";
import { threadCpuMs } from "./thread-use.ts";

/** The longest turn of this thread's event loop, milliseconds: what everything else in the thread waited for. */
export interface LongestTurn {
  /** As the clock saw it: other programs of the machine count, too. */
  wallMs: number;
  /** Processor time of this thread alone; to a millisecond. */
  cpuMs: number;
  /** Turns of more than 50 ms of processor time. */
  over50: number;
}

export interface TurnMeter {
  end(): LongestTurn;
}

/** Measures from now on; `onLong` hears of every turn of more than 30 ms of processor time. */
export function startTurnMeter(onLong: (cpuMs: number) => void): TurnMeter {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let last = threadCpuMs();
  let longest = 0;
  let over50 = 0;
  const timer = setInterval(() => {
    const now = threadCpuMs();
    const cpuMs = now - last;
    last = now;
    longest = Math.max(longest, cpuMs);
    if (cpuMs > 50) over50 += 1;
    if (cpuMs > 30) onLong(cpuMs);
  }, 1);
  delay.enable();
  return {
    end() {
      clearInterval(timer);
      delay.disable();
      return { wallMs: delay.max / 1e6, cpuMs: longest, over50 };
    },
  };
}
