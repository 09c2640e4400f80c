#!/usr/bin/env node
import { fileURLToPath } from "node:url";

// Plain JavaScript, so that an older Node says what is wrong instead of failing on the first type annotation.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `wirewatch needs Node 24.12 or newer, this is ${process.version}: in a checkout run \`npm ci\` once, then \`npm run wirewatch\` (brings its own Node 24 on Linux).`,
  );
  process.exit(1);
}
const { enableCompileCache } = await import("node:module");
// What Node has compiled is kept beside the packages: a command starts in less than half the time, and so do its threads,
// which read the variable. Where that folder cannot be written, nothing is kept.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../node_modules/.cache/wirewatch", import.meta.url));
enableCompileCache();
await import("../src/cli/main.ts");
