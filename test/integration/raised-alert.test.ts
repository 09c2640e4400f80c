import { expect, it } from "vitest";
import { QuietHoursOptions } from "../../src/decide/options.ts";
import type { Channel } from "../../src/notify/channel.ts";
import { createDeliverJob } from "../../src/pipeline/deliver-job.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore } from "../support/store/open-test-store.ts";
import { channelPlan, planOf } from "../support/pipeline/pipeline-rig.ts";
import { newDelivery } from "../support/store/store-builders.ts";

const BEFORE = Date.UTC(2026, 0, 20, 21, 59, 58);
const QUIET = Date.UTC(2026, 0, 20, 22, 0, 3);
const PLAN = planOf([], [channelPlan("desk", { quietHours: QuietHoursOptions.parse({ from: "22:00", to: "06:00" }) })]);

it.each(["sqlite", "postgres"] as const)(
  "a message raised to urgent while an earlier one is sent is not held for quiet hours, on %s",
  async (dialect) => {
    let now = BEFORE;
    const opened = await openTestStore(dialect, () => now);
    const { deliveries, holds } = opened.store;
    const payload = JSON.stringify({ cause: "over-cap", detail: null, from: BEFORE, to: BEFORE });
    const roundup = { kind: "roundup", payload, createdAt: BEFORE, dueAt: BEFORE, severity: "normal" } as const;
    const calm = await deliveries.add(newDelivery("roundup|a", roundup));
    const raised = await deliveries.add(newDelivery("roundup|b", { ...roundup, createdAt: BEFORE + 1 }));
    const channel: Channel = {
      id: "desk",
      kind: "webhook",
      follows: "nothing",
      send: () => Promise.resolve({ kind: "sent", ref: null, recipients: [] }),
      confirm: () => Promise.resolve({ kind: "absent" }),
      render: () => "",
      close: () => Promise.resolve(),
    };
    const store: Store = {
      ...opened.store,
      deliveries: {
        ...deliveries,
        listDue: async (channelId, at, limit) => {
          const due = await deliveries.listDue(channelId, at, limit);
          await holds.raise(raised.id, "urgent");
          return due;
        },
      },
    };
    const deliver = createDeliverJob({
      store,
      plan: () => PLAN,
      channels: new Map([["desk", channel]]),
      rates: new Map(),
      queue: { enqueue: () => Promise.resolve() },
      events: { delivered: () => {}, incident: () => {} },
      now: () => now,
    });
    now = QUIET;
    await deliver({ id: "deliver-sweep", data: { channel: "desk" } }, new AbortController().signal);
    expect((await deliveries.get(calm.id))?.status).toBe("held");
    expect((await deliveries.get(raised.id))?.status).toBe("sent");
    await opened.remove();
  },
);
