import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

export interface TemporaryDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** Runs statements over a connection of their own. */
export async function onDatabase(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on("error", () => null);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** An empty PostgreSQL database for one test file, on the run's server; `drop` ends connections that are still open. */
export async function createTemporaryDatabase(): Promise<TemporaryDatabase> {
  const serverUrl = inject("postgresUrl");
  const name = `wirewatch_test_${randomBytes(8).toString("hex")}`;
  await onDatabase(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onDatabase(serverUrl, `drop database if exists ${name} with (force)`) };
}
