import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AtMostOptions, QuietHoursOptions } from "../../src/decide/options.ts";
import { addSilence } from "../../src/pipeline/silence-commands.ts";
import { channelPlan, planOf, REPORT_TEXT, SEPARATE_REPORT, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = Date.UTC(2026, 0, 20, 21);
const NIGHT = DAY + 2 * HOUR;
const MORNING = Date.UTC(2026, 0, 21, 6);
const quietHours = QuietHoursOptions.parse({ from: "22:00", to: "06:00" });
const allQuiet = QuietHoursOptions.parse({ from: "22:00", to: "06:00", except: [] });
const notify = ["desk", "post"];
const escalate = { afterMs: 10 * MINUTE, to: ["phone"] };
const WATCHES = [
  watch("asylum", { notify }),
  watch("defection", { notify }),
  watch("brief", { notify, usefulForMs: HOUR }),
  watch("alarm", { notify, severity: "urgent" }),
  watch("taken", { notify: ["desk"], severity: "urgent", escalate }),
];
const toDesk = channelPlan("desk", { quietHours });
/** Cannot edit: what is said later is a post of its own. */
const toPost = channelPlan("post", { quietHours, follows: "nothing" });
const toPhone = channelPlan("phone", { quietHours: allQuiet });
const PLAN = planOf(WATCHES, [toDesk, toPost, toPhone]);
const CAPPED = AtMostOptions.parse({ alerts: 1, per: "1h" });
const ONE = {
  cleanedLink: "https://news.example/one",
  identity: "one",
  body: REPORT_TEXT,
};
/** A report of the same in words of its own. */
const TWO = {
  identity: "two",
  feedId: "other",
  outlet: "other.example",
  body: SEPARATE_REPORT.body,
};
const CHANGED = "Envoy leaves his post";

describe.each(["sqlite", "postgres"] as const)("what is said of a story later, on %s", (dialect) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: DAY, plan: PLAN, channelIds: ["desk", "post", "phone"] });
  });
  afterEach(() => desk.close());

  async function tellFirst(watchId = "asylum"): Promise<void> {
    await desk.report("Counsellor asks for asylum", [watchId], ONE);
    await desk.at(DAY);
    expect([desk.told().length, desk.told("post").length]).toEqual([1, 1]);
  }
  function told(): { desk: string[]; post: string[] } {
    return { desk: desk.told(), post: desk.told("post") };
  }

  const corrected = expect.stringContaining("changed its headline");
  const withdrawn = expect.stringContaining("no longer matches");
  const corrects = expect.stringMatching(/^Correction to .*changed its headline/s);
  const withdraws = expect.stringMatching(/^Correction to .*no longer matches/s);
  const follows = expect.stringContaining("Follow-up");
  const rows: [string, () => Promise<unknown>, { night: unknown; morning: unknown }][] = [
    [
      "a headline that changed is told in the thread at once, as a post of its own when they end",
      () => desk.report(CHANGED, ["asylum"], ONE),
      { night: { desk: [corrected], post: [] }, morning: { desk: [], post: [corrects] } },
    ],
    [
      "a report that no longer matches, too",
      () => desk.report(CHANGED, [], ONE),
      { night: { desk: [withdrawn], post: [] }, morning: { desk: [], post: [withdraws] } },
    ],
    [
      "a follow-up waits",
      () => desk.report("Embassy counsellor in Lima asks Peru for asylum", ["defection"], TWO),
      { night: { desk: [], post: [] }, morning: { desk: [follows], post: [follows] } },
    ],
    [
      "one that raises the severity so that they do not concern it goes at once",
      () => desk.report("Embassy counsellor in Lima asks Peru for asylum", ["alarm"], TWO),
      { night: { desk: [follows], post: [follows] }, morning: { desk: [], post: [] } },
    ],
  ];
  it.each(rows)("in quiet hours: %s", async (_fact, happens, expected) => {
    await tellFirst();
    await desk.at(NIGHT);
    await happens();
    await desk.at(NIGHT + MINUTE);
    expect(told()).toEqual(expected.night);
    await desk.at(MORNING);
    expect(told()).toEqual(expected.morning);
  });

  it("in quiet hours: a post of its own that could not go before they began waits, too", async () => {
    await tellFirst();
    await desk.report(CHANGED, ["asylum"], ONE);
    await desk.at(NIGHT);
    expect(told()).toEqual({ desk: [corrected], post: [] });
    await desk.at(MORNING);
    expect(told()).toEqual({ desk: [], post: [corrects] });
  });

  it("of an alert that is still held is in that alert: it shows the headline as it reads now", async () => {
    await desk.at(NIGHT);
    await desk.report("Envoy asks for asylum", ["asylum"], ONE);
    await desk.report(CHANGED, ["asylum"], ONE);
    await desk.at(MORNING);
    expect(told()).toEqual({ desk: [expect.stringContaining(CHANGED)], post: [expect.stringContaining(CHANGED)] });
  });

  it("of an alert that is still held, and no longer matches, follows it when it goes", async () => {
    await desk.at(NIGHT);
    await desk.report("Envoy asks for asylum", ["asylum"], ONE);
    await desk.report(CHANGED, [], ONE);
    await desk.at(NIGHT + MINUTE);
    expect(told()).toEqual({ desk: [], post: [] });
    await desk.at(MORNING);
    const alert = expect.stringContaining("Envoy asks for asylum");
    expect(told()).toEqual({ desk: [alert, withdrawn], post: [alert, withdraws] });
  });

  it("over the limit: a correction as a post of its own waits five minutes, one in a thread does not", async () => {
    desk.usePlan(planOf(WATCHES, [channelPlan("desk", { atMost: CAPPED }), { ...toPost, atMost: CAPPED }]));
    await tellFirst();
    await desk.report(CHANGED, ["asylum"], ONE);
    await desk.at(DAY + MINUTE);
    expect(told()).toEqual({ desk: [corrected], post: [] });
    await desk.at(DAY + 5 * MINUTE);
    expect(told()).toEqual({ desk: [], post: [corrects] });
  });

  it("in a silence: a new headline is told when it ends, what no longer matches at once", async () => {
    await tellFirst();
    const scope = { watchId: "asylum", storyId: null, feedId: null, words: null };
    const silence = { ...scope, until: DAY + 30 * MINUTE, author: "Ada", comment: "a drill" };
    await addSilence({ store: desk.opened.store, now: desk.now }, { kind: "silence", ...silence });
    await desk.report(CHANGED, ["asylum"], ONE);
    await desk.at(DAY + MINUTE);
    expect(told()).toEqual({ desk: [], post: [] });
    await desk.report("Envoy is on holiday", [], ONE);
    await desk.at(DAY + 2 * MINUTE);
    expect(told()).toEqual({ desk: [withdrawn], post: [withdraws] });
    await desk.at(DAY + 31 * MINUTE);
    const summary = expect.stringContaining("1 alert held by a silence");
    expect(told()).toEqual({ desk: [summary], post: [summary] });
  });

  it("after useful_for: a correction is told all the same", async () => {
    await tellFirst("brief");
    await desk.at(DAY + 50 * MINUTE);
    await desk.report(CHANGED, ["brief"], ONE);
    await desk.at(DAY + 59 * MINUTE);
    expect(told()).toEqual({ desk: [corrected], post: [corrects] });
  });

  it("as an escalation in quiet hours waits for their end, and goes by itself, however many there are", async () => {
    await desk.at(NIGHT);
    for (let at = 0; at < 6; at += 1) await desk.report(`City ${at}: clerk ${at * 7} leaves`, ["taken"]);
    await desk.at(NIGHT + 10 * MINUTE);
    expect(desk.told("phone")).toEqual([]);
    const [alert] = desk.posts();
    desk.sink.react(alert?.ts ?? "", "U7", "eyes");
    await desk.at(MORNING);
    expect(desk.told("phone")).toHaveLength(5);
    const dropped = await desk.opened.store.deliveries.list({ channelId: "phone", status: "dropped", limit: 10 });
    expect(dropped.map(({ reason }) => reason)).toEqual(["claimed"]);
  });
});
