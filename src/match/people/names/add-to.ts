/** Adds a value to those of a key. */
export function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const row = map.get(key);
  if (row === undefined) map.set(key, [value]);
  else row.push(value);
}
