import { CommanderError } from "commander";
import { SecretUnavailableError } from "../config/secrets.ts";
import { UnusableSecretError } from "../core/secret.ts";
import { EXIT } from "./exit-code.ts";
import { endWithReader } from "./output-reader.ts";
import { createProgram } from "./program.ts";
import { complain } from "./say.ts";

/** Entry of `bin/wirewatch.js`. Ends the process itself: a database or queue client may keep a socket open. */
async function main(): Promise<number> {
  try {
    const program = createProgram();
    await program.parseAsync(process.argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
    complain(describe(error));
    const isSecret = error instanceof SecretUnavailableError || error instanceof UnusableSecretError;
    return isSecret ? EXIT.configInvalid : EXIT.failed;
  }
}

/** An error as an operator reads it: its message and what caused it; the stack only on request. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return `wirewatch failed: ${String(error)}`;
  if (process.env["WIREWATCH_DEBUG"] !== undefined) return error.stack ?? error.message;
  const cause = error.cause instanceof Error ? error.cause.message : "";
  const isSaid = cause === "" || error.message.includes(cause);
  return `wirewatch: ${error.message}${isSaid ? "" : `\n  cause: ${cause}`}`;
}

endWithReader();
const code = await main();
await new Promise<void>((resolve) => {
  process.stdout.write("", () => resolve());
});
process.exit(code);
