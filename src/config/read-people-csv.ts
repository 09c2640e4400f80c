import { readFile } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { hashOf } from "../core/hash.ts";
import { PersonOptions, type PeopleCsvOptions } from "../match/options.ts";
import { toPerson } from "./build-rules.ts";
import { CsvSyntaxError, csvRows, type CsvField } from "./csv-rows.ts";
import type { ReadPerson } from "./read-person.ts";
import type { Finding, Source } from "./source.ts";

export interface CsvReading {
  /** Absolute. */
  path: string;
  options: PeopleCsvOptions;
  findings: Finding[];
}

/** Columns whose cells hold several values, separated by `;`. */
const LIST_COLUMNS = new Set(["names", "groups", "not"]);
/** A column of its own for what YAML writes as a post. */
const COUNTRY = "country";
const COLUMNS = [...Object.keys(PersonOptions.shape).filter((key) => key !== "posts"), COUNTRY];
const ROWS_A_TURN = 500;
const MOST_FINDINGS = 20;

interface Table {
  source: Source;
  columns: readonly CsvField[];
  /** Needed ones: without them no row can be read. */
  missing: readonly string[];
  options: PeopleCsvOptions;
}

/**
 * Reads persons of a CSV file whose first row names the columns. Problems are findings at their line and column.
 * @returns hash of the text
 */
export async function readPeopleCsv(
  { path, options, findings }: CsvReading,
  add: (read: ReadPerson) => void,
): Promise<string> {
  const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  const source: Source = { path, text, secrets: [] };
  let table: Table | null = null;
  let rows = 0;
  let faults = 0;
  try {
    for (const row of csvRows(text)) {
      rows += 1;
      if (rows % ROWS_A_TURN === 0) await nextTurn();
      if (table === null) {
        table = { source, columns: row, missing: missingColumns(row), options };
        findings.push(...checkColumns(table));
        continue;
      }
      if (table.missing.length > 0) break;
      const problems = readRow(table, row, add);
      faults += problems.length;
      if (faults <= MOST_FINDINGS) findings.push(...problems);
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    const place = { source, start: error.offset, end: error.offset + 1 };
    const remedy = "close it, or double quotation marks that belong to the text";
    findings.push({ severity: "error", code: "csv-syntax", place, message: error.message, remedy });
  }
  return hashOf(text);
}

function missingColumns(columns: readonly CsvField[]): string[] {
  const named = columns.map(({ value }) => value.trim());
  return ["id", "name"].filter((key) => !named.includes(key));
}

function checkColumns({ source, columns, missing }: Table): Finding[] {
  const unknown = columns.filter(({ value }) => !COLUMNS.includes(value.trim()));
  const known = `columns are: ${COLUMNS.join(", ")}`;
  return [
    ...unknown.map(({ value, start, end }): Finding => {
      const message = `there is no column "${value}"`;
      return { severity: "error", code: "csv-column", place: { source, start, end }, message, remedy: known };
    }),
    ...missing.map((key): Finding => {
      const place = { source, start: 0, end: columns.at(-1)?.end ?? 0 };
      return { severity: "error", code: "csv-column", place, message: `the column "${key}" is missing`, remedy: known };
    }),
  ];
}

function readRow(table: Table, row: readonly CsvField[], add: (read: ReadPerson) => void): Finding[] {
  const { source, columns, options } = table;
  const [first] = row;
  if (first === undefined) return [];
  const { csv: _csv, ...shared } = options;
  const raw: Record<string, unknown> = { ...shared };
  for (const [at, { value }] of row.entries()) {
    const column = columns[at]?.value.trim() ?? "";
    if (COLUMNS.includes(column)) Object.assign(raw, cellOf(column, value.trim()));
  }
  const parsed = PersonOptions.safeParse(raw);
  if (parsed.success) {
    const person = toPerson(parsed.data);
    const place = { source, start: first.start, end: first.end };
    add({ person: { ...person, match: parsed.data.match ?? "careful" }, place });
    return [];
  }
  return parsed.error.issues.map((issue): Finding => {
    const key = issue.path[0] === "posts" ? COUNTRY : String(issue.path[0] ?? "");
    const field = row[columns.findIndex(({ value }) => value.trim() === key)] ?? first;
    const place = { source, start: field.start, end: Math.max(field.end, field.start + 1) };
    const message = key in raw ? `${key}: ${issue.message}` : `${key} is missing`;
    return { severity: "error", code: "csv-value", place, message, remedy: null };
  });
}

/** What a cell says; an empty one says nothing. */
function cellOf(column: string, value: string): Record<string, unknown> {
  if (value === "") return {};
  if (column === COUNTRY) return { posts: valuesOf(value).map((country) => ({ country })) };
  if (LIST_COLUMNS.has(column)) return { [column]: valuesOf(value) };
  if (column === "background") return { background: value === "true" || (value === "false" ? false : value) };
  return { [column]: value };
}

function valuesOf(cell: string): string[] {
  return cell
    .split(";")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
