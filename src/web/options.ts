import * as z from "zod";
import { SecretRef } from "../core/schema.ts";

export const HttpOptions = z.strictObject({
  listen: z
    .string()
    .regex(/^(\[[0-9a-f:]+\]|[^:[\]]+):\d{1,5}$/i, "write address:port, e.g. 127.0.0.1:8420")
    .default("127.0.0.1:8420"),
  auth: z.strictObject({ tokens: z.record(z.string(), SecretRef).default({}) }).prefault({}),
});
export type HttpOptions = z.infer<typeof HttpOptions>;
