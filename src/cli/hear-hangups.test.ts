import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { hearHangups } from "./hear-hangups.ts";

describe("a hangup", () => {
  it.each([
    ["before the start is complete reloads once it is", 1, 0, 1],
    ["often before reloads once", 3, 0, 1],
    ["after it reloads each time", 0, 2, 2],
    ["that never comes reloads nothing", 0, 0, 0],
  ])("%s", (_when, before, after, expected) => {
    const signals = new EventEmitter();
    let reloads = 0;
    const begin = hearHangups(signals);
    for (let nth = 0; nth < before; nth += 1) signals.emit("SIGHUP");
    begin({ reload: () => Promise.resolve((reloads += 1)) });
    for (let nth = 0; nth < after; nth += 1) signals.emit("SIGHUP");
    expect(reloads).toBe(expected);
  });
});
