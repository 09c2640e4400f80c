// Answers the watch corpus with the seeded watches and the corpus's own people, for its scorer.
// usage: node tools/answer-watch-corpus.ts CORPUS_FOLDER > answers.ndjson
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const corpus = resolve(process.argv[2] ?? ".");
const seeds = resolve(import.meta.dirname, "../seeds");
const folder = mkdtempSync(join(tmpdir(), "wirewatch-corpus-"));
try {
  const include = [`${seeds}/lists/*.yaml`, `${seeds}/watches/*.yaml`, `${corpus}/people.yaml`];
  writeFileSync(join(folder, "wirewatch.yaml"), `include: ${JSON.stringify(include)}\n`);
  const program = resolve(import.meta.dirname, "../bin/wirewatch.js");
  const input = readFileSync(join(corpus, "dev.jsonl"));
  const run = spawnSync(process.execPath, [program, "match", "--people", "--config", folder], {
    input,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["pipe", "pipe", "inherit"],
  });
  process.stdout.write(run.stdout);
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
