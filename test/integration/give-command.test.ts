import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { controlSocketPath } from "../../src/app/control-socket.ts";
import { giveCommand } from "../../src/app/give-command.ts";
import type { Config } from "../../src/config/config.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";

const env = { WIREWATCH_LOG_LEVEL: "silent" };

let folder: DaemonFolder;
let config: Config;
let daemon: Server | undefined;

beforeEach(async () => {
  folder = makeDaemonFolder("store: sqlite:../data/wirewatch.db\n");
  mkdirSync(folder.data);
  const loaded = await loadConfig({ folder: folder.config, env: {} });
  if (loaded.kind === "invalid") throw new Error("the configuration is invalid");
  ({ config } = loaded);
});
afterEach(() => {
  daemon?.close();
  folder.remove();
});

/** A daemon of whatever version, which says this to every command. */
async function startDaemonThatAnswers(answer: object): Promise<void> {
  daemon = createServer((_request, response) => response.end(JSON.stringify(answer)));
  daemon.listen(controlSocketPath(config, env));
  await once(daemon, "listening");
}

it("a command has the answer that the running daemon gives to it", async () => {
  await startDaemonThatAnswers({ kind: "resumed", feedId: "wire", wasPaused: true });
  const answer = await giveCommand(config, env, { kind: "resume", feedId: "wire" });
  expect(answer).toEqual({ kind: "resumed", feedId: "wire", wasPaused: true });
});

it.each([
  ["an answer that nobody knows", { kind: "resumed-in-part", feedId: "wire" }],
  ["the answer to another command", { kind: "pruned", removed: {} }],
  ["no answer at all", {}],
])("%s is an error that says what to do, not silence", async (_what, answer) => {
  await startDaemonThatAnswers(answer);
  await expect(giveCommand(config, env, { kind: "resume", feedId: "wire" })).rejects.toThrow(
    /^the daemon on .*wirewatch\.db\.sock answered something that this wirewatch does not know: restart it/,
  );
});
