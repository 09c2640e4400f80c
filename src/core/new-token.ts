import { randomBytes } from "node:crypto";

/** 128 bits: nobody guesses one. */
const TOKEN_BYTES = 16;

/** What stands for something in a link that whoever has it may use: 22 characters of base64url. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}
