import { generateOpml } from "feedsmith";
import type { Feed } from "../core/vocabulary.ts";
import { OPML_ATTRIBUTES } from "./read-opml.ts";

/**
 * The feeds as OPML 2.0, which `{opml: …}` and other readers read: address, id, kind, language and tags. `every`,
 * `expect_every`, `timezone`, `on_add` and `full_text` have no place there.
 */
export function printOpml(feeds: readonly Feed[]): string {
  const outlines = feeds.map(({ id, url, kind, lang, tags }) => ({
    text: id,
    type: "rss",
    xmlUrl: url,
    ...(lang === null ? {} : { language: lang }),
    ...(tags.length === 0 ? {} : { category: tags.join(",") }),
    wirewatchId: id,
    wirewatchKind: kind,
  }));
  const document = { head: { title: "Feeds of wirewatch" }, body: { outlines } };
  return `${generateOpml(document, { extraOutlineAttributes: [...OPML_ATTRIBUTES] }).trimEnd()}\n`;
}
