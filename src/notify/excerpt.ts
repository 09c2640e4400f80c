import { cleanLine, cleanPiece, wholeIndex } from "./clean-text.ts";

/** A run of text that is marked as proof or not. */
export interface Part {
  text: string;
  marked: boolean;
}

type Range = readonly [number, number];

/** Marks beyond this many are not shown: a sentence with more proves nothing more. */
const MOST_MARKS = 12;

/** Marks inside the text, in order, overlapping and touching ones joined. */
function orderMarks(marks: readonly Range[], length: number): Range[] {
  const inside = marks
    .map(([start, end]) => [Math.max(0, start), Math.min(end, length)] as const)
    .filter(([start, end]) => start < end)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  return joinRanges(inside);
}

function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}

/** The stretches of a long text to show: each mark with its surroundings, `max` units together. */
function chooseWindows(text: string, marks: readonly Range[], max: number): Range[] {
  if (marks.length === 0) return [[0, previousWord(text, wholeIndex(text, max), 0)]];
  const marked = marks.reduce((sum, [start, end]) => sum + end - start, 0);
  const around = Math.max(0, Math.floor((max - marked) / (2 * marks.length)));
  const windows = marks.map(([start, end]): Range => {
    const from = wholeIndex(text, Math.max(0, start - around));
    const to = wholeIndex(text, Math.min(text.length, end + around));
    return [nextWord(text, from, start), previousWord(text, to, end)];
  });
  return joinRanges(windows);
}

function nextWord(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(" ", from);
  return space !== -1 && space < limit && space - from < 20 ? space + 1 : from;
}

function previousWord(text: string, to: number, limit: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(" ", to);
  return space > limit && to - space < 20 ? space : to;
}

function windowParts(text: string, [from, to]: Range, marks: readonly Range[]): Part[] {
  const parts: Part[] = [];
  let at = from;
  for (const [start, end] of marks) {
    if (end <= from || start >= to) continue;
    const markStart = Math.max(start, at);
    const markEnd = Math.min(end, to);
    if (markStart > at) parts.push({ text: text.slice(at, markStart), marked: false });
    parts.push({ text: text.slice(markStart, markEnd), marked: true });
    at = markEnd;
  }
  if (at < to) parts.push({ text: text.slice(at, to), marked: false });
  return parts;
}

function cleanParts(parts: readonly Part[]): Part[] {
  const clean: Part[] = [];
  for (const part of parts) {
    const text = cleanPiece(part.text);
    const last = clean.at(-1);
    if (text === "") continue;
    if (last !== undefined && last.marked === part.marked) last.text += text;
    else clean.push({ text, marked: part.marked });
  }
  const [first] = clean;
  if (first !== undefined) first.text = first.text.trimStart();
  const last = clean.at(-1);
  if (last !== undefined) last.text = last.text.trimEnd();
  return clean.filter((part) => part.text !== "");
}

/**
 * A sentence as clean parts, marked and not. A text longer than `max` UTF-16 units is cut around its marks: what
 * proves the match stays, what lies between becomes an ellipsis.
 * @param marks offsets into `text`, end exclusive, in any order
 */
export function excerpt(text: string, marks: readonly Range[], max: number): Part[] {
  const ordered = orderMarks(marks, text.length).slice(0, MOST_MARKS);
  if (text.length <= max) return cleanParts(windowParts(text, [0, text.length], ordered));

  const longest = Math.floor(max / 2);
  const shown = ordered.map(([start, end]): Range => [start, wholeIndex(text, Math.min(end, start + longest))]);
  const kept = keepWithin(shown, max);
  const windows = chooseWindows(text, kept, max);
  const parts: Part[] = [];
  let at = 0;
  for (const window of windows) {
    if (window[0] > at) parts.push({ text: at === 0 ? "… " : " … ", marked: false });
    parts.push(...windowParts(text, window, kept));
    at = window[1];
  }
  if (at < text.length) parts.push({ text: " …", marked: false });
  return cleanParts(parts);
}

/** The first marks that fit together into `max` units. */
function keepWithin(marks: readonly Range[], max: number): Range[] {
  const kept: Range[] = [];
  let used = 0;
  for (const [start, end] of marks) {
    used += end - start;
    if (used > max) break;
    kept.push([start, end]);
  }
  return kept;
}

/** The parts as plain text. */
export function joinParts(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join("");
}

/** A whole line as one unmarked part. */
export function plainParts(text: string, max: number): Part[] {
  const line = cleanLine(text, max);
  return line === "" ? [] : [{ text: line, marked: false }];
}
