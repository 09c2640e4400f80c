import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { htmlToText } from "../../text/html-to-text.ts";
import { titleToText } from "../../text/title-to-text.ts";
import { decodeDocument } from "../parse/decode-document.ts";
import type { ArticleOutcome } from "./page-outcome.ts";

const NO_ARTICLE: ArticleOutcome = {
  kind: "failed",
  failure: { kind: "no-article", message: "The page holds nothing that reads like an article." },
};

/** HTML may leave out the tags of its root (WHATWG HTML, section 13.1.2.4); linkedom finds no body then. */
function withBody(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
}

/**
 * The article of a web page as plain text: what Readability leaves of it. Never throws. Time and memory grow faster
 * than the page where it is nested deeply, so the daemon calls it in a worker thread.
 */
export function readArticle(bytes: Uint8Array, contentType: string | null): ArticleOutcome {
  const html = decodeDocument(bytes, contentType);
  if (!html.includes("<")) return NO_ARTICLE;
  try {
    const { document } = parseHTML(withBody(html));
    const article = new Readability(document, { disableJSONLD: true }).parse();
    const text = htmlToText(article?.content ?? "");
    const title = titleToText(article?.title ?? "", "text");
    return text === "" ? NO_ARTICLE : { kind: "text", text, title: title === "" ? null : title };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "failed", failure: { kind: "parse", message: `Reading the page: ${reason.slice(0, 200)}` } };
  }
}
