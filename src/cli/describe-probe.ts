import type { Probe } from "../app/probe-feed.ts";
import type { ProbedPage } from "../app/probe-page.ts";
import { localTime } from "../core/local-time.ts";
import type { ReadItem } from "../core/vocabulary.ts";
import type { SubscriptionLine } from "../pipeline/inspect/describe-subscription.ts";

const LONGEST_TEXT = 160;

/** A probe as a person reads it. `shown`: how many items; `zone`: IANA zone of their dates. */
export function describeProbe(probe: Probe, { shown, zone }: { shown: number; zone: string }): string {
  const { url, configuredUrl, hops, failure, remedy, feed, items, page, hubs, topic, feeds, warnings } = probe;
  return [
    ...(configuredUrl === null
      ? []
      : [`configured ${configuredUrl}`, `moved      ${url}, where permanent redirects led: the daemon asks there`]),
    ...hops.map(({ url, status, tookMs }) => `asked      ${url}  ${status}, ${tookMs} ms`),
    ...describeDocument(probe),
    ...(failure === null ? [] : [`failed     ${failure.kind}: ${failure.message}`]),
    ...(remedy === null ? [] : [`what to do ${remedy}`]),
    ...(feed === null ? [] : [`feed       ${feed.kind}, "${beginning(feed.title ?? "")}", ${items.length} items`]),
    ...hubs.map(({ named, address }) => {
      const asked = address.kind === "asked" && address.url !== named ? `, asked at ${address.url},` : "";
      return `hub        ${named}${asked} announces ${topic ?? ""}`;
    }),
    ...feeds.map((url) => `names      ${url}`),
    ...items.slice(0, shown).flatMap((item) => describeItem(item, zone)),
    ...(page === null ? [] : describePage(page)),
    ...warnings.map((warning) => `warning    ${warning}`),
  ].join("\n");
}

/** How the feed's subscription at its hub stands. */
export function printSubscription(
  { state, hub, leaseUntil, pushedAt, detail }: SubscriptionLine,
  zone: string,
): string {
  const parts = [
    `${state} at ${hub}`,
    leaseUntil === null ? null : `until ${localTime(leaseUntil, zone)}`,
    pushedAt === null ? "no push yet, or news without one" : `pushed ${localTime(pushedAt, zone)}`,
    detail,
  ];
  return `websub     ${parts.filter((part) => part !== null).join(", ")}`;
}

function describeDocument({ bytes, contentType, charset, validators, freshForMs, finalUrl, hops }: Probe): string[] {
  if (bytes === null) return [];
  const kept = [
    validators?.etag == null ? null : `ETag ${validators.etag}`,
    validators?.lastModified == null ? null : `Last-Modified ${validators.lastModified}`,
    freshForMs === null ? null : `fresh for ${Math.round(freshForMs / 1000)} s`,
  ].filter((part) => part !== null);
  return [
    ...(hops.length > 0 ? [] : [`from       ${finalUrl ?? ""}`]),
    `document   ${bytes} bytes, ${contentType ?? "no content type"}, ${charset ?? ""}`,
    ...(kept.length === 0 ? [] : [`learned    ${kept.join(", ")}`]),
  ];
}

function describeItem(
  { title, link, publishedAt, outlet, lang, identity, summary, body }: ReadItem,
  zone: string,
): string[] {
  const text = beginning(body || summary);
  return [
    `item       ${beginning(title)}`,
    `           ${publishedAt === null ? "no date" : localTime(publishedAt, zone)}, ${lang ?? "language unknown"}, ${beginning(outlet ?? "no outlet")}, key ${identity}`,
    ...(link === null ? [] : [`           ${link}`]),
    ...(text === "" ? [] : [`           ${text}`]),
  ];
}

function beginning(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)}…` : line;
}

function describePage({ url, outcome, detail, text }: ProbedPage): string[] {
  const lines = detail === null ? describeText(outcome, text) : [describeRefusal(outcome), detail];
  return [`page       ${url}`, ...lines.map((line) => `           ${line}`)];
}

function describeText(outcome: ProbedPage["outcome"], text: string): string[] {
  const use = outcome === "read" ? "the item's new body" : "no more than the feed says";
  return [`robots.txt allows it; ${text.length} characters, ${use}:`, beginning(text)];
}

function describeRefusal(outcome: ProbedPage["outcome"]): string {
  if (outcome === "robots") return "robots.txt forbids it: items keep what the feed says";
  if (outcome === "robots-unreachable") return "robots.txt could not be read, which forbids it for now";
  return `robots.txt allows it; no text (${outcome}): items keep what the feed says`;
}
