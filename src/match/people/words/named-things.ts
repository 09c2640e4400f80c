import { foldWord } from "../sounds/fold-word.ts";
import { BEFORE_NAME, BEHIND_NAME } from "./thing-words.ts";
import { foldedWords } from "./words-by-language.ts";

function folded(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(foldWord));
}

const before = foldedWords(BEFORE_NAME);
const behind = foldedWords(BEHIND_NAME);
/** Right before a surname, without a particle: la familia Belov; `la familia de Belov` is his. */
const FAMILIES = folded("familia famille familie famiglia família familjen familien les los maison");
/** Behind it, with a capital: `Belov AB`; `ab`, `sa` and `ag` are words of other languages. */
const FIRMS = folded("ltd inc gmbh ag sa spa ab asa oyj plc corp llc kg srl sarl sas bv nv team weg hof");
const HAN_BEHIND = new Set("駅站寺湖路街桥橋号號丸奖獎賞山川江");

/** Whether a word says that the name behind it is a thing's. */
export function beginsThing(fold: string): boolean {
  return before.has(fold);
}

/** Behind a name and an `and`: `Lachenal et fils`, `Belov & Partners`. */
const PARTNERS = folded(
  "fils sons son söhne sohn partner partners associates hijos figli filhos synowie co cie company",
);

/** Whether a word right before a surname says that a family or a house is meant. */
export function beginsFamily(fold: string): boolean {
  return FAMILIES.has(fold);
}

/** Whether what stands behind a name and an `and` makes it a firm's. */
export function isPartner(fold: string): boolean {
  return PARTNERS.has(fold);
}

/** Whether a word says that the name before it is a thing's. */
export function endsThing(fold: string, isCapital: boolean): boolean {
  return (isCapital && FIRMS.has(fold)) || behind.has(fold) || HAN_BEHIND.has(fold);
}
