// dependency-cruiser answers "0 modules" with a tick and exit 0 when it cannot read TypeScript; here that is a failure.
import { spawnSync } from "node:child_process";

const run = spawnSync("depcruise", ["src", "--config", ".dependency-cruiser.js", "--output-type", "json"], {
  encoding: "utf8",
  maxBuffer: 256 * 1024 * 1024,
});
if (run.error !== undefined || run.stdout === "") {
  console.error(`dependency-cruiser did not run: ${run.error?.message ?? run.stderr}`);
  process.exit(1);
}
const { summary } = JSON.parse(run.stdout);
for (const violation of summary.violations) {
  console.error(`${violation.rule.severity} ${violation.rule.name}: ${violation.from} -> ${violation.to}`);
}
if (summary.totalCruised === 0) console.error("dependency-cruiser saw no module: the boundaries were not checked");
process.exit(summary.totalCruised === 0 || summary.violations.length > 0 ? 1 : 0);
