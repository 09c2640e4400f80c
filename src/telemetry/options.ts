import * as z from "zod";
import { Duration, SecretRef } from "../core/schema.ts";

/** An address that is called while the work goes on: who watches it raises the alarm when the calls stop. */
export const HeartbeatOptions = z.strictObject({
  /** A secret: whoever knows it can pretend that all is well. */
  url: SecretRef,
  every: Duration.refine((ms) => ms >= 1000, "not more often than 1s").default(60_000),
});
export type HeartbeatOptions = z.infer<typeof HeartbeatOptions>;
