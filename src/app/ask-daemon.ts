import type { Config } from "../config/config.ts";
import { askLedger, type LedgerState } from "../pipeline/inspect/ask-ledger.ts";
import { Status } from "../web/status.ts";
import { askSocket } from "./ask-socket.ts";
import { controlSocketPath } from "./control-socket.ts";
import { withStore } from "./with-store.ts";

export type StatusAnswer =
  | { kind: "running"; status: Status }
  /** No daemon answers; what the store alone knows. */
  | { kind: "stopped"; ledger: LedgerState };

/** Asks the running daemon through its control socket, else reads the store. */
export async function askDaemonStatus(config: Config, env: NodeJS.ProcessEnv): Promise<StatusAnswer> {
  const status = await askRunningDaemon(config, env);
  if (status !== undefined) return { kind: "running", status };
  const plan = { hash: config.hash, channels: new Set(config.channels.map(({ id }) => id)) };
  const ledger = await withStore(config, env, (store) => askLedger(store, { plan, now: Date.now() }));
  return { kind: "stopped", ledger };
}

/** The same where the files do not say more than which daemon they belong to; undefined: none runs. */
export async function askRunningDaemon(
  place: Pick<Config, "folder" | "store">,
  env: NodeJS.ProcessEnv,
): Promise<Status | undefined> {
  const socketPath = controlSocketPath(place, env);
  const answer = await askSocket(socketPath, { path: "/api/v1/status" });
  return answer === undefined ? undefined : parseStatus(answer, socketPath);
}

function parseStatus(answer: unknown, socketPath: string): Status {
  try {
    return Status.parse(answer);
  } catch (error) {
    throw new Error(`the daemon's control socket ${socketPath} answered with something else`, { cause: error });
  }
}
