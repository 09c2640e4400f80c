/** Exit codes of every command (docs/operations.md): 0 good; the rest below. */
export const EXIT = {
  /** A test, run or delivery failed, findings under `--strict`, another process runs, wrong Node. */
  failed: 1,
  usage: 2,
  configInvalid: 3,
} as const;
