export type Table = ReadonlyMap<string, string>;

/** `b=p p=pch`: a table, written as pairs between blanks. */
export function tableOf(pairs: string): Table {
  return new Map(pairs.split(" ").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}
