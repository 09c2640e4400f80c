import { nearest } from "../core/nearest.ts";

const MOST_SHOWN = 20;

/** "no channel has the id dsek: did you mean desk?"; where none is near, which there are. */
export function unknownId(noun: string, id: string, entries: readonly { id: string }[]): string {
  const start = `no ${noun} has the id ${id}`;
  const known = entries.map((entry) => entry.id);
  const near = nearest(id, known);
  if (near !== undefined) return `${start}: did you mean ${near}?`;
  if (known.length === 0) return `${start}: none is configured`;
  const rest = known.length > MOST_SHOWN ? ` and ${known.length - MOST_SHOWN} more` : "";
  return `${start}; there are: ${known.slice(0, MOST_SHOWN).join(", ")}${rest}`;
}
