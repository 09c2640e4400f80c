#!/usr/bin/env node
// Plain JavaScript, so that an older Node says what is wrong instead of failing on the first type annotation.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `wirewatch needs Node 24.12 or newer, this is ${process.version}: in a checkout run \`npm ci\` once, then \`npm run wirewatch\` (brings its own Node 24 on Linux).`,
  );
  process.exit(1);
}
await import("../src/cli/main.ts");
