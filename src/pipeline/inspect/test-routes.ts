import type { Severity } from "../../core/vocabulary.ts";
import { occurrencesAround } from "../../decide/calendar.ts";
import { decideMatch, type Decision } from "../../decide/decision.ts";
import type { ChannelPlan, WatchRouting } from "../../decide/options.ts";
import { quietUntil } from "../../decide/restraint/quiet-hours.ts";
import { channelsFor } from "../../decide/route.ts";

/** What a channel makes of a match. */
export interface Route {
  channelId: string;
  kind: "send" | "hold" | "collect" | "suppress" | "escalate";
  reason: string;
  /** When a held, collected or unclaimed match is told, epoch milliseconds; null: at once, or never. */
  toldAt: number | null;
  /** IANA zone of the channel. */
  timezone: string;
}

export interface RouteQuestion {
  watch: WatchRouting;
  /** In place of the watch's own. */
  severity: Severity;
  /** Of the item; null: uncertain. */
  lang: string | null;
  at: number;
}

/**
 * The channels that a match of a watch would concern at an instant, and what each makes of it: the first report of a
 * story, published just then, and nothing silenced. What a limit of alerts would hold depends on what was sent before.
 */
export function testRoutes(
  { watch, severity, lang, at }: RouteQuestion,
  channels: ReadonlyMap<string, ChannelPlan>,
): readonly Route[] {
  const asked = { ...watch, severity };
  const routes = channelsFor(asked, lang, channels).map((channel) => {
    const isTrial = watch.trial !== null && watch.trial.channelId !== channel.id;
    const match = { severity, veto: null, maxAgeMs: watch.maxAgeMs, publishedAt: at, baseline: false };
    const decision = decideMatch({
      match: { ...match, toldBefore: false, isTrial },
      channel,
      silence: null,
      telling: { kind: "send", reason: "first-report" },
      now: at,
    });
    return { channelId: channel.id, ...whenTold(decision, channel, { severity, at }), timezone: channel.timezone };
  });
  const isTold = routes.some(({ kind }) => kind === "send" || kind === "hold");
  return isTold ? [...routes, ...escalationsOf(asked, channels, at)] : routes;
}

function escalationsOf(
  { escalate, severity, trial }: WatchRouting,
  channels: ReadonlyMap<string, ChannelPlan>,
  at: number,
): readonly Route[] {
  if (escalate === null || severity !== "urgent" || trial !== null) return [];
  return escalate.to
    .flatMap((id) => channels.get(id) ?? [])
    .map(({ id: channelId, timezone }) => {
      return { channelId, kind: "escalate", reason: "unclaimed", toldAt: at + escalate.afterMs, timezone } as const;
    });
}

function whenTold(
  { kind, reason }: Decision,
  channel: ChannelPlan,
  { severity, at }: { severity: Severity; at: number },
): Pick<Route, "kind" | "reason" | "toldAt"> {
  if (kind === "suppress") return { kind, reason, toldAt: null };
  if (kind === "collect" && channel.digest !== null)
    return { kind, reason, toldAt: occurrencesAround(channel.digest, channel.timezone, at).next };
  const quietEnds = quietUntil(channel, severity, at);
  return quietEnds === null
    ? { kind: "send", reason, toldAt: null }
    : { kind: "hold", reason: "quiet-hours", toldAt: quietEnds };
}

/** The channels that are told of the match, now or later, whoever claims it. */
export function heardBy(routes: readonly Route[]): readonly string[] {
  return routes.filter(({ kind }) => kind !== "suppress" && kind !== "escalate").map(({ channelId }) => channelId);
}
