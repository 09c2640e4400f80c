import type { Finding, Place } from "./source.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A file that is being read. */
export interface Reading {
  file: YamlFile;
  content: Record<string, unknown>;
  /** What is right of the file's `defaults`, by section. */
  defaults: Record<string, unknown>;
  findings: Finding[];
}

/** A section that is not even of the right shape. */
export function wrongSection(name: string, wanted: string, place: Place): Finding {
  return {
    severity: "error",
    code: "wrong-type",
    place,
    message: `"${name}" must be ${wanted}`,
    remedy: `write ${wanted}`,
  };
}
