import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel, Outgoing } from "../../src/notify/channel.ts";
import { createDueEditions } from "../../src/pipeline/create-editions.ts";
import { createDeliverJob } from "../../src/pipeline/deliver-job.ts";
import { runOperatorCommand } from "../../src/pipeline/operator-command.ts";
import type { Plan } from "../../src/pipeline/plan.ts";
import { createUnsubscribe } from "../../src/pipeline/unsubscribe.ts";
import { RetentionOptions } from "../../src/store/options.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { channelPlan, HOUR_MS, planOf } from "../support/pipeline/pipeline-rig.ts";

const [A, B] = ["a@example.org", "b@example.org"] as const;
const PUBLIC = "https://news.example.org/wirewatch";
const PLAN: Plan = {
  ...planOf([], [channelPlan("digest", { digest: { every: HOUR_MS, empty: "send" }, recipients: [A, B] })]),
  publicUrl: PUBLIC,
};

describe.each(["sqlite", "postgres"] as const)("whoever unsubscribes from a digest, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;
  let sent: Outgoing[];
  let channel: Channel;

  beforeEach(async () => {
    now = Date.UTC(2026, 0, 20, 12);
    sent = [];
    opened = await openTestStore(dialect, () => now);
    channel = {
      id: "digest",
      kind: "email",
      follows: "nothing",
      async send(outgoing) {
        sent.push(outgoing);
        return { kind: "sent", ref: null, recipients: [] };
      },
      confirm: () => Promise.resolve({ kind: "unknown", detail: "" }),
      render: () => "",
      close: () => Promise.resolve(),
    };
    await createDueEditions(deps());
    await nextEdition();
  });
  afterEach(() => opened.remove());

  function deps() {
    return { store: opened.store, plan: () => PLAN, now: () => now };
  }

  /** Makes the next edition and sends what waits; answers who got it. */
  async function nextEdition(): Promise<string[]> {
    now += HOUR_MS;
    sent.length = 0;
    await createDueEditions(deps());
    const deliver = createDeliverJob({
      ...deps(),
      channels: new Map([["digest", channel]]),
      rates: new Map(),
      queue: { enqueue: async () => {} },
      events: { delivered: () => {}, incident: () => {} },
    });
    await deliver({ id: "deliver-sweep", data: { channel: "digest" } }, new AbortController().signal);
    return sent.map(({ recipient }) => recipient ?? "all").toSorted();
  }

  function tokenFor(recipient: string): string {
    const url = sent.find((outgoing) => outgoing.recipient === recipient)?.unsubscribeUrl ?? "";
    expect(url).toMatch(/^https:\/\/news\.example\.org\/wirewatch\/u\/[\w-]{22}$/);
    return url.slice(`${PUBLIC}/u/`.length);
  }

  it("gets no more editions, the others do; the ledger says why, and operators hear of it once", async () => {
    const unsubscribe = createUnsubscribe(deps());
    const token = tokenFor(A);
    expect(token).not.toBe(tokenFor(B));
    expect(await unsubscribe.find(token)).toEqual({ channelId: "digest", recipient: A });
    expect(await nextEdition()).toEqual([A, B]);
    for (const _ of [1, 2]) expect(await unsubscribe.end(token)).toEqual({ channelId: "digest", recipient: A });
    expect(await nextEdition()).toEqual([B]);
    const row = await opened.store.deliveries.findByKey(`digest|digest|3|${A}`);
    expect(row).toMatchObject({ status: "dropped", reason: "unsubscribed", attempts: 0 });
    const notices = await opened.store.deliveries.list({ kind: "notice", limit: 10 });
    expect(notices.map(({ payload }) => payload)).toEqual([expect.stringContaining(`${A} has unsubscribed`)]);
  });

  it("gets them again when an operator says so", async () => {
    const command = { ...deps(), retention: RetentionOptions.parse({}) };
    await createUnsubscribe(deps()).end(tokenFor(A));
    const again = { kind: "send-edition", channelId: "digest", number: 1, to: A } as const;
    expect(await runOperatorCommand(command, again)).toEqual({ kind: "unsubscribed", since: now });
    const resume = { kind: "resume-digest", channelId: "digest", address: A } as const;
    expect(await runOperatorCommand(command, resume)).toEqual({ kind: "digest-resumed", wasSuppressed: true });
    expect(await runOperatorCommand(command, resume)).toEqual({ kind: "digest-resumed", wasSuppressed: false });
    expect(await nextEdition()).toEqual([A, B]);
  });

  it("needs a link that was sent: nobody's token ends nothing", async () => {
    expect(await createUnsubscribe(deps()).end("guessed")).toBeUndefined();
    expect(await nextEdition()).toEqual([A, B]);
  });
});
