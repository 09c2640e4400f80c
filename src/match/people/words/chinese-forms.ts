import { tableOf, type Table } from "./table-of.ts";
import { pinyinSyllables, wadeSyllable, wadeSyllables, type Syllable } from "./chinese-syllables.ts";
import { syllableInHangul } from "./chinese-hangul.ts";

/** Chinese names as other languages write them. Rules, not a list: each system is regular. */

/** A system: whole syllables, else its initial and its final. */
interface System {
  whole: Table;
  initials: Table;
  finals: Table;
}

/** Russian, and by sound the Cyrillic of its neighbours. */
const PALLADIUS: System = {
  initials: tableOf("b=б p=п m=м f=ф d=д t=т n=н l=л g=г k=к h=х j=цз q=ц x=с zh=чж ch=ч sh=ш r=ж z=цз c=ц s=с"),
  finals: tableOf(
    "a=а ai=ай an=ань ang=ан ao=ао e=э ei=эй en=энь eng=эн er=эр i=и ia=я ian=янь iang=ян iao=яо ie=е in=инь ing=ин iong=юн iu=ю " +
      "o=о ong=ун ou=оу u=у ua=уа uai=уай uan=уань uang=уан ui=уй un=унь uo=о v=юй ve=юэ",
  ),
  whole: tableOf(
    "ya=я yan=янь yang=ян yao=яо ye=е yi=и yin=инь ying=ин yo=ё yong=юн you=ю yu=юй yuan=юань yue=юэ yun=юнь " +
      "wa=ва wai=вай wan=вань wang=ван wei=вэй wen=вэнь weng=вэн wo=во wu=у zi=цзы ci=цы si=сы hui=хуэй " +
      "ju=цзюй juan=цзюань jue=цзюэ jun=цзюнь qu=цюй quan=цюань que=цюэ qun=цюнь xu=сюй xuan=сюань xue=сюэ xun=сюнь",
  ),
};

/** Czech and Slovak. */
const CZECH: System = {
  initials: tableOf("b=p p=pch d=t t=tch g=k k=kch h=ch j=ť q=čch x=s zh=č ch=čch sh=š r=ž z=c c=cch"),
  finals: tableOf("ai=aj ei=ej ian=ien iong=iung iu=iou ong=ung uai=uaj ui=uej v=ü ve=üe"),
  whole: tableOf(
    "ya=ja yan=jen yang=jang yao=jao ye=je yi=i yin=jin ying=jing yo=jo yong=jung you=jou yu=jü yuan=jüan yue=jüe yun=jün " +
      "wai=waj wei=wej zhi=č chi=čch shi=š ri=ž zi=c ci=cch si=s",
  ),
};

const HUNGARIAN: System = {
  initials: tableOf("b=p d=t g=k j=cs q=cs x=hsz zh=cs ch=cs sh=s r=zs z=c c=c s=sz"),
  finals: tableOf("ai=aj ei=ej ian=ien iong=iung ong=ung uai=uaj ui=uj v=ü ve=üe"),
  whole: tableOf(
    "ya=ja yan=jen yang=jang yao=jao ye=je yi=ji yin=jin ying=jing yo=jo yong=jung you=ju yu=jü yuan=jüan yue=jüe yun=jün " +
      "wa=va wai=vaj wan=van wang=vang wei=vej wen=ven weng=veng wo=vo wu=vu zi=ce ci=ce si=sze ge=ko ke=ko he=ho",
  ),
};

function spelled({ initial, final }: Syllable, { whole, initials, finals }: System): string {
  return whole.get(initial + final) ?? (initials.get(initial) ?? initial) + (finals.get(final) ?? final);
}

/** `Чанъань`: ъ keeps a syllable that begins with a vowel apart. */
function inPalladius(syllables: readonly Syllable[]): string {
  return syllables
    .map((syllable, at) => {
      const isTied = syllable.initial === "" && /ng?$/.test(syllables[at - 1]?.final ?? "");
      return (isTied ? "ъ" : "") + spelled(syllable, PALLADIUS);
    })
    .join("");
}

const WRITERS: readonly ((syllables: readonly Syllable[]) => string)[] = [
  (syllables) => syllables.map(({ initial, final }) => initial + final).join(""),
  (syllables) => syllables.map(wadeSyllable).join(""),
  inPalladius,
  (syllables) => syllables.map((syllable) => spelled(syllable, CZECH)).join(""),
  (syllables) => syllables.map((syllable) => spelled(syllable, HUNGARIAN)).join(""),
];

/** Wade-Giles without apostrophes says little of aspiration: a name with more readings than this is taken as it stands. */
const MOST_READINGS = 8;

/** A name's words as syllables of pinyin; of a name in Wade-Giles, all that it may be. */
function readingsOf(words: readonly string[]): readonly (readonly (readonly Syllable[])[])[] {
  const inPinyin = words.map(pinyinSyllables);
  if (!inPinyin.includes(null)) return [inPinyin.map((word) => word ?? [])];
  let readings: (readonly (readonly Syllable[])[])[] = [[]];
  for (const word of words) {
    const syllables = wadeSyllables(word);
    if (syllables === null) return [];
    let own: (readonly Syllable[])[] = [[]];
    for (const options of syllables) own = own.flatMap((before) => options.map((option) => [...before, option]));
    readings = readings.flatMap((before) => own.map((each) => [...before, each]));
    if (readings.length > MOST_READINGS) return [];
  }
  return readings;
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().normalize("NFC").split(" ");
}

/** Whether both words of a name are pinyin: `Luo Xiulan`. */
export function isPinyinName(name: string): boolean {
  const words = wordsOf(name);
  return words.length === 2 && words.every((word) => pinyinSyllables(word) !== null);
}

/** How a name of two words in pinyin or Wade-Giles is written elsewhere, lower case, surname first as listed. */
export function chineseForms(name: string): { spellings: string[]; hangul: string[] } {
  const words = wordsOf(name);
  const readings = words.length === 2 ? readingsOf(words) : [];
  const own = words.join(" ").replaceAll(/['’ʼ‘-]/g, "");
  const spellings = new Set(readings.flatMap((reading) => WRITERS.map((write) => reading.map(write).join(" "))));
  spellings.delete(own);
  const hangul = new Set(readings.map((reading) => reading.flat().map(syllableInHangul).join("")));
  return { spellings: [...spellings], hangul: [...hangul] };
}
