import { describe, expect, it } from "vitest";
import { manualTime, type ManualTime } from "../../../test/support/simulated/manual-time.ts";
import { createHostGate, type HostGate, type HostGateOptions } from "./host-gate.ts";

const START = Date.UTC(2026, 0, 20, 12);
const never = new AbortController().signal;

function gateAt(time: ManualTime, options: Partial<HostGateOptions> = {}): ReturnType<typeof createHostGate> {
  return createHostGate({ inFlight: 1, gapMs: 1000, now: time.now, setTimer: time.setTimer, ...options });
}

/** Asks `count` times at once, each request taking `lastsMs`, and answers when each began, in ms from the start. */
async function visit(gate: HostGate, time: ManualTime, count: number, lastsMs: number): Promise<number[]> {
  const begun: number[] = [];
  async function ask(): Promise<void> {
    const turn = await gate.enter("news.example", never);
    if (turn.kind === "closed") return;
    begun.push(time.now() - START);
    time.setTimer(turn.leave, lastsMs);
  }
  const all = Array.from({ length: count }, ask);
  await time.advance(60_000);
  await Promise.all(all);
  return begun;
}

describe("requests to one host", () => {
  it.each([
    ["go one at a time, with the gap after the end of each", 1, 200, [0, 1200, 2400, 3600]],
    ["keep the gap when they take longer than it", 1, 5000, [0, 6000, 12_000, 18_000]],
    ["go two at a time where that is set, begun a gap apart", 2, 10_000, [0, 1000, 12_000, 13_000]],
  ] as const)("%s", async (_fact, inFlight, lastsMs, expected) => {
    const time = manualTime(START);
    const begun = await visit(gateAt(time, { inFlight }), time, 4, lastsMs);
    expect(begun).toEqual(expected);
  });

  it("do not wait for requests to other hosts", async () => {
    const gate = gateAt(manualTime(START));
    const turns = await Promise.all(["a.example", "b.example"].map((host) => gate.enter(host, never)));
    expect(turns.map(({ kind }) => kind)).toEqual(["entered", "entered"]);
  });

  it("give up their place when aborted, and the next one gets it", async () => {
    const time = manualTime(START);
    const gate = gateAt(time);
    const first = await gate.enter("news.example", never);
    const impatient = new AbortController();
    const aborted = gate.enter("news.example", impatient.signal);
    const patient = gate.enter("news.example", never);
    impatient.abort(new Error("shutting down"));
    await expect(aborted).rejects.toThrow("shutting down");
    if (first.kind === "entered") first.leave();
    await time.advance(1000);
    expect((await patient).kind).toBe("entered");
    expect(time.pending()).toBe(0);
  });

  it("are refused at once when they come with an aborted signal", async () => {
    const gate = gateAt(manualTime(START));
    await expect(gate.enter("news.example", AbortSignal.abort(new Error("over")))).rejects.toThrow("over");
  });
});

describe("a host that asked for a pause", () => {
  it("is closed for every feed until it is over, and says until when", async () => {
    const time = manualTime(START);
    const gate = gateAt(time);
    await gate.pause("news.example", START + 3_600_000);
    expect(await gate.enter("news.example", never)).toEqual({ kind: "closed", untilAt: START + 3_600_000 });
    await time.advance(3_600_000);
    expect((await gate.enter("news.example", never)).kind).toBe("entered");
  });

  it("answers those who were already waiting", async () => {
    const gate = gateAt(manualTime(START));
    await gate.enter("news.example", never);
    const waiting = gate.enter("news.example", never);
    await gate.pause("news.example", START + 3_600_000);
    expect((await waiting).kind).toBe("closed");
  });

  it("is waited for when the pause is short", async () => {
    const time = manualTime(START);
    const gate = gateAt(time);
    await gate.pause("news.example", START + 5000);
    const waiting = gate.enter("news.example", never);
    await time.advance(5000);
    expect((await waiting).kind).toBe("entered");
  });

  it("keeps the longer of two pauses", async () => {
    const gate = gateAt(manualTime(START));
    await gate.pause("news.example", START + 3_600_000);
    await gate.pause("news.example", START + 60_000);
    expect(await gate.enter("news.example", never)).toEqual({ kind: "closed", untilAt: START + 3_600_000 });
  });
});

describe("the memory of the gate", () => {
  it("forgets hosts whose gap and pause are over, and keeps the others", async () => {
    const time = manualTime(START);
    const gate = gateAt(time);
    for (let index = 0; index < 5000; index += 1) {
      const turn = await gate.enter(`host-${index}.example`, never);
      if (turn.kind === "entered") turn.leave();
    }
    await gate.pause("paused.example", START + 3_600_000);
    await gate.enter("busy.example", never);
    expect(gate.size()).toBe(5002);
    await time.advance(60_000);
    await gate.enter("next.example", never);
    expect(gate.size()).toBe(3);
  });
});
