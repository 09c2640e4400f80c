import * as z from "zod";
import { Duration } from "../core/schema.ts";

/** How fast a channel may send: one message per `every` on average, `burst` at once. */
export const RateOptions = z.strictObject({
  every: Duration.default(1000),
  burst: z.int().min(1).max(1000).default(20),
});
export type RateOptions = z.infer<typeof RateOptions>;
