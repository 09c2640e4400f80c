import type { Daemon } from "../app/start-daemon.ts";
import { startDaemon } from "../app/start-daemon.ts";
import { parseRoles, UnsharedQueueError, UsageError } from "../app/roles.ts";
import { runOnce, type OnceSummary } from "../app/run-once.ts";
import { createAppLogger } from "../app/create-app-logger.ts";
import type { Config } from "../config/config.ts";
import { localTime } from "../core/local-time.ts";
import { count } from "./describe-check.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";
import { hearHangups } from "./hear-hangups.ts";
import { outliveReader } from "./output-reader.ts";
import { complain, say } from "./say.ts";

interface RunFlags {
  config: string;
  once?: true;
  strict?: true;
  roles?: string;
  json?: true;
}

/** A stop that hangs (a server gone at the wrong moment) ends the process after this long all the same. */
const STOP_LIMIT_MS = 25_000;

/** `wirewatch run`: until SIGTERM or SIGINT, or once. */
export async function runDaemon(flags: RunFlags): Promise<void> {
  const mode = flags.once === true ? "once" : "service";
  const reloadAtHangup = mode === "service" ? hearHangups(process) : null;
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  outliveReader();
  const { config, sources, lints } = loaded;
  const log = createAppLogger(process.env);
  // Secrets that this process uses and that are not set end it, with one error for all of them.
  for (const { code, file, line, message, remedy } of lints.filter((lint) => lint.code !== "unset-secret"))
    log.warn({ code, file, line, problem: message, remedy }, "configuration lint");
  if (flags.strict === true && lints.length > 0) {
    complain(
      `${lints.length} ${lints.length === 1 ? "lint" : "lints"} under --strict: \`wirewatch check\` shows ${lints.length === 1 ? "it" : "them"}`,
    );
    process.exitCode = EXIT.failed;
    return;
  }
  try {
    const roles = parseRoles(flags.roles, config.queue);
    await using daemon = disposable(await startDaemon({ config, sources, roles, env: process.env, log, mode }));
    reloadAtHangup?.(daemon.value);
    if (mode === "once") process.exitCode = await workOnce(daemon.value, config, flags);
    else await untilSignal(daemon.value);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof UnsharedQueueError)) throw error;
    complain(error.message);
    process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.configInvalid;
  }
}

function disposable(value: Daemon): { value: Daemon } & AsyncDisposable {
  return {
    value,
    [Symbol.asyncDispose]: async () => {
      const limit = setTimeout(() => {
        complain(`wirewatch did not stop within ${STOP_LIMIT_MS / 1000} s and ends now; nothing is lost`);
        process.exit(EXIT.failed);
      }, STOP_LIMIT_MS);
      await value.stop();
      clearTimeout(limit);
    },
  };
}

async function untilSignal(daemon: Daemon): Promise<void> {
  if (daemon.web !== null) complain(`wirewatch runs; health and metrics on ${daemon.web.http}`);
  await new Promise<void>((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
}

async function workOnce(daemon: Daemon, { channels, timezone }: Config, { json }: RunFlags): Promise<number> {
  const summary = await runOnce(daemon, new Set(channels.map(({ id }) => id)));
  say(json === true ? JSON.stringify(summary, null, 2) : describeOnce(summary, timezone));
  return summary.failed.length + summary.down.length > 0 ? EXIT.failed : 0;
}

function describeOnce(summary: OnceSummary, timezone: string): string {
  const { feeds, failed, recovered, resting, sent, waiting, down } = summary;
  return [
    `${feeds === 0 ? describeNoFeed(summary, timezone) : describePolled(summary)}; ` +
      `${count(sent, "message")} sent, ${waiting} waiting`,
    ...failed.map(({ id, cause }) => `  feed ${id}: ${cause}`),
    ...recovered.map(({ id }) => `  feed ${id} can be read again`),
    ...resting.map(({ id, cause, nextPollAt }) => {
      return `  feed ${id} was not asked, it is not due until ${localTime(nextPollAt, timezone)}; before: ${cause}`;
    }),
    ...down.map(({ id, cause }) => `  channel ${id}: ${cause}`),
  ].join("\n");
}

function describePolled({ feeds, failed, items }: OnceSummary): string {
  return `${count(feeds, "feed")} polled, ${failed.length} failed; ${count(items, "new item")}`;
}

function describeNoFeed({ next }: OnceSummary, timezone: string): string {
  if (next === null) return "0 feeds polled, for none is configured";
  return `0 feeds polled: none was due, the next is ${next.id} at ${localTime(next.nextPollAt, timezone)}`;
}
