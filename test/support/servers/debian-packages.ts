import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const POSTGRES_ROOT = "/usr/lib/postgresql";
const UPDATE_TRIES = 5;

/** A program that a test server needs: any of the names will do. */
export interface NeededProgram {
  names: readonly string[];
  debianPackage: string;
  /** The environment variable that makes the program unnecessary. */
  instead: string;
}

/** Debian keeps PostgreSQL's server programs off the PATH, one folder per major version; newest first. */
function postgresFolders(): string[] {
  if (!existsSync(POSTGRES_ROOT)) return [];
  const versions = readdirSync(POSTGRES_ROOT).toSorted((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(POSTGRES_ROOT, version, "bin"));
}

function findProgram(names: readonly string[]): string | undefined {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const folders = [...onPath, "/usr/local/bin", "/usr/bin", "/usr/sbin", ...postgresFolders()];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
}

async function apt(...words: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["-o", "DPkg::Lock::Timeout=300", "-q", ...words], { env, maxBuffer: 64 * 1024 * 1024 });
}

/** The lock timeout of apt does not cover the package lists, so another `update` at the same time makes ours fail. */
async function updateLists(): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await apt("update");
      return;
    } catch (error) {
      if (tried === UPDATE_TRIES) throw error;
      await pause(2000 * tried);
    }
  }
}

let listsUpdated: Promise<void> | null = null;
let lastInstall: Promise<void> = Promise.resolve();

async function installAfter(earlier: Promise<void>, debianPackage: string): Promise<void> {
  listsUpdated ??= updateLists();
  await listsUpdated;
  await earlier.catch(() => null);
  await apt("install", "--yes", "--no-install-recommends", debianPackage);
}

/**
 * Path of a program; as root on Debian its package is installed when it is missing (one package at a time).
 * @throws Error naming the package and the environment variable that would help
 */
export async function needProgram({ names, debianPackage, instead }: NeededProgram): Promise<string> {
  const present = findProgram(names);
  if (present !== undefined) return present;
  const remedy = `install it (Debian: apt-get install ${debianPackage}) or set ${instead}`;
  const mayInstall = process.getuid?.() === 0 && findProgram(["apt-get"]) !== undefined;
  if (!mayInstall) throw new Error(`The tests need ${names.join(" or ")}, which is not on this machine: ${remedy}.`);

  lastInstall = installAfter(lastInstall, debianPackage);
  await lastInstall.catch((cause: unknown) => {
    throw new Error(`The tests need ${names.join(" or ")}, and installing ${debianPackage} failed: ${remedy}.`, {
      cause,
    });
  });
  const installed = findProgram(names);
  if (installed === undefined) throw new Error(`${debianPackage} was installed but brought no ${names.join(" or ")}`);
  return installed;
}
