import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolderOf } from "./make-folder-of.ts";

describe("the folder of a database", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wirewatch-folder-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is made with those it is in, and found again", () => {
    const path = join(folder, "a", "b", "wirewatch.db");
    makeFolderOf(path);
    makeFolderOf(path);
    expect(existsSync(join(folder, "a", "b"))).toBe(true);
  });

  it.each([
    ["behind a link to nowhere", () => symlinkSync(join(folder, "nowhere"), join(folder, "data"))],
    ["in what is a file", () => writeFileSync(join(folder, "data"), "")],
  ])("%s cannot be made, which says what path and what to do", (_where, put) => {
    put();
    const path = join(folder, "data", "deep", "wirewatch.db");
    expect(() => makeFolderOf(path)).toThrow(`cannot write ${path}: let the user of this process write the file`);
  });

  it("cannot be made under /proc, which says so as well", () => {
    const path = "/proc/wirewatch/data/wirewatch.db";
    expect(() => makeFolderOf(path)).toThrow(`cannot write ${path}: let the user`);
  });
});
