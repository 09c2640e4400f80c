import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger } from "../../src/telemetry/logger.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createTemporaryDatabase } from "./temporary-database.ts";

export interface TestStore {
  store: Store;
  /** Another process's view where the database serves many; the same store where it serves one. */
  peer: Store;
  url: string;
  remove(): Promise<void>;
}

const log = createLogger("silent");

/** A migrated store on an empty database of its own. */
export async function openTestStore(dialect: "sqlite" | "postgres", now: () => number = Date.now): Promise<TestStore> {
  if (dialect === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "wirewatch-store-"));
    const url = `sqlite:${join(folder, "data", "wirewatch.db")}`;
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
  const { url, drop } = await createTemporaryDatabase();
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
      await drop();
    },
  };
}
