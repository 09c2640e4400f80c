import { readFileSync } from "node:fs";
import * as z from "zod";

const Manifest = z.object({ version: z.string() });

/** The version of package.json, shown by `--version`, the User-Agent and `wirewatch_build_info`. */
export const VERSION = Manifest.parse(
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")),
).version;
