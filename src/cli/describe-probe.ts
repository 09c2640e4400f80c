import type { Probe } from "../app/probe-feed.ts";
import type { ReadItem } from "../core/vocabulary.ts";

const LONGEST_TEXT = 160;

/** A probe as a person reads it. `shown`: how many items. */
export function describeProbe(probe: Probe, shown: number): string {
  const { hops, failure, feed, items, feeds, warnings } = probe;
  return [
    ...hops.map(({ url, status, tookMs }) => `asked      ${url}  ${status}, ${tookMs} ms`),
    ...describeDocument(probe),
    ...(failure === null ? [] : [`failed     ${failure.kind}: ${failure.message}`]),
    ...(feed === null ? [] : [`feed       ${feed.kind}, "${feed.title ?? ""}", ${items.length} items`]),
    ...feeds.map((url) => `names      ${url}`),
    ...items.slice(0, shown).flatMap(describeItem),
    ...warnings.map((warning) => `warning    ${warning}`),
  ].join("\n");
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

function describeItem({ title, link, publishedAt, outlet, lang, identity, summary, body }: ReadItem): string[] {
  const text = (body || summary).replaceAll(/\s+/g, " ");
  return [
    `item       ${title}`,
    `           ${publishedAt === null ? "no date" : new Date(publishedAt).toISOString()}, ${lang ?? "language unknown"}, ${outlet ?? "no outlet"}, key ${identity}`,
    ...(link === null ? [] : [`           ${link}`]),
    ...(text === "" ? [] : [`           ${text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text}`]),
  ];
}
