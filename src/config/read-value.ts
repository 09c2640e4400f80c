import type * as z from "zod";
import { describeIssue } from "./describe-issue.ts";
import { isRecord, type Origin } from "./origin.ts";
import type { Finding } from "./source.ts";
import type { YamlPath } from "./yaml-file.ts";

export interface ReadValue<T> {
  /** Null: nothing usable is left without the parts that are wrong. */
  value: T | null;
  /** The value as written, without the parts that are wrong. */
  raw: unknown;
  /** False: something was wrong, so what is missing now says nothing. */
  intact: boolean;
  findings: Finding[];
}

/**
 * Reads a value by its schema. Where parts are wrong, each is a finding, and the rest is read without them, so that
 * later checks still see the rest and one run names everything.
 * @param standIns values for required keys that are missing or wrong
 */
export function readValue<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  origin: Origin,
  standIns: Readonly<Record<string, unknown>> = {},
): ReadValue<T> {
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data, raw, intact: true, findings: [] };

  const issues = result.error.issues.flatMap(chooseBranch);
  const findings = issues.flatMap((issue) => describeIssue(issue, { schema, raw, origin }));
  const rest = withoutFaults(raw, issues);
  const retried = schema.safeParse(isRecord(rest) ? { ...standIns, ...rest } : rest);
  return { value: retried.success ? retried.data : null, raw: rest, intact: false, findings };
}

type Issue = z.core.$ZodIssue;

/** Of a union that no branch accepts: what the branch that fits best complains about, with whole paths. */
function chooseBranch(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branches = issue.errors.map((errors) => errors.flatMap(chooseBranch));
  const shaped = branches.filter((errors) => !errors.some(isWrongShape));
  const [best] = shaped.toSorted((left, right) => left.length - right.length);
  if (best === undefined) return [issue];
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isWrongShape(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.path.length === 0;
}

function withoutFaults(raw: unknown, issues: readonly Issue[]): unknown {
  const rest = structuredClone(raw);
  for (const issue of issues) {
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    // Elements of lists stay where they are: taking one out would move the places of those behind it.
    const list = path.findIndex((step) => typeof step === "number");
    const keys = list === -1 ? path : path.slice(0, list);
    if (issue.code === "unrecognized_keys" && list === -1) for (const key of issue.keys) removeAt(rest, [...keys, key]);
    else removeAt(rest, keys);
  }
  return rest;
}

function removeAt(value: unknown, path: YamlPath): void {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), value);
  if (last !== undefined && isRecord(holder)) delete holder[last];
}
