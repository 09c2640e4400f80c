import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { StoreError } from "../../src/store/store-error.ts";
import type { Store } from "../../src/store/store.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { freePort } from "../support/servers/free-port.ts";
import { feed, readItem } from "../support/store/store-builders.ts";
import { createTemporaryDatabase, type TemporaryDatabase } from "../support/store/temporary-database.ts";

const run = promisify(execFile);
const log = createLogger("silent");

function open(url: string, migrate = true): Promise<Store> {
  return openStore({ url, sync: "normal", migrate, now: Date.now, log });
}

async function openAndClose(url: string, migrate = true): Promise<void> {
  const store = await open(url, migrate);
  await store.close();
}

async function refusal(url: string, migrate = true): Promise<StoreError> {
  const answer = await openAndClose(url, migrate).catch((error: unknown) => error);
  if (!(answer instanceof StoreError)) throw new Error(`expected a StoreError, got ${String(answer)}`);
  return answer;
}

describe("opening a SQLite store", () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wirewatch-open-"));
    path = join(folder, "data", "deep", "wirewatch.db");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("makes the folder and the tables, and finds them again", async () => {
    const store = await open(`sqlite:${path}`);
    await store.feeds.sync([feed("a")], () => 5);
    await store.close();
    const again = await open(`sqlite:${path}`, false);
    expect(await again.feeds.get("a")).toMatchObject({ nextPollAt: 5 });
    await again.close();
  });

  it("by two processes at once makes the tables once", async () => {
    const script = `
      const { openStore } = await import(${JSON.stringify(new URL("../../src/store/open-store.ts", import.meta.url))});
      const log = { info() {} };
      const store = await openStore({ url: process.argv[1], sync: "normal", migrate: true, now: Date.now, log });
      await store.close();`;
    const args = ["--input-type=module", "-e", script, `sqlite:${path}`];
    await expect(Promise.all([1, 2, 3].map(() => run(process.execPath, args)))).resolves.toHaveLength(3);
    await openAndClose(`sqlite:${path}`, false);
  });

  it("without the right to make it says that there is none yet", async () => {
    expect(await refusal(`sqlite:${path}`, false)).toMatchObject({
      reason: "missing",
      message: expect.stringContaining(path),
    });
  });

  it("refuses a database of a newer program, whether it may migrate or not", async () => {
    await openAndClose(`sqlite:${path}`);
    const file = new DatabaseSync(path);
    file.exec("insert into migrations (name, timestamp) values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')");
    file.close();
    for (const migrate of [true, false])
      expect(await refusal(`sqlite:${path}`, migrate)).toMatchObject({
        reason: "newer-database",
        message: expect.stringMatching(/newer wirewatch: run that version/),
      });
  });

  it("refuses to read an older database that it may not migrate", async () => {
    await openAndClose(`sqlite:${path}`);
    const file = new DatabaseSync(path);
    file.exec("delete from migrations");
    file.close();
    expect(await refusal(`sqlite:${path}`, false)).toMatchObject({ reason: "older-database" });
  });

  it("leaves no table behind when a migration fails half way", async () => {
    mkdirSync(join(folder, "data", "deep"), { recursive: true });
    const file = new DatabaseSync(path);
    file.exec("create table leases (name text)");
    await expect(openAndClose(`sqlite:${path}`)).rejects.toThrow("leases");
    const tables = file.prepare("select name from sqlite_master where type = 'table' and name = 'feeds'").all();
    file.close();
    expect(tables).toEqual([]);
  });

  it("names the path and the remedy when the file cannot be made", async () => {
    writeFileSync(join(folder, "data"), "a file where a folder should be");
    expect(await refusal(`sqlite:${path}`)).toMatchObject({
      reason: "not-writable",
      message: expect.stringContaining(path),
    });
    const asFolder = join(folder, "folder.db");
    mkdirSync(asFolder);
    expect(await refusal(`sqlite:${asFolder}`)).toMatchObject({ reason: "not-writable" });
  });

  it("names the file when it is no database", async () => {
    const text = join(folder, "notes.txt");
    writeFileSync(text, "not a database at all, only some text ".repeat(100));
    expect(await refusal(`sqlite:${text}`)).toMatchObject({
      reason: "damaged",
      message: `${text} is not a readable SQLite database: if it is another file, correct store:; if it was one, restore a backup`,
    });
  });

  it("logs in one line that it made the tables, and nothing where they are there", async () => {
    const lines: unknown[] = [];
    const told = createLogger("info", { write: (line) => lines.push(JSON.parse(line)) });
    for (const _ of [1, 2]) {
      const url = `sqlite:${path}`;
      const store = await openStore({ url, sync: "normal", migrate: true, now: Date.now, log: told });
      await store.close();
    }
    expect(lines).toMatchObject([{ level: "info", msg: "store migrated", latest: expect.stringMatching(/^\d{4}-/) }]);
  });
});

describe("opening a PostgreSQL store", () => {
  let database: TemporaryDatabase;

  beforeEach(async () => {
    database = await createTemporaryDatabase();
  });
  afterEach(() => database.drop());

  async function onDatabase(statement: string): Promise<void> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  it("by many processes at once makes the tables once", async () => {
    await expect(Promise.all([1, 2, 3, 4].map(() => openAndClose(database.url)))).resolves.toHaveLength(4);
    await openAndClose(database.url, false);
  });

  it("keeps installations in two schemas of one database apart", async () => {
    await onDatabase("create schema one; create schema two");
    const [one, two] = ["one", "two"].map((schema) => {
      const url = new URL(database.url);
      url.searchParams.set("options", `-c search_path=${schema}`);
      return url.href;
    });
    const first = await open(one ?? "");
    await first.feeds.sync([feed("a")], () => 5);
    const second = await open(two ?? "");
    expect(await second.feeds.list()).toEqual([]);
    await first.underLock("decide", () => second.underLock("decide", (queries) => queries.stories.create(1)));
    await Promise.all([first.close(), second.close()]);
  });

  it("refuses a database of a newer program", async () => {
    await openAndClose(database.url);
    await onDatabase("insert into migrations (name, timestamp) values ('9999-x', '2030-01-01T00:00:00.000Z')");
    expect(await refusal(database.url)).toMatchObject({ reason: "newer-database" });
    expect(await refusal(database.url, false)).toMatchObject({ reason: "newer-database" });
  });

  it("names the host and never the password when nobody answers", async () => {
    const port = await freePort();
    const error = await refusal(`postgres://user:s3cr3t@127.0.0.1:${port}/x`);
    expect(error).toMatchObject({ reason: "unreachable", message: expect.stringContaining(`127.0.0.1:${port}`) });
    expect(error.message).not.toContain("s3cr3t");
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("says what the server refuses", async () => {
    const url = new URL(inject("postgresUrl"));
    url.pathname = "/no_such_database";
    expect(await refusal(url.href)).toMatchObject({
      reason: "refused",
      message: expect.stringContaining("no_such_database"),
    });
  });

  it("goes on by itself after the server has ended its connections", async () => {
    const store = await open(database.url);
    await store.feeds.sync([feed("a")], () => 5);
    const end =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    const working = store.underLock("decide", async (queries) => {
      await queries.stories.create(1);
      await onDatabase(end);
      await queries.stories.create(2);
    });
    await expect(working).rejects.toMatchObject({ name: "StoreError", reason: "unreachable" });
    expect((await store.items.addRead("a", [readItem("x")], 10)).added).toHaveLength(1);
    expect(await store.ping()).toBe(true);
    await store.close();
    expect(await store.ping()).toBe(false);
  });
});
