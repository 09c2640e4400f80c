/** Text from feeds and operators made safe to show anywhere: one line, no control or bidi-override characters. */

const SPACE = /[\p{Cc}\s]+/gu;
/**
 * Embeddings, overrides and isolates (Unicode TR 9) reorder what follows them; tag characters and BOMs only hide text.
 * ZWNJ, ZWJ, LRM and RLM stay: Persian, Indic scripts and emoji need them.
 */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]|\u{FEFF}|[\u{E0000}-\u{E007F}]/gu;
/** Characters that belong to the one before them. */
const ATTACHED = /^(?:\p{M}|\u200C|\u200D)/u;
const ELLIPSIS = "…";
const LONGEST_LINK = 2000;

/** One piece of a line, without the trimming that would glue pieces together. */
export function cleanPiece(text: string): string {
  return text.toWellFormed().replaceAll(REORDERING, "").replaceAll(SPACE, " ");
}

/** The nearest index at or before `index` where the text can be cut without splitting a character. */
export function wholeIndex(text: string, index: number): number {
  let at = Math.min(index, text.length);
  const lowest = Math.max(0, at - 32);
  while (at > lowest && at < text.length && splitsCharacter(text, at)) at -= 1;
  return at;
}

function splitsCharacter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit <= 0xdfff) return true;
  return ATTACHED.test(text.slice(at, at + 2)) || text.charCodeAt(at - 1) === 0x200d;
}

/** One clean line of at most `max` UTF-16 units; what is cut off, preferably between words, becomes an ellipsis. */
export function cleanLine(text: string, max: number): string {
  // Twice the wanted length is looked at, so that two megabytes of headline cost nothing.
  const read = text.length > max * 2 ? text.slice(0, wholeIndex(text, max * 2)) : text;
  const line = cleanPiece(read).trim();
  if (line.length <= max && read.length === text.length) return line;
  const room = line.slice(0, wholeIndex(line, max - 1));
  const space = room.lastIndexOf(" ");
  return `${space > max * 0.8 ? room.slice(0, space) : room.trimEnd()}${ELLIPSIS}`;
}

/** Hebrew, Arabic and the other scripts that run from right to left, and the mark that forces it. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}]|[\u{1E800}-\u{1EFFF}]/u;

export function runsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Right-to-left text wrapped so that it cannot reorder the line around it (FSI … PDI, Unicode TR 9, section 2.4). */
export function isolate(text: string): string {
  return runsRightToLeft(text) ? `\u2068${text}\u2069` : text;
}

/** A left-to-right piece for the end of a line that begins in another direction (LRI … PDI). */
export function isolateLeftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}

/**
 * The link as a normalised http(s) address without credentials; null: nothing to click on, or longer than there is room
 * for, where its text stays.
 */
export function safeLink(link: string | null, longest: number = LONGEST_LINK): string | null {
  if (link === null || link.length > LONGEST_LINK || !URL.canParse(link)) return null;
  const url = new URL(link);
  const http = url.protocol === "https:" || url.protocol === "http:";
  if (!http || url.username !== "" || url.password !== "" || url.href.length > longest) return null;
  return url.href;
}
