import * as z from "zod";

/** `local`, `postgres` (the store's own database) or `redis://…`. */
export const QueueUrl = z
  .string()
  .regex(/^(local|postgres|rediss?:\/\/.+)$/, "write local, postgres or redis://host:6379")
  .refine(
    (url) => !url.includes("://") || URL.canParse(url),
    "no address: write redis://user:password@host:6379, special characters percent-encoded",
  );
