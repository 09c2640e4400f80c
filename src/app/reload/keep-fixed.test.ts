import { describe, expect, it } from "vitest";
import { validConfig } from "../../../test/support/daemon/desk-config.ts";
import { keepFixed } from "./keep-fixed.ts";

const STORE = "store: sqlite:/data/wirewatch.db\n";
const PUBLIC = `${STORE}http: {listen: "0.0.0.0:8420", auth: {tokens: {all: {env: TOKEN}}}}\n`;
const LOOPBACK = `${STORE}http: {listen: "127.0.0.1:1"}\n`;
const TOKEN = { all: { env: "TOKEN" } };

describe("what a running program cannot change", () => {
  it.each([
    ["nothing", `${STORE}timezone: Europe/London\n`, [], { timezone: "Europe/London" }],
    ["the store", "store: sqlite:/data/other.db\n", ["store"], {}],
    ["how the store is written", `${STORE}store_sync: full\n`, ["store_sync"], {}],
    ["the queue", "store: postgres://db/w\nqueue: redis://cache\n", ["store", "queue"], { queue: "local" }],
  ] as const)("%s", async (_what, yaml, needsRestart, taken) => {
    const running = await validConfig(STORE);
    const kept = keepFixed(await validConfig(yaml), running);
    expect(kept.needsRestart).toEqual(needsRestart);
    expect(kept.config).toMatchObject({ store: running.store, ...taken });
  });

  it.each([
    ["tokens change where the address does not", PUBLIC.replace("TOKEN", "OTHER"), [], { all: { env: "OTHER" } }],
    ["tokens stay with an address that moves", LOOPBACK, ["http.listen", "http.auth"], TOKEN],
    ["an address moves alone", PUBLIC.replace("8420", "1"), ["http.listen"], TOKEN],
  ] as const)("%s", async (...[, yaml, needsRestart, tokens]) => {
    const kept = keepFixed(await validConfig(yaml), await validConfig(PUBLIC));
    expect(kept.needsRestart).toEqual(needsRestart);
    expect(kept.config.http).toMatchObject({ listen: "0.0.0.0:8420", auth: { tokens } });
  });
});
