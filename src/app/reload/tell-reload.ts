import { finish } from "../../core/steps.ts";
import { listRemovedChannels } from "../../pipeline/inspect/removed-channels.ts";
import { closeRefusal, openRefusal } from "../../pipeline/refusal-incident.ts";
import type { ConfigChanges, Refused, ReloadAnswer, Stored, Unsent } from "../../web/reload-answer.ts";
import type { Parts } from "../parts.ts";
import { compareConfigs } from "./compare-configs.ts";
import { findInStored } from "./find-in-stored.ts";
import { RefusedError, type PreparedConfig } from "./prepare-reload.ts";

const NOTHING_ASKED: Stored = { hours: 0, watches: [], notAsked: [] };

/** Tells log, metrics and operators that a configuration works, and what its watches find in stored items. */
export async function tellTaken(
  { parts, changes, needsRestart }: PreparedConfig,
  signal: AbortSignal,
): Promise<ReloadAnswer> {
  const { events } = parts;
  const { hash } = parts.options.config;
  await tellGood(parts);
  const stored = await findOrWarn(parts, changes, signal);
  const unsent = await listUnsent(parts);
  events.configTaken({ hash, ...changes, needsRestart, stored, unsent });
  return { kind: "reloaded", hash, changes, needsRestart: [...needsRestart], stored, unsent };
}

/**
 * The files say what works already: a change that was refused may have been taken back.
 * @param needsRestart settings of the process alone, which are in no hash
 */
export async function tellSame(parts: Parts, needsRestart: string[]): Promise<ReloadAnswer> {
  const { config, log } = parts.options;
  await tellGood(parts);
  if (needsRestart.length > 0) log.warn({ needsRestart }, "changed settings wait for a restart");
  const changes = finish(compareConfigs(config, config));
  const unsent = await listUnsent(parts);
  return { kind: "reloaded", hash: config.hash, changes, needsRestart, stored: NOTHING_ASKED, unsent };
}

async function tellGood(parts: Parts): Promise<void> {
  const { events, now, options } = parts;
  events.configRead({ valid: true, hash: options.config.hash, errors: 0, at: now() });
  await closeRefusal(parts).catch((error: unknown) => warn(parts, error));
}

async function listUnsent(parts: Parts): Promise<Unsent[]> {
  try {
    return [...(await listRemovedChannels(parts.store, parts.plan()))];
  } catch (error) {
    warn(parts, error);
    return [];
  }
}

async function findOrWarn(parts: Parts, { watches }: ConfigChanges, signal: AbortSignal): Promise<Stored> {
  const ids = [...watches.added, ...watches.changed];
  try {
    return await findInStored(parts.options.config, ids, { now: parts.now(), signal });
  } catch (error) {
    warn(parts, error);
    return { ...NOTHING_ASKED, notAsked: ids };
  }
}

/** Tells log, metrics and operators that a configuration is not taken over. @param parts those before */
export async function tellRefusal(parts: Parts, error: unknown): Promise<Refused> {
  const { events, now } = parts;
  const refused = error instanceof RefusedError ? error.refused : unexpected(error);
  const { reason, message, problems } = refused;
  const mistakes = problems.map(({ file, line, column, message: mistake, remedy }) => {
    return `${file}:${line}:${column} ${mistake}${remedy === null ? "" : ` → ${remedy}`}`;
  });
  events.configRead({ valid: false, hash: null, errors: problems.length, at: now(), message, mistakes });
  await openRefusal(parts, { message, mistakes, isStopped: reason === "stopped" }).catch((cause: unknown) =>
    warn(parts, cause),
  );
  return refused;
}

/** For `tellRefusal`: a configuration could not be started, nor the one before again. */
export function nothingWorks(first: unknown, second: unknown): RefusedError {
  const message = `${messageOf(first)}; the configuration before did not start again either: ${messageOf(second)}`;
  const cause = new AggregateError([first, second], message);
  return new RefusedError({ kind: "refused", reason: "stopped", message, problems: [] }, { cause });
}

function unexpected(error: unknown): Refused {
  return { kind: "refused", reason: "failed", message: messageOf(error), problems: [] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function warn({ options }: Parts, error: unknown): void {
  options.log.warn({ err: error }, "part of a reload could not be told");
}
