import type { Place } from "./source.ts";
import { keyPlaceAt, nodeAt, placeAt, type YamlFile, type YamlPath } from "./yaml-file.ts";

/** Where a value was written: its own place, and the `defaults` that fill in the keys it leaves out. */
export interface Origin {
  file: YamlFile;
  path: YamlPath;
  defaults: YamlPath | null;
}

/** The place of a value below an origin, in its entry or in the defaults that supplied it. */
export function placeIn(origin: Origin, path: YamlPath): Place {
  return placeAt(origin.file, pathIn(origin, path));
}

export function keyPlaceIn(origin: Origin, path: YamlPath): Place {
  return keyPlaceAt(origin.file, pathIn(origin, path));
}

/** The whole path in the file of a path below an origin. */
export function pathIn({ file, path, defaults }: Origin, below: YamlPath): YamlPath {
  const [first] = below;
  const isDefault =
    defaults !== null &&
    first !== undefined &&
    nodeAt(file, [...path, first]) === undefined &&
    nodeAt(file, [...defaults, first]) !== undefined;
  return isDefault ? [...defaults, ...below] : [...path, ...below];
}

/** A YAML map as plain data. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
