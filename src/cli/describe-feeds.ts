import { localTime } from "../core/local-time.ts";
import { countStandings, describeStandings, type FeedLine } from "../pipeline/inspect/list-feeds.ts";

const HEADING = ["feed", "state", "last good", "next poll", "websub"];

/** The table of `feeds list`, and under it how many feeds there are in each state. */
export function describeFeeds(lines: readonly FeedLine[], all: readonly FeedLine[], zone: string): string {
  const rows = lines.map((line) => toCells(line, zone));
  const heading = lines.some(({ subscription }) => subscription !== null) ? HEADING : HEADING.slice(0, -1);
  const widths = heading.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  function toRow(cells: readonly string[]): string {
    return cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  }
  const table = lines.flatMap((line, at) => [
    toRow(rows[at] ?? []),
    ...notesOf(line, zone).map((note) => `    ${note}`),
  ]);
  return [...(lines.length === 0 ? [] : [toRow(heading), ...table, ""]), countStates(all)].join("\n");
}

function toCells({ id, state, lastGoodAt, nextPollAt, subscription }: FeedLine, zone: string): string[] {
  const lastGood = lastGoodAt === null ? "never" : localTime(lastGoodAt, zone);
  const nextPoll = nextPollAt === 0 ? "at the first run" : localTime(nextPollAt, zone);
  return [id, state, lastGood, nextPoll, subscription?.state ?? ""];
}

function notesOf(line: FeedLine, zone: string): string[] {
  const { failures, failingSince, cause, pause, movedTo, remedy, subscription, isCut } = line;
  const times = failures === 1 ? "1 failure" : `${failures} failures in a row`;
  return [
    ...(failures > 0 ? [`${times} since ${localTime(failingSince ?? 0, zone)}: ${cause ?? ""}`] : []),
    ...(failures === 0 && cause !== null ? [cause] : []),
    ...(movedTo === null ? [] : [`moved for good: asked at ${movedTo}`]),
    ...(isCut ? ["its document holds more than 10,000 items: those after the 10,000th are not read"] : []),
    ...(subscription?.detail == null ? [] : [`websub: ${subscription.detail}`]),
    ...(pause === null ? [] : [`paused by ${pause.author} until ${localTime(pause.until, zone)}: ${pause.comment}`]),
    ...(remedy === null ? [] : [`what to do: ${remedy}`]),
  ];
}

function countStates(all: readonly FeedLine[]): string {
  const feeds = `${all.length} ${all.length === 1 ? "feed" : "feeds"}`;
  return all.length === 0 ? feeds : `${feeds}, ${describeStandings(countStandings(all))}`;
}
