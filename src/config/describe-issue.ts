import type * as z from "zod";
import { nearest } from "../core/nearest.ts";
import { suggest } from "./nearest.ts";
import { keyPlaceIn, placeIn, type Origin } from "./origin.ts";
import { keysAt, typesAt } from "./schema-keys.ts";
import type { Finding } from "./source.ts";
import type { YamlPath } from "./yaml-file.ts";

export interface IssueContext {
  schema: z.ZodType;
  raw: unknown;
  origin: Origin;
}

/** What zod says about a value, as findings that say what to write; one for each unknown key. */
export function describeIssue(issue: z.core.$ZodIssue, { schema, raw, origin }: IssueContext): Finding[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const key = String(path.findLast((step) => typeof step === "string") ?? origin.path.at(-1) ?? "");
  const at = { severity: "error", place: placeIn(origin, path) } as const;

  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((name) => unknownKey(name, keysAt(schema, path), keyPlaceIn(origin, [...path, name])));
    case "invalid_type":
      return [{ ...at, ...wrongType(key, issue.expected, valueAt(raw, path)) }];
    case "invalid_value":
      return [{ ...at, ...wrongChoice(key, issue.values.map(String), valueAt(raw, path)) }];
    case "invalid_key": {
      const remedy = issue.issues[0]?.message ?? null;
      const place = keyPlaceIn(origin, path);
      return [{ severity: "error", code: "bad-key", place, message: `"${key}" cannot be used as a key here`, remedy }];
    }
    case "invalid_union": {
      const forms = typesAt(schema, path).map((type) => TYPE_NAMES[type] ?? type);
      const remedy = `write ${forms.join(" or ")}`;
      return [{ ...at, code: "wrong-type", message: `"${key}" has a form that is not known here`, remedy }];
    }
    case "invalid_format":
    case "too_big":
    case "too_small":
    case "not_multiple_of":
    case "invalid_element":
    case "custom":
      return [
        { ...at, code: "bad-value", message: `"${key}" has a value that cannot be used`, remedy: remedyOf(issue) },
      ];
  }
}

/** A key that the schema does not have. */
export function unknownKey(name: string, known: readonly string[], place: Finding["place"]): Finding {
  const remedy = suggest(name, known, known.length > 0 ? `known here: ${known.join(", ")}` : "remove it");
  return { severity: "error", code: "unknown-key", place, message: `unknown key "${name}"`, remedy };
}

/** Our schemas say what to write; for the rest the library says what is wrong. */
function remedyOf(issue: z.core.$ZodIssue): string {
  return issue.message === "Invalid URL" ? "write an http or https address" : issue.message;
}

type Explained = Pick<Finding, "code" | "message" | "remedy">;

function wrongType(key: string, expected: string, value: unknown): Explained {
  const wanted = TYPE_NAMES[expected] ?? expected;
  if (value === undefined)
    return { code: "missing-key", message: `"${key}" is missing`, remedy: `add ${key}: with ${wanted}` };
  const found = TYPE_NAMES[typeName(value)] ?? typeName(value);
  const isScalar = typeof value === "number" || typeof value === "boolean";
  const remedy = expected === "string" && isScalar ? "put it in quotes" : `write ${wanted}${EXAMPLES[expected] ?? ""}`;
  return { code: "wrong-type", message: `"${key}" must be ${wanted}, not ${found}`, remedy };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys and values",
  record: "keys and values",
  null: "nothing",
};
const EXAMPLES: Readonly<Record<string, string>> = { array: ", such as [a, b]", object: ", such as {key: value}" };

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function wrongChoice(key: string, choices: readonly string[], value: unknown): Explained {
  if (value === undefined)
    return {
      code: "missing-key",
      message: `"${key}" is missing`,
      remedy: `add ${key}: with one of ${choices.join(", ")}`,
    };
  const near = typeof value === "string" ? nearest(value, choices) : undefined;
  const message = `"${key}" must be one of ${choices.join(", ")}`;
  return {
    code: "bad-value",
    message,
    remedy: near === undefined ? `write one of ${choices.join(", ")}` : `write "${near}"`,
  };
}

function valueAt(raw: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    raw,
  );
}
