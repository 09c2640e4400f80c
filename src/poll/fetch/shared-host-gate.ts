import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { HostGate } from "./host-gate.ts";

/** Leases that all processes see. Taking one's own again sets its end anew; undefined: somebody else holds it. */
interface HostLeases {
  acquire(name: string, owner: string, ttlMs: number): Promise<object | undefined>;
}

export interface SharedHostGateOptions {
  /** This process's own gate: only who has a turn there asks for a lease. */
  local: HostGate;
  leases: HostLeases;
  inFlight: number;
  gapMs: number;
}

/** Longer than any visit may take; a host is free again this long after the death of a process that was asking it. */
const VISIT_MS = 90_000;
/** Between two looks whether a host is free; partly random, so that processes take turns. */
const LOOK_EVERY_MS = 40;

/**
 * A gate that keeps `in_flight` and gap of a host over all processes of one store. Its pauses are those of `local`.
 */
export function createSharedHostGate({ local, leases, inFlight, gapMs }: SharedHostGateOptions): HostGate {
  const slots = Array.from({ length: inFlight }, (_, slot) => slot);

  async function takeSlot(host: string, visit: string): Promise<string | undefined> {
    for (const slot of slots) {
      const name = `host|${host}|${slot}`;
      if ((await leases.acquire(name, visit, VISIT_MS)) !== undefined) return name;
    }
    return undefined;
  }

  /** One slot needs no lease for the gap: it is kept for the gap after the visit. */
  async function takeStart(host: string, visit: string): Promise<boolean> {
    if (inFlight === 1 || gapMs === 0) return true;
    return (await leases.acquire(`host|${host}|start`, visit, gapMs)) !== undefined;
  }

  async function until<T>(look: () => Promise<T | undefined>, signal: AbortSignal): Promise<T> {
    for (;;) {
      signal.throwIfAborted();
      const found = await look();
      if (found !== undefined) return found;
      await wait(LOOK_EVERY_MS * (0.5 + Math.random()));
    }
  }

  /** Not awaited by who leaves: where it fails, the lease ends by itself. */
  function giveBack(slot: string, visit: string): void {
    leases.acquire(slot, visit, gapMs).catch(() => undefined);
  }

  async function enterAll(host: string, signal: AbortSignal): Promise<() => void> {
    const visit = randomUUID();
    const slot = await until(() => takeSlot(host, visit), signal);
    try {
      await until(async () => ((await takeStart(host, visit)) ? true : undefined), signal);
    } catch (error) {
      giveBack(slot, visit);
      throw error;
    }
    return () => giveBack(slot, visit);
  }

  return {
    async enter(host, signal) {
      const turn = await local.enter(host, signal);
      if (turn.kind === "closed") return turn;
      try {
        const leaveAll = await enterAll(host, signal);
        return {
          kind: "entered",
          leave: () => {
            leaveAll();
            turn.leave();
          },
        };
      } catch (error) {
        turn.leave();
        throw error;
      }
    },
    pause: (host, untilAt) => local.pause(host, untilAt),
  };
}
