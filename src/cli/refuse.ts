import { EXIT } from "./exit-code.ts";

/** Says on standard error why nothing was done: the command was given something it cannot work with. */
export function refuse(why: string): undefined {
  console.error(why);
  process.exitCode = EXIT.usage;
}
