import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHostGate, type HostGate } from "../../src/poll/fetch/host-gate.ts";
import { createLastingGate } from "../../src/poll/fetch/lasting-gate.ts";
import { createSharedHostGate } from "../../src/poll/fetch/shared-host-gate.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";

const never = new AbortController().signal;

interface Visit {
  from: number;
  to: number;
}

function gateOf({ leases }: Pick<Store, "leases">, inFlight: number, gapMs: number): HostGate {
  return createSharedHostGate({ local: createHostGate({ now: Date.now, inFlight, gapMs }), leases, inFlight, gapMs });
}

async function visit(gate: HostGate, host: string): Promise<Visit> {
  const turn = await gate.enter(host, never);
  if (turn.kind === "closed") throw new Error("the host is closed");
  const from = performance.now();
  await wait(5);
  const to = performance.now();
  turn.leave();
  return { from, to };
}

function mostAtOnce(visits: readonly Visit[]): number {
  return Math.max(...visits.map(({ from }) => visits.filter((one) => one.from <= from && from < one.to).length));
}

describe("row 18: requests to one host from two processes", () => {
  let opened: TestStore;
  beforeEach(async () => {
    opened = await openTestStore("postgres");
  });
  afterEach(() => opened.remove());

  async function visitFromBoth(count: number, inFlight: number, gapMs: number): Promise<Visit[]> {
    const gates = [opened.store, opened.peer].map((store) => gateOf(store, inFlight, gapMs));
    const asked = Array.from({ length: count / 2 }, () => gates.map((gate) => visit(gate, "news.example"))).flat();
    return (await Promise.all(asked)).toSorted((a, b) => a.from - b.from);
  }

  it("never overlap and keep the gap, forty of them", async () => {
    const visits = await visitFromBoth(40, 1, 20);
    const gaps = visits.slice(1).map(({ from }, at) => from - (visits[at]?.to ?? 0));
    expect(visits).toHaveLength(40);
    expect(mostAtOnce(visits)).toBe(1);
    // A millisecond less: the database counts whole ones.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(19);
  }, 20_000);

  it("are no more at once than is set, without a gap", async () => {
    expect(mostAtOnce(await visitFromBoth(20, 2, 0))).toBeLessThanOrEqual(2);
  }, 20_000);

  it("begin a gap apart where several may run", async () => {
    const visits = await visitFromBoth(10, 3, 300);
    const gaps = visits.slice(1).map(({ from }, at) => from - (visits[at]?.from ?? 0));
    // The lease keeps the gap; a busy machine tells the first of two visits late that it may begin.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  }, 20_000);

  it("do not wait for requests to other hosts", async () => {
    const gate = gateOf(opened.store, 1, 60_000);
    await visit(gate, "a.example");
    expect(await visit(gateOf(opened.peer, 1, 60_000), "b.example")).toBeDefined();
  });

  it("give up when they are aborted, and leave the host to the next", async () => {
    const [one, other] = [gateOf(opened.store, 1, 0), gateOf(opened.peer, 1, 0)];
    const turn = await one.enter("news.example", never);
    await expect(other.enter("news.example", AbortSignal.timeout(150))).rejects.toThrow(/timeout/i);
    const next = visit(other, "news.example");
    if (turn.kind === "entered") turn.leave();
    expect(await next).toBeDefined();
  });
});

describe("row 8: a host that asked for a pause", () => {
  let opened: TestStore;
  let time = Date.UTC(2026, 0, 20);
  beforeEach(async () => {
    opened = await openTestStore("postgres", now);
  });
  afterEach(() => opened.remove());
  function now(): number {
    return time;
  }

  /** A process that has just begun: it remembers nothing itself. */
  function processOf({ leases, hosts }: Pick<Store, "leases" | "hosts">): HostGate {
    const local = createHostGate({ now, inFlight: 1, gapMs: 0 });
    const gate = createSharedHostGate({ local, leases, inFlight: 1, gapMs: 0 });
    return createLastingGate({ gate, pauses: hosts, now });
  }

  it("is asked by no process before it is over, neither by those that ran nor by those that start", async () => {
    const [one, other] = [processOf(opened.store), processOf(opened.peer)];
    const untilAt = time + 120_000;
    const turn = await one.enter("news.example", never);
    const waiting = other.enter("news.example", never);
    await one.pause("news.example", untilAt);
    if (turn.kind === "entered") turn.leave();
    expect(await waiting).toEqual({ kind: "closed", untilAt });
    expect(await processOf(opened.store).enter("news.example", never)).toEqual({ kind: "closed", untilAt });
    expect(await visit(other, "elsewhere.example")).toBeDefined();

    time = untilAt;
    expect(await visit(processOf(opened.peer), "news.example")).toBeDefined();
    expect(await visit(other, "news.example")).toBeDefined();
  });
});
