/**
 * Freezes a value and all it holds. What is frozen already is taken to be so all through, so that parts may be frozen
 * before the whole.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) if (typeof part === "object") deepFreeze(part);
  return Object.freeze(value);
}
