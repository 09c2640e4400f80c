/** Text of an item as it is matched. */
export interface ItemText {
  title: string;
  /** Summary and body, a blank line between; the summary is left out where the body begins with it. */
  body: string;
  /** UTF-8 bytes beyond the cap that were not read; 0 as a rule. */
  cutBytes: number;
}

/** UTF-8 bytes of title and body together that are matched (docs/watch-language.md, "Text of an item"). */
const MAX_BYTES = 256 * 1024;
const MAX_BYTES_PER_UNIT = 3;
const TRAILING_ELLIPSIS = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/;
const SPACE = /\s/;

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.test(text.charAt(at))) at += 1;
  return at;
}

/** Any space is like any other, and an ellipsis ends the summary. Looks no further than the first difference. */
function beginsWith(body: string, summary: string): boolean {
  const start = summary.trimEnd().replace(TRAILING_ELLIPSIS, "").trimEnd();
  let at = skipSpace(body, 0);
  let read = skipSpace(start, 0);
  while (read < start.length) {
    const isSpace = SPACE.test(start.charAt(read));
    if (isSpace ? !SPACE.test(body.charAt(at)) : start.charCodeAt(read) !== body.charCodeAt(at)) return false;
    at = isSpace ? skipSpace(body, at) : at + 1;
    read = isSpace ? skipSpace(start, read) : read + 1;
  }
  return true;
}

function joinBody(summary: string, body: string): string {
  if (summary.trim() === "" || beginsWith(body, summary)) return body;
  return body.trim() === "" ? summary : `${summary}\n\n${body}`;
}

/** The longest beginning of `text` that fits into `bytes` of UTF-8, whole code points. */
function firstBytes(text: string, bytes: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes), { stream: true });
}

/** Joins the parts of an item to the text that is matched, cut at 256 kB. */
export function itemText(item: { title: string; summary: string; body: string }): ItemText {
  const { title } = item;
  const body = joinBody(item.summary, item.body);
  if ((title.length + body.length) * MAX_BYTES_PER_UNIT <= MAX_BYTES) return { title, body, cutBytes: 0 };
  const titleBytes = Buffer.byteLength(title);
  const bodyBytes = Buffer.byteLength(body);
  const cutBytes = Math.max(0, titleBytes + bodyBytes - MAX_BYTES);
  if (cutBytes === 0) return { title, body, cutBytes };
  const kept = firstBytes(title, MAX_BYTES);
  const keptBody = firstBytes(body, MAX_BYTES - Buffer.byteLength(kept));
  return {
    title: kept,
    body: keptBody,
    cutBytes: titleBytes + bodyBytes - Buffer.byteLength(kept) - Buffer.byteLength(keptBody),
  };
}
