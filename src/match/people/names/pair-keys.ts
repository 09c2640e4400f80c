import type { Spelling } from "./spelling.ts";
import type { KeyTable, NamePart } from "./name-part.ts";
import type { PairTable } from "./pair-table.ts";

/** Consonants that both parts of a name must have together to be found by sound. */
export const MIN_CONSONANTS_TOGETHER = 4;
/** Of names that have few, in items that tell the person's role. */
const MIN_OF_SHORT_NAMES = 2;
const MIN_BESIDE_EXACT = 2;

interface PartKeys {
  exact: readonly number[];
  sound: readonly { id: number; length: number }[];
  /** Line of the table of given names, or Korean surnames. */
  classes: readonly number[];
  /** Too short to be found by sound unless the other part makes up for it. */
  isShort: boolean;
}

function keysOf(part: NamePart, classes: readonly number[]): PartKeys {
  const longest = Math.max(0, ...part.soundKeys.map(({ length }) => length));
  return { exact: part.exactKeys, sound: part.soundKeys, classes, isShort: longest < MIN_BESIDE_EXACT };
}

/** Pairs of keys under which a name is found: spelled alike, both parts by sound or class, or a short one spelled alike. */
function* pairsOf(given: PartKeys, surname: PartKeys, least: number): Generator<readonly [number, number]> {
  for (const a of given.exact) for (const b of surname.exact) yield [a, b];
  for (const a of given.sound) {
    for (const b of surname.sound) if (a.length + b.length >= least) yield [a.id, b.id];
    if (a.length >= MIN_BESIDE_EXACT) for (const b of surname.classes) yield [a.id, b];
  }
  for (const a of given.classes) {
    for (const b of surname.sound) if (b.length >= MIN_BESIDE_EXACT) yield [a, b.id];
    for (const b of surname.classes) yield [a, b];
  }
  yield* shortPairs(given, surname);
}

function* shortPairs(given: PartKeys, surname: PartKeys): Generator<readonly [number, number]> {
  if (given.isShort) {
    for (const a of given.exact) for (const b of [...longSounds(surname), ...surname.classes]) yield [a, b];
  }
  if (surname.isShort) {
    for (const b of surname.exact) for (const a of [...longSounds(given), ...given.classes]) yield [a, b];
  }
}

function longSounds({ sound }: PartKeys): number[] {
  return sound.filter(({ length }) => length >= MIN_BESIDE_EXACT).map(({ id }) => id);
}

/** Keys of the classes that the parts of a name belong to. */
export interface ClassKeys {
  given: readonly number[];
  surname: readonly number[];
}

/** Files a name under all pairs of keys that its parts can be met with. */
export function addPairKeys(
  { pairs, keys }: { pairs: PairTable; keys: KeyTable },
  { given, surname, isShort }: Pick<Spelling, "given" | "surname" | "isShort">,
  { name, classKeys }: { name: number; classKeys: ClassKeys },
): void {
  const surnameKeys = keysOf(surname, classKeys.surname);
  const least = isShort ? MIN_OF_SHORT_NAMES : MIN_CONSONANTS_TOGETHER;
  for (const [a, b] of pairsOf(keysOf(given, classKeys.given), surnameKeys, least)) {
    pairs.add(a, b, name);
    keys.notePair(a, b);
  }
}

/** Files a spelling under its initials, where it may be written with one. */
export function addInitialKeys(
  table: PairTable,
  { given, surname, entity }: Spelling,
  { spelling, classKeys }: { spelling: number; classKeys: ClassKeys },
): void {
  if (entity.mode !== "full" || entity.isLookAlike) return;
  const surnameKeys = [...surname.exactKeys, ...longSounds(keysOf(surname, [])), ...classKeys.surname];
  for (const initial of given.initialKeys) for (const key of surnameKeys) table.add(initial, key, spelling);
}
