import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger } from "../../../src/telemetry/logger.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { giveBack, takeDatabase } from "./emptied-database.ts";

export interface TestStore {
  store: Store;
  /** Another process's view where the database serves many; the same store where it serves one. */
  peer: Store;
  url: string;
  remove(): Promise<void>;
}

const log = createLogger("silent");

/** A SQLite file with the store's tables, made once: every test starts from a copy. */
let empty: Buffer | undefined;

async function makeEmptyFile(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "wirewatch-empty-"));
  const path = join(folder, "wirewatch.db");
  const store = await openStore({ url: `sqlite:${path}`, sync: "normal", migrate: true, now: Date.now, log });
  await store.close();
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

/** A migrated store on an empty database of its own. */
export async function openTestStore(dialect: "sqlite" | "postgres", now: () => number = Date.now): Promise<TestStore> {
  if (dialect === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "wirewatch-store-"));
    const path = join(folder, "data", "wirewatch.db");
    mkdirSync(join(folder, "data"));
    writeFileSync(path, (empty ??= await makeEmptyFile()));
    const url = `sqlite:${path}`;
    const store = await openStore({ url, sync: "normal", migrate: true, now, log });
    return {
      store,
      peer: store,
      url,
      async remove() {
        await store.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  const database = await takeDatabase();
  const { url } = database;
  const [store, peer] = await Promise.all([
    openStore({ url, sync: "normal", migrate: true, now, log }),
    openStore({ url, sync: "normal", migrate: true, now, log }),
  ]);
  return {
    store,
    peer,
    url,
    async remove() {
      await Promise.all([store.close(), peer.close()]);
      await giveBack(database);
    },
  };
}
