import type { Feed } from "../../../src/core/vocabulary.ts";
import type { Trouble } from "./answer-trouble.ts";
import { seededRandom } from "../seeded-random.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WINDOW = 30;
/** Every so many milliseconds an item's instant is one whose title is corrected. */
const CORRECTED_EVERY = 17;
const CORRECTED_AFTER_MS = 40 * MINUTE;
/** More than any document shows, so that a guid comes again only after its former item has scrolled away. */
const GUIDS = 45;

/** How a publisher's system writes its documents. */
export type Manner =
  | "plain"
  | "undated"
  /** No guid, and a tracking parameter in the link that is another in every document. */
  | "without-guid"
  /** Items appear with a date five days ago. */
  | "back-dated"
  /** All items of a document have the date of the newest. */
  | "date-bumped"
  /** The guid of an item that has scrolled away comes again for another. */
  | "guids-reused"
  /** Two items in a row have one guid. */
  | "guids-shared"
  /** The guid is the place in the document. */
  | "guids-positional";

/** A feed of the simulated world: when it publishes, and what goes wrong with it. */
export interface SimulatedFeed {
  feed: Feed;
  /** Instants, ascending; each is one item. */
  publishes: readonly number[];
  /** Null: an answer. */
  trouble: (at: number) => Trouble | null;
  manner?: Manner;
  /** Items that a document shows; 30 where absent. */
  window?: number;
  /** The feed's URL redirects there for good from then on. */
  moved?: { at: number; to: string };
}

/** A number in [0, 1) that belongs to a subject and an instant. */
export function drawAt(subject: number, at: number): number {
  return seededRandom((Math.imul(subject + 1, 0x9e3779b1) ^ Math.floor(at) ^ Math.floor(at / 2 ** 32)) | 0)();
}

/** Instants of a feed of so many items a day: random, fewer at night. */
export function publications(random: () => number, perDay: number, from: number, to: number): number[] {
  const instants: number[] = [];
  for (let at = from; at < to;) {
    const hour = new Date(at).getUTCHours();
    const weight = hour >= 6 && hour < 22 ? 1.25 : 0.5;
    at = Math.floor(at + 1 - (Math.log(1 - random()) * DAY) / (perDay * weight));
    if (at < to) instants.push(at);
  }
  return instants;
}

/** Of ascending instants, how many are not after `at`. */
export function countUntil(instants: readonly number[], at: number): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Instants of the items that the feed's document shows at that time, ascending. */
export function shownAt({ publishes, window = WINDOW }: SimulatedFeed, at: number): readonly number[] {
  const end = countUntil(publishes, at);
  return publishes.slice(Math.max(0, end - window), end);
}

/** The publication dates as the document at that time gives them. */
export function datesShown(simulated: SimulatedFeed, at: number): (number | null)[] {
  const shown = shownAt(simulated, at);
  const { manner } = simulated;
  if (manner === "undated") return shown.map(() => null);
  if (manner === "back-dated") return shown.map((instant) => instant - 5 * DAY);
  return manner === "date-bumped" ? shown.map(() => shown.at(-1) ?? 0) : [...shown];
}

/** Whether the title of an item is corrected 40 minutes after it appeared. */
function isCorrectable(instant: number): boolean {
  return instant % CORRECTED_EVERY === 0;
}

/** A headline of invented words: no two have as much in common as a headline and its correction. */
function titleOf(instant: number, at: number): string {
  const random = seededRandom(instant | 0);
  function letter(letters: string): string {
    return letters[Math.floor(random() * letters.length)] ?? "";
  }
  const words = Array.from({ length: 8 }, () => {
    return Array.from({ length: 3 }, () => letter("bcdfghklmnprstvwz") + letter("aeiou")).join("");
  });
  const corrected = isCorrectable(instant) && at >= instant + CORRECTED_AFTER_MS ? " (corrected)" : "";
  return `${words.join(" ")}${corrected}`;
}

/** The page of an item; its last part tells which item it is. */
function linkOf({ feed, manner }: SimulatedFeed, instant: number, at: number): string {
  const link = `https://${new URL(feed.url).hostname}/a/${instant}`;
  return manner === "without-guid" ? `${link}?utm_source=${at}` : link;
}

/** The instant of an item, from its cleaned link. */
export function instantOf(cleanedLink: string | null): number {
  return Number(/\/a\/(\d+)$/.exec(cleanedLink ?? "")?.[1] ?? Number.NaN);
}

function guidOf({ manner }: SimulatedFeed, place: number, index: number): string | null {
  if (manner === "without-guid") return null;
  if (manner === "guids-reused") return String(index % GUIDS);
  if (manner === "guids-shared") return `pair-${Math.floor(index / 2)}`;
  return manner === "guids-positional" ? String(place) : `item-${index}`;
}

/** The document at that time, newest item first. */
export function documentAt(simulated: SimulatedFeed, at: number): string {
  const shown = shownAt(simulated, at);
  const dates = datesShown(simulated, at);
  const first = countUntil(simulated.publishes, at) - shown.length;
  const items = shown.map((instant, place) => {
    const guid = guidOf(simulated, shown.length - place, first + place);
    const date = dates[place] ?? null;
    return [
      `<item><title>${titleOf(instant, at)}</title><link>${linkOf(simulated, instant, at)}</link>`,
      guid === null ? "" : `<guid isPermaLink="false">${guid}</guid>`,
      date === null ? "" : `<pubDate>${new Date(date).toUTCString()}</pubDate>`,
      "</item>",
    ].join("");
  });
  const head = `<title>${simulated.feed.id}</title><link>https://${new URL(simulated.feed.url).hostname}/</link>`;
  return `<rss version="2.0"><channel>${head}${items.toReversed().join("")}</channel></rss>`;
}

/** Changes with the items and with their titles. */
export function etagAt(simulated: SimulatedFeed, at: number): string {
  const corrected = shownAt(simulated, at).filter(
    (instant) => isCorrectable(instant) && at >= instant + CORRECTED_AFTER_MS,
  );
  return `"${countUntil(simulated.publishes, at)}-${corrected.at(-1) ?? 0}"`;
}
