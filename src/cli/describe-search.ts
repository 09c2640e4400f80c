import { resolve } from "node:path";
import { printProblems } from "../config/print-problems.ts";
import { toProblem } from "../config/source.ts";
import type { ArchiveScan } from "../app/threads/search-archive.ts";
import type { readSearch } from "../app/search-rule.ts";
import { describeHit, type Shown } from "./describe-hit.ts";

type Problems = Extract<ReturnType<typeof readSearch>, { kind: "wrong" }>["problems"];

/** What is wrong with an expression, each with its place, the line, and carets below. */
export function describeWrongSearch(expression: string, problems: Problems): string {
  const source = { path: resolve("expression"), text: expression, secrets: [] };
  const placed = problems.map(({ severity, code, message, suggestion, start, end }) => {
    const remedy = suggestion === null ? null : `write ${suggestion}`;
    return toProblem({ severity, code, message, remedy, place: { source, start, end } });
  });
  return printProblems(placed, "text", process.cwd());
}

/** What a search found, as it is given, for a person. */
export function describeSearch(
  { scanned, hits }: Pick<ArchiveScan, "scanned" | "hits">,
  { limit, ...shown }: Shown & { limit: number },
): string {
  const rest = hits.length - limit;
  return [
    ...hits.slice(0, limit).map((hit) => describeHit(hit, shown)),
    ...(rest > 0 ? [`… and ${rest} more: --limit ${hits.length} shows all`] : []),
    `${hits.length.toLocaleString("en")} of ${scanned.toLocaleString("en")} items match`,
  ].join("\n");
}
