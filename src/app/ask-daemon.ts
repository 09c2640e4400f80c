import { request, Agent } from "undici";
import type { Config } from "../config/config.ts";
import { openStore } from "../store/open-store.ts";
import { askLedger, type LedgerState } from "../pipeline/inspect/ask-ledger.ts";
import type { Logger } from "../telemetry/logger.ts";
import { Status } from "../web/status.ts";
import { controlSocketPath } from "./control-socket.ts";

export type StatusAnswer =
  | { kind: "running"; status: Status }
  /** No daemon answers; what the store alone knows. */
  | { kind: "stopped"; ledger: LedgerState };

/** Asks the running daemon through its control socket, else reads the store. */
export async function askDaemonStatus(config: Config, env: NodeJS.ProcessEnv, log: Logger): Promise<StatusAnswer> {
  const status = await askSocket(controlSocketPath(config, env));
  if (status !== undefined) return { kind: "running", status };
  const { url, sync } = config.store;
  const store = await openStore({ url, sync, migrate: false, now: Date.now, log });
  try {
    return { kind: "stopped", ledger: await askLedger(store) };
  } finally {
    await store.close();
  }
}

async function askSocket(socketPath: string): Promise<Status | undefined> {
  const dispatcher = new Agent({ connect: { socketPath } });
  try {
    const { body } = await request("http://localhost/api/v1/status", { dispatcher });
    return Status.parse(await body.json());
  } catch (error) {
    if (isNobodyThere(error)) return undefined;
    throw new Error(`the daemon's control socket ${socketPath} answered with something else`, { cause: error });
  } finally {
    await dispatcher.close();
  }
}

function isNobodyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ECONNREFUSED");
}
