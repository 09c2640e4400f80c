import type { Daemon } from "../app/start-daemon.ts";
import { startDaemon } from "../app/start-daemon.ts";
import { parseRoles, UnsharedQueueError, UsageError } from "../app/roles.ts";
import { runOnce } from "../app/run-once.ts";
import { createAppLogger } from "../app/create-app-logger.ts";
import type { Config } from "../config/config.ts";
import { localTime } from "../core/local-time.ts";
import { count } from "./describe-check.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";
import { complain, say } from "./say.ts";

interface RunFlags {
  config: string;
  once?: true;
  strict?: true;
  roles?: string;
}

/** A stop that hangs (a server gone at the wrong moment) ends the process after this long all the same. */
const STOP_LIMIT_MS = 25_000;

/** `wirewatch run`: until SIGTERM or SIGINT, or once. */
export async function runDaemon(flags: RunFlags): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { config, lints } = loaded;
  const log = createAppLogger(process.env);
  for (const { code, file, line, message, remedy } of lints)
    log.warn({ code, file, line, problem: message, remedy }, "configuration lint");
  if (flags.strict === true && lints.length > 0) {
    complain(
      `${lints.length} ${lints.length === 1 ? "lint" : "lints"} under --strict: \`wirewatch check\` shows ${lints.length === 1 ? "it" : "them"}`,
    );
    process.exitCode = EXIT.failed;
    return;
  }
  const mode = flags.once === true ? "once" : "service";
  try {
    const roles = parseRoles(flags.roles, config.queue);
    await using daemon = disposable(await startDaemon({ config, roles, env: process.env, log, mode }));
    if (mode === "once") process.exitCode = await printOnce(daemon.value, config);
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

async function printOnce(daemon: Daemon, { channels, timezone }: Config): Promise<number> {
  const channelIds = new Set(channels.map(({ id }) => id));
  const { feeds, failed, resting, items, sent, waiting, down } = await runOnce(daemon, channelIds);
  say(
    `${count(feeds, "feed")} polled, ${failed.length} failed; ${count(items, "new item")}; ` +
      `${count(sent, "message")} sent, ${waiting} waiting`,
  );
  for (const feed of failed) say(`  feed ${feed.id}: ${feed.cause}`);
  for (const { id, cause, nextPollAt } of resting)
    say(`  feed ${id} is not due until ${localTime(nextPollAt, timezone)}: ${cause}`);
  for (const channel of down) say(`  channel ${channel.id}: ${channel.cause}`);
  return failed.length + down.length > 0 ? EXIT.failed : 0;
}
