import { printJsonSchema } from "../config/config-schema.ts";

/** `wirewatch schema`: the JSON Schema of a configuration file. */
export function printSchema(): void {
  process.stdout.write(printJsonSchema());
}
