import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { acquireSingleWriterLock, AnotherRunError } from "../../src/store/sqlite/single-writer-lock.ts";
import { createLogger } from "../../src/telemetry/logger.ts";

const WRITER = fileURLToPath(new URL("../support/store/store-writer.ts", import.meta.url));

interface Writer {
  child: ChildProcess;
  /** Rounds that the writer said were stored. */
  acknowledged: () => number;
  reaches: (round: number) => Promise<void>;
  kill: () => Promise<void>;
}

function startWriter(path: string): Writer {
  const child = spawn(process.execPath, [WRITER, path], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  function acknowledged(): number {
    const lines = output.slice(0, output.lastIndexOf("\n") + 1).trim();
    return lines === "" ? 0 : Number(lines.split("\n").at(-1));
  }
  return {
    child,
    acknowledged,
    async reaches(round) {
      while (acknowledged() < round) {
        if (child.exitCode !== null) throw new Error("the writer ended by itself");
        await once(child.stdout, "data");
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

describe("a process that is killed while it writes to SQLite", () => {
  let folder: string;
  let path: string;
  const writers: Writer[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wirewatch-crash-"));
    path = join(folder, "wirewatch.db");
  });
  afterEach(async () => {
    await Promise.all(writers.splice(0).map((writer) => writer.kill()));
    rmSync(folder, { recursive: true, force: true });
  });

  async function killedAfter(round: number): Promise<number> {
    const writer = startWriter(path);
    writers.push(writer);
    await writer.reaches(round);
    await writer.kill();
    return writer.acknowledged();
  }

  it.each([1, 25, 120])("has lost nothing that it acknowledged, killed after round %i", async (rounds) => {
    const acknowledged = await killedAfter(rounds);
    expect(acknowledged).toBeGreaterThanOrEqual(rounds);

    const file = new DatabaseSync(path);
    expect(file.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" });
    file.close();
    const log = createLogger("silent");
    const store = await openStore({ url: `sqlite:${path}`, sync: "normal", migrate: true, now: Date.now, log });
    try {
      for (let round = 1; round <= acknowledged; round += 1) {
        const delivery = await store.deliveries.findByKey(`alert|${round}|desk`);
        const matches = await store.deliveries.listMatches(delivery?.id ?? "");
        expect(matches.map((match) => match.item.identity)).toEqual([`item-${round}`]);
        expect(matches[0]?.storyId).toBe(delivery?.storyId);
      }
      const deliveries = await store.deliveries.list({ limit: 1_000_000 });
      const items = await store.feeds.coverage(0, acknowledged + 10);
      expect(deliveries.length - acknowledged).toBeOneOf([0, 1]);
      expect(items.items - (await store.items.countUnmatched())).toBe(deliveries.length);
    } finally {
      await store.close();
    }
  });

  it("frees the file for the next one at once, and held it before", async () => {
    const writer = startWriter(path);
    writers.push(writer);
    await writer.reaches(1);
    expect(() => acquireSingleWriterLock(path)).toThrow(AnotherRunError);
    expect(() => acquireSingleWriterLock(path)).toThrow(`process ${writer.child.pid}`);
    await writer.kill();
    acquireSingleWriterLock(path).release();
  });
});
