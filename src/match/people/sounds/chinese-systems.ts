import type { Syllable } from "./chinese-syllables.ts";
import { tableOf, type Table } from "./table-of.ts";

/** A system: whole syllables, else its initial and its final. */
export interface System {
  whole: Table;
  initials: Table;
  finals: Table;
}

/** Russian, and by sound the Cyrillic of its neighbours. */
export const PALLADIUS: System = {
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
export const CZECH: System = {
  initials: tableOf("b=p p=pch d=t t=tch g=k k=kch h=ch j=ť q=čch x=s zh=č ch=čch sh=š r=ž z=c c=cch"),
  finals: tableOf("ai=aj ei=ej ian=ien iong=iung iu=iou ong=ung uai=uaj ui=uej v=ü ve=üe"),
  whole: tableOf(
    "ya=ja yan=jen yang=jang yao=jao ye=je yi=i yin=jin ying=jing yo=jo yong=jung you=jou yu=jü yuan=jüan yue=jüe yun=jün " +
      "wai=waj wei=wej zhi=č chi=čch shi=š ri=ž zi=c ci=cch si=s",
  ),
};

export const HUNGARIAN: System = {
  initials: tableOf("b=p d=t g=k j=cs q=cs x=hsz zh=cs ch=cs sh=s r=zs z=c c=c s=sz"),
  finals: tableOf("ai=aj ei=ej ian=ien iong=iung ong=ung uai=uaj ui=uj v=ü ve=üe"),
  whole: tableOf(
    "ya=ja yan=jen yang=jang yao=jao ye=je yi=ji yin=jin ying=jing yo=jo yong=jung you=ju yu=jü yuan=jüan yue=jüe yun=jün " +
      "wa=va wai=vaj wan=van wang=vang wei=vej wen=ven weng=veng wo=vo wu=vu zi=ce ci=ce si=sze ge=ko ke=ko he=ho",
  ),
};

/** As Russian, but for the vowels that Ukrainian writes otherwise. */
const IN_UKRAINIAN: readonly (readonly [russian: RegExp, ukrainian: string])[] = [
  [/и/g, "і"],
  [/[эе]/g, "е"],
  [/ы/g, "и"],
  [/ё/g, "йо"],
];

function inUkrainian(table: Table): Table {
  return new Map(
    [...table].map(([syllable, russian]) => {
      let letters = russian;
      for (const [from, to] of IN_UKRAINIAN) letters = letters.replaceAll(from, to);
      return [syllable, letters];
    }),
  );
}

export const UKRAINIAN: System = {
  initials: PALLADIUS.initials,
  finals: inUkrainian(PALLADIUS.finals),
  whole: new Map([...inUkrainian(PALLADIUS.whole), ["yi", "ї"]]),
};

export const BULGARIAN: System = {
  initials: tableOf("b=б p=п m=м f=ф d=д t=т n=н l=л g=г k=к h=х j=дз q=ц x=с zh=дж ch=ч sh=ш r=ж z=дз c=ц s=с"),
  finals: tableOf(
    "a=а ai=ай an=ан ang=ан ao=ао e=ъ ei=ей en=ън eng=ън er=ър i=и ia=я ian=иен iang=ян iao=яо ie=ие in=ин ing=ин iong=юн iu=иу " +
      "o=о ong=ун ou=оу u=у ua=уа uai=уай uan=уан uang=уан ui=уей un=ун uo=уо v=ю ve=юе",
  ),
  whole: tableOf(
    "ya=я yan=йен yang=ян yao=яо ye=йе yi=и yin=ин ying=ин yong=юн you=йоу yu=ю yuan=юан yue=юе yun=юн " +
      "wa=уа wai=уай wan=уан wang=уан wei=уей wen=уън weng=уън wo=уо wu=у",
  ),
};

/** Serbian and its neighbours in Cyrillic. */
export const SERBIAN: System = {
  initials: tableOf("b=б p=п m=м f=ф d=д t=т n=н l=л g=г k=к h=х j=ђ q=ћ x=с zh=џ ch=ч sh=ш r=ж z=ц c=ц s=с"),
  finals: tableOf(
    "a=а ai=ај an=ан ang=анг ao=ао e=е ei=еј en=ен eng=енг er=ер i=и ia=ја ian=јен iang=јанг iao=јао ie=је in=ин ing=инг iong=јунг iu=ју " +
      "o=о ong=унг ou=оу u=у ua=уа uai=уај uan=уан uang=уанг ui=уеј un=ун uo=уо v=и ve=уе",
  ),
  whole: tableOf(
    "ya=ја yan=јен yang=јанг yao=јао ye=је yi=ји yin=јин ying=јинг yong=јунг you=јоу yu=ји yuan=јуен yue=јуе yun=јун " +
      "wa=ва wai=вај wan=ван wang=ванг wei=веј wen=вен weng=венг wo=во wu=ву",
  ),
};

export function spelled({ initial, final }: Syllable, { whole, initials, finals }: System): string {
  return whole.get(initial + final) ?? (initials.get(initial) ?? initial) + (finals.get(final) ?? final);
}
