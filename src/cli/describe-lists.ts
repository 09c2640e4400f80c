import type { ListCell } from "../app/list-table.ts";
import { count } from "./describe-check.ts";

const NAMED = 4;
const GAP = "  ";

/** How many languages and terms the lists have, in one line. */
export function summariseLists(cells: readonly ListCell[]): string {
  const lists = new Set(cells.map(({ list }) => list)).size;
  const languages = new Set(cells.map(({ language }) => language).filter((language) => language !== "*")).size;
  const terms = sum(cells, (cell) => cell.terms).toLocaleString("en");
  const found = sum(cells, (cell) => cell.found).toLocaleString("en");
  return `${count(lists, "list")} in ${count(languages, "language")}: ${terms} terms, of which ${found} stand in tests (--lists: each language)`;
}

/** A line for each language, or for those that are shown: how many lists and terms it has, how many of them the items show, which lists are thin. */
export function describeLanguages(
  cells: readonly ListCell[],
  found: string,
  isShown: (language: string) => boolean = () => true,
): string[] {
  const lists = new Set(cells.map(({ list }) => list)).size;
  const byLanguage = [...Map.groupBy(cells, ({ language }) => language)];
  if (byLanguage.length < 2) return [];
  const rows = byLanguage
    .filter(([language]) => isShown(language))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, own]) => [
      language,
      `${own.length} of ${lists}`,
      String(sum(own, ({ terms }) => terms)),
      String(sum(own, (cell) => cell.found)),
      namesOf(own.filter(({ thin }) => thin)),
    ]);
  const head = ["language", "lists", "terms", found, "thin lists: terms of what is usual"];
  const isThin = rows.some((row) => row.at(-1) !== "");
  return isThin
    ? table(head, rows)
    : table(
        head.slice(0, -1),
        rows.map((row) => row.slice(0, -1)),
      );
}

function namesOf(thin: readonly ListCell[]): string {
  const named = thin.slice(0, NAMED).map(({ list, terms, median }) => `${list} ${terms} of ${median}`);
  return [...named, ...(thin.length > NAMED ? [`${thin.length - NAMED} more`] : [])].join(", ");
}

/**
 * The number of terms of every list and language, languages side by side in blocks that fit a width in characters.
 * `-`: none; `!` behind a number: far fewer than the list's languages usually have.
 */
export function describeMatrix(cells: readonly ListCell[], width: number): string[] {
  if (cells.length === 0) return [];
  const lists = [...Map.groupBy(cells, ({ list }) => list)];
  const languages = [...new Set(cells.map(({ language }) => language))].toSorted();
  const name = Math.max(...lists.map(([list]) => list.length), 0);
  const numbers = new Map(
    cells.map((cell) => [`${cell.list}\n${cell.language}`, `${cell.terms}${cell.thin ? "!" : ""}`]),
  );
  const column = Math.max(...[...numbers.values(), ...languages].map(({ length }) => length)) + GAP.length;
  const fit = Math.max(1, Math.floor((width - name) / column));
  const blocks = Array.from({ length: Math.ceil(languages.length / fit) }, (_, at) =>
    languages.slice(at * fit, (at + 1) * fit),
  );
  return blocks.flatMap((block, at) => [
    ...(at === 0 ? [] : [""]),
    ...table(
      ["", ...block],
      lists.map(([list]) => [
        list.padEnd(name),
        ...block.map((language) => numbers.get(`${list}\n${language}`) ?? "-"),
      ]),
    ),
  ]);
}

function sum(cells: readonly ListCell[], value: (cell: ListCell) => number): number {
  return cells.reduce((total, cell) => total + value(cell), 0);
}

/** Columns aligned: the first and the words to the left, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => {
        const isNumber = column > 0 && rows.every((own) => /^(?:[\d-]+!?|\d+ of \d+)$/.test(own[column] ?? ""));
        return isNumber ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
      })
      .join(GAP)
      .trimEnd(),
  );
}
