import { foldWord } from "../sounds/fold-word.ts";

function folded(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(foldWord));
}

/** What is named after people, or has the same name, and stands before it: `rue Lachenal`, `судно «Евгений Петров»`, `عشيرة الجنابي`. */
const BEFORE = folded(`family
  hotel hôtel plaza café restaurant pension gasthof bodega bodegas weingut cantina
  museum museo musée museu museet музей музея музее muzeum muzej müzesi متحف موزه מוזיאון
  school école escuela colegio escola colégio scuola szkoła škola школа школу школы школе больница больнице завод hospital ospedale مدرسة مدارس مستشفى حديقة مصنع شركة مدرسه بیمارستان شرکت בית־ספר
  ولایت ولسوالی استان شهر شهرستان شهرک بخش روستای کوچه محله محلة مدينة قرية حي ميدان سوق وادي نهر جبل مسجد جامع שכונת כפר רחוב
  church cathedral chapel monastery mosque temple kirche kathedrale kloster moschee église cathédrale chapelle mosquée iglesia catedral mezquita igreja mesquita chiesa duomo moschea церковь церкви собор храм монастырь мечеть kościół katedra
  ship vessel trawler tanker frigate ferry street avenue bridge stadium airport foundation prize award
  tribu clan klan племя племени клан клана
  село селе селу деревня деревне деревню деревни посёлок поселок станица хутор аул город городе река реке реки village villaggio município municipio municipality wieś wsi gmina gminie قریه روستای قرية بلدة مدينة نهر בכפר כפר
  manoir château castle manor castillo castello schloss burg slottet slot villa domaine vino vin vernaccia wine wein
  schiff tanker brücke platz rue avenue boulevard pont quai navire chalutier prix lycée stade calle avenida puente buque barco astillero astilleros premio estadio
  rua praça ponte navio prêmio via piazza nave premio stadio улица улице улицу улицы проспект проспекте площадь площади мост судно судна корабль траулер танкер теплоход премия премии
  вулиця вулиці площа площі міст корабель премія вуліца ulica ulicy ulicę plac placu most statek statku nagroda ulice náměstí loď cena strada podul nava premiul
  οδός οδού πλατεία γέφυρα πλοίο خیابان میدان پل کشتی جایزه برج بلوار ناو شارع ساحة جسر سفينة ناقلة قبيلة عشيرة عشائر آل قبائل قبیله طایفه ایل جائزة برج سد منطقة مطار ملعب רחוב כיכר גשר אונייה פרס מפעל
  jalan jembatan kapal jambatan pasar đường cầu tàu straat plein brug schip gata gatan bro fartyg gate skip улица кораб мост ulica brod most utca tér`);
/** Behind it: `Lachenal Street`, `Janabi tribe`, `Barkan mall`, `Petrov köprüsü`. */
const BEHIND = folded(`alm hütte bräu gasse allee ufer turm halle schule gymnasium park onsen های ها family familie
  corporation group gruppe gruppen konsernet koncernen groupe grupo gruppo grubu holding holdings motors industries industri industrier werke factory fabrik
  fabriken airlines steel vineyards wines racing fc sc club
  мост моста мосту район района районе проспект проспекте площадь площади переулок бульвар набережная округ округа бассейн бассейна завод завода вокзал театр музей улица улице міст району район завод вулиця площа проспект театр
  church cathedral chapel abbey monastery mosque temple kirche kapelle kloster moschee kerk собор собора соборе церковь церкви храм храма монастырь монастыря мечеть cami camii camisi katedrali kirkko kirik templom kostel
  street avenue road square bridge airport stadium school university foundation prize award tower towers building mall market dam river mountain valley winery
  kəndi kəndində kəndinə kəndindən köyü köyünde köyüne köyünden mahallesi mezrası mezrasında ilçesi village hamlet settlement district county qishlogʻi falu faluban ауылы ауылында село गाँव गांव গ্রাম 마을 村 镇 鎮 县 縣
  house hall restaurant cafe café inn manor castle palace villa farm oil gas oilfield field mine reservoir station junction tänav tänaval yatağı yatağında yatağından
  tribe tribes tribesmen clan dynasty stamm klan tribu clan aşireti kabilesi
  brewery bakery company island lane boulevard hotel museum library hospital
  straße strasse platz brücke brauerei preis stiftung caddesi cad sokağı sokak köprüsü köprü gemisi barajı baraj çarşısı meydanı parkı ödülü
  utca tér híd díj katu silta straat plein brug prijs gatan torget priset gata मार्ग सड़क पुल पुरस्कार बाज़ार मार्केट سڑک مارکیٹ बांध
  거리 다리 빌딩 시장 大厦 大廈 大桥 通り ビル`);
/** Right before a surname, without a particle: la familia Belov; `la familia de Belov` is his. */
const FAMILIES = folded("familia famille familie famiglia família familjen familien les los maison");
/** Behind it, with a capital: `Belov AB`; `ab`, `sa` and `ag` are words of other languages. */
const FIRMS = folded("ltd inc gmbh ag sa spa ab asa oyj plc corp llc kg srl sarl sas bv nv team weg hof");
const HAN_BEHIND = new Set("駅站寺湖路街桥橋号號丸奖獎賞山川江");

/** Whether a word says that the name behind it is a thing's. */
export function beginsThing(fold: string): boolean {
  return BEFORE.has(fold);
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
  return (isCapital && FIRMS.has(fold)) || BEHIND.has(fold) || HAN_BEHIND.has(fold);
}
