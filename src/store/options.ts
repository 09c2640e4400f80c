import * as z from "zod";

/** `sqlite:PATH` (relative to the YAML file) or `postgres://…`. */
export const StoreUrl = z
  .string()
  .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, "write sqlite:PATH or postgres://user:password@host/database");

export const StoreSync = z.enum(["normal", "full"]);
export type StoreSync = z.infer<typeof StoreSync>;
