import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { createLogger } from "../../../src/telemetry/logger.ts";

/** In memory, for all connections of this process. */
const SHARED = "file:emptied-store?mode=memory&cache=shared";

interface EmptiedStore {
  store: Store;
  /** The store's clock. */
  time: { now: number };
}

let opened: Promise<EmptiedStore & { empty: () => void }> | undefined;

/** One migrated store for all that come after each other in this process; each finds it empty. */
export async function openEmptiedStore(): Promise<EmptiedStore> {
  opened ??= open();
  const { empty, ...rest } = await opened;
  empty();
  return rest;
}

async function open(): Promise<EmptiedStore & { empty: () => void }> {
  const time = { now: 0 };
  const store = await openStore({
    url: `sqlite:${SHARED}`,
    sync: "normal",
    migrate: true,
    now: () => time.now,
    log: createLogger("silent"),
  });
  const file = new DatabaseSync(SHARED, { enableForeignKeyConstraints: false });
  const tables = file
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'kysely_%' and name not like 'sqlite_%'",
    )
    .all();
  const empty = tables.map(({ name }) => `delete from "${String(name)}";`).join("\n");
  return { store, time, empty: () => file.exec(`begin; ${empty} commit;`) };
}
