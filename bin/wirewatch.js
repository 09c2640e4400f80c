#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";

// Plain JavaScript, so that an older Node says what is wrong instead of failing on the first type annotation.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `wirewatch needs Node 24.12 or newer, this is ${process.version}: in a checkout run \`npm ci\` once, then \`npm run wirewatch\` (brings its own Node 24 on Linux).`,
  );
  process.exit(1);
}
// The program is compiled once, not at each start; its threads read the variable. Where nothing can be kept it goes on without.
const { HOME, XDG_CACHE_HOME = HOME && join(HOME, ".cache") } = process.env;
if (XDG_CACHE_HOME) {
  process.env.NODE_COMPILE_CACHE ??= join(XDG_CACHE_HOME, "wirewatch");
  module.enableCompileCache();
}
await import("../src/cli/main.ts");
