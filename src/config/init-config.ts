import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const STARTER = `# What to read, what to look for, whom to tell. Try it: wirewatch check, then wirewatch run --once
timezone: UTC
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

/** The folder has a configuration already. */
export class ConfigExistsError extends Error {
  override readonly name = "ConfigExistsError";
}

/** Writes a first configuration that runs as it is, and returns its path; never over an existing one. */
export async function initConfig(folder: string): Promise<string> {
  const path = join(folder, "wirewatch.yaml");
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(path, STARTER, { flag: "wx" });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
    throw new ConfigExistsError(`${path} exists: edit it, or name another folder`, { cause });
  }
  return path;
}
