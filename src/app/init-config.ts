import { writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { makeFolderOf } from "../store/sqlite/make-folder-of.ts";

/** Two configurations that share a store would drop each other's messages: the file is named after the folder. */
function starterFor(folder: string): string {
  const name = basename(resolve(folder)).replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
  return `# What to read, what to look for, whom to tell. Try it: wirewatch check, then wirewatch run --once
timezone: UTC
store: "sqlite:../data/${name === "" ? "wirewatch" : name}.db"   # its own: what another configuration has to tell is dropped from a shared one
feeds:
  - {id: bbc-world, url: "https://feeds.bbci.co.uk/news/world/rss.xml", kind: independent, lang: en}
  - {id: un-news, url: "https://news.un.org/feed/subscribe/en/news/all/rss.xml", kind: official, lang: en}
watches:
  - id: defection
    title: Diplomats who leave their post
    match: >-
      (defect* OR "seek* asylum" OR "refus* to return") NEAR/12 (diplomat* OR ambassador* OR embassy)
    unless: anniversary
    notify: [screen]
    tests:
      - {name: plain report, title: "Ambassador seeks asylum in Norway", expect: match}
      - {name: football transfer, title: "Striker defects to rivals", expect: quiet}
channels:
  screen: {console: {}}
`;
}

/** The folder has a configuration already. */
export class ConfigExistsError extends Error {
  override readonly name = "ConfigExistsError";
}

/** The file cannot be written where it was asked for. */
export class ConfigUnwritableError extends Error {
  override readonly name = "ConfigUnwritableError";
}

/**
 * Writes a first configuration that runs as it is, and returns its path; never over an existing one.
 * @throws ConfigExistsError or ConfigUnwritableError, which say what to do
 */
export async function initConfig(folder: string): Promise<string> {
  const path = join(folder, "wirewatch.yaml");
  try {
    makeFolderOf(resolve(path));
    await writeFile(path, starterFor(folder), { flag: "wx" });
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST")
      throw new ConfigExistsError(`${path} exists: edit it, or name another folder`, { cause });
    const remedy = "name a folder that the user of this process may write";
    throw new ConfigUnwritableError(`cannot write ${path}: ${remedy}`, { cause });
  }
  return path;
}
