import { fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Message } from "../../../src/notify/message.ts";
import {
  LOOKS_MS,
  makeCrashWorld,
  openCrashStore,
  receivedIn,
  type CrashLife,
  type CrashLifeEnd,
} from "./crash-life.ts";

/** A story in a world of its own, from the first process to the one that did not die. */
export interface CrashedRun {
  /** What each process did before it was killed, the last one until all was done. */
  deeds: readonly number[];
  /** By key, what reached its reader, in order. */
  received: ReadonlyMap<string, readonly Message[]>;
  /** Keys of messages of which an attempt ended without an answer. */
  unconfirmed: readonly string[];
  /** Keys of messages that are not over. */
  open: readonly string[];
}

/** Deeds after which the first process dies, the second, and so on; the one after them lives on. */
export type Deaths = readonly number[];

/** What the dead process had claimed is free after 20 s; nothing new comes until then. */
const LOOKS_AFTER_DEATH_MS = [1000, 25_000, 50_000];

/** Each world takes 2 MB of disk while it is open. */
const WORLDS_AT_ONCE = 75;

interface Run {
  life: CrashLife;
  /** Of the processes after that of `life`. */
  later: Deaths;
  deeds: number[];
}

/** Leads lives in one process, and kills it when all of them have ended or stand still. */
async function liveAndKill(lives: readonly CrashLife[]): Promise<readonly CrashLifeEnd[]> {
  const child = fork(new URL("crash-process.ts", import.meta.url), [JSON.stringify(lives)], { execArgv: [] });
  const exited = once(child, "exit");
  const ends: CrashLifeEnd[] = [];
  child.on("message", (end: CrashLifeEnd) => {
    ends.push(end);
    if (ends.length === lives.length) child.kill("SIGKILL");
  });
  const [code, signal] = await exited;
  if (signal !== "SIGKILL")
    throw new Error(`a process ended by itself (${code ?? signal}), leading ${JSON.stringify(lives[ends.length])}`);
  return ends;
}

/** The looks that are left, and some soon after the death. */
function looksAfter({ looksMs }: CrashLife, deathMs: number): number[] {
  const left = looksMs.filter((lookMs) => lookMs > deathMs);
  return [...left, ...LOOKS_AFTER_DEATH_MS.map((laterMs) => deathMs + laterMs)].toSorted((a, b) => a - b);
}

/** Notes how a life went on, and whether another process takes over. */
function takesOver(run: Run, { kind, deeds, atMs }: CrashLifeEnd): boolean {
  run.deeds.push(deeds);
  if (kind === "ended") return false;
  const [dieAfter = null, ...later] = run.later;
  Object.assign(run, { life: { ...run.life, looksMs: looksAfter(run.life, atMs), dieAfter }, later });
  return true;
}

/** Process after process, until all is done in every world. */
async function liveOn(runs: readonly Run[]): Promise<void> {
  for (let alive = runs; alive.length > 0;) {
    const ends = (await liveAndKill(alive.map(({ life }) => life))).values();
    alive = alive.filter((run) => {
      const end = ends.next().value;
      return end !== undefined && takesOver(run, end);
    });
  }
}

async function readRun({ life: { folder }, deeds }: Run): Promise<CrashedRun> {
  const store = await openCrashStore(folder);
  try {
    const rows = await store.deliveries.list({ limit: 1000 });
    const attempts = await Promise.all(
      rows.map(async ({ id, key }) => ({ key, all: await store.deliveries.listAttempts(id) })),
    );
    const inDoubt = attempts.filter(({ all }) => all.some(({ outcome }) => outcome === "unconfirmed"));
    return {
      deeds,
      received: receivedIn(folder),
      unconfirmed: inDoubt.map(({ key }) => key),
      open: rows.filter(({ status }) => status === "pending" || status === "held").map(({ key }) => key),
    };
  } finally {
    await store.close();
  }
}

/** Tells the story once for each of `all`, from the same beginning. */
export async function crashedRuns(canBeAsked: boolean, all: readonly Deaths[]): Promise<readonly CrashedRun[]> {
  const folder = mkdtempSync(join(tmpdir(), "wirewatch-crashes-"));
  const [beginning, worlds] = [join(folder, "beginning"), join(folder, "worlds")];
  try {
    await makeCrashWorld(beginning);
    const told: CrashedRun[] = [];
    for (let first = 0; first < all.length; first += WORLDS_AT_ONCE) {
      const runs = all.slice(first, first + WORLDS_AT_ONCE).map(([dieAfter = null, ...later], at): Run => {
        const world = join(worlds, String(at));
        cpSync(beginning, world, { recursive: true });
        return { life: { folder: world, canBeAsked, looksMs: [...LOOKS_MS], dieAfter }, later, deeds: [] };
      });
      await liveOn(runs);
      for (const run of runs) told.push(await readRun(run));
      rmSync(worlds, { recursive: true });
    }
    return told;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
