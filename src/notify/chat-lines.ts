import { safeLink } from "./clean-text.ts";

/** Messages as lines for chat and push services with little room: one content, each service's own markup. */

/** A run of a line. Its text is clean but not escaped, its link is safe. */
export interface ChatRun {
  text: string;
  bold?: boolean;
  code?: boolean;
  link?: string | null;
}

/** A paragraph of a message. */
export interface ChatLine {
  kind: "headline" | "heading" | "line" | "quote" | "item";
  runs: readonly ChatRun[];
  /** Where room is short, `optional` lines go, and items from the first on that does not fit. */
  keep: "always" | "optional";
  /** How many items it tells of; one unless given. */
  items?: number;
}

/** How long a message may be. */
export interface Room {
  /** In the unit of `measure`. */
  max: number;
  /** What a line costs, its line break included. */
  measure: (line: ChatLine) => number;
  /** How items that are left out are counted; "and 3 more" unless given. */
  more?: (count: number) => string;
}

/** A line of those runs that have a text. */
export function chatLine(kind: ChatLine["kind"], keep: ChatLine["keep"], ...runs: ChatRun[]): ChatLine {
  return { kind, keep, runs: runs.filter(({ text }) => text !== "") };
}

/** A link in a list must not eat the room of the others: a longer one is left out, its text stays. */
const LONGEST_LIST_LINK = 400;

/** A link of a line; null: none, or one that is not safe or too long. */
export function listLink(link: string | null): string | null {
  return safeLink(link, LONGEST_LIST_LINK);
}

/** A paragraph "Title: text"; none where there is no text. */
export function titled(title: string, text: string): ChatLine[] {
  if (text === "") return [];
  return [chatLine("line", "always", { text: `${title}: `, bold: true }, { text })];
}

/** What a line says, without its markup. */
export function plainRuns({ runs }: ChatLine): string {
  return runs.map(({ text }) => text).join("");
}

const SHORTENED = chatLine("line", "always", { text: "(shortened)" });

/** No service has room for more lines of a list. */
const MOST_ITEMS = 300;

/** A list, however long: what no service has room for is counted in one line and never written. */
export function chatItems<T>(all: readonly T[], toItem: (one: T, index: number) => ChatLine): ChatLine[] {
  const rest = all.length - MOST_ITEMS;
  const shown = all.slice(0, MOST_ITEMS).map(toItem);
  return rest <= 0 ? shown : [...shown, { ...chatLine("item", "optional", { text: `and ${rest} more` }), items: rest }];
}

function countRest(count: number): string {
  return `and ${count} more`;
}

function isListed({ kind, keep }: ChatLine): boolean {
  return kind === "item" && keep === "optional";
}

/** How many items of its list a message of that room shows. */
export function countFitting(lines: readonly ChatLine[], room: Room): number {
  return fitLines(lines, room).filter((line) => isListed(line) && line.items === undefined).length;
}

/** The lines that fit, in order; what is left out is counted or said. Lines kept `always` are the caller's to bound. */
export function fitLines(lines: readonly ChatLine[], { max, measure, more = countRest }: Room): ChatLine[] {
  function moreItems(count: number): ChatLine {
    return chatLine("line", "always", { text: more(count) });
  }
  const fixed = lines.filter(({ keep }) => keep === "always").reduce((sum, line) => sum + measure(line), 0);
  let room =
    max - fixed - measure(SHORTENED) - measure(moreItems(lines.reduce((sum, { items = 1 }) => sum + items, 0)));
  let items = 0;
  let shortened = false;
  const shown: ChatLine[] = [];
  let afterItems = 0;
  for (const line of lines) {
    const size = line.keep === "always" ? 0 : measure(line);
    const isItem = isListed(line);
    if (size > room || (isItem && items > 0)) {
      if (isItem) items += line.items ?? 1;
      else shortened = true;
      continue;
    }
    room -= size;
    shown.push(line);
    if (isItem) afterItems = shown.length;
  }
  if (items > 0) shown.splice(afterItems === 0 ? shown.length : afterItems, 0, moreItems(items));
  return shortened ? [...shown, SHORTENED] : shown;
}
