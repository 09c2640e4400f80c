import { bullets, contextLine, text, type Block, type RichElement, type RichPart } from "./slack-blocks.ts";

/** Characters as they travel: links, styles and escapes count. */
export function sizeOf(piece: unknown): number {
  return JSON.stringify(piece).length;
}

/** The first way to put it that takes no more than `room` characters; the last one where none does. */
export function firstThatFits(ways: readonly (() => Block[])[], room: number): Block[] {
  let blocks: Block[] = [];
  for (const way of ways) {
    blocks = way();
    if (sizeOf(blocks) <= room) break;
  }
  return blocks;
}

/** A block of a post that may turn out too long. */
export interface Piece {
  block: Block;
  /** How soon a reader can do without it: the highest number goes first, 0 stays. */
  spare: number;
}

const SHORTENED = contextLine("(shortened)");

/** The pieces without those that there is no room for, and then a word about it. */
export function dropSpare(pieces: readonly Piece[], room: number): Block[] {
  if (sizeOf(pieces.map(({ block }) => block)) <= room) return pieces.map(({ block }) => block);
  const kept = [...pieces];
  while (sizeOf([...kept.map(({ block }) => block), SHORTENED]) > room) {
    const spare = Math.max(...kept.map((piece) => piece.spare));
    if (spare === 0) break;
    kept.splice(
      kept.findLastIndex((piece) => piece.spare === spare),
      1,
    );
  }
  return [...kept.map(({ block }) => block), SHORTENED];
}

export interface ListRoom {
  /** Rows at most. */
  most: number;
  /** Characters, as `sizeOf` counts. */
  room: number;
  /** How the rest is counted; "and 3 more" unless given. */
  more?: (count: number) => string;
}

/** Each of them as a row of a bullet list, as many as there is room for; nothing without any. */
export function fitList<T>(
  all: readonly T[],
  toRow: (one: T) => RichElement[],
  { most, room, more = (count) => `and ${count} more` }: ListRoom,
): RichPart[] {
  const shown: RichElement[][] = [];
  let used = 0;
  for (const one of all.slice(0, most)) {
    const row = toRow(one);
    used += sizeOf(bullets([row]));
    if (used > room) break;
    shown.push(row);
  }
  const rest = all.length - shown.length;
  const lines = rest === 0 ? shown : [...shown, [text(more(rest))]];
  return lines.length === 0 ? [] : [bullets(lines)];
}
