import type { ReloadAnswer } from "../app/ask-reload.ts";

type Reloaded = ReloadAnswer & { kind: "reloaded" };

const PARTS = ["watches", "feeds", "channels", "people", "lists", "clauses", "exclusions"] as const;
/** How many ids are named; the rest is a number. */
const NAMED = 20;

/** What another configuration changed, what its watches find in stored items, and what waits for a restart. */
export function describeReload({ hash, changes, needsRestart, stored }: Reloaded): string {
  const changed = PARTS.flatMap((part) => {
    const { added, removed, changed: other } = changes[part];
    const words = [named("new", added), named("changed", other), named("removed", removed)].filter(
      (text) => text !== "",
    );
    return words.length === 0 ? [] : [`${part.padEnd(11)} ${words.join("; ")}`];
  });
  const settings = changes.settings.length === 0 ? [] : [`settings    changed ${changes.settings.join(", ")}`];
  const isSame = changed.length + settings.length + needsRestart.length === 0;
  if (isSame)
    return `nothing has changed: configuration ${hash.slice(0, 12)} goes on working, secrets in files are read anew`;
  return [
    `configuration ${hash.slice(0, 12)} works from now on`,
    ...changed,
    ...settings,
    ...describeStored(stored),
    ...(needsRestart.length === 0
      ? []
      : [`needs a restart, and stays as it was until then: ${needsRestart.join(", ")}`]),
  ].join("\n");
}

function describeStored({ hours, watches, notAsked }: Reloaded["stored"]): string[] {
  const found = watches.map(({ id, items }) => `${id} ${items}`);
  return [
    ...(found.length === 0
      ? []
      : [`items of the last ${hours} h that would have matched (nobody is told of them): ${found.join(", ")}`]),
    ...(notAsked.length === 0
      ? []
      : [`not asked about stored items: ${list(notAsked)} (\`wirewatch backtest --watch ID\` does)`]),
  ];
}

function named(what: string, ids: readonly string[]): string {
  return ids.length === 0 ? "" : `${what} ${list(ids)}`;
}

function list(ids: readonly string[]): string {
  const more = ids.length - NAMED;
  return [...ids.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}
