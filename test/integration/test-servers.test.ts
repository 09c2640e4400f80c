import { existsSync } from "node:fs";
import { Redis } from "ioredis";
import { Client } from "pg";
import { describe, expect, inject, it } from "vitest";
import { createTemporaryDatabase } from "../support/store/temporary-database.ts";

async function databaseName(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    return rows[0]?.name;
  } finally {
    await client.end();
  }
}

describe("the test servers", () => {
  it("answer: Redis", async () => {
    const redis = new Redis(inject("redisUrl"));
    await expect(redis.ping()).resolves.toBe("PONG");
    await redis.quit();
  });

  it("hold a Chromium", () => {
    expect(existsSync(inject("chromiumPath"))).toBe(true);
  });

  it("give a test file a PostgreSQL database that is gone once dropped", async () => {
    const database = await createTemporaryDatabase();
    await expect(databaseName(database.url)).resolves.toMatch(/^wirewatch_test_/);
    await database.drop();
    await expect(databaseName(database.url)).rejects.toThrow("does not exist");
  });
});
