import { describe, expect, it } from "vitest";
import type { DeliveryLine, ShownDelivery } from "../pipeline/inspect/show-deliveries.ts";
import { describeDeliveries, describeDelivery } from "./describe-deliveries.ts";

const NOON = Date.UTC(2026, 0, 20, 12);

function line(changed: Partial<DeliveryLine> = {}): DeliveryLine {
  return {
    id: "dlv_1",
    key: "alert|sty_1|desk",
    kind: "alert",
    channelId: "desk",
    storyId: "sty_1",
    parentId: null,
    editionId: null,
    incidentId: null,
    recipient: null,
    severity: "urgent",
    createdAt: NOON,
    dueAt: NOON + 60_000,
    status: "sent",
    heldFor: null,
    heldUntil: null,
    reason: null,
    detail: null,
    attempts: 1,
    sentAt: NOON + 1000,
    ref: "C1/1.2",
    done: [],
    refused: [],
    acts: [],
    title: "Envoy asks for asylum",
    removed: null,
    ...changed,
  };
}

describe("deliveries in words", () => {
  it("stand in a table, with the reason under those that did not go out", () => {
    const busy = { status: "pending", reason: "rate-limited", detail: "wait 30 s", sentAt: null } as const;
    const dropped = { kind: "dropped", at: NOON, author: "ann", comment: "told by phone" } as const;
    const lines = [
      line(),
      line({ id: "dlv_2", ...busy, attempts: 2 }),
      line({ id: "dlv_4", status: "held", heldFor: "quiet-hours", heldUntil: NOON, sentAt: null, attempts: 0 }),
      line({ id: "dlv_3", status: "dropped", reason: "dropped-by-operator", acts: [dropped], title: "x".repeat(99) }),
    ];
    expect(describeDeliveries(lines, "Europe/London").split("\n")).toEqual([
      "id     created                  channel  kind   status   tries  title",
      "dlv_1  2026-01-20 12:00:00 GMT  desk     alert  sent     1      Envoy asks for asylum",
      "dlv_2  2026-01-20 12:00:00 GMT  desk     alert  pending  2      Envoy asks for asylum",
      "    rate-limited: wait 30 s",
      "    next try at 2026-01-20 12:01:00 GMT",
      "dlv_4  2026-01-20 12:00:00 GMT  desk     alert  held     0      Envoy asks for asylum",
      "    held until 2026-01-20 12:00:00 GMT: quiet-hours",
      `dlv_3  2026-01-20 12:00:00 GMT  desk     alert  dropped  1      ${"x".repeat(69)}…`,
      "    dropped-by-operator",
      "    dropped by ann at 2026-01-20 12:00:00 GMT: told by phone",
    ]);
    const removed = [{ droppedAt: NOON + 3_600_000 }, { droppedAt: null }].map((of) =>
      describeDeliveries([line({ ...busy, detail: null, removed: of })], "Europe/London")
        .split("\n")
        .slice(2),
    );
    expect(removed).toEqual([
      [
        "    rate-limited",
        "    its channel is not in the configuration: dropped at 2026-01-20 13:00:00 GMT unless it is back",
      ],
      [
        "    rate-limited",
        "    its channel is not in the configuration: dropped an hour after this one is taken over unless it is back",
      ],
    ]);
    expect(describeDeliveries([], "Europe/London")).toBe("no deliveries");
  });

  it("have their titles below them where the terminal is too narrow for both", () => {
    expect(describeDeliveries([line()], "UTC", 60).split("\n")).toEqual([
      "id     created                  channel  kind   status  tries",
      "    title",
      "dlv_1  2026-01-20 12:00:00 UTC  desk     alert  sent    1",
      "    Envoy asks for asylum",
    ]);
    expect(describeDeliveries([line()], "UTC", 90)).toContain("1      Envoy asks for asylum");
  });

  it("are shown one by one with the message, its matches and every try, in doubt marked", () => {
    const shown: ShownDelivery = {
      delivery: line(),
      claim: { storyId: "sty_1", author: "Ada", claimedAt: NOON },
      text: "[Envoy] asks for asylum\n",
      fault: null,
      matches: [{ matchId: "mat_1", watchId: "asylum", itemId: "itm_1", headline: "Envoy asks", link: null }],
      tries: [
        {
          id: "att_1",
          deliveryId: "dlv_1",
          startedAt: NOON,
          finishedAt: NOON + 10_000,
          outcome: "unconfirmed",
          reason: "timeout",
          detail: "no answer within 10 s",
        },
      ],
    };
    expect(describeDelivery(shown, "Europe/London").split("\n")).toEqual([
      "dlv_1  alert for desk: sent",
      "  key      alert|sty_1|desk",
      "  created  2026-01-20 12:00:00 GMT",
      "  sent     2026-01-20 12:00:01 GMT as C1/1.2",
      "  claimed by Ada at 2026-01-20 12:00:00 GMT",
      "",
      "  │ [Envoy] asks for asylum",
      "",
      "Matches",
      "  mat_1  asylum  itm_1  Envoy asks",
      "Tries",
      "  2026-01-20 12:00:00 GMT UNCONFIRMED: it may have arrived, timeout: no answer within 10 s, after 10.0 s",
    ]);
  });
});
