/**
 * Beginnings of words, in the languages of the news, that tell that a plant, an animal or food is written of: a surname may be
 * the word for one, `pine` or `squid`, and a desk writes into a look-alike's bracket which.
 */
export const EVERYDAY_THINGS = `plants forest birch spruce cedar willow poplar maple botan timber seedling bäume wälder kiefer fichte eiche birke tanne blume pflanze arbre forêt chêne bouleau
  sapin fleur plante jardin árbol bosque roble abedul jardín árvore floresta pinheir carvalho bétula albero foresta pineta quercia betulla fiore pianta giardino bomen bossen dennen bloem
  björk blomm bjørk blomst metsä mänty koivu kukka priež drzew lasów brzoz kwiat roślin strom borovic květin rostlin stromy breza cvijet дрво цвет fenyő tölgy virág növény copac pădur
  mesteacăn floare дерев лесн сосн берёз берез растени квіт рослин дърво бреза цвете δέντρ δάσος πεύκ λουλούδ orman çiçek bitki شجر غابة غابات صنوبر بلوط زهر نبات درخت جنگل کاج گیاه
  עצים יער אורן אלון פרח צמח पेड़ जंगल फूल पौधा গাছ ফুল پھول ტყე ფიჭვ მუხა ყვავილ ծառ անտառ սոճի ծաղիկ hutan ต้นไม้ ดอกไม้ misitu 나무 숲 소나무 꽃 식물 树木 樹木 森林 松树 松樹 林业 林業 植物 花卉 松の
  animal badger raven sparrow goose squid insect beetle snake vogel vögel dachs fuchs wölfe falke käfer tierpark blaireau renard lièvre aigle faucon pájar
  tejón zorro liebre águila halcón insecto pássar texugo raposa lebre falcão animali uccell pesci tasso volpe lepre falco insett vissen adelaar kever fågel björn
  bjørn eläin lintu kettu karhu rebane zwierz borsuk niedźwied zając orzeł sokół gatun zvier jezev liška medvěd zajíc sokol životinj jazav lisic medvjed животињ птиц farkas
  medve sólyom păsăr pește bursuc vulpe iepure vultur животн барсук волк медвед заяц зайц орёл орел сокол зоопарк тварин птах борсук лисиц вовк ведмід заєць πουλ αλεπού λύκο αρκούδ αετό
  balık porsuk tilki tavşan kartal şahin böcek balıq porsuq tülkü canavar dovşan qartal حيوان طائر طيور سمك ثعلب ذئب أرنب نسر صقر حشر پرنده ماهی روباه گرگ خرس خرگوش عقاب شاهین
  חיה ציפור שועל זאב דוב ארנב נשר जानवर पक्षी मछली প্রাণী পাখি মাছ پرندہ مچھلی ცხოველ ფრინველ თევზ კენდան թռչուն ձուկ hewan burung สัตว์ ปลา mnyama ndege samaki 동물 물고기
  오소리 여우 늑대 호랑이 动物 動物 鸟类 鳥類 狐狸 老虎
  cooked recipe cuisine squid buckwheat pepper onion garlic rezept küche buchweizen zwiebel honig farine sarrasin
  oignon farci calmar receta cocina cebolla rellen calamar cozinha farinha cebola chouriço recheada recheado coentro
  ricetta cucina zuppa cipolla formaggio miele keuken gerecht soppa oppskrift opskrift ruoka resepti retsept ēdien patiekal duona przepis kuchni
  potraw gryczan kuchyn pohank polévk kuhinj brašn јело кухињ konyha kenyér hajdin liszt mâncare rețet bucătăr hrișc brânz рецепт кухн блюд
  кухня страв борошн елда брашно супа συνταγ κουζίν φαγητ αλεύρ σούπ yemek mutfak çorba peynir yemək resept mətbəx çörək وصفة طبخ مطبخ طعام
  حساء جبن غذا آشپز سوپ پنیر מתכון מטבח מרק גבינה रसोई রান্না রুটি რეცეპტ სამზარეულო
  საჭმელ პურ բաղադրատոմս խոհանոց ուտելիք հաց masakan สูตร อาหาร chakula mapishi 요리 메밀 오징어 食谱 食譜 菜谱 レシピ`;
