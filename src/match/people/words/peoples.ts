import { foldWord } from "../sounds/fold-word.ts";

/**
 * Beginnings of words for peoples that do not begin like their country's name in CLDR, and other names of countries, by code
 * (ISO 3166). A word of up to three letters is whole.
 */
const NAMES: Readonly<Record<string, string>> = {
  US: `american américain amerik ameryk americk американ америк estadounid estadunid statunit usa αμερικαν أمريك امریک آمریک אמריק 米国 अमेरिक ამერიკ ամերիկ মার্কিন амэрык амерык америч amerišk ameerik yhdysvalt asv jav wamarekan mmarekan`,
  GB: `british britan britisch brite brits brittisk britsk brytyj ingiliz ingilter uk британ βρεταν بريطان انگلیس בריט イギリス ब्रिटिश ब्रिटेन ბრიტან բրիտան брытан briti britų lielbritān 英国`,
  FR: `french français franzos franse fransk francouz francez γαλλ френск francosk prantsus`,
  DE: `allemand alemán alemã deutsch duits tedesc tysk niemieck niemc německ nemačk njemačk немец німец нямец γερμαν nemšk saksa alman ألمان`,
  NL: `dutch holland néerlandais nizozem голланд ολλανδ holendersk`,
  ES: `spanish spansk шпанск spaans`,
  PL: `polish polonais polaco polacc polnisch polsk поляк польск полск lenkų poolse פולני`,
  FI: `finnish finnisch finsk финск`,
  DK: `danish danois danés dänisch dansk датск`,
  SE: `swedish svensk шведск szwedzk`,
  CH: `swiss`,
  IE: `irish`,
  PH: `filipin`,
  MM: `burmese`,
  AE: `emirati uae`,
  CN: `chinese cines kinesisk čínsk kinesk кинеск çinli κινεζ wachina mchina`,
  IT: `italian włosk`,
  MT: `maltese`,
  NO: `norwegian norsk норвеж`,
  GR: `greek griech griego грече гръцк ελλην grego grieks grekisk græsk`,
  TR: `turkish turkey turk turc tureck турец турэцк турск turšk`,
  TH: `thai тайск`,
  LB: `lebanese`,
  SK: `slovak словац`,
  CZ: `czech checo czesk чеш чешск чеськ`,
  AZ: `azeri`,
  LA: `lao`,
  BE: `belgian`,
  PT: `portuguese`,
  CY: `cypriot`,
  CI: `ivorian`,
  NE: `nigerien`,
  LT: `литов літоўск litewsk litevsk litavsk`,
  HU: `węgier венгер угорськ maghiar hongaars`,
  RU: `russi ruso rusa rysk rosyj руски рускі ruski rus ρωσος ρωσικ ρωσων ռուսակ warusi mrusi`,
  UA: `украин ukrán`,
  VN: `єтнам етнам ווייטנאמ`,
  KZ: `kazašsk kazah קזחי`,
  JO: `ירדני`,
  IR: `iraans iraniano`,
  BY: `белорус`,
  AF: `افغان أفغان`,
  AM: `հայ հայկակ`,
  GE: `վրաց`,
  KE: `wakenya mkenya`,
};

/** Each beginning, folded, with its country. */
export const PEOPLES: readonly { word: string; code: string }[] = Object.entries(NAMES).flatMap(([code, words]) =>
  [...new Set(words.split(/\s+/).map(foldWord))].map((word) => ({ word, code })),
);

/** Words of English names of several that name the country by themselves. */
export const ENGLISH_OWN_WORDS: ReadonlySet<string> = new Set(
  `bosnia herzegovina burkina congo kinshasa brazzaville ivoire dominican salvador korea myanmar burma zealand macedonia palestinian papua saudi arabia lanka
  emirates`.split(/\s+/),
);
