import { tokenise } from "../../../text/tokenise.ts";
import { foldWord } from "../sounds/fold-word.ts";

/** Capitals and other cities in the news, and peoples whose name no rule makes from the country's, by language. */
const PLACES: Readonly<Record<string, string>> = {
  en: `London Paris Berlin Madrid Rome Vienna Moscow Kyiv Kiev Minsk Warsaw Prague Budapest Bucharest Sofia Athens Belgrade Zagreb Sarajevo Skopje Tirana Pristina
    Brussels Hague Amsterdam Copenhagen Oslo Stockholm Helsinki Riga Tallinn Vilnius Dublin Lisbon Geneva Zurich Bern Munich Hamburg Frankfurt Lyon Marseille Milan
    Naples Barcelona Washington York Chicago Boston Houston Dallas Denver Ottawa Toronto Montreal Vancouver Mexico Havana Caracas Bogota Quito Lima Santiago Buenos
    Aires Brasilia Montevideo Asuncion Managua Panama Kingston Cairo Tripoli Tunis Algiers Rabat Casablanca Khartoum Addis Ababa Nairobi Kampala Kigali Lagos Abuja
    Accra Dakar Bamako Conakry Kinshasa Luanda Lusaka Harare Pretoria Johannesburg Durban Maputo Ankara Istanbul Izmir Antalya Damascus Aleppo Homs Beirut Amman
    Jerusalem Gaza Ramallah Haifa Baghdad Basra Mosul Erbil Tehran Tabriz Shiraz Isfahan Mashhad Qom Riyadh Jeddah Mecca Medina Doha Dubai Manama Muscat Sanaa Aden
    Kabul Kandahar Islamabad Karachi Lahore Peshawar Delhi Mumbai Kolkata Chennai Dhaka Colombo Kathmandu Yangon Naypyidaw Bangkok Hanoi Saigon Manila Jakarta Kuala
    Lumpur Singapore Beijing Shanghai Canton Guangzhou Shenzhen Taipei Tokyo Osaka Kyoto Seoul Busan Pyongyang Ulaanbaatar Astana Almaty Tashkent Bishkek Dushanbe
    Ashgabat Baku Tbilisi Yerevan Sydney Melbourne Canberra Brisbane Perth Auckland Wellington Donbas Crimea Kharkiv Odesa Lviv Kherson Darfur Siberia Catalonia
    American British English Scottish Welsh Irish French German Dutch Belgian Swiss Austrian Spanish Portuguese Italian Greek Turkish Kurdish Polish Czech Slovak
    Hungarian Romanian Bulgarian Serbian Croatian Bosnian Albanian Russian Ukrainian Belarusian Lithuanian Latvian Estonian Finnish Swedish Norwegian Danish European
    African Asian Arab Persian Iranian Iraqi Syrian Lebanese Jordanian Israeli Palestinian Egyptian Libyan Tunisian Algerian Moroccan Sudanese Ethiopian Somali Kenyan
    Nigerian Ghanaian Congolese Rwandan Ugandan Afghan Pakistani Indian Bangladeshi Nepali Chinese Taiwanese Japanese Korean Vietnamese Thai Burmese Filipino
    Indonesian Malaysian Kazakh Uzbek Tajik Kyrgyz Turkmen Azeri Armenian Georgian Chechen Tatar Mexican Cuban Venezuelan Colombian Brazilian Argentine Chilean
    Peruvian Bolivian Canadian Australian Muslim Christian Jewish Shia Sunni Gulf Kremlin Pentagon Balkan Baltic Caucasus Nordic`,
  fr: `Londres Moscou Varsovie Vienne Genève Bruxelles Athènes Pékin Téhéran Damas Beyrouth Bagdad Alger Tunis français française anglais allemand espagnol italien russe
    ukrainien chinois japonais iranien irakien syrien libanais israélien palestinien égyptien turc grec polonais américain européen algérien marocain tunisien`,
  de: `Wien Moskau Warschau Prag Genf Brüssel Athen Peking Teheran Damaskus Beirut Bagdad Kairo deutsch französisch britisch russisch ukrainisch chinesisch japanisch
    iranisch irakisch syrisch israelisch türkisch griechisch polnisch amerikanisch europäisch Deutscher Franzose Brite Russe Ukrainer Chinese Japaner Iraner Türke`,
  es: `Londres Moscú Varsovia Viena Ginebra Bruselas Atenas Pekín Teherán Damasco Beirut Bagdad Cairo español francés inglés alemán italiano ruso ucraniano chino japonés
    iraní iraquí sirio israelí palestino turco griego polaco estadounidense europeo venezolano cubano mexicano colombiano argentino chileno peruano Bogotá Quito`,
  tr: `Londra Moskova Varşova Viyana Cenevre Brüksel Atina Pekin Tahran Şam Beyrut Bağdat Kahire Ankara İstanbul İzmir Türk Alman Fransız İngiliz Rus Ukraynalı Çinli Japon
    İranlı Iraklı Suriyeli İsrailli Filistinli Yunan Amerikalı Avrupalı Kürt Arap Körfez`,
  ru: `Москва Москве Москвы Петербург Киев Киеве Минск Лондон Лондоне Париж Берлин Вена Вене Женева Женеве Брюссель Варшава Прага Вашингтон Пекин Пекине Тегеран Дамаск
    Бейрут Багдад Каир Анкара Стамбул Иерусалим Токио Сеул Пхеньян Дели российский русский украинский белорусский американский британский немецкий французский китайский
    японский иранский сирийский израильский турецкий грузинский армянский казахский чеченский татарский европейский американец немец француз китаец японец иранец турок`,
  uk: `Київ Києві Києва Львів Харків Одеса Москва Москві Мінськ Лондон Париж Берлін Відень Женева Брюссель Варшава Вашингтон Пекін Тегеран український російський
    білоруський американський британський німецький французький китайський іранський турецький`,
  fa: `تهران مشهد تبریز شیراز اصفهان قم کرمان کرج اهواز همدان رشت یزد کرمانشاه زاهدان بغداد بصره نجف کربلا دمشق بیروت قاهره ریاض دوحه دبی ابوظبی آنکارا استانبول مسکو کی‌یف لندن
    پاریس برلین وین ژنو بروکسل واشنگتن نیویورک پکن توکیو کابل هرات اسلام‌آباد دهلی باکو ایروان غزه قدس تل‌آویو آمریکایی اروپایی عربی غربی شرقی`,
  ar: `القاهرة بغداد البصرة الموصل دمشق حلب حمص بيروت عمان القدس غزة رام الله الرياض جدة مكة المدينة الدوحة دبي أبوظبي المنامة مسقط صنعاء عدن الخرطوم طرابلس بنغازي تونس الجزائر
    الرباط أنقرة إسطنبول طهران موسكو كييف لندن باريس برلين فيينا جنيف بروكسل واشنطن نيويورك بكين طوكيو كابول الأمريكي الأميركي الأوروبي العربي الغربي الخليج`,
  he: `ירושלים חיפה אביב אילת עזה רמאללה לונדון פריז ברלין וינה ז'נבה בריסל מוסקבה קייב וושינגטון יורק בייג'ינג טוקיו טהרן דמשק ביירות בגדד קהיר רבת אנקרה איסטנבול ישראלי
    אמריקאי בריטי צרפתי גרמני רוסי אוקראיני סיני איראני סורי לבנוני מצרי ירדני פלסטיני טורקי ערבי יהודי אירופי`,
};
/** Nationality of a country in Persian and Arabic: إيران, إيراني; also feminine and with the article, which stands before no letter that Arabic has not. */
const NISBA = /^(?:و|ب|ل)?(?:ال(?!.*[پچژگ]))?(.{2,}?)(?:ي|يه|يين|يون|يها)?$/;
const SHORTEST = 3;

export const REGIONS =
  "AF AL DZ AO AR AM AU AT AZ BH BD BY BE BJ BO BA BW BR BG BF BI KH CM CA CF TD CL CN CO CD CG CR CI HR CU CY CZ DK DJ DO EC EG SV GQ ER EE " +
  "SZ ET FI FR GA GM GE DE GH GR GT GN GY HT HN HK HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KP KR KW KG LA LV LB LS LR LY LT LU MG MW MY ML MT MR " +
  "MX MD MN ME MA MZ MM NA NP NL NZ NI NE NG MK NO OM PK PS PA PG PY PE PH PL PT QA RO RU RW SA SN RS SL SG SK SI SO ZA SS ES LK SD SE CH SY TW TJ " +
  "TZ TH TG TN TR TM UG UA AE GB US UY UZ VE VN YE ZM ZW";

/** Name of a region in a language; "" where the language is not known to this runtime. */
export function regionName(language: string, region: string, style: "long" | "short" = "long"): string {
  try {
    return new Intl.DisplayNames([language], { type: "region", style, fallback: "none" }).of(region) ?? "";
  } catch {
    return "";
  }
}

const wordsByLanguage = new Map<string, ReadonlySet<string>>();

function placesIn(language: string): ReadonlySet<string> {
  const known = wordsByLanguage.get(language);
  if (known !== undefined) return known;
  const countries = REGIONS.split(" ").flatMap((region) =>
    tokenise(regionName(language, region)).map(({ text }) => text),
  );
  const others = (PLACES[language] ?? "").split(/\s+/).map(foldWord);
  const words = new Set([...countries, ...others].filter((word) => word.length >= SHORTEST));
  wordsByLanguage.set(language, words);
  return words;
}

/** Whether a folded word is a country, a large city or a nationality: never a name by sound. */
export function isPlaceWord(fold: string, language: string | null): boolean {
  if (placesIn("en").has(fold)) return true;
  if (language === null) return false;
  const places = placesIn(language);
  if (places.has(fold)) return true;
  if (language !== "fa" && language !== "ar") return false;
  const stem = NISBA.exec(fold)?.[1] ?? fold;
  return places.has(stem) || places.has(`${stem}يا`) || places.has(`ال${stem}`) || places.has(`${stem}ا`);
}
