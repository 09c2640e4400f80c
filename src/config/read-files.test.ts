import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readFiles } from "./read-files.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirewatch-files-"));
  // Leads to itself: it is there and cannot be looked at, whoever asks.
  await symlink("loop", join(folder, "loop"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function codesOf(include: string): Promise<readonly string[]> {
  await writeFile(join(folder, "wirewatch.yaml"), `include: ["${include}"]\n`);
  const { findings } = await readFiles(folder);
  return findings.map(({ severity, code }) => `${severity} ${code}`);
}

it.each([
  ["a pattern that no file fits is a lint", "nowhere/*.yaml", "lint include-without-files"],
  ["so is one in this folder", "*.yml", "lint include-without-files"],
  ["a path that is not there is an error", "nowhere/rules.yaml", "error include-missing"],
  ["a folder that cannot be looked at is an error, also for a pattern", "loop/*.yaml", "error include-unreadable"],
  ["so it is for a pattern of folders", "loop/**/*.yaml", "error include-unreadable"],
  ["and for a path", "loop/rules.yaml", "error include-unreadable"],
])("%s", async (_fact, include, told) => {
  expect(await codesOf(include)).toEqual([told]);
});

it("a folder without a configuration is told, and where there is one", async () => {
  async function remedyOf(path: string): Promise<string | null | undefined> {
    return (await readFiles(path)).findings[0]?.remedy;
  }
  expect(await remedyOf(join(folder, "config"))).toContain("run `wirewatch init");
  await writeFile(join(folder, "wirewatch.yaml"), "");
  expect(await remedyOf(join(folder, "config"))).toBe(`there is one above it: write --config ${folder}`);
});

it.each([
  ["UTF-16", Buffer.from("\uFEFFwatches: []", "utf16le")],
  ["ISO 8859-1", Buffer.from("lists: {names: [M\u00FCller]}", "latin1")],
])("a file in %s is not read as something else", async (_encoding, bytes) => {
  await writeFile(join(folder, "wirewatch.yaml"), bytes);
  const { findings } = await readFiles(folder);
  expect(findings.map(({ code, message }) => [code, message])).toEqual([
    ["file-unreadable", "the file is not UTF-8: save it as UTF-8 (in a spreadsheet: CSV UTF-8)"],
  ]);
});

it("a byte order mark belongs to no key", async () => {
  await writeFile(join(folder, "wirewatch.yaml"), "\uFEFFwatches: []");
  expect((await readFiles(folder)).entry.value).toEqual({ watches: [] });
});

it("a folder that cannot be looked at is not called empty", async () => {
  const { findings } = await readFiles(join(folder, "loop"));
  expect(findings.map(({ code, message, remedy }) => [code, message.slice(0, 5), remedy])).toEqual([
    ["no-config", "ELOOP", "let the user of this process read the folder and what is in it"],
  ]);
});
