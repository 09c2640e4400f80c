import { Secret, UnusableSecretError } from "../core/secret.ts";

/**
 * An address that is a secret as a whole, such as that of an incoming webhook.
 * @param key the configuration key it stands under
 * @throws UnusableSecretError that names the key and holds nothing of the address
 */
export function readSecretUrl(address: Secret, key: string): Secret {
  const text = address.reveal().trim();
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UnusableSecretError(`${key} is not an http or https address: copy it again from where it was made`);
  }
  return new Secret(text);
}
