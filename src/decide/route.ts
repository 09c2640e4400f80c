import type { ChannelPlan, TakesOptions, WatchRouting } from "./options.ts";

/** The channels that hear of a watch's match: those it names, and those that take it. */
export function channelsFor(
  watch: WatchRouting,
  lang: string | null,
  channels: ReadonlyMap<string, ChannelPlan>,
): readonly ChannelPlan[] {
  return [...channels.values()].filter(
    (channel) =>
      watch.notify.includes(channel.id) || (channel.takes !== null && takesMatch(channel.takes, watch, lang)),
  );
}

/** An item of uncertain language passes a condition on language, as it does in watches. */
function takesMatch(takes: TakesOptions, watch: WatchRouting, lang: string | null): boolean {
  return (
    anyOf(takes.severity, watch.severity) &&
    anyOf(takes.owner, watch.owner) &&
    anyOf(takes.watch, watch.id) &&
    (lang === null || anyOf(takes.lang, lang))
  );
}

function anyOf<T>(wanted: readonly T[], value: T | null): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value));
}
