import { CITY_NAMES } from "./city-names.ts";
import { foldWord } from "../sounds/fold-word.ts";

/**
 * Capitals and cities with many consulates by country (ISO 3166), the capital first: the English name, then behind `=` what
 * other languages call it where that does not sound like it.
 */
const CITIES = `AE dhabi dubai|AF kabul kandahar herat|AL tirana|AM yerevan=erewan,эриван|AO luanda|AR aires rosario|AT vienna=wien,bécs,beč,wiedeń,відень,vídeň,viedeň,dunaj,viyana,вена,виена,беч,viin,vīne,وین|
AU canberra sydney melbourne|AZ baku|BA sarajevo|BD dhaka|BE brussels=bruxelles,bruselas,bruxelas,brüssel,brüksel,брюссель,брусель|BG sofia=sofya|BH manama|BO paz|BR brasilia paulo|BY minsk=mińsk,мінск|CA ottawa toronto montreal vancouver|
CD kinshasa|CH bern geneva=genève,ginebra,genf,ginevra,genewa,ženeva,женева,cenevre,ژنو,genebra,γενεύη,ז'נבה zurich|CL santiago|CM yaounde|CN beijing=peking,pékin,pekín,pechino,pekin,pequim,пекин,пекін,pekina,пекинг,pekingas,πεκίνο,پکن,بكين shanghai guangzhou=canton kong|
CO bogota|CU havana=habana,havane,havanna,гавана,hawana|CY nicosia=lefkoşa,λευκωσία|CZ prague=praha,praga,prag,прага,prága,براغ,پراگ,πράγα|DE berlin frankfurt=francoforte,fráncfort munich=münchen,monaco,monachium,mnichov,мюнхен hamburg=hambourg,amburgo bonn|
DK copenhagen=københavn,kopenhagen,copenhague,kopenhaga,kodaň,kopenhag,копенгаген,köpenhamn,kööpenhamina|DZ algiers=alger,argel,algeri,algier,алжир,cezayir,الجزائر,الجزیره|EE tallinn|EG cairo=kairo,caire,каир,каїр,kahire,القاهرة,قاهره,קהיר,kair,káhira alexandria=iskenderiye|
ER asmara|ES madrid barcelona bilbao|ET addis ababa|FI helsinki=helsingfors|FR paris=parigi,paříž,paryż,párizs,pariis,pariz strasbourg=straßburg,estrasburgo,strasburgo,štrasburk marseille lyon|GB london=londres,londra,londyn,londýn,лондон,λονδίνο,lontoo edinburgh|
GE tbilisi=tiflis,tíflis,tyflis,تفلیس,тифлис,тбілісі batumi|GH accra|GR athens=athènes,atenas,athen,atene,ateny,atény,афины,афіни,athina,atina,αθήνα,آتن,أثينا,אתונה thessaloniki=salonica,saloniki,selanik,салоники|HR zagreb=zagabria,zágráb,agram|HU budapest|ID jakarta=giacarta,yakarta,dżakarta|
IE dublin|IL jerusalem=kudüs,القدس,ירושלים,иерусалим,єрусалим aviv|IN delhi mumbai kolkata chennai|IQ baghdad=bagdad basra erbil=أربيل|IR tehran=téhéran,тегеран mashhad|IS reykjavik|IT rome=roma,rom,rzym,řím,рим,rooma,róma,ρώμη,روما,רומא milan=mailand,mediolan,милан|
JO amman|JP tokyo=tokio,токио osaka|KE nairobi|KG bishkek|KH penh|KP pyongyang=pjöngjang,пхеньян,פיונגיאנג,phenjan,пхеньяна|KR seoul=сеул,seúl,séoul busan|KW kuwait|KZ astana almaty|LA vientiane savannakhet|LB beirut=beyrouth,бейрут|LK colombo|LT vilnius=wilno,wilna,вильнюс,вільнюс|
LV riga|LY tripoli|MA rabat casablanca=الدارالبيضاء|MD chisinau=кишинев,кишинёв,кишинів,kiszyniów|ME podgorica|MK skopje=üsküp,скопье|ML bamako|MM yangon naypyidaw|MN ulaanbaatar|MX mexico|MY lumpur|NG abuja lagos|NL hague=haag,haya,haye,aia,haia,haga,гааг,гаага,lahey,χάγη,لاهه,لاهاي,האג amsterdam|NO oslo|NP kathmandu|
NZ wellington auckland|OM muscat|PA panama|PE lima|PH manila|PK islamabad karachi lahore|PL warsaw=warszawa,varsovie,varsovia,warschau,varsavia,varsóvia,varšava,варшава,varsó,varşova,ورشو,وارسو,ורשה gdańsk=danzig kraków=cracow,krakau,cracovie,cracovia|PS ramallah gaza|PT lisbon=lisboa,lisbonne,lissabon,lisbona,lizbona,лиссабон,лісабон,lizbon,lisabon|QA doha|
RO bucharest=bucurești,bukarest,бухарест,bükreş,bukareszt,bukurešť,bucureşti|RS belgrade=beograd,belgrad,белград,белґрад,belgrado,bělehrad,београд,بلغراد,بلگراد|RU moscow=moskva,moscou,moskau,mosca,moskwa,moscú,moscovo,москва,moskova,مسكو,مسکو,موسكو,מוסקבה petersburg=петербург kazan rostov vladivostok|
SA riyadh=riad,эр-рияд,riyad jeddah|SD khartoum=хартум,jartum|SE stockholm=estocolmo,sztokholm,tukholma,стокгольм|SG singapore|SI ljubljana=lubiana,laibach,люблян|SK bratislava=pozsony,preßburg|SN dakar|SO mogadishu|SY damascus=damas,damasco,damaskus,damaszek,дамаск,şam,دمشق,דמשק aleppo=halep,حلب,alep|TH bangkok=krung|TJ dushanbe|TM ashgabat|
TN tunis|TR ankara istanbul=стамбул,estambul,stambuł izmir=smyrna,σμύρνη|TW taipei|TZ dodoma|UA kyiv=kiev,kiew,kijów,kyjev,киев,кијев,kiova,kijev lviv=lwów,lemberg,lvov,львов odesa kharkiv=харьков,charkow|UG kampala|US washington york houston chicago|UY montevideo|UZ tashkent=taschkent,tasjkent|VE caracas|VN hanoi saigon=minh|YE sanaa=صنعاء|
ZA pretoria johannesburg|ZM lusaka|ZW harare`;

interface City {
  /** ISO 3166. */
  country: string;
  /** In lower case: its English name, and what else it is called. */
  names: string[];
}

const capitals = new Map<string, City>();
const cities = new Map<string, City>();
for (const row of CITIES.split(/\|\n?/)) {
  const [country = "", ...names] = row.trim().split(" ");
  for (const [at, entry] of names.entries()) {
    const [name = "", others = ""] = entry.split("=");
    const city = { country, names: [name, ...others.split(",").filter((other) => other !== "")] };
    if (at === 0) capitals.set(country, city);
    cities.set(foldWord(name), city);
  }
}

for (const list of Object.values(CITY_NAMES)) {
  for (const entry of list.split(/\s+/)) {
    const [name = "", others = ""] = entry.split("=");
    cities.get(foldWord(name))?.names.push(...others.split(",").map((other) => other.replaceAll("_", " ")));
  }
}

const folds = new Set([...cities.values()].flatMap(({ names }) => names.map(foldWord)));

/** Whether a folded word is what some language calls a city of the table. */
export function isCity(fold: string): boolean {
  return folds.has(fold);
}

/** What a city is called, in lower case; the name itself where it stands in no table. */
export function namesOfCity(name: string): readonly string[] {
  return cities.get(foldWord(name))?.names ?? [name.toLowerCase()];
}

/** The country that a city is in (ISO 3166); null: it stands in no table. */
export function countryOfCity(name: string): string | null {
  return cities.get(foldWord(name))?.country ?? null;
}

/** What the capital of a country (ISO 3166) is called, in lower case. */
export function namesOfCapital(country: string): readonly string[] {
  return capitals.get(country)?.names ?? [];
}
