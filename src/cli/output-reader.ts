/**
 * Who reads our output may stop before its end, as `head` does: that is no failure of ours, and there is nothing left to
 * do. Complaints that nobody reads any more stop nothing.
 */
export function endWithReader(): void {
  process.stdout.on("error", end);
  process.stderr.on("error", throwOthers);
}

/** The daemon goes on: what it prints is one channel of several, whose messages wait. */
export function outliveReader(): void {
  process.stdout.off("error", end);
  process.stdout.on("error", throwOthers);
}

function end(error: NodeJS.ErrnoException): void {
  throwOthers(error);
  process.exit(Number(process.exitCode ?? 0));
}

function throwOthers(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
