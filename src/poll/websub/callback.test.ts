import { describe, expect, it } from "vitest";
import { callbackHash, callbackToken, createSecret } from "./callback.ts";

describe("a subscription's secret", () => {
  it("is another for each, shorter than 200 bytes, and so is its callback", () => {
    const secrets = Array.from({ length: 100 }, createSecret);
    expect(new Set(secrets.map((secret) => secret.reveal())).size).toBe(100);
    expect(secrets.every((secret) => /^[\w-]{43}$/.test(secret.reveal()))).toBe(true);
    expect(new Set(secrets.map(callbackToken)).size).toBe(100);
  });

  it("is not the callback, and the callback is not what is stored of it", () => {
    const secret = createSecret();
    const token = callbackToken(secret);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(callbackToken(secret)).toBe(token);
    expect(token).not.toBe(secret.reveal());
    expect(callbackHash(token)).not.toContain(token);
  });
});
