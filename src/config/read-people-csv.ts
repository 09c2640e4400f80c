import { readFile } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { hashOf } from "../core/hash.ts";
import { PersonOptions, type PeopleCsvOptions } from "../match/options.ts";
import { toPerson } from "./build-rules.ts";
import { CsvSyntaxError, csvRows, type CsvField } from "./csv-rows.ts";
import { explain } from "./describe-issue.ts";
import { decodeUtf8 } from "./read-text.ts";
import type { ReadPerson } from "./read-person.ts";
import type { Finding, Place, Source } from "./source.ts";

export interface CsvReading {
  /** Absolute. */
  path: string;
  options: PeopleCsvOptions;
  findings: Finding[];
  /** Told of persons whose row cannot be used: they are not unknown. */
  skip: (id: string, place: Place) => void;
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
  { path, options, findings, skip }: CsvReading,
  add: (read: ReadPerson) => void,
): Promise<string> {
  const text = decodeUtf8(await readFile(path));
  const source: Source = { path, text, secrets: [] };
  let table: Table | null = null;
  let rows = 0;
  const faults = new Faults();
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
      for (const problem of problems) faults.push(problem);
      if (problems.length > 0) skipRow(table, row, skip);
    }
    if (table === null) findings.push(emptyFile(source));
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    const place = { source, start: error.offset, end: error.offset + 1 };
    const remedy = "close it, or double quotation marks that belong to the text";
    findings.push({ severity: "error", code: "csv-syntax", place, message: error.message, remedy });
  }
  findings.push(...faults.told());
  return hashOf(text);
}

/** What is wrong with rows: the first ones singly, the rest as a number. */
class Faults {
  readonly #first: Finding[] = [];
  #more = 0;
  #next: Place | null = null;

  push(fault: Finding): void {
    if (this.#first.length < MOST_FINDINGS) {
      this.#first.push(fault);
      return;
    }
    this.#more += 1;
    this.#next ??= fault.place;
  }

  told(): readonly Finding[] {
    if (this.#next === null) return this.#first;
    const message = `${this.#more} more of the file's values cannot be used, from here on`;
    const remedy = "correct those above: the next check shows more";
    return [...this.#first, { severity: "error", code: "csv-value", place: this.#next, message, remedy }];
  }
}

function emptyFile(source: Source): Finding {
  const remedy = `begin it with the names of its columns: ${COLUMNS.join(", ")}`;
  return {
    severity: "error",
    code: "csv-column",
    place: { source, start: 0, end: 0 },
    message: "the file is empty",
    remedy,
  };
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
  const beyond = row.slice(columns.length).find(({ value }) => value.trim() !== "");
  if (beyond !== undefined) return [tooManyFields(table, row, beyond)];
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
    const missing = { message: `"${key}" is missing`, remedy: `write it into the column "${key}" of this row` };
    const value = raw[key === COUNTRY ? "posts" : key];
    const { message, remedy } = value === undefined ? missing : explain(issue, `"${key}"`, { value, types: [] });
    return { severity: "error", code: "csv-value", place, message, remedy };
  });
}

function skipRow({ source, columns }: Table, row: readonly CsvField[], skip: CsvReading["skip"]): void {
  const field = row[columns.findIndex(({ value }) => value.trim() === "id")];
  if (field !== undefined) skip(field.value.trim(), { source, start: field.start, end: field.end });
}

function tooManyFields({ source, columns }: Table, row: readonly CsvField[], beyond: CsvField): Finding {
  const place = { source, start: beyond.start, end: beyond.end };
  const message = `this row has ${row.length} fields, but the first row names ${columns.length} columns`;
  const remedy = "put a value that holds a comma into quotation marks";
  return { severity: "error", code: "csv-value", place, message, remedy };
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
