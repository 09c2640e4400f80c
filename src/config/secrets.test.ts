import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SecretRef } from "../core/schema.ts";
import { resolveSecret } from "./secrets.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirewatch-secrets-"));
  await writeFile(join(folder, "token"), "from file \n");
  await writeFile(join(folder, "empty"), "\n");
  await writeFile(join(folder, "blank"), " \n\n");
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("a secret", () => {
  it.each<[string, SecretRef, string]>([
    ["comes from its environment variable", { env: "TOKEN" }, "from env"],
    ["comes from its file without the line break at the end", { file: "token" }, "from file "],
    ["may be written out", "literal", "literal"],
  ])("%s", (_fact, ref, expected) => {
    const secret = resolveSecret(ref, { env: { TOKEN: "from env" }, folder, key: "channels.ops.slack.token" });
    expect([secret.reveal(), JSON.stringify({ secret })]).toEqual([expected, '{"secret":"[redacted]"}']);
  });

  it.each<[string, SecretRef, RegExp]>([
    ["whose variable is not set names it", { env: "NONE" }, /^channels\.ops\.slack\.token needs .* variable NONE/],
    ["whose variable is empty names it", { env: "EMPTY" }, /variable EMPTY, which is empty/],
    ["whose variable is blank names it", { env: "BLANK" }, /variable BLANK, which is empty/],
    ["whose file is missing names it", { file: "none" }, /^channels\.ops\.slack\.token needs the file .*none.*ENOENT/],
    ["whose file is empty names it", { file: "empty" }, /the file .*empty, which is empty/],
    ["whose file is blank names it", { file: "blank" }, /the file .*blank, which is empty/],
  ])("%s and the key it is for", (_fact, ref, expected) => {
    expect(() =>
      resolveSecret(ref, { env: { EMPTY: "", BLANK: " \n" }, folder, key: "channels.ops.slack.token" }),
    ).toThrow(expected);
  });
});
