import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHANGED, loadInThread, loadOnMain, replaceRules, type Reload } from "./support/reload-steps.ts";
import { reloadDaemon } from "./support/reload-daemon.ts";
import { printHeader, printTable } from "./support/report.ts";
import { writeManyWatches } from "./support/write-many-watches.ts";

/**
 * What the main thread waits for while a configuration of ten thousand watches is read again and goes to the match thread,
 * step by step and in the real daemon.
 */

const WATCHES = Number(process.argv[2] ?? 10_000);

function row(name: string, { cpuMs, wallMs, over50, seconds, matched }: Reload): string[] {
  return [name, cpuMs.toFixed(0), wallMs.toFixed(0), String(over50), seconds.toFixed(1), String(matched)];
}

printHeader(`Reload: ${WATCHES} watches, ${CHANGED} of them changed`, "npm run bench:reload");
const folder = await mkdtemp(join(tmpdir(), "wirewatch-reload-"));
try {
  await writeManyWatches(folder, WATCHES);
  const inThread = await loadInThread(folder);
  const replaced = await replaceRules(inThread.config);
  const onMain = await loadOnMain(folder);
  const daemon = await reloadDaemon(folder);
  printTable(
    ["", "longest turn, CPU ms", "wall ms", "turns over 50 ms", "s", "items matched meanwhile"],
    [
      row("configuration read in its thread", inThread.reload),
      row("few watches changed: edited", replaced.edited),
      row("a list changed: compiled anew", replaced.anew),
      row("configuration read on the main thread", onMain),
      row("the daemon: nothing changed", daemon.same),
      row("the daemon: few watches changed", daemon.edited),
      row("the daemon: a list changed", daemon.anew),
    ],
  );
} finally {
  await rm(folder, { recursive: true });
}
