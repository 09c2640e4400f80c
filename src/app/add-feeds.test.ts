import { chmod, lstat, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { feedsInFile, writeFeeds } from "./add-feeds.ts";

const WIRE = { id: "wire", url: "https://wire.example/" };

describe("a file that feeds are added to", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "wirewatch-add-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is made where it is absent", async () => {
    const file = join(folder, "feeds.yaml");
    await writeFeeds(file, [WIRE]);
    expect(await feedsInFile(file)).toEqual([WIRE]);
  });

  it("keeps its mode, and the link that leads to it", async () => {
    const [file, link] = [join(folder, "feeds.yaml"), join(folder, "link.yaml")];
    await writeFile(file, "# ours\nfeeds: []\n");
    await chmod(file, 0o640);
    await symlink("feeds.yaml", link);
    await writeFeeds(link, [WIRE]);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readFile(file, "utf8")).toBe("# ours\nfeeds:\n  - {id: wire, url: https://wire.example/}\n");
  });

  it.each([
    ["feeds: {a: b}\n", 'its "feeds" is no list; correct it, or name another file'],
    ["feeds: [\n", "it is not YAML: Flow sequence"],
  ])("that holds %j is left as it is, and named with what to do", async (text, why) => {
    const file = join(folder, "feeds.yaml");
    await writeFile(file, text);
    await expect(writeFeeds(file, [WIRE])).rejects.toThrow(`${file} was not changed: ${why}`);
    expect(await readFile(file, "utf8")).toBe(text);
  });

  it("that cannot be written or read is named with what to do", async () => {
    const nowhere = join(folder, "nowhere", "feeds.yaml");
    await expect(writeFeeds(nowhere, [WIRE])).rejects.toThrow(
      new RegExp(`^${nowhere} was not changed: ENOENT.*; name a file that this user may write`),
    );
    await expect(feedsInFile(folder)).rejects.toThrow(`${folder} cannot be read: EISDIR`);
  });
});
