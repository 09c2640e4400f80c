import { expect, it } from "vitest";
import { QuietHoursOptions } from "../../src/decide/options.ts";
import type { Channel } from "../../src/notify/channel.ts";
import { createDeliverJob } from "../../src/pipeline/deliver-job.ts";
import { openTestStore } from "../support/open-test-store.ts";
import { channelPlan, planOf } from "../support/pipeline-rig.ts";
import { newDelivery } from "../support/store-builders.ts";

const BEFORE = Date.UTC(2026, 0, 20, 21, 59, 58);
const QUIET = Date.UTC(2026, 0, 20, 22, 0, 3);
const PLAN = planOf([], [channelPlan("desk", { quietHours: QuietHoursOptions.parse({ from: "22:00", to: "06:00" }) })]);

it.each(["sqlite", "postgres"] as const)(
  "a message raised to urgent while an earlier one is sent is not held for quiet hours, on %s",
  async (dialect) => {
    let now = BEFORE;
    const opened = await openTestStore(dialect, () => now);
    const { deliveries, holds } = opened.store;
    const times = { createdAt: BEFORE, dueAt: BEFORE, severity: "normal" } as const;
    await deliveries.add(newDelivery("roundup|a", { ...times, kind: "roundup", payload: null }));
    const raised = await deliveries.add(newDelivery("roundup|b", { ...times, createdAt: BEFORE + 1, kind: "roundup" }));
    const channel: Channel = {
      id: "desk",
      kind: "webhook",
      follows: "nothing",
      send: () => Promise.resolve({ kind: "sent", ref: null, recipients: [] }),
      confirm: () => Promise.resolve({ kind: "absent" }),
      render: () => "",
      close: () => Promise.resolve(),
    };
    const deliver = createDeliverJob({
      store: opened.store,
      plan: () => PLAN,
      channels: new Map([["desk", channel]]),
      rates: new Map(),
      queue: { enqueue: () => Promise.resolve() },
      events: { delivered: () => {}, incident: () => {} },
      now: () => now,
    });
    now = QUIET;
    const list = deliveries.listDue;
    opened.store.deliveries.listDue = async (...args) => {
      const due = await list(...args);
      await holds.raise(raised.id, "urgent");
      return due;
    };
    await deliver({ id: "deliver-sweep", data: { channel: "desk" } }, new AbortController().signal);
    expect((await deliveries.get(raised.id))?.status).not.toBe("held");
    await opened.remove();
  },
);
