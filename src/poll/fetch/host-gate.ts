import { createHostLine, type HostLine, type HostLineOptions, type Turn } from "./host-line.ts";

/** One process's politeness: how many requests a host gets at once, and how soon after another. */
export interface HostGate {
  /**
   * Waits until the host may be asked; a pause too long to wait for answers `closed` at once. Rejects with the
   * signal's reason when it is aborted while waiting.
   */
  enter(host: string, signal: AbortSignal): Promise<Turn>;
  /** Nobody asks this host before `untilAt` (its `Retry-After`), whatever feed it was for. */
  pause(host: string, untilAt: number): Promise<void>;
}

interface ForgetfulGate extends HostGate {
  /** Hosts that are remembered: busy, waited for, or in a gap or pause. */
  size(): number;
}

/** `patienceMs` (default 10 s) and `setTimer` (default the process's timers) may be left out. */
export type HostGateOptions = Omit<HostLineOptions, "patienceMs" | "setTimer"> & Partial<HostLineOptions>;

const PATIENCE_MS = 10_000;
const SWEEP_EVERY_MS = 60_000;

function startTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => {
    clearTimeout(timer);
  };
}

/** A gate for all hosts. Hosts whose gap and pause are over are forgotten, so its size follows the traffic. */
export function createHostGate(options: HostGateOptions): ForgetfulGate {
  const { now } = options;
  const lineOptions = { patienceMs: PATIENCE_MS, setTimer: startTimer, ...options };
  const lines = new Map<string, HostLine>();
  let sweptAt = now();

  function forgetIdleHosts(): void {
    if (now() - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now();
    for (const [host, line] of lines) if (line.isIdle()) lines.delete(host);
  }

  function lineOf(host: string): HostLine {
    const known = lines.get(host);
    if (known !== undefined) return known;
    const line = createHostLine(lineOptions);
    lines.set(host, line);
    return line;
  }

  return {
    enter(host, signal) {
      forgetIdleHosts();
      return lineOf(host).enter(signal);
    },
    async pause(host, untilAt) {
      lineOf(host).pause(untilAt);
    },
    size: () => lines.size,
  };
}
