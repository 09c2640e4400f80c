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

it("a folder that cannot be looked at is not called empty", async () => {
  const { findings } = await readFiles(join(folder, "loop"));
  expect(findings.map(({ code, message, remedy }) => [code, message.slice(0, 5), remedy])).toEqual([
    ["no-config", "ELOOP", "let the user of this process read the folder and what is in it"],
  ]);
});
