/** What is known of a UTF-16 unit of a folded word, as bits. */
export const UNIT_IS = {
  known: 1,
  number: 2,
  abjad: 4,
  hangul: 8,
  /** Han or kana: scripts that have no spaces to find words by. */
  unspaced: 16,
  /** Half of a character: only the whole one can be told. */
  surrogate: 32,
} as const;

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/^\p{N}/u, UNIT_IS.number],
  [/^[\p{Script=Arabic}\p{Script=Hebrew}]/u, UNIT_IS.abjad],
  [/^\p{Script=Hangul}/u, UNIT_IS.hangul],
  [/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, UNIT_IS.unspaced],
];
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** By unit; learnt when a unit is first asked for. */
const bitsOfUnits = new Uint8Array(0x1_0000);

/** `UNIT_IS` of a unit. */
export function bitsOf(unit: number): number {
  const bits = bitsOfUnits[unit] ?? 0;
  return bits === 0 ? learn(unit) : bits;
}

function learn(unit: number): number {
  const isSurrogate = unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE;
  const bits = UNIT_IS.known | (isSurrogate ? UNIT_IS.surrogate : bitsOfCharacter(String.fromCharCode(unit)));
  bitsOfUnits[unit] = bits;
  return bits;
}

/** `UNIT_IS` of a character of any length. */
export function bitsOfCharacter(character: string): number {
  return KINDS.reduce((bits, [kind, bit]) => (kind.test(character) ? bits | bit : bits), 0);
}
