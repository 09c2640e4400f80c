import * as z from "zod";
import { SecretRef } from "../core/schema.ts";

function isPlain(text: string): boolean {
  const { username, password, search, hash } = new URL(text);
  return username + password + search + hash === "";
}

const PUBLIC_URL = "write the address under which others reach wirewatch: https://news.example.org/wirewatch";

export const HttpOptions = z.strictObject({
  listen: z
    .string()
    .regex(/^(\[[0-9a-f:]+\]|[^:[\]]+):\d{1,5}$/i, "write address:port, e.g. 127.0.0.1:8420")
    .default("127.0.0.1:8420"),
  /** Where others reach this server, through a proxy perhaps; null: nobody does. Without a slash at its end. */
  public_url: z
    .url({ protocol: /^https?$/, error: PUBLIC_URL, abort: true })
    .refine(isPlain, PUBLIC_URL)
    .transform((url) => url.replace(/\/+$/, ""))
    .nullable()
    .default(null),
  auth: z.strictObject({ tokens: z.record(z.string(), SecretRef).default({}) }).prefault({}),
});
export type HttpOptions = z.infer<typeof HttpOptions>;
