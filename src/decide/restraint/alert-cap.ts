import { SEVERITIES, type Severity } from "../../core/vocabulary.ts";
import type { AtMost } from "../options.ts";

/** Urgent alerts have a limit of their own: more of them in an hour is a flood, not news. */
const URGENT_CAP = { alerts: 60, per: 3_600_000 } as const;
/** What is over a limit is told together, so soon after the first of it. */
export const GATHER_MS = 5 * 60_000;

/** How many alerts of which severities a channel takes in a window that ends now. */
export interface Cap {
  severities: readonly Severity[];
  alerts: number;
  /** Milliseconds. */
  per: number;
}

/** The limits that an alert of a severity must keep on a channel. */
export function capsFor(atMost: AtMost | null, severity: Severity): readonly Cap[] {
  if (atMost === null) return [];
  const { alerts, per, except } = atMost;
  const counted = SEVERITIES.filter((one) => !except.includes(one));
  const own = counted.includes(severity) ? [{ severities: counted, alerts, per }] : [];
  return severity === "urgent" ? [...own, { severities: ["urgent"], ...URGENT_CAP }] : own;
}
