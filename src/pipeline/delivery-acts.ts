import type { DeliveryRow } from "../store/delivery-rows.ts";

/** The key that the provider sees: a message that is sent once more by an operator's word is another one to it. */
export function keyOf({ key, acts }: Pick<DeliveryRow, "key" | "acts">): string {
  const times = acts.filter(({ kind }) => kind === "sent-again").length;
  return times === 0 ? key : `${key}|again|${times}`;
}

/** Since when a delivery may go, epoch milliseconds: since an operator had it tried again, its hold ended, or it was made. */
export function triedSince({
  createdAt,
  heldUntil,
  acts,
}: Pick<DeliveryRow, "createdAt" | "heldUntil" | "acts">): number {
  return Math.max(acts.findLast(({ kind }) => kind !== "dropped")?.at ?? createdAt, heldUntil ?? 0);
}

/** Since when messages under its present key can have left, epoch milliseconds. */
export function keyedSince({ createdAt, acts }: Pick<DeliveryRow, "createdAt" | "acts">): number {
  return acts.findLast(({ kind }) => kind === "sent-again")?.at ?? createdAt;
}

/** Whether it goes by an operator's word: who has it tried again wants it now. */
export function isAskedFor({ acts }: Pick<DeliveryRow, "acts">): boolean {
  const last = acts.at(-1);
  return last !== undefined && last.kind !== "dropped";
}
