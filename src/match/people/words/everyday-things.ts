import type { WordsByLanguage } from "./words-by-language.ts";

/**
 * Beginnings of words, in the languages of the news, that tell that a plant, an animal or food is written of: a surname may be
 * the word for one, `pine` or `squid`, and a desk writes into a look-alike's bracket which.
 */
export const EVERYDAY_THINGS: WordsByLanguage = {
  ar: `أرنب بلوط ثعلب جبن حساء حشر حيوان ذئب زهر سمك شجر صقر صنوبر طائر طبخ طعام طيور غابات غابة مطبخ نبات نسر
    وصفة`,
  az: "balıq canavar dovşan mətbəx porsuq qartal resept tülkü yemək çörək",
  bg: "брашно бреза дърво елда супа цвете",
  bn: "গাছ পাখি প্রাণী ফুল মাছ রান্না রুটি",
  cs: "borovic jezev kuchyn květin liška medvěd pohank polévk rostlin strom stromy zajíc zvier",
  da: "opskrift",
  de: `birke blume buchweizen bäume dachs eiche falke fichte fuchs honig kiefer käfer küche pflanze rezept
    tanne tierpark vogel wälder wölfe zwiebel`,
  el: "αετό αλεπού αλεύρ αρκούδ δάσος δέντρ κουζίν λουλούδ λύκο πεύκ πουλ σούπ συνταγ φαγητ",
  en: `animal badger beetle birch botan buckwheat cedar cooked cuisine forest garlic goose insect maple onion
    pepper plants poplar raven recipe seedling snake sparrow spruce squid timber willow`,
  es: `abedul bosque calamar cebolla cocina halcón insecto liebre pájar receta rellen roble tejón zorro águila
    árbol`,
  et: "rebane retsept",
  fa: "آشپز جنگل خرس خرگوش درخت روباه سوپ شاهین عقاب غذا ماهی پرنده پنیر کاج گرگ گیاه",
  fi: "eläin karhu kettu koivu kukka lintu metsä mänty resepti ruoka",
  fr: `aigle arbre blaireau bouleau calmar chêne farci farine faucon fleur forêt jardin lièvre oignon plante
    renard sapin sarrasin`,
  he: "אורן אלון ארנב גבינה דוב זאב חיה יער מטבח מרק מתכון נשר עצים פרח ציפור צמח שועל",
  hi: "जंगल जानवर पक्षी पेड़ पौधा फूल मछली रसोई",
  hr: "brašn breza cvijet jazav kuhinj lisic medvjed životinj",
  hu: "farkas fenyő hajdin kenyér konyha liszt medve növény sólyom tölgy virág",
  hy: "անտառ բաղադրատոմս թռչուն խոհանոց ծաղիկ ծառ հաց ձուկ ուտելիք սոճի",
  id: "burung hewan hutan masakan",
  it: `albero animali betulla cipolla cucina falco fiore foresta formaggio giardino insett lepre miele pesci
    pianta pineta quercia ricetta tasso uccell volpe zuppa`,
  ja: "レシピ 松の",
  ka: "თევზ კენდան მუხა პურ რეცეპტ სამზარეულო საჭმელ ტყე ფიჭვ ფრინველ ყვავილ ცხოველ",
  ko: "꽃 나무 늑대 동물 메밀 물고기 소나무 숲 식물 여우 오소리 오징어 요리 호랑이",
  lt: "duona patiekal priež",
  lv: "ēdien",
  nl: "adelaar bloem bomen bossen dennen gerecht keuken kever vissen",
  no: "blomst oppskrift",
  pl: `borsuk brzoz drzew gatun gryczan kuchni kwiat lasów niedźwied orzeł potraw przepis roślin sokół zając
    zwierz`,
  pt: `bétula carvalho cebola chouriço coentro cozinha falcão farinha floresta lebre pinheir pássar raposa
    recheada recheado texugo árvore`,
  ro: "brânz bucătăr bursuc copac floare hrișc iepure mesteacăn mâncare pește pădur păsăr rețet vulpe vultur",
  ru: `барсук берёз блюд волк дерев животн зайц заяц зоопарк кухн лесн медвед орёл птиц растени рецепт сокол
    сосн`,
  sr: "дрво животињ кухињ цвет јело",
  sv: "björk björn blomm fågel soppa",
  sw: "chakula mapishi misitu mnyama ndege samaki",
  th: "ดอกไม้ ต้นไม้ ปลา สัตว์ สูตร อาหาร",
  tr: "balık bitki böcek kartal mutfak orman peynir porsuk tavşan tilki yemek çiçek çorba şahin",
  uk: "борошн борсук ведмід вовк заєць квіт кухня лисиц птах рослин страв тварин",
  ur: "مچھلی پھول",
  zh: "动物 松树 林业 林業 树木 森林 植物 狐狸 老虎 花卉 菜谱 食谱 鸟类",
};
