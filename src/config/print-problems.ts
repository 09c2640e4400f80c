import { relative } from "node:path";
import { harmless } from "../core/harmless-text.ts";
import type { ConfigProblem } from "./config.ts";

export const PROBLEM_FORMATS = ["text", "json", "github"] as const;
export type ProblemFormat = (typeof PROBLEM_FORMATS)[number];

/**
 * Prints problems for a person (`text`), a program (`json`, as they are) or the annotations of a GitHub run. Files are
 * shown relative to `cwd` where they stand below it. Empty for no problems, except as JSON; else it ends in a line break.
 */
export function printProblems(problems: readonly ConfigProblem[], format: ProblemFormat, cwd: string): string {
  return harmless(print(problems, format, cwd));
}

function print(problems: readonly ConfigProblem[], format: ProblemFormat, cwd: string): string {
  if (format === "json") return `${JSON.stringify(problems, null, 2)}\n`;
  if (format === "github") return problems.map((problem) => `${toAnnotation(problem, cwd)}\n`).join("");
  return problems.map((problem) => `${toText(problem, cwd)}\n`).join("\n");
}

function shownPath(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path === "" || path.startsWith("..") ? file : path;
}

function toText({ file, line, column, severity, code, message, excerpt, remedy }: ConfigProblem, cwd: string): string {
  const lines = [`${shownPath(file, cwd)}:${line}:${column} ${severity} ${code}: ${message}`];
  if (excerpt !== null) lines.push(`  ${excerpt.text}`, `  ${excerpt.caret}`);
  if (remedy !== null) lines.push(`  → ${remedy}`);
  return lines.join("\n");
}

/** A workflow command: `%` and line breaks are escaped in both parts, `:` and `,` in properties. */
function toAnnotation({ file, line, column, severity, code, message, remedy }: ConfigProblem, cwd: string): string {
  const command = severity === "error" ? "error" : "warning";
  const properties = { file: shownPath(file, cwd), line: String(line), col: String(column), title: code };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${command} ${list.join(",")}::${escapeData(remedy === null ? message : `${message}: ${remedy}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
