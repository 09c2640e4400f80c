import { createHmac, randomBytes } from "node:crypto";
import { hashOf } from "../../core/hash.ts";
import { Secret } from "../../core/secret.ts";

/** For one subscription alone; a hub takes up to 199 bytes (W3C WebSub, section 5.1), these are 43. */
export function createSecret(): Secret {
  return new Secret(randomBytes(32).toString("base64url"));
}

/** The unguessable part of the callback. It follows from the secret, but the secret does not follow from it. */
export function callbackToken(secret: Secret): string {
  return createHmac("sha256", secret.reveal()).update("websub callback").digest("base64url");
}

/** Under which a subscription is found: looking it up says nothing about a token that is nearly right. */
export function callbackHash(token: string): string {
  return hashOf("websub", token);
}
