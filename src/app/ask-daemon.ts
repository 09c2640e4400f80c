import type { Config } from "../config/config.ts";
import { openStore } from "../store/open-store.ts";
import { askLedger, type LedgerState } from "../pipeline/inspect/ask-ledger.ts";
import type { Logger } from "../telemetry/logger.ts";
import { Status } from "../web/status.ts";
import { askSocket } from "./ask-socket.ts";
import { controlSocketPath } from "./control-socket.ts";

export type StatusAnswer =
  | { kind: "running"; status: Status }
  /** No daemon answers; what the store alone knows. */
  | { kind: "stopped"; ledger: LedgerState };

/** Asks the running daemon through its control socket, else reads the store. */
export async function askDaemonStatus(config: Config, env: NodeJS.ProcessEnv, log: Logger): Promise<StatusAnswer> {
  const socketPath = controlSocketPath(config, env);
  const answer = await askSocket(socketPath, { path: "/api/v1/status" });
  if (answer !== undefined) return { kind: "running", status: parseStatus(answer, socketPath) };
  const { url, sync } = config.store;
  const store = await openStore({ url, sync, migrate: false, now: Date.now, log });
  try {
    return { kind: "stopped", ledger: await askLedger(store, Date.now()) };
  } finally {
    await store.close();
  }
}

function parseStatus(answer: unknown, socketPath: string): Status {
  try {
    return Status.parse(answer);
  } catch (error) {
    throw new Error(`the daemon's control socket ${socketPath} answered with something else`, { cause: error });
  }
}
