import * as z from "zod";

export const ConsoleOptions = z.strictObject({});
export type ConsoleOptions = z.infer<typeof ConsoleOptions>;
