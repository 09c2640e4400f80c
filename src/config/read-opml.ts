import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import { parseOpml } from "feedsmith";
import { sameAddress, withoutFeedScheme } from "../core/feed-address.ts";
import { Language, LONGEST_ID } from "../core/schema.ts";
import { FeedOptions, type FeedDefaults, type OpmlOptions } from "../poll/options.ts";
import { explain } from "./describe-issue.ts";
import { placeIn } from "./origin.ts";
import { decodeLeniently, readText } from "./read-text.ts";
import type { Entry } from "./sections.ts";
import type { Finding, Place, Source } from "./source.ts";
import { whyUnreadable } from "./why-unreadable.ts";

/** A feed of an OPML file, with the line it stands on. */
export interface OpmlFeed {
  id: string;
  value: FeedOptions;
  place: Place;
}

/** An outline as feedsmith gives it, with the attributes that we ask for. */
interface Outline {
  text?: string | undefined;
  title?: string | undefined;
  xmlUrl?: string | undefined;
  language?: string | undefined;
  category?: string | undefined;
  wirewatchId?: unknown;
  wirewatchKind?: unknown;
  outlines?: readonly Outline[] | undefined;
}

/**
 * Reads the feeds of an OPML file. Id: the attribute `wirewatchId`, else made of host and address; tags: the entry's
 * own, the folders above it and the attribute `category`; `wirewatchKind` and `language` go before the entry's
 * defaults. A feed that stands in two folders is one feed with the tags of both.
 */
export async function readOpml(entry: Entry<OpmlOptions>, findings: Finding[]): Promise<OpmlFeed[]> {
  const path = resolve(dirname(entry.origin.file.path), entry.value.opml);
  const named = placeIn(entry.origin, ["opml"]);
  try {
    return readOpmlText(
      { path, text: await readText(path, decodeLeniently), secrets: [] },
      entry.value.defaults ?? {},
      findings,
    );
  } catch (error) {
    const message = `the OPML file "${entry.value.opml}" cannot be read: ${whyUnreadable(error)}`;
    const remedy = "correct the path (it is relative to this file) or the file";
    findings.push({ severity: "error", code: "opml-unreadable", place: named, message, remedy });
    return [];
  }
}

/**
 * The feeds of an OPML text, as `readOpml` says.
 * @throws Error when the text is no OPML
 */
export function readOpmlText(source: Source, defaults: FeedDefaults, findings: Finding[]): OpmlFeed[] {
  const { body } = parseOpml(source.text, { extraOutlineAttributes: [...OPML_ATTRIBUTES] });
  return collectFeeds(body?.outlines ?? [], { source, defaults, findings, searched: 0 });
}

/** Ours, besides those of OPML 2.0. */
export const OPML_ATTRIBUTES = ["wirewatchId", "wirewatchKind"] as const;

interface Collecting {
  source: Source;
  defaults: FeedDefaults;
  findings: Finding[];
  /** How far the text has been searched for the places of outlines. */
  searched: number;
}

function collectFeeds(outlines: readonly Outline[], collecting: Collecting): OpmlFeed[] {
  const feeds = new Map<string, OpmlFeed>();
  for (const { outline, folders } of flatten(outlines, [])) {
    const feed = readFeed(outline, folders, collecting);
    if (feed === null) continue;
    const earlier = feeds.get(sameAddress(feed.value.url));
    const tags = [...new Set([...(earlier?.value.tags ?? []), ...(feed.value.tags ?? [])])];
    const kept = earlier ?? feed;
    feeds.set(sameAddress(feed.value.url), { ...kept, value: { ...kept.value, tags } });
  }
  return [...feeds.values()];
}

function flatten(
  outlines: readonly Outline[],
  folders: readonly string[],
): { outline: Outline; folders: readonly string[] }[] {
  return outlines.flatMap((outline) => {
    const name = outline.text ?? outline.title ?? "";
    const inner = flatten(outline.outlines ?? [], name === "" ? folders : [...folders, name]);
    return outline.xmlUrl === undefined ? inner : [{ outline, folders }, ...inner];
  });
}

function readFeed(outline: Outline, folders: readonly string[], collecting: Collecting): OpmlFeed | null {
  const { defaults, findings } = collecting;
  const { xmlUrl: written = "", language, category = "", wirewatchId, wirewatchKind } = outline;
  const place = findAddress(collecting, written);
  const xmlUrl = withoutFeedScheme(written);
  const given: Record<string, unknown> = {
    id: wirewatchId ?? idOfAddress(xmlUrl),
    url: xmlUrl,
    kind: wirewatchKind,
    lang: languageOf(language),
  };
  const own = OwnOptions.safeParse(given);
  if (own.success) {
    const categories = category.split(/[,/]/).map((name) => name.trim());
    const tags = [...(defaults.tags ?? []), ...folders, ...categories].filter((tag) => tag !== "");
    const { kind = defaults.kind, lang = defaults.lang } = own.data;
    return { id: own.data.id, place, value: { ...defaults, ...own.data, kind, lang, tags: [...new Set(tags)] } };
  }
  for (const issue of own.error.issues) {
    const key = String(issue.path[0]);
    const attribute = ATTRIBUTES[key] ?? key;
    const { remedy } = explain(issue, attribute, { value: given[key], types: [] });
    const problem = `the OPML feed "${outline.text ?? xmlUrl}" has an attribute ${attribute} that cannot be used`;
    findings.push({ severity: "error", code: "opml-feed", place, message: problem, remedy });
  }
  return null;
}

const OwnOptions = FeedOptions.pick({ id: true, url: true, kind: true, lang: true });
const ATTRIBUTES: Readonly<Record<string, string>> = {
  id: "wirewatchId",
  url: "xmlUrl",
  kind: "wirewatchKind",
};

/** The ISO 639 code of an attribute; other readers write "unknown" where they know none. */
function languageOf(attribute: string | undefined): string | undefined {
  const code = attribute?.toLowerCase().split(/[-_]/, 1)[0];
  return Language.safeParse(code).success ? code : undefined;
}

/** `news.example.org/world.xml` becomes `news-example-org-` and the first six hex digits of the address's SHA-256. */
export function idOfAddress(address: string): string {
  const host = URL.canParse(address) ? new URL(address).hostname : "feed";
  const slug = host
    .replace(/^www\./, "")
    .replaceAll(/[^a-z0-9]+/gi, "-")
    .replaceAll(/^-|-$/g, "");
  const digits = createHash("sha256").update(address).digest("hex").slice(0, 6);
  return `${slug.slice(0, LONGEST_ID - digits.length - 1)}-${digits}`;
}

/** Outlines come in the order of the text, so each is searched for behind the one before. */
function findAddress(collecting: Collecting, address: string): Place {
  const { source } = collecting;
  const written = address.replaceAll("&", "&amp;");
  const start = source.text.indexOf(written, collecting.searched);
  if (start === -1) return { source, start: collecting.searched, end: collecting.searched };
  collecting.searched = start + written.length;
  return { source, start, end: collecting.searched };
}
