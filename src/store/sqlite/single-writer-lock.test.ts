import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreError } from "../store-error.ts";
import { acquireSingleWriterLock, AnotherRunError } from "./single-writer-lock.ts";

describe("the lock of a run on its SQLite file", () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wirewatch-lock-"));
    path = join(folder, "data", "wirewatch.db");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function attempt(): unknown {
    try {
      return acquireSingleWriterLock(path);
    } catch (error) {
      return error;
    }
  }

  it("is held by one, whose number a person can read, and is free once released", () => {
    const lock = acquireSingleWriterLock(path);
    expect(readFileSync(`${path}.pid`, "utf8")).toBe(`${process.pid}\n`);
    expect(attempt()).toBeInstanceOf(AnotherRunError);
    expect(attempt()).toMatchObject({ pid: process.pid, message: expect.stringContaining(`process ${process.pid}`) });
    lock.release();
    lock.release();
    expect(existsSync(`${path}.pid`)).toBe(false);
    acquireSingleWriterLock(path).release();
  });

  it("never names a process that has ended", () => {
    const lock = acquireSingleWriterLock(path);
    writeFileSync(`${path}.pid`, "4194304999\n");
    expect(attempt()).toMatchObject({ pid: null, message: expect.stringContaining("another process") });
    rmSync(`${path}.pid`);
    expect(attempt()).toMatchObject({ pid: null });
    lock.release();
  });

  it("says what to do when the folder cannot be made", () => {
    writeFileSync(join(folder, "data"), "a file where a folder should be");
    expect(attempt()).toBeInstanceOf(StoreError);
    expect(attempt()).toMatchObject({ reason: "not-writable", message: expect.stringContaining(path) });
  });
});
