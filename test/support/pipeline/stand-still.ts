import { AsyncLocalStorage } from "node:async_hooks";
import { SqliteDriver, type CompiledQuery, type DatabaseConnection, type QueryResult } from "kysely";

/**
 * Lets a life stand still for ever after one of its deeds. A deed is what outlives its process: a statement that changed rows in
 * SQLite, the commit of some, a call that reached somebody outside. Whoever stands still does nothing any more, so that it leaves
 * what a process leaves that is killed at that instant, and many lives can stand still in one process until it is killed.
 * What happens from one deed to the next leaves nothing: an instant after a deed is the one before the next.
 *
 * Loading this module makes the SQLite connections of the process ask for the life that they serve.
 */
interface Life {
  dieAfter: number;
  deeds: number;
  standStill: () => void;
}

/** How a life came out: its work ended, or it stands still. */
export interface LifeEnd {
  kind: "ended" | "stands-still";
  deeds: number;
}

const lives = new AsyncLocalStorage<Life>();

/** @param dieAfter deeds after which it stands still; null: it comes to its end */
export function live(dieAfter: number | null, work: () => Promise<void>): Promise<LifeEnd> {
  return new Promise((resolve, reject) => {
    const life: Life = {
      dieAfter: dieAfter ?? Infinity,
      deeds: 0,
      standStill: () => resolve({ kind: "stands-still", deeds: life.deeds }),
    };
    lives.run(life, work).then(() => resolve({ kind: "ended", deeds: life.deeds }), reject);
  });
}

/** Before whatever may be a deed or an answer. */
export async function goOn(): Promise<void> {
  const life = lives.getStore();
  if (life === undefined || life.deeds < life.dieAfter) return;
  life.standStill();
  await new Promise(() => {});
}

/** After a deed. */
export async function countDeed(): Promise<void> {
  const life = lives.getStore();
  if (life !== undefined) life.deeds += 1;
  await goOn();
}

const WRITE = /\b(?:insert into|update|delete from)\b/i;

class MortalConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  /** Since it was lent. */
  #changed = false;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    await goOn();
    const result = await this.#connection.executeQuery<R>(query);
    const { numAffectedRows = 0n, rows } = result;
    const changes = WRITE.test(query.sql) && (numAffectedRows > 0n || rows.length > 0);
    if (changes || (query.sql === "commit" && this.#changed)) await countDeed();
    this.#changed ||= changes;
    return result;
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize);
  }
}

// oxlint-disable-next-line typescript/unbound-method -- it is called with its own driver
const { acquireConnection } = SqliteDriver.prototype;
SqliteDriver.prototype.acquireConnection = async function acquireMortal(this: SqliteDriver) {
  return new MortalConnection(await acquireConnection.call(this));
};
