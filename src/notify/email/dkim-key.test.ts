import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Secret } from "../../core/secret.ts";
import { readDkimKey } from "./dkim-key.ts";

function pem(bits: number, type: "pkcs1" | "pkcs8" = "pkcs8"): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  return privateKey.export({ type, format: "pem" }).toString();
}

function read(key: string): unknown {
  return readDkimKey({ domain: "example.org", selector: "w1", key: new Secret(key) }, "digest");
}

describe("the key that mails are signed with", () => {
  const good = pem(1024);

  it.each([
    ["PKCS #8", good],
    ["PKCS #1", pem(1024, "pkcs1")],
    ["one line with \\n for line breaks", good.replaceAll("\n", "\\n")],
  ])("is read from %s", (_form, key) => {
    expect(read(key)).toMatchObject({ domainName: "example.org", keySelector: "w1" });
  });

  const { privateKey } = generateKeyPairSync("ed25519");
  it.each([
    ["no PEM", "hush-hush"],
    ["a key that is cut off", good.slice(0, 400)],
    ["a key that is too small", pem(768)],
    [
      "an Ed25519 key, which would leave mails unsigned",
      privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    ],
  ])("is refused and not repeated when it is %s", (_form, key) => {
    expect(() => read(key)).toThrow(/^channels\.digest\.email\.dkim\.key cannot be used: give the PEM of an RSA/);
    expect(() => read(key)).not.toThrow(key.slice(30, 60) || "hush");
  });
});
