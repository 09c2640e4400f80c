import * as z from "zod";
import type { YamlPath } from "./yaml-file.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The keys that a schema knows at a path. */
export function keysAt(schema: z.ZodType, path: YamlPath): string[] {
  return [...new Set(schemasAt(schema, path).flatMap((found) => Object.keys(found.properties ?? {})))];
}

/** Of the keys that are written at a path, those that no form of the value has together with a key. */
export function excludedBy(schema: z.ZodType, path: YamlPath, key: string, written: readonly string[]): string[] {
  const forms = schemasAt(schema, path).flatMap(({ properties }) => (properties === undefined ? [] : [properties]));
  return written.filter((other) => !forms.some((form) => key in form && other in form));
}

/** The JSON types that a schema takes at a path; objects with their keys. */
export function typesAt(schema: z.ZodType, path: YamlPath): string[] {
  const types = schemasAt(schema, path).flatMap(({ type, properties }) =>
    properties === undefined ? (type ?? []) : `{${Object.keys(properties).join(", ")}}`,
  );
  return [...new Set(types)];
}

const described = new WeakMap<z.ZodType, JsonSchema>();

function describe(schema: z.ZodType): JsonSchema {
  const known = described.get(schema) ?? z.toJSONSchema(schema, { io: "input" });
  described.set(schema, known);
  return known;
}

function schemasAt(schema: z.ZodType, path: YamlPath): JsonSchema[] {
  let found = branchesOf(describe(schema));
  for (const step of path) found = found.flatMap((each) => stepInto(each, step)).flatMap(branchesOf);
  return found;
}

function branchesOf(schema: JsonSchema): JsonSchema[] {
  return [schema, ...(schema.anyOf ?? []).flatMap(branchesOf)];
}

function stepInto(schema: JsonSchema, step: string | number): JsonSchema[] {
  const next = typeof step === "number" ? schema.items : (schema.properties?.[step] ?? schema.additionalProperties);
  return typeof next === "object" && !Array.isArray(next) ? [next] : [];
}
