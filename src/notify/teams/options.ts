import * as z from "zod";
import { SecretRef } from "../../core/schema.ts";

export const TeamsOptions = z.strictObject({
  /** The address of a workflow that starts when a webhook request is received: whoever knows it can post. */
  webhook: SecretRef,
});
export type TeamsOptions = z.infer<typeof TeamsOptions>;
