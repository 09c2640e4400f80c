import type { BacktestReport, ChannelForecast, Difference } from "../pipeline/inspect/backtest.ts";
import { describeHit } from "./describe-hit.ts";

const MOST_SHOWN = 20;
const MOST_MISSES_SHOWN = 5;
const BARS = "▁▂▃▄▅▆▇█";

/**
 * A backtest for a person: numbers first, then days as bars, what changed, and what would have been told. Times are of
 * the zone.
 */
export function describeBacktest(
  report: BacktestReport & Difference & { against: string | null },
  zone: string,
): string {
  const { watchId, scanned, matched, vetoed, channels, byDay, against, added, removed } = report;
  const shown = { watchId, zone };
  const other = against ?? "what was recorded";
  return [
    `${watchId}: ${count(scanned, "item")} read, ${matched.length} matched, ${vetoed.length} held back by a veto`,
    `by day     ${bars(byDay)}  ${byDay.join(" ")}`,
    ...channels.map(describeChannel),
    ...(added.length + removed.length === 0 ? ["", `Against ${other}: nothing added, nothing removed`] : []),
    ...section(
      against === null ? `Added, not in ${other}` : "Added, only in the configuration",
      added.map((hit) => `+ ${describeHit(hit, shown)}`),
    ),
    ...section(
      `Removed, only in ${other}`,
      removed.map((hit) => `- ${describeHit(hit, shown)}`),
    ),
    ...section(
      "Matched",
      matched.toReversed().map((hit) => `  ${describeHit(hit, shown)}`),
    ),
    ...section(
      "Held back",
      vetoed.toReversed().map((hit) => `  ${describeHit(hit, shown)}`),
    ),
    ...describeNearMisses(report, zone),
  ].join("\n");
}

/** What the watch misses by one part: examples for words that may be missing in lists. */
function describeNearMisses({ watchId, nearMisses }: BacktestReport, zone: string): string[] {
  if (nearMisses.length === 0) return [];
  const total = nearMisses.reduce((sum, group) => sum + group.total, 0);
  return [
    "",
    `Missed by one part: ${total.toLocaleString("en")}`,
    ...nearMisses.flatMap((group) => [
      `  ${group.total.toLocaleString("en")} ${group.tooFar ? "too far apart" : "missing"}: ${group.missing}`,
      ...group.items
        .slice(0, MOST_MISSES_SHOWN)
        .map((item) => `    ${describeHit({ item, answers: [] }, { watchId, zone })}`),
      ...(group.total > MOST_MISSES_SHOWN ? [`    … and ${group.total - MOST_MISSES_SHOWN} more (--json)`] : []),
    ]),
  ];
}

function describeChannel({ channelId, alerts, joined, collected, setAside, perDay }: ChannelForecast): string {
  const parts = [
    ...(alerts > 0 ? [count(alerts, "alert")] : []),
    ...(joined > 0 ? [`${joined} joined a story that was told`] : []),
    ...(collected > 0 ? [`${collected} for the digest`] : []),
    ...Object.entries(setAside).map(([reason, times]) => `${times} ${reason}`),
  ];
  return `${channelId}: ${parts.join(", ")}; about ${perDay.toFixed(1)} a day`;
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_SHOWN;
  return [
    "",
    `${title}: ${lines.length}`,
    ...lines.slice(0, MOST_SHOWN),
    ...(rest > 0 ? [`  … and ${rest} more (--json)`] : []),
  ];
}

function bars(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values.map((value) => (value === 0 ? "·" : BARS[Math.ceil((value / most) * BARS.length) - 1])).join("");
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
