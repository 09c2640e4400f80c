import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";
import type { Config, ConfigProblem } from "../../../src/config/config.ts";
import { loadConfig, type LoadedConfig } from "../../../src/config/load-config.ts";

export type Files = Readonly<Record<string, string>>;

/** Writes files, by their paths, into a folder that goes when the test has ended. */
export async function writeFiles(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wirewatch-config-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** Loads files as a configuration whose entry is `desk/wirewatch.yaml`. */
export async function loadDesk(
  files: Files | string,
  env: NodeJS.ProcessEnv = {},
): Promise<LoadedConfig & { root: string }> {
  const root = await writeFiles(typeof files === "string" ? { "desk/wirewatch.yaml": files } : files);
  return { ...(await loadConfig({ folder: join(root, "desk"), env })), root };
}

/** Errors and lints. */
export function problemsOf(loaded: LoadedConfig): readonly ConfigProblem[] {
  return loaded.kind === "valid" ? loaded.lints : loaded.problems;
}

/** Errors, or else lints, as `file:line:column code`. */
export async function findProblems(files: Files | string, env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const loaded = await loadDesk(files, env);
  const told = problemsOf(loaded).filter(({ severity }) => loaded.kind === "valid" || severity === "error");
  return told.map(
    ({ file, line, column, code }) => `${relative(join(loaded.root, "desk"), file)}:${line}:${column} ${code}`,
  );
}

/** @throws Error with all problems */
export async function validConfig(files: Files | string, env: NodeJS.ProcessEnv = {}): Promise<Config> {
  const loaded = await loadDesk(files, env);
  if (loaded.kind === "valid") return loaded.config;
  throw new Error(loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"));
}

/** A watch with its test and channel, of which nothing is to be said. */
export const WATCH = `watches:
  - id: defection
    title: Diplomats who leave
    match: defect*
    notify: [screen]
    tests: [{name: plain, title: defects, expect: match}]
channels:
  screen: {console: {}}
`;
