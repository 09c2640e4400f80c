import { EXIT } from "./exit-code.ts";
import { complain } from "./say.ts";

/** Says on standard error why nothing was done: the command was given something it cannot work with. */
export function refuse(why: string): undefined {
  complain(why);
  process.exitCode = EXIT.usage;
}
