import { tableOf } from "./table-of.ts";

/** A syllable of a Chinese name in pinyin; ü after l and n is v. */
export interface Syllable {
  initial: string;
  final: string;
}

/** Finals that stand behind each initial, - for none. */
const SYLLABLES = `- a ai an ang ao e ei en er o ou|b a ai an ang ao ei en eng i ian iao ie in ing o u|
p a ai an ang ao ei en eng i ian iao ie in ing o ou u|m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u|
f a an ang ei en eng o ou u|d a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo|
t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo|
n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ü üe|
l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve ü üe|
g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo|k a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo|
h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo|j i ia ian iang iao ie in ing iong iu u uan ue un|
q i ia ian iang iao ie in ing iong iu u uan ue un|x i ia ian iang iao ie in ing iong iu u uan ue un|
zh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo|ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo|
sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo|r an ang ao e en eng i ong ou u uan ui un uo|
z a ai an ang ao e ei en eng i ong ou u uan ui un uo|c a ai an ang ao e en eng i ong ou u uan ui un uo|
s a ai an ang ao e en eng i ong ou u uan ui un uo|y a an ang ao e i in ing o ong ou u uan ue un|w a ai an ang ei en eng o u`;

const pinyin = new Map<string, Syllable>();
for (const row of SYLLABLES.split("|")) {
  const [first = "", ...finals] = row.trim().split(" ");
  const initial = first === "-" ? "" : first;
  for (const final of finals) pinyin.set(initial + final, { initial, final: final.replace("ü", "v") });
}

const LONGEST_SYLLABLE = 7;
const LONGEST_NAME = 24;
const BREAK = /['’ʼ‘-]/;
/** Wade-Giles marks aspiration so: `Ch'iu`. */
const ASPIRATION = /(?<=^|[^a-z])(k|p|t|ch|ts|tz)['’ʼ‘](?=[a-zü])/g;

const WADE_INITIALS = tableOf("b=p p=p d=t t=t g=k k=k j=ch q=ch x=hs zh=ch ch=ch r=j z=ts c=ts");
const WADE_FINALS = tableOf("ian=ien ong=ung iong=iung ie=ieh ue=üeh ve=üeh v=ü er=erh");
const WADE_SYLLABLES = tableOf(
  "si=ssu zi=tzu ci=tzu xu=hsu gui=kuei kui=kuei yan=yen ye=yeh yong=yung yi=i yu=yü you=yu yue=yueh",
);

/** A syllable in Wade-Giles, without the apostrophe that newspapers leave out. */
export function wadeSyllable({ initial, final }: Syllable): string {
  const whole = WADE_SYLLABLES.get(initial + final);
  if (whole !== undefined) return whole;
  const consonant = WADE_INITIALS.get(initial) ?? initial;
  if (final === "i" && /^(?:zh|ch|sh|r)$/.test(initial)) return `${consonant}ih`;
  if (final === "e" && /^[gkh]$/.test(initial)) return `${consonant}o`;
  if (final === "uo" && !/^(?:g|k|h|sh)$/.test(initial)) return `${consonant}o`;
  return consonant + (WADE_FINALS.get(final) ?? final);
}

const wade = Map.groupBy(new Set(pinyin.values()), (syllable) => wadeSyllable(syllable).replaceAll("ü", "u"));

/** Cuts a word at breaks and into the longest syllables that a table has; null: it is not made of them. */
function cut<T>(word: string, table: ReadonlyMap<string, T>): readonly T[] | null {
  if (word.length > LONGEST_NAME) return null;
  const parts = word.split(BREAK).map((part) => cutPart(part, table));
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

function cutPart<T>(word: string, table: ReadonlyMap<string, T>): readonly T[] | null {
  if (word === "") return [];
  for (let length = Math.min(LONGEST_SYLLABLE, word.length); length > 0; length -= 1) {
    const head = table.get(word.slice(0, length));
    // A syllable that begins with a vowel has an apostrophe before it: `Chiang` is no `chi'ang`.
    const isCut = head !== undefined && !/^[aeo]/.test(word.slice(length));
    const rest = isCut ? cutPart(word.slice(length), table) : null;
    if (head !== undefined && rest !== null) return [head, ...rest];
  }
  return null;
}

/** Syllables of a lower-case word in pinyin; null: it is none. */
export function pinyinSyllables(word: string): readonly Syllable[] | null {
  return word === "" ? null : cut(word, pinyin);
}

/** What each syllable of a lower-case word in Wade-Giles, as Taiwan spells, may be in pinyin; null: it is none. */
export function wadeSyllables(word: string): readonly (readonly Syllable[])[] | null {
  return word === "" ? null : cut(word.replaceAll(ASPIRATION, "$1").replaceAll("ü", "u"), wade);
}
