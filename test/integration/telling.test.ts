import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dropDelivery } from "../../src/pipeline/revise-deliveries.ts";
import { noteGone } from "../../src/pipeline/telling/note-corrections.ts";
import { decisionsOf, HOUR_MS, matched, PERSON, SEPARATE_REPORT, vetoed } from "../support/pipeline/pipeline-rig.ts";
import { tellingRig, type TellingRig } from "../support/pipeline/telling-rig.ts";

const MINUTE_MS = 60_000;
describe.each(["sqlite", "postgres"] as const)("a story that was told, on %s", (dialect) => {
  let rig: TellingRig;
  beforeEach(async () => {
    rig = await tellingRig(dialect);
  });
  afterEach(() => rig.close());

  async function tellFirst(): Promise<string> {
    const id = await rig.report("first", [matched("asylum")]);
    await rig.drain();
    return id;
  }

  function blocks(): string {
    return JSON.stringify(rig.posts().map((post) => post.blocks));
  }

  it("is one post that copies edit, once a minute at most, and whose thread counts the outlets", async () => {
    await tellFirst();
    expect(rig.posts()).toHaveLength(1);
    const copy = await rig.report("second", [matched("asylum")], {}, "other");
    await rig.drain();
    expect(await decisionsOf(rig.opened, copy)).toEqual(["desk: new-outlet", "screen: same-story"]);
    for (const outlet of ["third", "fourth", "fifth"]) await rig.report(outlet, [matched("asylum")], {}, "other");
    await rig.drain();
    expect(rig.sink.requests("chat.update")).toBe(1);
    rig.now += MINUTE_MS;
    await rig.drain();
    expect(rig.sink.requests("chat.update")).toBe(2);
    expect(rig.posts()).toHaveLength(1);
    expect(rig.posts()[0]).toMatchObject({ edited: true, text: expect.stringContaining("Counsellor asks for asylum") });
    expect(blocks()).toContain("5 outlets: 5 same text");
    expect(rig.replies()).toEqual(["2 outlets: 2 same text", "3 outlets: 3 same text", "5 outlets: 5 same text"]);
  });

  it("mentions nobody when it is edited or answered", async () => {
    await tellFirst();
    expect(blocks()).toContain("<!here>");
    await rig.report("second", [matched("asylum")], {}, "other");
    await rig.drain();
    expect(JSON.stringify(rig.sink.messages())).not.toContain("<!here>");
  });

  it("shows what another report of an outlet that it names adds, and stays as it is where nothing is added", async () => {
    await tellFirst();
    const same = await rig.report("again", [matched("asylum")], { outlet: "first.example" }, "other");
    const watched = await rig.report("more", [matched("defection")], { outlet: "first.example" }, "other");
    await rig.drain();
    expect(await decisionsOf(rig.opened, same)).toEqual(["desk: same-story", "screen: same-story"]);
    expect(await decisionsOf(rig.opened, watched)).toEqual(["desk: new-watch", "screen: same-story"]);
    expect(await rig.keys("edit")).toEqual(["edit|1 sent"]);
    expect(await rig.keys("reply")).toEqual([]);
    expect(blocks()).toContain("Watch defection");
  });

  const rows: [string, () => Promise<string>, string, string][] = [
    [
      "raises its severity, though it is a copy",
      () => rig.report("b", [matched("alarm")], {}, "other"),
      "raised-severity",
      "now urgent",
    ],
    [
      "names somebody new",
      () => rig.report("b", [matched("asylum", PERSON)], SEPARATE_REPORT, "other"),
      "new-person",
      "new person: Ivan Example",
    ],
    [
      "satisfies another watch in words of its own",
      () => rig.report("b", [matched("defection")], SEPARATE_REPORT, "other"),
      "new-watch",
      "new watch: Watch defection",
    ],
    [
      "denies it",
      () =>
        rig.report(
          "b",
          [matched("asylum")],
          { ...SEPARATE_REPORT, title: `${SEPARATE_REPORT.title}, embassy denies it` },
          "other",
        ),
      "denial",
      "denial, by b.example",
    ],
    [
      "is the first of an official source",
      () => rig.report("b", [matched("asylum")], SEPARATE_REPORT, "ministry"),
      "first-official",
      "first official source: b.example",
    ],
    [
      "comes after a long silence",
      () => {
        rig.now += 37 * HOUR_MS;
        return rig.report("b", [matched("asylum")], {}, "other");
      },
      "long-silence",
      "first report for 37 hours",
    ],
  ];

  it.each(rows)("is followed up by a report that %s", async (_fact, report, reason, words) => {
    await tellFirst();
    await rig.drain("screen");
    const item = await report();
    await rig.drain();
    await rig.drain("screen");
    expect(await decisionsOf(rig.opened, item)).toEqual([`desk: ${reason}`, `screen: ${reason}`]);
    expect(await rig.keys("alert")).toEqual(["followup|1 sent", "alert sent"]);
    expect(rig.posts()).toHaveLength(2);
    expect(JSON.stringify(rig.posts()[1]?.blocks)).toContain(words);
    expect(JSON.stringify(rig.posts()[1]?.blocks)).toContain("Follow-up to “");
    expect(rig.printed()).toContain("Follow-up to “");
    const alerts = await rig.opened.store.deliveries.list({ kind: "alert", limit: 10 });
    const [followUp, first] = alerts.filter(({ channelId }) => channelId === "desk");
    expect(followUp?.parentId).toBe(first?.id);
  });

  it("is joined by all that comes before its first message has left", async () => {
    await rig.report("first", [matched("asylum")]);
    await rig.report("second", [matched("alarm", PERSON)], SEPARATE_REPORT, "other");
    await rig.drain();
    expect(rig.posts()).toHaveLength(1);
    expect(blocks()).toContain("Ivan Example");
    expect(blocks()).toContain("<!subteam^S0123>");
    expect(await rig.keys("edit")).toEqual([]);
  });

  it("is edited for what came while its message was being sent", async () => {
    await rig.report("first", [matched("asylum")]);
    rig.sink.respond({ answer: "hang", method: "chat.postMessage" });
    const sending = rig.drain();
    while (rig.sink.requests("chat.postMessage") === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await rig.report("second", [matched("asylum")], {}, "other");
    await sending;
    await rig.opened.store.leases.clear();
    rig.now += MINUTE_MS;
    await rig.drain();
    await rig.drain();
    expect(await rig.keys("edit")).toEqual(["edit|1 sent"]);
    expect(blocks()).toContain("2 outlets");
  });

  it.each(["edit_window_closed", "cant_update_message"])(
    "is answered where it cannot be edited (%s)",
    async (error) => {
      await tellFirst();
      rig.sink.respond({ answer: "error", error, method: "chat.update" });
      await rig.report("second", [matched("defection")], { outlet: "first.example" }, "other");
      await rig.drain();
      expect(await rig.keys("edit")).toEqual(["edit|1 sent"]);
      expect(rig.posts()[0]?.edited).toBe(false);
      const [reply] = rig.sink.messages().filter(({ threadTs }) => threadTs === rig.posts()[0]?.ts);
      expect(JSON.stringify(reply?.blocks)).toContain("Watch defection");
    },
  );

  it("that somebody deleted is left alone, and nobody is paged", async () => {
    await tellFirst();
    rig.sink.remove(rig.posts()[0]?.ts ?? "");
    await rig.report("second", [matched("asylum")], {}, "other");
    await rig.drain();
    expect(rig.sink.messages()).toEqual([]);
    const ended = [...(await rig.keys("edit")), ...(await rig.keys("reply"))];
    expect(ended).toEqual(["edit|1 failed", "reply|outlets-2 failed"]);
    const failed = await rig.opened.store.deliveries.list({ status: "failed", limit: 10 });
    expect(failed.map(({ reason }) => reason)).toEqual(["message-gone", "message-gone"]);
    expect(await rig.opened.store.deliveries.list({ kind: "notice", limit: 10 })).toEqual([]);
  });

  it("says in its thread what a headline was and is", async () => {
    const item = await tellFirst();
    await rig.report("first", [matched("asylum")], { title: "Counsellor denies asking for asylum?" });
    await rig.report("first", [matched("asylum")], { title: "Counsellor  denies asking for asylum!" });
    await rig.drain();
    expect(await rig.keys("reply")).toEqual([`reply|headline-${item}-2 sent`]);
    expect(rig.replies()[0]).toMatch(/Before: “.?Counsellor asks for asylum.?” · Now: “.?Counsellor denies asking/);
  });

  it("leaves items apart that their watch keeps apart", async () => {
    await rig.report("first", [matched("apart")]);
    await rig.report("second", [matched("apart")], {}, "other");
    await rig.drain();
    expect(rig.posts()).toHaveLength(2);
    expect(await rig.keys("edit")).toEqual([]);
  });

  /** The first report is on its way, its answer does not come, and a copy is to be edited in. Answers the copy's item. */
  async function reportWhileSending(): Promise<string> {
    await rig.report("first", [matched("asylum")]);
    rig.sink.respond({ answer: "hang", method: "chat.postMessage" });
    const sending = rig.drain();
    while (rig.sink.requests("chat.postMessage") === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const copy = await rig.report("second", [matched("asylum")], {}, "other");
    await sending;
    await rig.opened.store.leases.clear();
    rig.now += MINUTE_MS;
    return copy;
  }

  async function dropAlert(): Promise<void> {
    const [alert] = await rig.opened.store.deliveries.list({ kind: "alert", channelId: "desk", limit: 1 });
    const asked = { kind: "drop-delivery", deliveryId: alert?.id ?? "", author: "ada", comment: "wrong" } as const;
    await dropDelivery({ store: rig.opened.store, plan: () => rig.plan, now: () => rig.now }, asked);
  }

  const lost: [string, () => Promise<unknown>, string][] = [
    [
      "was refused",
      () => Promise.resolve(rig.sink.respond({ answer: "error", error: "msg_too_long", method: "chat.postMessage" })),
      "failed",
    ],
    ["an operator dropped", () => dropAlert(), "dropped"],
  ];
  it.each(lost)("tells by itself what was to be edited into a message that %s", async (_fact, happens, status) => {
    const copy = await reportWhileSending();
    await happens();
    await rig.drain();
    expect(await rig.keys("edit")).toEqual(["edit|1 dropped"]);
    expect(await rig.keys("reply")).toEqual(["reply|outlets-2 dropped"]);
    expect(await rig.keys("alert")).toEqual(["followup|1 sent", `alert ${status}`]);
    const [edit] = await rig.opened.store.deliveries.list({ kind: "edit", limit: 1 });
    expect(edit?.reason).toBe("parent-failed");
    expect(await decisionsOf(rig.opened, copy)).toEqual([
      "desk: new-outlet",
      "screen: same-story",
      "desk: first-report",
    ]);
    expect(rig.posts().map(({ text }) => text)).toEqual([expect.stringContaining("second.example")]);
    expect(await rig.opened.store.deliveries.listChannelsWithWork(rig.now)).not.toContain("desk");
  });

  it("names every report of a message that was refused to operators, and how to send it again", async () => {
    await rig.report("first", [matched("asylum")]);
    await rig.report("second", [matched("asylum")], SEPARATE_REPORT, "other");
    rig.sink.respond({ answer: "error", error: "msg_too_long", method: "chat.postMessage" });
    await rig.drain();
    const [alert] = await rig.opened.store.deliveries.list({ status: "failed", limit: 1 });
    const page = await rig.opened.store.deliveries.findByKey(`notice|${alert?.id}|failed|ops`);
    expect(JSON.parse(page?.payload ?? "null")).toMatchObject({
      level: "page",
      title: "A message for channel desk could not be delivered",
      lines: ["Counsellor asks for asylum", SEPARATE_REPORT.title, expect.stringContaining("msg_too_long")],
      remedy: expect.stringContaining(`wirewatch deliveries retry ${alert?.id}`),
    });
  });

  it("sets aside what was to be edited into a message that was dropped when its watch is off by then", async () => {
    const copy = await reportWhileSending();
    await dropAlert();
    rig.plan.watches = new Map();
    await rig.drain();
    expect(await decisionsOf(rig.opened, copy)).toEqual(["desk: new-outlet", "screen: same-story", "desk: watch-off"]);
    expect(rig.posts()).toEqual([]);
  });

  it("is told as an update when a report matches only since it was changed", async () => {
    await rig.report("first", [], { title: "Counsellor travels" });
    const item = await rig.report("first", [matched("asylum")], { title: "Counsellor asks for asylum" });
    await rig.drain();
    expect(await decisionsOf(rig.opened, item)).toEqual(["desk: update", "screen: update"]);
    expect(blocks()).toContain("Update: ");
  });

  it("says once on message and thread that a changed report no longer matches, and why", async () => {
    const item = await tellFirst();
    await rig.report("first", [vetoed("asylum")], { title: "Counsellor asked for asylum in 1954" });
    await rig.report("first", [], { title: "Counsellor asked for asylum long ago" });
    rig.now += MINUTE_MS;
    await rig.drain();
    expect(await rig.keys("reply")).toEqual([`reply|withdrawn-${item}-2 sent`]);
    expect(rig.replies()[0]).toMatch(/no longer matches.*vetoed by history.*asked for asylum in 1954/s);
    expect(rig.posts()).toHaveLength(1);
    expect(blocks()).toContain("No longer matches, changed by ");
    await rig.drain("screen");
    expect(rig.printed()).toContain("Correction to ");
  });

  it("says of each watch when a changed report no longer matches it", async () => {
    await rig.report("first", [matched("asylum"), matched("defection")]);
    await rig.drain();
    for (const [title, answers] of [
      ["Counsellor defects", [matched("defection")]],
      ["Counsellor travels", []],
    ] as const) {
      await rig.report("first", answers, { title });
      rig.now += 2 * MINUTE_MS;
      await rig.drain();
    }
    const lost = rig.replies().flatMap((text) => /no longer matches.*Watch (\w+)/s.exec(text)?.[1] ?? []);
    expect(lost).toEqual(["asylum", "defection"]);
  });

  it("is followed up also when the ledger has forgotten its first alert", async () => {
    await tellFirst();
    for (const [at, personId] of ["p1", "p2"].entries()) {
      rig.now += 48 * HOUR_MS;
      await rig.report(`later-${at}`, [matched("asylum", { ...PERSON, personId, name: personId })]);
      await rig.drain();
    }
    expect(await rig.opened.store.retention.removeDeliveries(rig.now - 72 * HOUR_MS, 100)).toBe(1);
    rig.now += 48 * HOUR_MS;
    const before = rig.posts().length;
    await rig.report("last", [matched("asylum", { ...PERSON, personId: "p3", name: "p3" })]);
    await rig.drain();
    expect(rig.posts().length).toBe(before + 1);
  });

  it("says once that the page of a report is gone", async () => {
    const item = await tellFirst();
    for (let time = 0; time < 2; time += 1) {
      await rig.opened.store.underLock("decide", async (queries) => {
        const gone = await queries.items.get(item);
        const correcting = { queries, plan: rig.plan, now: rig.now, channels: new Set<string>() };
        if (gone !== undefined) await noteGone(correcting, gone, 410);
      });
    }
    await rig.drain();
    expect(await rig.keys("reply")).toEqual([`reply|gone-${item} sent`]);
    expect(rig.replies()[0]).toContain("is gone (HTTP 410)");
  });
});
