import type { Config } from "../config/config.ts";
import { HOUR_MS } from "../core/time.ts";
import { ReloadAnswer } from "../web/reload-answer.ts";

export type { ReloadAnswer };
import { RELOAD_HEADER, RELOAD_PATH } from "../web/reload-request.ts";
import { askSocket } from "./ask-socket.ts";
import { controlSocketPath } from "./control-socket.ts";

/** Very many watches take a minute; an answer comes in the end. */
const TIMEOUT_MS = HOUR_MS;

/**
 * Has the running daemon take over the files as they are now; undefined: none runs on this store.
 * @throws Error when it answers something else
 */
export async function askReload(
  place: Pick<Config, "folder" | "store">,
  env: NodeJS.ProcessEnv,
): Promise<ReloadAnswer | undefined> {
  const socketPath = controlSocketPath(place, env);
  const asked = { path: RELOAD_PATH, body: {}, headers: { [RELOAD_HEADER]: "1" }, good: [200, 422] };
  const answer = await askSocket(socketPath, { ...asked, timeoutMs: TIMEOUT_MS });
  if (answer === undefined) return undefined;
  const { data, error } = ReloadAnswer.safeParse(answer);
  if (error === undefined) return data;
  throw new Error(
    `the daemon on ${socketPath} answered something that this wirewatch does not know: restart it, if it is of another version`,
    { cause: error },
  );
}
