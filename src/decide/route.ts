import { anyOf, takesWatch, type ChannelPlan, type WatchRouting } from "./options.ts";

/**
 * The channels that a watch's match concerns: those it names, those that take it, and that of its trial. An item of
 * uncertain language passes a condition on language, as it does in watches.
 */
export function channelsFor(
  watch: WatchRouting,
  lang: string | null,
  channels: ReadonlyMap<string, ChannelPlan>,
): readonly ChannelPlan[] {
  return [...channels.values()].filter(
    ({ id, takes }) =>
      watch.notify.includes(id) ||
      watch.trial?.channelId === id ||
      (takes !== null && takesWatch(takes, watch) && (lang === null || anyOf(takes.lang, lang))),
  );
}
