/** JSON with the keys of every map in order, so that their order in YAML makes no other hash. */
export function stableJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** The value itself where its keys are in order already, as those of most maps are: copies of all would take long. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const entries: unknown[] = value.map(inOrder);
    return entries.every((entry, at) => entry === value[at]) ? value : entries;
  }
  const entries = Object.entries(value);
  let isSame = true;
  let before = "";
  for (const entry of entries) {
    const part = inOrder(entry[1]);
    isSame &&= before <= entry[0] && part === entry[1];
    [before, entry[1]] = [entry[0], part];
  }
  return isSame ? value : Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
