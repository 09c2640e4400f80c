import { describe, expect, it } from "vitest";
import type { DeliveryAct } from "../store/delivery-rows.ts";
import { keyedSince, keyOf, triedSince } from "./delivery-acts.ts";

function act(kind: DeliveryAct["kind"], at: number): DeliveryAct {
  return { kind, at, author: "ann", comment: null };
}

describe("a delivery that operators had to do with", () => {
  it("is tried since its hold ended, or an operator had it tried after that", () => {
    const held = { createdAt: 1, heldUntil: 6, acts: [act("retried", 5)] };
    expect([triedSince(held), triedSince({ ...held, acts: [act("retried", 7)] })]).toEqual([6, 7]);
  });

  it.each([
    ["nobody did anything", [], { key: "alert|s|c", tried: 1, keyed: 1 }],
    ["it was dropped", [act("dropped", 5)], { key: "alert|s|c", tried: 1, keyed: 1 }],
    ["it was tried again", [act("retried", 5)], { key: "alert|s|c", tried: 5, keyed: 1 }],
    ["it was sent again", [act("sent-again", 5)], { key: "alert|s|c|again|1", tried: 5, keyed: 5 }],
    [
      "it was sent again, failed, and was tried again",
      [act("sent-again", 5), act("retried", 7)],
      { key: "alert|s|c|again|1", tried: 7, keyed: 5 },
    ],
    [
      "it was sent again twice",
      [act("sent-again", 5), act("sent-again", 9)],
      { key: "alert|s|c|again|2", tried: 9, keyed: 9 },
    ],
  ])("has its key and its patience when %s", (_fact, acts, expected) => {
    const delivery = { key: "alert|s|c", createdAt: 1, heldUntil: null, acts };
    expect({ key: keyOf(delivery), tried: triedSince(delivery), keyed: keyedSince(delivery) }).toEqual(expected);
  });
});
