import { ConfigExistsError, ConfigUnwritableError, initConfig } from "../app/init-config.ts";
import { EXIT } from "./exit-code.ts";
import { complain, say } from "./say.ts";

/** `wirewatch init DIR`: a small configuration that works as it is. */
export async function runInit(folder: string): Promise<void> {
  try {
    const file = await initConfig(folder);
    say(`Wrote ${file}.\n\nNext:\n  wirewatch check --config ${folder}\n  wirewatch run --config ${folder}`);
  } catch (error) {
    if (!(error instanceof ConfigExistsError || error instanceof ConfigUnwritableError)) throw error;
    complain(error.message);
    process.exitCode = EXIT.failed;
  }
}
