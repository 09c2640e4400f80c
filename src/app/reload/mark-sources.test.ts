import { mkdir, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeFiles } from "../../../test/support/daemon/desk-config.ts";
import { markRead, markSources } from "./mark-sources.ts";

/** A file, a folder in which a pattern looks for files, and a link to a file. */
async function sources(): Promise<{ root: string; paths: string[] }> {
  const root = await writeFiles({ "entry.yaml": "a", "rules/one.yaml": "b", "real.yaml": "c" });
  await symlink(join(root, "real.yaml"), join(root, "link.yaml"));
  return { root, paths: ["entry.yaml", "rules", "link.yaml"].map((name) => join(root, name)) };
}

describe("sources look different", () => {
  it.each([
    ["when a file is written", true, (root: string) => writeFile(join(root, "entry.yaml"), "b")],
    ["when a file is replaced", true, (root: string) => rename(join(root, "real.yaml"), join(root, "entry.yaml"))],
    ["when a file is gone", true, (root: string) => rm(join(root, "entry.yaml"))],
    ["when a file comes into the folder", true, (root: string) => writeFile(join(root, "rules", "two.yaml"), "")],
    ["when what a link leads to is written", true, (root: string) => writeFile(join(root, "real.yaml"), "d")],
    ["when a file has its old time and length again", true, rewriteInDisguise],
    [
      "not when an editor opens a file of the folder",
      false,
      (root: string) => writeFile(join(root, "rules", ".one.swp"), ""),
    ],
    ["not when something else changes", false, (root: string) => mkdir(join(root, "other"))],
  ])("%s", async (_when, isDifferent, change) => {
    const { root, paths } = await sources();
    const before = await markSources(paths);
    await change(root);
    expect((await markSources(paths)) !== before).toBe(isDifferent);
  });
});

async function rewriteInDisguise(root: string): Promise<void> {
  const path = join(root, "entry.yaml");
  await writeFile(path, "z");
  await utimes(path, 1, 1);
}

it("sources that change while they are read have no mark", async () => {
  const { paths } = await sources();
  expect(await markRead(paths, Date.now() + 60_000)).toBe(await markSources(paths));
  expect(await markRead(paths, Date.now() - 60_000)).toBe("");
});
