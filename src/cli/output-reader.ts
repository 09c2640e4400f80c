/**
 * Who reads our output may stop before its end, as `head` does: that is no failure of ours, and there is nothing left to
 * do. Complaints that nobody reads any more stop nothing.
 */
export function endWithReader(): void {
  process.stdout.on("error", end);
  process.stderr.on("error", throwOthers);
}

/**
 * The daemon goes on: what it prints is one channel of several, whose messages wait.
 * @param whenGone called when a write finds that nobody reads any more
 */
export function outliveReader(whenGone?: () => void): void {
  process.stdout.off("error", end);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    throwOthers(error);
    whenGone?.();
  });
}

function end(error: NodeJS.ErrnoException): void {
  throwOthers(error);
  process.exit(Number(process.exitCode ?? 0));
}

function throwOthers(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
