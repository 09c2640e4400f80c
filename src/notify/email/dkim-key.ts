import { createPrivateKey, type KeyObject } from "node:crypto";
import { UnusableSecretError, type Secret } from "../../core/secret.ts";

/** What a mail is signed with, as nodemailer takes it. */
export interface DkimSigner {
  domainName: string;
  keySelector: string;
  privateKey: string;
}

/** RFC 8301, section 3.2: verifiers need not accept less. */
const SMALLEST_KEY = 1024;

export interface DkimInput {
  /** The domain that publishes the key. */
  domain: string;
  selector: string;
  key: Secret;
}

/**
 * Reads a private key in PEM; line breaks may be written as `\n`, as environment variables often hold them. It is
 * checked here because nodemailer sends a mail unsigned, without a word, when it cannot use the key.
 * @throws UnusableSecretError that names the channel and holds nothing of the key
 */
export function readDkimKey({ domain, selector, key }: DkimInput, channelId: string): DkimSigner {
  const problem = `channels.${channelId}.email.dkim.key cannot be used: give the PEM of an RSA private key of ${SMALLEST_KEY} bits or more`;
  const pem = key
    .reveal()
    .replaceAll(String.raw`\n`, "\n")
    .trim();
  const read = parseKey(pem);
  const bits = read?.asymmetricKeyDetails?.modulusLength ?? 0;
  if (read?.asymmetricKeyType !== "rsa" || bits < SMALLEST_KEY) throw new UnusableSecretError(problem);
  return { domainName: domain, keySelector: selector, privateKey: pem };
}

function parseKey(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
