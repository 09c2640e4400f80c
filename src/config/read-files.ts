import { glob, readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { IncludeOptions } from "./config-schema.ts";
import { readValue } from "./read-value.ts";
import { isRecord, type Origin } from "./origin.ts";
import type { Finding, Place } from "./source.ts";
import { placeAt, readYamlFile, topOf, unreadFile, type YamlFile } from "./yaml-file.ts";

const ENTRY = "wirewatch.yaml";
const MOST_FILES = 1000;

export interface ReadFiles {
  entry: YamlFile;
  /** Each file once, the entry first, then what it includes, in order. */
  files: YamlFile[];
  /** Absolute paths that were looked at besides: folders of patterns, and files that are not there. */
  lookedAt: string[];
  findings: Finding[];
}

/** Another version of the file that defines a watch, read in its place. */
export interface Substitute {
  watch: string;
  file: string;
}

interface Reading extends ReadFiles {
  seen: Set<string>;
  substitute: Substitute | null;
}

/** Reads `wirewatch.yaml` of a folder and everything it includes; a file that several name is read once. */
export async function readFiles(folder: string, substitute: Substitute | null = null): Promise<ReadFiles> {
  const path = join(resolve(folder), ENTRY);
  if (await isFile(resolve(folder))) {
    const message = `this is a file; a configuration is named by the folder of its ${ENTRY}`;
    return nothingRead(unreadFile(resolve(folder)), message, `write --config ${dirname(folder)}`);
  }
  if (!(await isFile(path))) {
    const refused = await whyRefused(() => stat(path));
    if (refused !== null) return nothingRead(unreadFile(path), refused, LET_READ);
    const above = dirname(resolve(folder));
    const remedy = (await isFile(join(above, ENTRY)))
      ? `there is one above it: write --config ${above}`
      : `run \`wirewatch init ${folder}\` for a first one, or name its folder with --config`;
    return nothingRead(unreadFile(path), `there is no ${ENTRY} in this folder`, remedy);
  }
  const { file, findings } = await readVersion(path, substitute);
  const reading = {
    entry: file,
    files: [file],
    lookedAt: [],
    findings,
    seen: new Set([await realpath(path)]),
    substitute,
  };
  await readIncludes(file, dirname(path), reading);
  return reading;
}

function nothingRead(entry: YamlFile, message: string, remedy: string): ReadFiles {
  const finding: Finding = { severity: "error", code: "no-config", place: topOf(entry), message, remedy };
  return { entry, files: [], lookedAt: [entry.path], findings: [finding] };
}

/** A file, or what stands in its place. */
async function readVersion(path: string, substitute: Substitute | null): ReturnType<typeof readYamlFile> {
  const own = await readYamlFile(path);
  return substitute !== null && definesWatch(own.file, substitute.watch) ? readYamlFile(substitute.file) : own;
}

/** @param folder what it includes is relative to; a version from elsewhere includes what its original would */
async function readIncludes(file: YamlFile, folder: string, reading: Reading): Promise<void> {
  const raw = isRecord(file.value) ? file.value["include"] : undefined;
  if (raw === undefined) return;
  const origin: Origin = { file, path: ["include"], defaults: null };
  const { value, findings } = readValue(IncludeOptions, raw, origin);
  reading.findings.push(...findings);

  for (const [index, pattern] of (value ?? []).entries()) {
    const place = placeAt(file, ["include", index]);
    const paths = await findPaths(folder, pattern);
    if (MAGIC.test(pattern)) reading.lookedAt.push(folderOfPattern(folder, pattern));
    else if (paths.length === 0) reading.lookedAt.push(resolve(folder, pattern));
    if (paths.length === 0) reading.findings.push(await nothingFound(folder, pattern, place));
    for (const path of paths) await readIncluded(path, place, reading);
  }
}

async function readIncluded(path: string, place: Place, reading: Reading): Promise<void> {
  const real = await realpath(path);
  if (reading.seen.has(real)) return;
  reading.seen.add(real);
  if (reading.seen.size > MOST_FILES) {
    if (reading.seen.size === MOST_FILES + 1) {
      const message = `more than ${MOST_FILES} files are included`;
      reading.findings.push({ severity: "error", code: "too-many-files", place, message, remedy: "name fewer files" });
    }
    return;
  }
  const { file, findings } = await readVersion(path, reading.substitute);
  reading.files.push(file);
  reading.findings.push(...findings);
  await readIncludes(file, dirname(path), reading);
}

/** Whether a watch of that id stands in a file, right or wrong. */
export function definesWatch({ value }: YamlFile, id: string): boolean {
  const watches: unknown = isRecord(value) ? value["watches"] : undefined;
  return Array.isArray(watches) && watches.some((watch) => isRecord(watch) && watch["id"] === id);
}

async function findPaths(folder: string, pattern: string): Promise<string[]> {
  const literal = resolve(folder, pattern);
  if (await isFile(literal)) return [literal];
  const paths: string[] = [];
  for await (const found of glob(pattern, { cwd: folder })) {
    const path = resolve(folder, found);
    if (await isFile(path)) paths.push(path);
  }
  return paths.toSorted();
}

const MAGIC = /[*?[{]/;
const LET_READ = "let the user of this process read the folder and what is in it";

/** Looks at a path, or for a pattern at the folder in which it begins. */
function lookAt(folder: string, pattern: string): Promise<unknown> {
  return MAGIC.test(pattern) ? readdir(folderOfPattern(folder, pattern)) : stat(resolve(folder, pattern));
}

function folderOfPattern(folder: string, pattern: string): string {
  return resolve(folder, pattern.slice(0, pattern.lastIndexOf("/", pattern.search(MAGIC)) + 1));
}

/** Why something that is there may not be looked at; null: it may, or is not there. */
async function whyRefused(look: () => Promise<unknown>): Promise<string | null> {
  try {
    await look();
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return error.code === "ENOENT" || error.code === "ENOTDIR" ? null : error.message;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** A pattern without files may be meant, but rules that cannot be read must not be missed in silence. */
async function nothingFound(folder: string, pattern: string, place: Place): Promise<Finding> {
  const refused = await whyRefused(() => lookAt(folder, pattern));
  if (refused !== null)
    return { severity: "error", code: "include-unreadable", place, message: refused, remedy: LET_READ };
  if (MAGIC.test(pattern)) {
    const message = `no file fits "${pattern}"`;
    return {
      severity: "lint",
      code: "include-without-files",
      place,
      message,
      remedy: "correct the pattern or remove it",
    };
  }
  const message = (await isFolder(resolve(folder, pattern)))
    ? `"${pattern}" is a folder, not a file`
    : `there is no file "${pattern}"`;
  const remedy = "correct the path (relative to this file; the files of a folder are folder/*.yaml) or remove it";
  return { severity: "error", code: "include-missing", place, message, remedy };
}
