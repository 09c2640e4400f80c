import { describe, expect, it } from "vitest";
import { Secret } from "../../core/secret.ts";
import { startSignatureCheck } from "./signature.ts";

// The vectors that HMAC is usually shown with (e.g. https://en.wikipedia.org/wiki/HMAC#Examples).
const BODY = "The quick brown fox jumps over the lazy dog";
const SHA1 = "de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9";
const SHA256 = "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8";
const SHA384 = "d7f4727e2c0b39ae0f1e40cc96f60242d5b7801841cea6fc592c5d3e1ae50700582a96cf35e1e554995fe4e03381c237";
const SHA512 =
  "b42af09057bac1e2d41708e48a902e09b5ff7f12ab428a4fe86653c73dd248fb82f948a549f7b791a5b41915ee4d1ec3935357e4e2317250d0372afa2ebeeb3a";

/** Whether the header fits a body that comes in two pieces; undefined: it is no signature. */
function matches(header: string | undefined, body = BODY, key = "key"): boolean | undefined {
  const check = startSignatureCheck(header, new Secret(key));
  check?.update(Buffer.from(body.slice(0, 7)));
  check?.update(Buffer.from(body.slice(7)));
  return check?.matches();
}

describe("the signature of a push", () => {
  it.each([
    ["sha1", SHA1],
    ["sha256", SHA256],
    ["sha384", SHA384],
    ["sha512", SHA512],
    ["SHA256", SHA256.toUpperCase()],
  ])("is checked by %s", (method, hex) => {
    expect(matches(`${method}=${hex}`)).toBe(true);
    expect(matches(`${method}=${hex}`, `${BODY}.`)).toBe(false);
    expect(matches(`${method}=${hex}`, BODY, "other")).toBe(false);
  });

  it.each([
    ["cut short", `sha256=${SHA256.slice(0, -2)}`],
    ["too long", `sha256=${SHA256}00`],
    ["of another method", `sha512=${SHA256}`],
    ["of another body", `sha1=${"0".repeat(40)}`],
  ])("does not fit when it is %s", (_fact, header) => {
    expect(matches(header)).toBe(false);
  });

  it.each([
    undefined,
    "",
    SHA256,
    `md5=${SHA256}`,
    "sha256=",
    "sha256=xyz",
    `sha256=${SHA256}0`,
    `sha256 = ${SHA256}`,
    "constructor=00",
  ])("is none when the header says %j", (header) => {
    expect(matches(header)).toBeUndefined();
  });
});
