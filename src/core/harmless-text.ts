/** What a terminal obeys instead of showing it, but for line breaks and tabs: control characters and bidi overrides. */
const OBEYED = /(?![\n\t])\p{Cc}|[\u202A-\u202E]/gu;

/**
 * Text whose every character a terminal only shows: others are written as `\u001b`, which says the same inside the
 * strings of JSON.
 */
export function harmless(text: string): string {
  return text.replaceAll(OBEYED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
