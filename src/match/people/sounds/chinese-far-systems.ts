import type { System } from "./chinese-systems.ts";
import { tableOf } from "./table-of.ts";

/** Pinyin in letters that are far from it: names of few consonants that no comparison by sound would dare to tell. */

export const ARABIC: System = {
  initials: tableOf("b=ب p=ب m=م f=ف d=د t=ت n=ن l=ل g=غ k=ك h=ه j=ج q=تش x=ش zh=تش ch=تش sh=ش r=ر z=تس c=تس s=س"),
  finals: tableOf(
    "a=ا ai=اي an=ان ang=انغ ao=او e=ه ei=ي en=ن eng=نغ er=ار i=ي ia=يا ian=يان iang=يانغ iao=ياو ie=يه in=ين ing=ينغ iong=يونغ iu=يو " +
      "o=و ong=ونغ ou=و u=و ua=وا uai=واي uan=وان uang=وانغ ui=وي un=ون uo=وه v=وي ve=ويه",
  ),
  whole: tableOf(
    "ya=يا yan=يان yang=يانغ yao=ياو ye=يه yi=يي yin=ين ying=ينغ yong=يونغ you=يو yu=يو yuan=يوان yue=يويه yun=يون " +
      "wa=وا wai=واي wan=وان wang=وانغ wei=وي wen=ون weng=ونغ wo=وو wu=وو a=ا ai=اي an=ان ang=انغ ao=او e=ا en=ان er=ار o=او ou=او",
  ),
};

export const PERSIAN: System = {
  ...ARABIC,
  initials: new Map([...ARABIC.initials, ...tableOf("p=پ g=گ k=ک q=چ zh=ژ ch=چ j=ج")]),
  finals: new Map(
    [...ARABIC.finals, ...tableOf("e=ه uo=و ou=و ie=یه")].map(([final, letters]) => [
      final,
      letters.replace(/نغ$/, "نگ"),
    ]),
  ),
  whole: new Map([...ARABIC.whole].map(([syllable, letters]) => [syllable, letters.replace(/نغ$/, "نگ")])),
};

export const TURKISH: System = {
  initials: tableOf("j=c q=ç x=ş zh=c ch=ç sh=ş r=j c=ts z=z"),
  finals: tableOf("ai=ay ei=ey uai=uay ui=uy ong=ong v=ü ve=üe"),
  whole: tableOf("wa=va wai=vay wan=van wang=vang wei=vey wen=ven weng=veng wo=vo wu=vu zi=zi ci=ci si=si"),
};

export const HEBREW: System = {
  initials: tableOf("b=ב p=פ m=מ f=פ d=ד t=ט n=נ l=ל g=ג k=ק h=ה j=ג' q=צ' x=ש zh=ג' ch=צ' sh=ש r=ר z=דז c=צ s=ס"),
  finals: tableOf(
    "a=א ai=אי an=אן ang=אנג ao=או e=ה ei=יי en=ן eng=נג er=ר i=י ia=יא ian=יאן iang=יאנג iao=יאו ie=יה in=ין ing=ינג iong=יונג iu=יו " +
      "o=ו ong=ונג ou=ואו u=ו ua=וא uai=ואי uan=ואן uang=ואנג ui=ווי un=ון uo=וו v=י ve=ואה",
  ),
  whole: tableOf(
    "ya=יא yan=יאן yang=יאנג yao=יאו ye=יה yi=יי yin=ין ying=ינג yong=יונג you=יו yu=יו yuan=יואן yue=יואה yun=יון " +
      "wa=ווא wai=וואי wan=וואן wang=וואנג wei=וויי wen=וון weng=וונג wo=וו wu=וו",
  ),
};

export const GREEK: System = {
  initials: tableOf("b=μπ p=π m=μ f=φ d=ντ t=τ n=ν l=λ g=γκ k=κ h=χ j=τζ q=τσ x=σ zh=τζ ch=τσ sh=σ r=ρ z=ζ c=τσ s=σ"),
  finals: tableOf(
    "a=α ai=αι an=αν ang=ανγκ ao=αο e=ε ei=ει en=εν eng=ενγκ er=ερ i=ι ia=ια ian=ιεν iang=ιανγκ iao=ιαο ie=ιε in=ιν ing=ινγκ iong=ιονγκ iu=ιου " +
      "o=ο ong=ονγκ ou=οου u=ου ua=ουα uai=ουαι uan=ουαν uang=ουανγκ ui=ουι un=ουν uo=ουο v=ι ve=ουε",
  ),
  whole: tableOf(
    "ya=για yan=γιαν yang=γιανγκ yao=γιαο ye=γιε yi=γι yin=γιν ying=γινγκ yong=γιονγκ you=γιου yu=γιου yuan=γιουαν yue=γιουε yun=γιουν " +
      "wa=γουα wai=γουαι wan=γουαν wang=γουανγκ wei=γουει wen=γουεν weng=γουενγκ wo=γουο wu=γου",
  ),
};
