import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary folder with a configuration, beside which the daemon keeps its data. */
export interface DaemonFolder {
  config: string;
  data: string;
  remove(): void;
}

/** Writes one configuration file; `data/` beside it is where `store: sqlite:../data/…` points. */
export function makeDaemonFolder(yaml: string): DaemonFolder {
  const folder = mkdtempSync(join(tmpdir(), "wirewatch-e2e-"));
  const config = join(folder, "config");
  mkdirSync(config);
  writeFileSync(join(config, "wirewatch.yaml"), yaml);
  return {
    config,
    data: join(folder, "data"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
