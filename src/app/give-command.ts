import type * as z from "zod";
import type { Config } from "../config/config.ts";
import { HOUR_MS } from "../core/time.ts";
import { ANSWERS, runOperatorCommand, type AnswerTo, type OperatorCommand } from "../pipeline/operator-command.ts";
import { askSocket } from "./ask-socket.ts";
import { controlSocketPath } from "./control-socket.ts";
import { makePlan } from "./make-plan.ts";
import { withStore } from "./with-store.ts";

/** Pruning a store of years for the first time takes minutes. */
const TIMEOUT_MS = HOUR_MS;

type Kind = OperatorCommand["kind"];
const schemas: { readonly [K in Kind]: z.ZodType<AnswerTo<K>> } = ANSWERS;

/**
 * Has the running daemon do it, through its control socket; where none listens, does it on the store.
 * @throws Error when the daemon does not answer, refuses, or answers what nobody answers to this command
 */
export async function giveCommand<K extends Kind>(
  config: Config,
  env: NodeJS.ProcessEnv,
  command: OperatorCommand & { kind: K },
): Promise<AnswerTo<K>> {
  return (await giveCommandNamingDoer<K>(config, env, command)).answer;
}

/** The same, for a command of which an operator is told who has done it. */
export async function giveCommandNamingDoer<K extends Kind>(
  config: Config,
  env: NodeJS.ProcessEnv,
  command: OperatorCommand & { kind: K },
): Promise<{ doneBy: "daemon" | "this-process"; answer: AnswerTo<K> }> {
  const socketPath = controlSocketPath(config, env);
  const ofDaemon = await askSocket(socketPath, asked(command));
  const answer = ofDaemon ?? (await doOnStore(config, env, command));
  const { data, error } = schemas[command.kind].safeParse(answer);
  if (error === undefined) return { doneBy: ofDaemon === undefined ? "this-process" : "daemon", answer: data };
  throw new Error(
    `the daemon on ${socketPath} answered something that this wirewatch does not know: restart it, if it is of another version`,
    { cause: error },
  );
}

function asked(command: OperatorCommand) {
  return { path: "/api/v1/commands", body: command, timeoutMs: TIMEOUT_MS };
}

function doOnStore(config: Config, env: NodeJS.ProcessEnv, command: OperatorCommand): Promise<unknown> {
  const { retention } = config;
  const plan = makePlan(config);
  return withStore(config, env, (store) =>
    runOperatorCommand({ store, retention, plan: () => plan, now: Date.now }, command),
  );
}
