import { expect, it } from "vitest";
import { channelPlan, watch } from "../../../test/support/pipeline/pipeline-rig.ts";
import { EVIDENCE } from "../../../test/support/store/store-builders.ts";
import type { Veto } from "../../core/vocabulary.ts";
import type { ChannelPlan } from "../../decide/options.ts";
import { backtest, differenceOf } from "./backtest.ts";
import type { ArchiveHit } from "./scan-archive.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const WATCH = watch("asylum", { title: "", maxAgeMs: DAY, notify: ["desk", "digest"] });
const VETO: Veto = { name: "sport", words: "striker", place: "title" };

function channel(id: string, digest: ChannelPlan["digest"] = null): [string, ChannelPlan] {
  return [id, channelPlan(id, { digest })];
}

interface Sketch {
  id: string;
  at: number;
  storyId?: string;
  ageMs?: number;
  baseline?: boolean;
  veto?: Veto;
}

function hit({ id, at, storyId, ageMs = 0, baseline = false, veto }: Sketch): ArchiveHit {
  const answer = { watchId: "asylum", watchRevision: "r", evidence: EVIDENCE };
  return {
    item: {
      id,
      title: id,
      link: null,
      outlet: null,
      lang: null,
      publishedAt: at - ageMs,
      firstSeenAt: at,
      baseline,
      storyId: storyId ?? null,
    },
    answers: [veto === undefined ? { kind: "match", ...answer } : { kind: "vetoed", veto, ...answer }],
  };
}

it("forecasts with the daemon's own decisions: one alert a story, the rest with its reason", () => {
  const hits = [
    hit({ id: "first", at: HOUR, storyId: "s" }),
    hit({ id: "copy", at: 2 * HOUR, storyId: "s" }),
    hit({ id: "old", at: 3 * HOUR, ageMs: 2 * DAY }),
    hit({ id: "there-before", at: 4 * HOUR, baseline: true }),
    hit({ id: "football", at: DAY + HOUR, veto: VETO }),
    hit({ id: "other", at: DAY + 2 * HOUR }),
  ];
  const channels = new Map([channel("desk"), channel("digest", { every: DAY, empty: "skip" }), channel("nobody")]);
  const report = backtest(
    { watch: WATCH, channels, hits, misses: [], scanned: 100, since: 0 },
    { from: 0, to: 2 * DAY },
  );
  expect(report).toMatchObject({
    scanned: 100,
    byDay: [4, 1],
    vetoed: [{ item: { id: "football" }, veto: VETO }],
    channels: [
      {
        channelId: "desk",
        alerts: 2,
        joined: 1,
        collected: 0,
        setAside: { late: 1, baseline: 1, vetoed: 1 },
        perDay: 1,
      },
      { channelId: "digest", alerts: 0, joined: 0, collected: 4, setAside: { baseline: 1, vetoed: 1 }, perDay: 2 },
    ],
  });
  expect(report.matched.map(({ item }) => item.id)).toEqual(["first", "copy", "old", "there-before", "other"]);
});

it.each([
  ["the days of the range", 0, 1 / 14],
  ["the days that there are items of, where the store is younger", 12 * DAY, 1 / 2],
  ["the days of the range, where the store is older", -3 * DAY, 1 / 14],
  ["a day, where it is younger than that", 14 * DAY - HOUR, 1],
])("forecasts a day's alerts from %s", (_fact, since, perDay) => {
  const hits = [hit({ id: "one", at: 14 * DAY - 1000 })];
  const asked = { watch: WATCH, channels: new Map([channel("desk")]), hits, misses: [], scanned: 1, since };
  const { channels, byDay } = backtest(asked, { from: 0, to: 14 * DAY });
  expect({ perDay: channels[0]?.perDay, days: byDay.length }).toEqual({ perDay, days: 14 });
});

it("tells what one version finds and the other does not", () => {
  const [a, b, c] = [hit({ id: "a", at: 0 }), hit({ id: "b", at: 0 }), hit({ id: "c", at: 0 })];
  expect(differenceOf([a, b], [b, c])).toEqual({ added: [a], removed: [c] });
});

it("groups what is missed by one part, the rarest part first, the newest item first", () => {
  const FAR = "a NEAR/2 b: all parts stand in the text, but not that near";
  const misses = (["@office", FAR, "@office"] as const).map((missing, at) => ({
    item: hit({ id: `${missing} ${at}`, at }).item,
    missing,
    tooFar: missing === FAR,
  }));
  const { nearMisses } = backtest(
    { watch: WATCH, channels: new Map(), hits: [], misses, scanned: 3, since: 0 },
    { from: 0, to: DAY },
  );
  expect(
    nearMisses.map(({ missing, tooFar, total, items }) => [missing, tooFar, total, items.map(({ id }) => id)]),
  ).toEqual([
    [FAR, true, 1, [`${FAR} 1`]],
    ["@office", false, 2, ["@office 2", "@office 0"]],
  ]);
});
