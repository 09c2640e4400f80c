import { cutText } from "./cut-text.ts";
import { htmlToText, withoutCdata } from "./html-to-text.ts";

/** Tags that occur in titles; anything else in angle brackets, such as `Vec<T>`, is text. */
const TAG =
  /<(?!(?:\/?(?:a|abbr|acronym|b|big|blink|br|center|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)\b[^<>]*>|!--))/gi;

const MAX_TITLE_LENGTH = 2000;

/**
 * Plain text of a title on one line. `html` titles lose their tags and are decoded once more, since 1 in 100 feeds
 * escapes them twice; `text` titles (Atom `type="text"`, JSON Feed) are taken as they stand.
 */
export function titleToText(title: string, type: "html" | "text"): string {
  const bounded = withoutCdata(title.slice(0, MAX_TITLE_LENGTH * 8));
  const text = type === "html" ? htmlToText(bounded.replace(TAG, "&lt;")) : bounded.replaceAll("\0", "");
  return cutText(text.replace(/\s+/g, " ").trim(), MAX_TITLE_LENGTH);
}
