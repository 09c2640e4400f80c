import type { ArchiveScan } from "../app/threads/search-archive.ts";
import type { readSearch } from "../app/search-rule.ts";
import { describeHit } from "./describe-hit.ts";

type Problems = Extract<ReturnType<typeof readSearch>, { kind: "wrong" }>["problems"];

/** What is wrong with an expression, each with the expression and a caret line below. */
export function describeWrongSearch(expression: string, problems: Problems): string {
  return problems
    .flatMap(({ message, suggestion, start, end }) => [
      `error: ${message}`,
      `  ${expression}`,
      `  ${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))}`,
      ...(suggestion === null ? [] : [`  → write ${suggestion}`]),
    ])
    .join("\n");
}

/** What a search found, as it is given, for a person. */
export function describeSearch(
  { scanned, hits }: Pick<ArchiveScan, "scanned" | "hits">,
  { limit, watchId }: { limit: number; watchId: string },
): string {
  const rest = hits.length - limit;
  return [
    ...hits.slice(0, limit).map((hit) => describeHit(hit, watchId)),
    ...(rest > 0 ? [`… and ${rest} more: --limit ${hits.length} shows all`] : []),
    `${hits.length.toLocaleString("en")} of ${scanned.toLocaleString("en")} items match`,
  ].join("\n");
}
