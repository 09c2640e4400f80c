import { sql, type Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import type { Logger } from "../../telemetry/logger.ts";
import type { DialectTraits } from "../query-context.ts";
import type { Tables } from "../schema.ts";
import { StoreError } from "../store-error.ts";
import { firstTables } from "./0001-first-tables.ts";
import { pages } from "./0002-pages.ts";
import { websub } from "./0003-websub.ts";
import { hostPauses } from "./0004-host-pauses.ts";
import { seenLinks } from "./0005-seen-links.ts";
import { sketches } from "./0006-sketches.ts";
import { tellings } from "./0007-tellings.ts";
import { restraint } from "./0008-restraint.ts";
import { digests } from "./0009-digests.ts";
import { channelRates } from "./0010-channel-rates.ts";
import { ledger } from "./0011-ledger.ts";
import { seenTitles } from "./0012-seen-titles.ts";
import { feedHosts } from "./0013-feed-hosts.ts";
import { matchFailures } from "./0014-match-failures.ts";
import { pollCounts } from "./0015-poll-counts.ts";
import { claimTokens } from "./0016-claim-tokens.ts";

/** Append only: a released migration never changes, since databases that ran it do not run it again. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-first-tables": firstTables,
  "0002-pages": pages,
  "0003-websub": websub,
  "0004-host-pauses": hostPauses,
  "0005-seen-links": seenLinks,
  "0006-sketches": sketches,
  "0007-tellings": tellings,
  "0008-restraint": restraint,
  "0009-digests": digests,
  "0010-channel-rates": channelRates,
  "0011-ledger": ledger,
  "0012-seen-titles": seenTitles,
  "0013-feed-hosts": feedHosts,
  "0014-match-failures": matchFailures,
  "0015-poll-counts": pollCounts,
  "0016-claim-tokens": claimTokens,
};

export interface MigrateOptions {
  db: Kysely<Tables>;
  dialect: DialectTraits;
  /** For messages: the file or host. */
  place: string;
  log: Logger;
}

/**
 * Brings the tables up to this program, all in one transaction and under a lock: of two processes that start at once
 * one does the work and the other waits.
 * @throws StoreError when a newer program has used the database
 */
export async function migrateStore({ db, dialect, place, log }: MigrateOptions): Promise<void> {
  const migrator = await createMigrator(db, dialect);
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw describeFailure(error, place);
  const latest = results?.at(-1);
  if (latest !== undefined) log.info({ migrations: results?.length, latest: latest.migrationName }, "store migrated");
}

/**
 * For programs that only read: the tables must be those of this program.
 * @throws StoreError when they are older or newer
 */
export async function requireCurrentTables({ db, dialect, place }: MigrateOptions): Promise<void> {
  const migrations = await (await createMigrator(db, dialect)).getMigrations();
  if (migrations.some((migration) => migration.executedAt === undefined))
    throw new StoreError(
      "older-database",
      `${place} was made by an older wirewatch: start wirewatch run once, it brings the tables up to date`,
    );
  const stored = await sql<{ name: string }>`select name from migrations`.execute(db);
  const unknown = stored.rows.find(({ name }) => !(name in MIGRATIONS));
  if (unknown !== undefined) throw newerDatabase(place, undefined);
}

async function createMigrator(db: Kysely<Tables>, dialect: DialectTraits): Promise<Migrator> {
  const schema = dialect.name === "postgres" ? await currentSchema(db) : undefined;
  return new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => MIGRATIONS },
    migrationTableName: "migrations",
    migrationLockTableName: "migrations_lock",
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
}

/** Without it the migrator takes a table of that name in any schema for its own. */
async function currentSchema(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  return rows[0]?.schema ?? undefined;
}

function describeFailure(error: unknown, place: string): unknown {
  return error instanceof Error && error.message.startsWith("corrupted migrations")
    ? newerDatabase(place, error)
    : error;
}

function newerDatabase(place: string, cause: unknown): StoreError {
  return new StoreError(
    "newer-database",
    `${place} was used by a newer wirewatch: run that version, or restore a backup made before the update`,
    { cause },
  );
}
