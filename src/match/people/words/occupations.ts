import type { SubjectsByLanguage } from "./words-by-language.ts";

/**
 * Beginnings of words, in the languages of the news, that tell what somebody with the same name does. Sports are one: which
 * one a desk writes into a bracket, and which words a report happens to use, differ.
 */
export const OCCUPATIONS: SubjectsByLanguage = {
  ar: `actor: فيلم مسلسل ممثل ممثلة; athlete: أثقال الدوري القدم المنتخب بطولة حارس رباع رياضي شطرنج عداء لاعب مباراة
    مدافع مدرب مصارع ملاكم مهاجم ميدالي; businessman: تاجر رجل-أعمال; director: مخرج; doctor: جراح طبيب مستشفى;
    economist: اقتصادي; journalist: صحفي; musician: عازف موسيقي; painter: رسام معرض; professor: أستاذ جامعة; singer:
    أغنية ألبوم حفل مغني مغنية; village: قرية; writer: رواية كاتب`,
  az: "athlete: chempionat güləş hücumçu məşqçi oyunçu qapıçı çempionat; economist: iqtisadçı; village: kənd",
  be: "athlete: варатар нападаючы спартсмен трэнер хакей чэмпіянат; economist: эканаміст",
  bg: "athlete: нападател треньор шампионат",
  bn: "athlete: উইকেট ক্রিকেট খেলোয়াড় ফুটবল; village: গ্রাম",
  cs: `athlete: brankář fotbal hokejist medail mistrovstv obránce volejbal zápas útočník; village: obec vesnice
    vesnici`,
  cy: "village: pentre",
  da: "athlete: angriber fodbold håndbold træner",
  de: `actor: schauspiel theater; athlete: boxen bundesliga eishockey fußball gewichtheb läufer mannschaft medaill
    meisterschaft mittelfeld schach spieler sportler stürmer torschütz torwart treffer turnier verteidiger
    weltmeister; businessman: unternehmer; director: regisseur; doctor: arzt krankenhaus ärztin; economist:
    wirtschaftswissenschaft ökonom; musician: musik; painter: maler; singer: lied sänger; village: dorf weiler;
    writer: schriftsteller`,
  el: `athlete: αθλητ αμυντικ επιθετικ μετάλλι παίκτη ποδοσφαιρ προπονητ πρωτάθλημα τερματοφύλακ; economist:
    οικονομολόγ; village: χωριό`,
  en: `actor: actor actress casting drama film movie series stage theatre; athlete: athlete baseball basketball batsman
    batter bout bowler boxer boxing bronze champion championship chess club coach cricket cyclist defender football
    goal goalkeeper grandmaster gymnast handball hat-trick hockey innings judo karate knockout league lifter marathon
    medal midfield olympi pitch player playoff quarterfinal racer rugby runner scored scorer scores semifinal skat
    soccer spinner sprint squad stadium striker swimm teammate tennis tournament trainer transfer volleyball
    weightlift wicket winger wrestl; businessman: business businessman company shares; director: director festival
    film movie; doctor: clinic doctor hospital surgeon; economist: economics economist university; journalist:
    columnist newspaper reporter; musician: album concert musician orchestra pianist violin; painter: exhibition
    gallery painter painting; professor: lecture scholar university; singer: album band concert singer song tour;
    village: hamlet harvest settlement village; writer: author book novel poet writer`,
  es: `actor: actriz cine película; athlete: ajedrez atleta baloncesto balonmano boxead campeonato campeón
    centrocampista corredor críquet delantero entrenador futbol gol goles halterofil jugador lanzador liga luchador
    medalla nadad patinad pesista portero torneo voleibol; businessman: empresari; director: cineasta; doctor: cirujan
    médic; journalist: periodista reportero; musician: músic; painter: galería pintor; professor: catedrátic
    universidad; singer: cantante cantautor concierto disco entradas gira; village: aldea caserío pueblo; writer:
    escritor libro novela`,
  et: "village: küla",
  fa: `actor: بازیگر سریال سینما; athlete: بازیکن بسکتبال بوکسور دروازه‌بان دونده فوتبال قهرمان مدال مربی مسابق
    والیبال ورزشکار وزنه‌بردار کشتی; businessman: بازرگان; director: کارگردان; doctor: بیمارستان پزشک; economist:
    اقتصاددان; journalist: خبرنگار روزنامه‌نگار; musician: نوازنده; painter: نقاش; professor: استاد دانشگاه; singer:
    خواننده کنسرت; village: روستا; writer: رمان شاعر نویسنده`,
  fi: `athlete: hyökkääjä jalkapallo jääkiekko maalivahti mestaruus mitali ottelu puolustaja urheilij valmentaja;
    village: kylä`,
  fr: `actor: actrice; athlete: athlèt attaquant buteur championnat coureur défenseur entraîneur footballeu gardien
    haltérophil joueur lutteur milieu nageu patineu sprinteur stade tournoi échecs; businessman: entrepreneur
    homme-d'affaires; director: réalisat; doctor: chirurg hôpital médecin; economist: économiste; journalist:
    journalist journaliste; musician: musicien; painter: galerie peintre; professor: professeur; singer: chanson
    chanteu; village: hameau; writer: roman écrivain`,
  he: `actor: סרט שחקן; athlete: אליפות אצן חלוץ כדורגל כדורסל ליגה מאמן מדליה משקולות מתאבק מתאגרף ספורטאי שוער שחמט
    שחקן; businessman: איש-עסקים; director: במאי סרט; doctor: רופא; economist: כלכלן; journalist: כתב עיתונאי;
    musician: מוזיקאי; painter: צייר; professor: אוניברסיט פרופסור; singer: אלבום הופעה זמר; village: כפר; writer:
    משורר סופר ספר`,
  hi: `athlete: क्रिकेट खिलाड़ी गेंदबाज चैंपियन पदक पहलवान फुटबॉल बल्लेबाज विकेट; economist: अर्थशास्त्री; village:
    गाँव गांव`,
  hr: `athlete: fudbal golman košark medalj napadač nogomet odbojk prvenstv rukomet trener utakmic vratar; village:
    sela selo selu`,
  hu: "athlete: bajnok csatár edző focist kapus labdarúg mérkőzés; economist: közgazdász; village: falu község",
  hy: "athlete: մարզիչ ֆուտբոլ; village: գյուղ",
  id: "athlete: atlet kejuaraan kiper pelatih pemain penyerang pertandingan; village: desa kampung",
  it: `actor: attore attrice; athlete: allenator attaccante calciator calcio campionato difensore giocator medaglia
    nuotat pallavol pattinat portiere pugil scacchi tuffi; businessman: imprenditor; director: cinema regista; doctor:
    medico; journalist: giornalist; painter: pittore; singer: cantautrice; village: comun villaggio; writer: romanz
    scrittor`,
  ja: `actor: 俳優 女優 映画; athlete: コーチ ゴール サッカー スケート チェス バスケ バレー ボクシング メダル レスリング 優勝 得点 打者 投手 決勝 監督 重量挙げ 野球 陸上;
    businessman: 実業家; director: 監督; doctor: 医師; economist: 経済学者; painter: 画家; professor: 大学`,
  ka: "athlete: მწვრთნელ ფეხბურთ; village: სოფელ",
  kk: "athlete: жаттықтырушы футболшы шабуылшы қақпашы; village: аул ауыл",
  ko: `actor: 드라마 배우 영화; athlete: 감독 결승골 골망 골키퍼 공격수 농구 득점 레슬링 리그 메달 미드필더 배구 복싱 선수 수비수 야구 역도 연승 육상 체스 축구 코치 타자 투수;
    businessman: 기업인 사업가; director: 감독 영화; doctor: 병원 의사; economist: 경제학자; journalist: 기자; musician: 음악가; painter: 화가;
    professor: 교수 대학교; singer: 가수 앨범 콘서트; village: 마을; writer: 소설 시인 작가`,
  ky: "village: айыл",
  lt: "village: kaim",
  lv: "village: ciem",
  mk: "athlete: фудбал",
  nl: "actor: acteur; athlete: aanvaller doelman kampioen schaats verdediger voetbal wedstrijd; village: dorp",
  no: "athlete: fotball mesterskab",
  pl: `athlete: bramkarz koszykar mecz mistrzostw napastnik piłkar siatkar zawodnik; economist: ekonom; journalist:
    dziennikarz; singer: piosenkar; village: gmin powiat wieś wsi; writer: pisarz`,
  pt: `athlete: andebol atacante avançado basquete futebol goleiro golo gols jogador treinador zagueiro; economist:
    economista professor; professor: professor; singer: cantor; village: aldeia`,
  ro: "athlete: antrenor atacant campionat meci medali portar; village: sat",
  ru: `actor: актрис актёр кино сериал фильм; athlete: баскетбол бегун биатлон боксёр борец борьб волейбол вратар
    защитник клуб конькобеж лыжник марафон матч медал нападающ олимпи полузащит спортсмен теннис трансфер тренер
    тяжелоатлет фигурист форвард футбол хокке чемпионат шайб шахмат штангист; businessman: бизнесмен предпринимател;
    director: режиссёр; doctor: больниц врач хирург; economist: экономист; journalist: журналист корреспондент;
    musician: музыкант пианист скрипач; painter: выстав картин художник; professor: профессор университет; singer:
    альбом концерт певец певиц песн; village: деревн кишлак поселк посёл села село станиц хутор; writer: писател поэт
    роман`,
  sq: "village: fshat",
  sr: "athlete: голман играч првенств утакмиц",
  sv: "athlete: anfallare fotboll handboll mästerskap målmann målvakt tränare",
  sw: "athlete: kipa kocha mchezaji mpira mshambuliaji; village: kijiji",
  th: "athlete: กองหน้า นักเตะ ฟุตบอล โค้ช; village: หมู่บ้าน",
  tr: `actor: aktör dizi oyuncu; athlete: basketbol boks forvet futbolcu güreş halter kaleci koşucu madalya satranç
    sporcu voleybol şampiyon; businessman: işadamı; director: yönetmen; doctor: cerrah doktor hastane; economist:
    ekonomist iktisatçı; journalist: gazeteci muhabir; musician: müzik; painter: ressam sergi; professor: profesör
    universit üniversite; singer: konser şarkıcı; village: köy köylü köyü köyünde; writer: yazar şair`,
  uk: `athlete: борець бігун воротар захисник ковзаняр нападник півзахисник теніс хоке чемпіонат шахіст; economist:
    економіст; village: селі`,
  ur: "athlete: اسپنر باؤلر بلے‌باز فٹبال وکٹ کرکٹ کھلاڑی; journalist: مراسل; village: گاؤں",
  uz: "athlete: futbolchi hujumchi murabbiy; village: qishlogʻ qishloq",
  vi: "athlete: bóng; village: làng",
  zh: `actor: 演员 电影; athlete: 举重 冠军 决赛 前锋 后卫 奥运 拳击 排球 摔跤 教练 球员 田径 短道 篮球 联赛 象棋 足球 运动员 进球 选手 速滑 金牌 铜牌 银牌 锦标赛 门将 马拉松;
    businessman: 企业家 商人; director: 导演; doctor: 医生; economist: 经济学家; journalist: 记者; musician: 音乐家; professor: 教授;
    singer: 专辑 歌手 演唱会; village: 村; writer: 作家 小说 诗人`,
};
