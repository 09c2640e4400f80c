import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MailSink } from "../../src/demo/sinks/mail-sink.ts";
import { createCommitMatches } from "../../src/pipeline/commit-matches.ts";
import { createDeliverJob } from "../../src/pipeline/deliver-job.ts";
import { createHeartbeat } from "../../src/pipeline/heartbeat.ts";
import { dropDelivery } from "../../src/pipeline/revise-deliveries.ts";
import { emailRig, type Rig } from "../support/channels/channel-rigs.ts";
import {
  answersFor,
  channelPlan,
  decisionsOf,
  matched,
  planOf,
  readPending,
  REPORT_TEXT,
  SEPARATE_REPORT,
  watch,
} from "../support/pipeline/pipeline-rig.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { feed, readItem } from "../support/store/store-builders.ts";

const [ANN, BO] = ["ann@example.org", "bo@example.org"] as const;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LATER = { at: "recipient", code: 452, message: "4.2.2 mailbox full", recipient: BO } as const;
const PLAN = planOf([watch("asylum", { notify: ["digest"] })], [channelPlan("digest", { follows: "nothing" })]);
const PLACES = ["Oslo", "Lima", "Rome", "Cairo", "Delhi", "Quito", "Accra"];

describe.each(["sqlite", "postgres"] as const)(
  "a mail that one has and another's mailbox puts off, on %s",
  (dialect) => {
    let opened: TestStore;
    let rig: Rig & { sink: MailSink };
    let now: number;

    beforeEach(async () => {
      now = Date.UTC(2026, 0, 20, 12);
      opened = await openTestStore(dialect, () => now);
      rig = await emailRig({ to: [ANN, BO] });
      await opened.store.feeds.sync([feed("wire"), feed("other")], () => Number.MAX_SAFE_INTEGER);
      for (const id of ["wire", "other"]) await opened.store.items.addRead(id, [], now);
      rig.sink.respond(LATER, 1000);
    });
    afterEach(async () => {
      await rig.close();
      await opened.remove();
    });

    async function report(
      title: string,
      changed: Parameters<typeof readItem>[1] = {},
      feedId = "wire",
    ): Promise<string> {
      const { store } = opened;
      const item = readItem(title, { title, publishedAt: now, ...changed });
      const { added } = await store.items.addRead(feedId, [item], now);
      const pending = await readPending(opened, now);
      await createCommitMatches({ store, plan: () => PLAN, now: () => now })(
        pending,
        answersFor(pending, [matched("asylum")]),
      );
      return added[0] ?? "";
    }

    /** Beats and drains the channel, `later` milliseconds after the last time. */
    async function drain(later = 0): Promise<void> {
      now += later;
      const { store } = opened;
      const deps = { store, plan: () => PLAN, queue: { enqueue: async () => {} }, now: () => now };
      const events = { delivered: () => {}, incident: () => {} };
      await createHeartbeat({ ...deps, polls: { perHost: 1, aheadMs: 0 } })();
      await store.leases.clear();
      const deliver = createDeliverJob({
        ...deps,
        channels: new Map([["digest", rig.channel]]),
        rates: new Map(),
        events,
      });
      await deliver({ id: "deliver-sweep", data: { channel: "digest" } }, new AbortController().signal);
    }

    function subjectsFor(recipient: string): string[] {
      const mails = rig.sink.mails().filter(({ recipients }) => recipients.includes(recipient));
      return mails.map(({ headers }) => String(headers["subject"]));
    }

    it("is not told once more in a summary, however many such mails wait", async () => {
      for (const [at, place] of PLACES.entries()) await report(`${place}: clerk ${at} of consulate ${at * 7} leaves`);
      for (const later of [0, 10, 10, 10]) await drain(later * MINUTE);
      expect(subjectsFor(ANN)).toHaveLength(PLACES.length);
      expect(await opened.store.deliveries.list({ status: "summarised", limit: 10 })).toEqual([]);
    });

    it("does not take along what is new in its story: that is a mail of its own, and goes at once", async () => {
      await report("Envoy asks for asylum", { body: REPORT_TEXT });
      await drain();
      const denial = { body: SEPARATE_REPORT.body, outlet: "other.example" };
      const later = await report(`${SEPARATE_REPORT.title}, embassy denies it`, denial, "other");
      expect(await decisionsOf(opened, later)).toEqual(["digest: denial"]);
      await drain(MINUTE);
      expect(subjectsFor(ANN)).toEqual(["Envoy asks for asylum", expect.stringMatching(/^Follow-up: .*denies it/)]);
      expect(subjectsFor(BO)).toEqual([]);
    });

    it("ends as sent when the other is given up after four days, and operators hear who", async () => {
      await report("Envoy asks for asylum");
      await drain();
      for (let days = 0; days < 5; days += 1) await drain(DAY);
      const [alert] = await opened.store.deliveries.list({ kind: "alert", limit: 1 });
      expect(alert).toMatchObject({ status: "sent", done: [ANN], refused: [BO] });
      const [notice, ...others] = await opened.store.deliveries.list({ kind: "notice", limit: 10 });
      expect([others, notice?.payload]).toEqual([[], expect.stringContaining(`${BO}: put-off-too-long`)]);
      await report("Envoy asks for asylum", {}, "other");
      await drain(MINUTE);
      expect(subjectsFor(ANN)).toEqual(["Envoy asks for asylum", expect.stringMatching(/^Follow-up/)]);
    });

    it("that an operator drops counts as told to who has it: its correction goes out", async () => {
      await report("Envoy asks for asylum", { cleanedLink: "https://news.example/1" });
      await drain();
      const [alert] = await opened.store.deliveries.list({ kind: "alert", limit: 1 });
      const drop = {
        kind: "drop-delivery",
        deliveryId: alert?.id ?? "",
        author: "Ada",
        comment: "bo is away",
      } as const;
      await dropDelivery({ store: opened.store, plan: () => PLAN, now: () => now }, drop);
      await report("Envoy leaves his post", {
        cleanedLink: "https://news.example/1",
        identity: "Envoy asks for asylum",
      });
      await drain(MINUTE);
      expect(subjectsFor(ANN)).toEqual(["Envoy asks for asylum", expect.stringMatching(/^Correction: /)]);
    });
  },
);
