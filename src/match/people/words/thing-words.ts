import type { WordsByLanguage } from "./words-by-language.ts";

/** What is named after people, or has the same name, and stands before it: `rue Lachenal`, `судно «Евгений Петров»`, `عشيرة الجنابي`. */
export const BEFORE_NAME: WordsByLanguage = {
  ar: `آل بلدة جامع جبل جسر حديقة حي ساحة سفينة سوق شارع شركة عشائر عشيرة قبيلة قرية متحف مدرسة مدينة مستشفى مسجد مصنع
    مطار ملعب منطقة ميدان ناقلة نهر وادي`,
  be: "вуліца",
  bg: "река",
  cs: "cena loď náměstí trh ulicę škola",
  da: "bro museet slottet",
  de: "brücke burg gasthof kathedrale kirche klan kloster moschee pension platz schiff schloss wein weingut",
  el: "γέφυρα οδού οδός πλατεία πλοίο",
  en: `airport avenue award bridge castle cathedral chapel church clan family ferry foundation frigate hospital manor
    monastery mosque municipality museum prize restaurant school ship stadium street tanker temple trawler vessel
    villa village wine`,
  es: `astillero astilleros avenida barco bodega bodegas buque calle castillo catedral colegio escuela estadio iglesia
    mercado mezquita município museo plaza premio puente vino`,
  fa: `استان ایل بخش برج بلوار بیمارستان جایزه خیابان روستای سد شرکت شهر شهرستان شهرک طایفه محله مدارس موزه ناو ولایت
    ولسوالی پل کشتی کوچه`,
  fr: `boulevard café cathédrale chalutier chapelle château domaine hotel lycée manoir marché mosquée musée navire
    pont prix quai rue stade tribu vin école église`,
  he: "אונייה בית־ספר בכפר גשר כיכר כפר מוזיאון מפעל פרס רחוב שכונת",
  hr: "brod most muzej",
  hu: "tér utca",
  id: "jalan jambatan jembatan kapal pasar",
  it: "cantina castello chiesa duomo mercato moschea nave ospedale piazza scuola stadio vernaccia via villaggio",
  kk: "аул",
  nl: "brug plein schip slot straat",
  no: "gate skip",
  pl: "gmina gminie katedra kościół muzeum nagroda plac placu rynek statek statku szkoła ulica ulicy wieś wsi",
  pt: "escola igreja mesquita navio ponte praça rua",
  ro: "nava piața podul premiul strada",
  ru: `больница больнице город городе деревне деревни деревню деревня завод клан клана кораб корабль мечеть монастырь
    мост музее музей музея племени племя площади площадь посёлок премии премия проспект проспекте реке реки рынка
    рынке рынок селе село селу собор станица судна судно танкер теплоход траулер улица улице улицу улицы храм хутор
    церкви церковь школа школе школу школы`,
  sq: "museu",
  sv: "fartyg gata gatan",
  tr: "müzesi pazar",
  uk: "вулиця вулиці корабель міст площа площі премія",
  ur: "قبائل",
  vi: "cầu tàu đường",
};

/** Behind it: `Lachenal Street`, `Janabi tribe`, `Barkan mall`, `Petrov köprüsü`. */
export const BEHIND_NAME: WordsByLanguage = {
  az: "kəndi kəndində kəndindən kəndinə yatağı yatağında yatağından",
  bn: "গ্রাম",
  cs: "kostel",
  de: `allee alm brauerei bräu brücke fabrik familie gasse gruppe gymnasium halle hütte industri kapelle kirche klan
    kloster moschee platz preis schule stamm stiftung straße turm ufer werke`,
  en: `abbey airlines airport avenue award bakery boulevard brewery bridge building cafe castle cathedral chapel
    church clan club company corporation county dam district dynasty factory family farm fc field foundation gas group
    hall hamlet holding holdings hospital hotel house industries inn island junction lane library mall manor market
    mine monastery mosque motors mountain museum oil oilfield palace park prize racing reservoir restaurant river road
    sc school settlement square stadium station steel street temple tower towers tribe tribes tribesmen university
    valley villa village vineyards winery wines`,
  es: "grupo",
  et: "kirik tänav tänaval",
  fa: "ها های",
  fi: "katu kirkko silta",
  fr: "groupe industrier",
  hi: "गाँव गांव पुरस्कार पुल बांध बाज़ार मार्केट मार्ग सड़क",
  hu: "díj falu faluban híd templom tér utca",
  it: "gruppo",
  ja: "onsen ビル 通り",
  kk: "ауылы ауылында",
  ko: "거리 다리 마을 빌딩 시장",
  nl: "brug kerk plein prijs straat",
  no: "konsernet",
  pt: "tribu",
  ru: `бассейн бассейна бульвар вокзал завод завода мечеть монастырь монастыря мост моста мосту музей набережная округ
    округа переулок площади площадь проспект проспекте район района районе село собор собора соборе театр улица улице
    храм храма церкви церковь`,
  sq: "katedrali",
  sv: "fabriken gata gatan gruppen koncernen priset torget",
  tr: `aşireti baraj barajı cad caddesi cami camii camisi gemisi grubu ilçesi kabilesi köprü köprüsü köyü köyünde
    köyünden köyüne mahallesi meydanı mezrası mezrasında parkı sokak sokağı çarşısı ödülü`,
  uk: "вулиця міст площа району",
  ur: "سڑک مارکیٹ",
  uz: "qishlogʻi",
  zh: "县 大厦 大廈 大桥 村 镇",
};
