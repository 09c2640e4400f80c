import { chooserOf } from "./language-traits.ts";

/**
 * Tells languages of the Latin script apart by their frequent short words. Letters with marks count little: foreign
 * names keep theirs in any language.
 */
export const guessLatin = chooserOf({
  en: {
    words:
      "the of and to in for on with at by from is are was were be been has have had his her he she it its they their this that as an a who will would after over not but says said against into amid about",
  },
  de: {
    some: "ß",
    words:
      "der die das den dem des und in im ist nicht von mit für auf ein eine einen einem zu zum zur sich auch als nach bei aus wird hat wurde wegen über vor um gegen",
  },
  fr: {
    some: "œèêâîç",
    words:
      "le la les des de du et à au aux en un une est dans pour par sur qui que ne pas se son sa ses avec après a il elle sont été d l ce cette contre plus",
  },
  es: {
    some: "ñ¿¡",
    words:
      "el la los las de del y en un una es por para con que se su sus no al a tras sobre ha lo como más fue desde contra entre pide",
  },
  pt: {
    some: "ãõ",
    words:
      "o a os as de do da dos das e em no na nos nas um uma é por para com que se não ao à após sobre foi mais como pelo pela seu sua diz",
  },
  it: {
    words:
      "il lo la i gli le di del della dei delle e in nel nella un una è per con che si non al alla da dal dalla dopo ha sono su come contro più anche l d",
  },
  nl: {
    words:
      "de het een en van in is op te dat voor met zijn naar niet aan er om ook als door bij uit na der heeft wordt over tegen hij zij maar",
  },
  pl: {
    some: "łąęśżźćń",
    words: "w na z do i się nie o jest że po za od przez dla jak a ale to jego był została został przed oraz",
  },
  cs: { some: "řěů", words: "v na se z do a je že o po za od pro jak ale to jeho byl byla ve ze s by není kvůli" },
  sk: { some: "ľĺŕô", words: "v na sa z do a je že o po za od pre ako ale to jeho bol bola vo zo s by nie pri" },
  tr: {
    some: "ğışöüç",
    never: "ə",
    words: "ve bir bu için ile da de olarak sonra çok ne daha olan gibi kadar ise oldu etti dedi göre",
  },
  az: { own: "ə", words: "və bir bu üçün ilə da də sonra olan kimi görə edib deyib" },
  sv: { words: "och att är för på med av till som en ett den det i om från inte har efter vid sin mot han hon" },
  da: { words: "og at er for på med af til som en et den det i om fra ikke har efter ved sin mod han hun" },
  no: { words: "og at er for på med av til som en et den det i om fra ikke har etter ved sin mot han hun" },
  fi: { words: "ja on ei että oli se ovat kun mukaan hän jälkeen myös kuin vuoden joka sekä tai" },
  hu: { some: "őű", words: "a az és hogy nem egy is meg volt után szerint van már csak el" },
  ro: { some: "țșţăîâ", words: "și în de la a cu pe un o din că este pentru nu după fost mai lui prin sa" },
  hr: { some: "đ", words: "u na je i se za od da su s iz o nakon ne bi koji koja zbog prema što nije" },
  lt: { own: "ėįų", some: "ū", words: "ir į iš kad nuo už yra dėl prie jis buvo bei" },
  lv: { some: "āēīūķļģņ", words: "un ir ar uz kas bet kā pēc pie viņš lai arī nav" },
  id: { words: "di dan yang untuk dari ke ini dengan itu tidak akan pada dalam oleh setelah juga karena" },
  vi: { some: "ơưạảấầẩậắặếềểệịỏọốồổộớờởợụủứừửữựỳỹ", words: "của và là có trong được cho với không người này một" },
  sq: { some: "ë", words: "në të e dhe për me nga një është që së u pas" },
});
