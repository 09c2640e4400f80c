import { askDaemonStatus, askRunningDaemon, type StatusAnswer } from "../app/ask-daemon.ts";
import { localTime } from "../core/local-time.ts";
import { describeStandings, haveTrouble } from "../pipeline/inspect/list-feeds.ts";
import { describeRemoved } from "./describe-deliveries.ts";
import { EXIT } from "./exit-code.ts";
import { loadConfig } from "../config/load-config.ts";
import { explainInvalid } from "./load.ts";
import { complain, say } from "./say.ts";

/**
 * `wirewatch status`: exit 1 when no daemon runs, or the one that does is not ready. Where the files have mistakes a daemon
 * that runs by those before is asked all the same; exit 3.
 */
export async function runStatus(flags: { config: string; json?: true }): Promise<void> {
  function tell(answer: StatusAnswer, zone: string): void {
    say(flags.json === true ? JSON.stringify(answer, null, 2) : describe(answer, zone));
  }
  const loaded = await loadConfig({ folder: flags.config, env: process.env });
  if (loaded.kind === "invalid") {
    explainInvalid(loaded.problems, flags.config);
    const status = await askRunningDaemon(loaded.place, process.env);
    if (status === undefined) return;
    complain("A daemon runs by the configuration before:\n");
    return tell({ kind: "running", status }, "UTC");
  }
  const answer = await askDaemonStatus(loaded.config, process.env);
  tell(answer, loaded.config.timezone);
  if (answer.kind === "stopped" || !answer.status.ready) process.exitCode = EXIT.failed;
}

function describe(answer: StatusAnswer, zone: string): string {
  function at(instant: number): string {
    return localTime(instant, zone);
  }
  const state = answer.kind === "running" ? answer.status : answer.ledger;
  const { feeds, channels, alarms, silences, unmatchedItems, unmatchableItems, deliveries } = state;
  const counted = Object.entries(deliveries).map(([status, count]) => `${count} ${status}`);
  return [
    ...describeProcess(answer, zone),
    `feeds       ${[feeds.total, describeStandings(feeds.states)].filter((part) => part !== "").join(", ")}${wayOn(feeds.states)}`,
    ...feeds.failing.map((feed) => `  failing   ${feed.id} since ${at(feed.since)}: ${feed.cause}`),
    ...feeds.silent.map((feed) => `  silent    ${feed.id} since ${at(feed.since)}: ${feed.cause}`),
    ...feeds.paused.map((feed) => `  paused    ${feed.id} until ${at(feed.until)} by ${feed.cause}`),
    ...alarms.map(({ kind, id, since, cause }) => `  alarm     ${kind} ${id} since ${at(since)}: ${cause}`),
    `items       ${unmatchedItems} waiting for the matcher${unmatchableItems === 0 ? "" : `, ${unmatchableItems} could not be matched`}`,
    ...silences.map(({ id, until, cause }) => `silence     ${id} until ${at(until)} by ${cause}`),
    `deliveries  ${counted.length === 0 ? "none yet" : counted.join(", ")}`,
    ...channels.pending.map(({ id, count, oldestAt, removed }) => {
      const gone = removed === null ? "" : `; ${describeRemoved(removed.droppedAt, zone)}`;
      return `  waiting   ${id}: ${count}, the oldest since ${at(oldestAt)}${gone}`;
    }),
    ...channels.down.map((row) => `  down      ${row.id} since ${at(row.since)}: ${row.cause}`),
  ].join("\n");
}

/** Which command says more of feeds in trouble. */
function wayOn(states: Readonly<Record<string, number>>): string {
  return haveTrouble(states) ? " (`wirewatch feeds list --failing` says why, and what to do)" : "";
}

function describeProcess(answer: StatusAnswer, zone: string): string[] {
  if (answer.kind === "stopped") return ["wirewatch is not running; this is what its store says"];
  const { version, pid, startedAt, roles, configHash, store, queue, ready, problems } = answer.status;
  return [
    `wirewatch   ${version}, process ${pid}, since ${localTime(startedAt, zone)}, ${ready ? "ready" : "NOT READY"}`,
    ...problems.map((problem) => `  problem   ${problem}`),
    `roles       ${roles.join(", ")}`,
    `config      ${configHash.slice(0, 12)}`,
    `store       ${store}`,
    `queue       ${queue}`,
  ];
}
