import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeSqliteError } from "./describe-sqlite-error.ts";
import { openSqliteDatabase } from "./sqlite-database.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";

interface Notes {
  notes: { text: string };
}

describe("a SQLite file", () => {
  let folder: string;
  let path: string;
  let db: Kysely<Notes>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "wirewatch-sqlite-"));
    path = join(folder, "notes.db");
    db = new Kysely<Notes>({ dialect: createSqliteDialect({ path, sync: "normal", create: true }) });
    await sql`create table notes (text text not null)`.execute(db);
  });
  afterEach(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  async function count(): Promise<number> {
    const { rows } = await db
      .selectFrom("notes")
      .select((eb) => eb.fn.countAll<number>().as("rows"))
      .executeTakeFirstOrThrow();
    return rows;
  }

  it("undoes a transaction that meets a full disk, says so, and works again when there is space", async () => {
    await sql`pragma max_page_count = 8`.execute(db);
    const filling = db.transaction().execute(async (transaction) => {
      for (let at = 0; at < 100; at += 1)
        await transaction
          .insertInto("notes")
          .values({ text: "x".repeat(2000) })
          .execute();
    });
    await expect(filling).rejects.toMatchObject({
      name: "StoreError",
      reason: "disk-full",
      message: expect.stringContaining(path),
      cause: { errcode: 13 },
    });
    expect(await count()).toBe(0);
    await sql`pragma max_page_count = 10000`.execute(db);
    await db.insertInto("notes").values({ text: "space again" }).execute();
    expect(await count()).toBe(1);
  });

  it("keeps a statement prepared that is used again and again, however many others come between", () => {
    const database = openSqliteDatabase(path, "normal");
    const often = database.prepare("select text from notes");
    const once = database.prepare("select 1");
    for (let length = 2; length < 600; length += 1) {
      database.prepare(`select ${Array.from({ length }, () => "?").join(", ")}`);
      expect(database.prepare("select text from notes")).toBe(often);
    }
    expect(database.prepare("select 1")).not.toBe(once);
    database.close();
  });

  it("tells a read-only file from other trouble, and leaves other errors as they are", async () => {
    const readOnly = new DatabaseSync(path, { readOnly: true });
    const errors = ["insert into notes values ('x')", "select 1 from nowhere"].map((statement) => {
      try {
        return readOnly.exec(statement);
      } catch (error) {
        return describeSqliteError(error, path);
      }
    });
    readOnly.close();
    expect(errors).toMatchObject([
      { name: "StoreError", reason: "not-writable" },
      { name: "Error", message: "no such table: nowhere" },
    ]);
  });

  it("refuses values that the other database would store differently", async () => {
    const wrong = sql`insert into notes values (${new Date(0)})`.execute(db);
    await expect(wrong).rejects.toThrow(TypeError);
  });

  it("lends its connection in the order of asking, a transaction like any query", async () => {
    const order: string[] = [];
    async function note(name: string): Promise<void> {
      await db.insertInto("notes").values({ text: name }).execute();
      order.push(name);
    }
    await Promise.all([
      note("first"),
      db.transaction().execute(async (transaction) => {
        for (const text of ["a", "b", "c"]) await transaction.insertInto("notes").values({ text }).execute();
        order.push("transaction");
      }),
      note("third"),
      note("fourth"),
    ]);
    expect(order).toEqual(["first", "transaction", "third", "fourth"]);
  });
});
