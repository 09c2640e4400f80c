import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { loadConfig } from "../../src/config/load-config.ts";

const Compose = z.object({ "x-wirewatch": z.object({ environment: z.record(z.string(), z.string()) }) });

/** The environment that compose.yaml gives to wirewatch, its own variables filled in. */
function composeEnvironment(): Record<string, string> {
  const compose = Compose.parse(parse(readFileSync("docker/compose.yaml", "utf8"), { merge: true }));
  const entries = Object.entries(compose["x-wirewatch"].environment);
  return Object.fromEntries(entries.map(([name, value]) => [name, value.replace(/\$\{[^}]*\}/g, "filled-in")]));
}

it("loads the configuration of docker/ as it lies in the image, with nothing to remark but languages with few terms", async () => {
  const image = mkdtempSync(join(tmpdir(), "wirewatch-image-"));
  try {
    cpSync("docker/config", join(image, "config"), { recursive: true });
    cpSync("seeds", join(image, "seeds"), { recursive: true });
    const loaded = await loadConfig({ folder: join(image, "config"), env: composeEnvironment() });
    const remarks = loaded.kind === "invalid" ? loaded.problems : loaded.lints;
    const unexpected = remarks.filter(({ code }) => code !== "thin-lists");
    expect(unexpected.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([]);
    expect(loaded).toMatchObject({ config: { queue: "redis://redis:6379", http: { listen: "0.0.0.0:8420" } } });
  } finally {
    rmSync(image, { recursive: true });
  }
});
