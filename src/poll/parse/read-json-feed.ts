import { parseJsonFeed } from "feedsmith";
import * as z from "zod";
import type { NamedLinks } from "../websub/hub-links.ts";
import { cleanCharacters, escapeMarkup } from "./canonical-text.ts";
import { linkBases, type MapContext } from "./map-feed.ts";
import type { ItemContext } from "./map-item.ts";
import { MAX_ITEMS, type ParsedFeed, type ParsedItem } from "./parsed-feed.ts";
import { absoluteLink } from "./pick-link.ts";
import { type DateHabits, findSlashOrder, readDate } from "./read-date.ts";

type JsonFeed = ReturnType<typeof parseJsonFeed<string>>;
type JsonItem = NonNullable<JsonFeed["items"]>[number];

const LongFeed = z.looseObject({ items: z.array(z.unknown()).min(MAX_ITEMS + 1) });

/** A feed that says nothing but its version: valid, and refused by feedsmith. */
const EmptyFeed = z.looseObject({ version: z.string().includes("jsonfeed.org/version/"), items: z.tuple([]) });

function textOf(value: unknown): string | null {
  const text = typeof value === "string" ? cleanCharacters(value).trim() : "";
  return text === "" ? null : text;
}

/** Plain text as the HTML that `summary` and `content` are. */
function asHtml(value: string | undefined): string | null {
  const text = textOf(value);
  return text === null ? null : escapeMarkup(text);
}

function isoDate(value: string | undefined, habits: DateHabits): string | null {
  const instant = readDate(value ?? "", habits);
  return instant === null ? null : new Date(instant).toISOString();
}

function mapItem(item: JsonItem, { bases, dates }: ItemContext): ParsedItem {
  const updatedAt = isoDate(item.date_modified, dates);
  return {
    title: textOf(item.title),
    titleType: "text",
    link: absoluteLink(textOf(item.url) ?? textOf(item.external_url), bases),
    id: textOf(item.id),
    publishedAt: isoDate(item.date_published, dates) ?? updatedAt,
    updatedAt,
    summary: asHtml(item.summary),
    content: textOf(item.content_html) ?? asHtml(item.content_text),
    author: textOf(item.authors?.find((author) => textOf(author.name) !== null)?.name),
    lang: textOf(item.language),
    source: null,
  };
}

/** JSON in which control characters stand in strings is not JSON, but often written. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // oxlint-disable-next-line no-control-regex -- these characters are what the rule is about
    const spaced = text.replace(/[\u0000-\u001f]/g, " ");
    if (spaced === text) throw error;
    return JSON.parse(spaced);
  }
}

/** Hubs that speak WebSub, by its name of today or the former one; `feed_url` is what the feed calls itself. */
function readLinks({ hubs, feed_url: self }: JsonFeed): NamedLinks {
  const websub = (hubs ?? []).filter(({ type }) => /^(?:websub|pubsubhubbub)$/i.test(type ?? ""));
  return { hubs: websub.map(({ url }) => textOf(url)).filter((url) => url !== null), self: textOf(self) };
}

/**
 * Reads a JSON Feed (versions 1 and 1.1, https://jsonfeed.org/version/1.1).
 * @throws when the text is no JSON or no JSON Feed
 */
export function readJsonFeed(
  text: string,
  { baseUrl, timezone }: MapContext,
): { feed: ParsedFeed; items: ParsedItem[] } {
  const document = parseJson(text);
  const json: JsonFeed = EmptyFeed.safeParse(document).success ? {} : parseJsonFeed(document, { maxItems: MAX_ITEMS });
  const link = absoluteLink(textOf(json.home_page_url), [baseUrl]);
  const items = json.items ?? [];
  const slashOrder = findSlashOrder(items.flatMap((item) => [item.date_published ?? "", item.date_modified ?? ""]));
  const context = { bases: linkBases(link, baseUrl), dates: { timezone, slashOrder } };
  return {
    feed: {
      title: textOf(json.title),
      link,
      description: textOf(json.description),
      kind: "json",
      lang: textOf(json.language),
      ...(LongFeed.safeParse(document).success ? { isCut: true } : {}),
      links: readLinks(json),
    },
    items: items.map((item) => mapItem(item, context)),
  };
}
