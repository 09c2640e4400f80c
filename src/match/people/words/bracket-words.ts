import { foldWord } from "./fold-word.ts";
import { tokenise } from "../../../text/tokenise.ts";

/** What a bracket word means in running text of other languages: the English word, then beginnings of words. */
const CONCEPTS: Readonly<Record<string, string>> = {
  footballer:
    "football soccer midfield striker goalkeeper defender fußball torwart stürmer mittelfeld futbol fútbol futebol delantero portero centrocampista " +
    "calciatore calcio attaquant milieu gardien buteur футбол нападающ полузащит вратар форвард futbolcu forvet kaleci لاعب مهاجم حارس كرة فوتبال " +
    "فوتبالیست بازیکن دروازه‌بان כדורגל שחקן חלוץ שוער 축구 선수 足球 球员 球員 サッカー 選手 piłkarz piłkar napastnik voetbal fotboll fotball jalkapallo league club " +
    "goal stadium pitch coach liga torneo трансфер transfer",
  actor:
    "actor actress film drama cast movie schauspiel película cine actriz acteur actrice актёр актер актрис фильм кино сериал oyuncu dizi aktör ممثل " +
    "ممثلة فيلم مسلسل بازیگر سینما سریال שחקן סרט 배우 영화 드라마 演员 演員 俳優 女優 映画 电影 aktor attore attrice stage theatre theater series",
  singer:
    "singer album concert song band cantante cantautor disco concierto entradas gira chanteu chanson sänger lied cantor певец певиц альбом концерт песн " +
    "şarkıcı albüm konser مغني مغنية أغنية ألبوم حفل خواننده کنسرت آلبوم זמר הופעה אלבום 가수 앨범 콘서트 歌手 专辑 演唱会 piosenkar cantautrice tour",
  coach:
    "coach trainer entrenador entraîneur тренер antrenör allenatore مدرب مربی מאמן 감독 코치 教练 教練 監督 wrestling club team medal trener",
  weightlifter:
    "weightlift lifter lifts clean jerk snatch haltérophil gewichtheb halterofil pesista pesas штангист тяжелоатлет тяжёл halter رباع أثقال وزنه‌بردار " +
    "وزنه‌برداری משקולות 역도 인상 용상 举重 舉重 重量挙げ championship medal gold record",
  director:
    "director film movie festival réalisat regisseur cineasta режиссёр режиссер yönetmen مخرج کارگردان במאי סרט 감독 영화 导演 導演 監督 cinema regista",
  village:
    "village dorf aldea pueblo деревн посёл поселк село köy köyü köyünde köylü قرية روستا כפר 마을 村 wieś harvest aldeia villaggio dorp",
  musician:
    "musician pianist violin album concert orchestra müzik музыкант пианист скрипач موسيقي عازف نوازنده מוזיקאי 음악가 音乐家 音楽家 músic musicien musik",
  writer:
    "writer novel author poet book escritor novela libro écrivain roman schriftsteller писател поэт роман yazar şair كاتب شاعر رواية نویسنده شاعر رمان " +
    "סופר משורר ספר 작가 시인 소설 作家 诗人 詩人 小说 scrittor romanz pisarz",
  boxer:
    "boxer boxing bout boxeador boxe boxen боксёр боксер boks ملاكم ملاكمة بوکسور מתאגרף 복싱 拳击 ボクシング ring knockout",
  athlete:
    "sprint athlete runner race marathon atleta athlète läufer спортсмен бегун марафон atlet koşucu عداء دونده אצן 육상 田径 陸上 championship medal olympic",
  wrestler: "wrestl wrestling luchador lutteur ringer борец борьб güreş مصارع کشتی מתאבק 레슬링 摔跤 レスリング medal",
  chess: "chess ajedrez échecs schach шахмат satranç شطرنج שחמט 체스 象棋 国际象棋 チェス scacchi grandmaster",
  businessman:
    "businessman business company shares entrepreneur empresari unternehmer homme-d'affaires бизнесмен предпринимател işadamı رجل-أعمال بازرگان تاجر " +
    "איש-עסקים 기업인 사업가 商人 企业家 実業家 imprenditor",
  doctor:
    "doctor surgeon hospital clinic médic cirujan médecin hôpital arzt ärztin chirurg krankenhaus врач хирург больниц doktor cerrah hastane طبيب جراح " +
    "مستشفى پزشک بیمارستان רופא 의사 병원 医生 醫生 医師 medico",
  professor:
    "professor university lecture scholar catedrátic universidad professeur universit профессор университет profesör üniversite أستاذ جامعة استاد دانشگاه " +
    "פרופסור אוניברסיט 교수 대학교 教授 大学",
  journalist:
    "journalist reporter newspaper columnist periodista reportero journaliste журналист корреспондент gazeteci muhabir صحفي مراسل خبرنگار روزنامه‌نگار " +
    "עיתונאי כתב 기자 记者 記者 giornalist dziennikarz",
  painter:
    "painter painting gallery exhibition pintor galería peintre maler galerie художник картин выстав ressam sergi رسام معرض نقاش צייר 화가 画家 pittore",
};
const ALIASES: Readonly<Record<string, string>> = {
  football: "footballer",
  soccer: "footballer",
  player: "footballer",
  goalkeeper: "footballer",
  striker: "footballer",
  actress: "actor",
  film: "director",
  wrestling: "wrestler",
  weightlifting: "weightlifter",
  poet: "writer",
  novelist: "writer",
  author: "writer",
  pianist: "musician",
  violinist: "musician",
  composer: "musician",
  runner: "athlete",
  sprinter: "athlete",
  cyclist: "athlete",
  swimmer: "athlete",
  trainer: "coach",
  town: "village",
  surgeon: "doctor",
  physician: "doctor",
  economist: "professor",
  historian: "professor",
  academic: "professor",
  trader: "businessman",
  banker: "businessman",
  entrepreneur: "businessman",
  reporter: "journalist",
  presenter: "journalist",
  artist: "painter",
  sculptor: "painter",
};
const SHORTEST_WORD = 3;
const SPACELESS = /[\u3040-\u9fff\uac00-\ud7a3]/;
const PREFIXED = /[\u0590-\u06ff]/;

/** Words of one bracket, as they are looked for in folded text. */
export interface BracketWords {
  /** Beginnings of words. */
  stems: readonly string[];
  /** Anywhere: Han, kana, Hangul, and Arabic and Hebrew letters, where something may stand before. */
  inside: readonly string[];
}

/** What the words in brackets of a look-alike mean in every language there is a table for. */
export function bracketWords(bracket: string): BracketWords {
  const own = tokenise(bracket).map(({ text }) => text);
  const phrases = own.flatMap((word) => (CONCEPTS[word] ?? CONCEPTS[ALIASES[word] ?? ""] ?? "").split(" "));
  const words = [...new Set([...own, ...phrases.map(foldWord)])].filter(
    (word) => word.length >= SHORTEST_WORD || (SPACELESS.test(word) && word !== ""),
  );
  return {
    stems: words.filter((word) => !SPACELESS.test(word) && !PREFIXED.test(word)),
    inside: words.filter((word) => SPACELESS.test(word) || PREFIXED.test(word)),
  };
}

/** Whether one of the words stands among folded words. */
export function hasBracketWord({ stems, inside }: BracketWords, folds: readonly string[]): boolean {
  if (folds.some((fold) => stems.some((stem) => fold.startsWith(stem)))) return true;
  if (inside.length === 0) return false;
  // Characters are words of their own and join; other words stay apart.
  const text = folds.map((fold) => (SPACELESS.test(fold) && fold.length === 1 ? fold : ` ${fold} `)).join("");
  return inside.some((word) => text.includes(word));
}
