import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { loadConfig, type LoadedConfig } from "../../../src/config/load-config.ts";

/** Loads files, by their paths, as a configuration; `wirewatch.yaml` is the entry. Files of problems are relative again. */
export async function loadFiles(files: Readonly<Record<string, string>>): Promise<LoadedConfig> {
  const folder = await mkdtemp(join(tmpdir(), "wirewatch-config-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const loaded = await loadConfig({ folder, env: {} });
    if (loaded.kind === "valid") return loaded;
    const problems = loaded.problems.map((problem) => ({ ...problem, file: relative(folder, problem.file) }));
    return { ...loaded, problems };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
