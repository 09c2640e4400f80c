import type { Config } from "../config/config.ts";
import { HOUR_MS } from "../core/time.ts";
import { OperatorAnswer, runOperatorCommand, type OperatorCommand } from "../pipeline/operator-command.ts";
import { askSocket } from "./ask-socket.ts";
import { controlSocketPath } from "./control-socket.ts";
import { makePlan } from "./make-plan.ts";
import { withStore } from "./with-store.ts";

/** Pruning a store of years for the first time takes minutes. */
const TIMEOUT_MS = HOUR_MS;

/** Has the running daemon do it, through its control socket; where none listens, does it on the store. */
export async function giveCommand(
  config: Config,
  env: NodeJS.ProcessEnv,
  command: OperatorCommand,
): Promise<OperatorAnswer> {
  const asked = { path: "/api/v1/commands", body: command, timeoutMs: TIMEOUT_MS };
  const answer = await askSocket(controlSocketPath(config, env), asked);
  if (answer !== undefined) return OperatorAnswer.parse(answer);
  const { retention } = config;
  const plan = makePlan(config);
  return withStore(config, env, (store) => {
    return runOperatorCommand({ store, retention, plan: () => plan, now: Date.now }, command);
  });
}
