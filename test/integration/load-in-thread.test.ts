import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { ConfigCollector, splitConfig } from "../../src/app/threads/config-parts.ts";
import { toStoredBody } from "../../src/app/stored-body.ts";
import { loadInThread } from "../../src/app/threads/load-in-thread.ts";

/** Enough watches, terms and feeds that they travel in several pieces, and a lint. */
const ENTRY = `
store: sqlite:wirewatch.db
lists: {office: {en: [${Array.from({ length: 510 }, (_, at) => `officeholder ${at}`).join(", ")}], fa: [سفیر]}}
clauses: {refusal: refus* NEAR/3 return}
channels: {desk: {console: {}}, idle: {console: {}}}
feeds:
${Array.from({ length: 510 }, (_, at) => `  - {id: feed-${at}, url: "https://news.example/${at}"}`).join("\n")}
watches:
${Array.from({ length: 510 }, (_, at) => `  - {id: watch-${at}, title: Watch ${at}, match: "@office AND (@refusal OR defect${at}*)", notify: [desk], tests: [{name: quiet, title: Rain, expect: quiet}]}`).join("\n")}
`;

async function withFolder<T>(entry: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "wirewatch-load-"));
  try {
    await writeFile(join(folder, "wirewatch.yaml"), entry);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function isFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

describe("a configuration that is read in its own thread", () => {
  it.each([
    ["a valid one", ENTRY],
    ["one with problems", `${ENTRY}\nqueue: 7\nunknown: 1\n`],
    ["one that is no YAML", "watches: ["],
  ])("is what it is when it is read here: %s", async (_name, entry) => {
    await withFolder(entry, async (folder) => {
      const options = { folder, env: { WIREWATCH_STORE: "sqlite:other.db" } };
      const [there, here] = [await loadInThread(options), await loadConfig(options)];
      expect(there.loaded).toEqual(here);
      expect(there.body).toBe(here.kind === "valid" ? toStoredBody(here.config) : "");
    });
  });

  it("comes in pieces of at most 500 entries, and is frozen all through", async () => {
    const loaded = await withFolder(ENTRY, (folder) => loadConfig({ folder, env: {} }));
    const collector = new ConfigCollector();
    for (const part of splitConfig(loaded)) {
      const entries =
        "portion" in part ? part.portion : "feeds" in part ? part.feeds : "watches" in part ? part.watches : [];
      expect(entries.length).toBeLessThanOrEqual(500);
      collector.add(structuredClone(part));
    }
    const collected = collector.loaded();
    expect(collected).toEqual(loaded);
    expect(collected.kind === "valid" && isFrozen(collected.config)).toBe(true);
  });
});
