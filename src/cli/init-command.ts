import { ConfigExistsError, ConfigUnwritableError, initConfig } from "../app/init-config.ts";
import { EXIT } from "./exit-code.ts";
import { complain, say } from "./say.ts";

/** `wirewatch init DIR`: a small configuration that works as it is. */
export async function runInit(folder: string): Promise<void> {
  try {
    const file = await initConfig(folder);
    const named = inShell(folder);
    say(`Wrote ${file}.\n\nNext:\n  wirewatch check --config ${named}\n  wirewatch run --config ${named}`);
  } catch (error) {
    if (!(error instanceof ConfigExistsError || error instanceof ConfigUnwritableError)) throw error;
    complain(error.message);
    process.exitCode = EXIT.failed;
  }
}

/** A path as a shell takes it for one. */
function inShell(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
