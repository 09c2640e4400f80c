/**
 * Beginnings of words, in the languages of the news, that tell what somebody with the same name does. Sports are one: which
 * one a desk writes into a bracket, and which words a report happens to use, differ.
 */
export const OCCUPATIONS: Readonly<Record<string, string>> = {
  athlete: `football soccer midfield striker goalkeeper defender winger league club goal stadium pitch coach player medal olympi championship champion tournament
    sprint athlete runner racer marathon skat cricket wicket innings bowler batsman batter spinner volleyball handball basketball baseball hockey rugby tennis
    wrestl weightlift lifter boxer boxing bout knockout judo karate swimm cyclist gymnast chess grandmaster playoff semifinal quarterfinal hat-trick teammate squad
    scored scores scorer bronze trainer transfer
    fußball torwart stürmer mittelfeld verteidiger bundesliga spieler mannschaft treffer torschütz meisterschaft medaill läufer turnier weltmeister sportler
    gewichtheb schach boxen eishockey
    attaquant milieu gardien buteur défenseur entraîneur championnat tournoi médaill sprinteur coureur athlèt patineu nageu stade joueur footballeu haltérophil lutteur échecs
    futbol delantero portero centrocampista goles gol liga torneo medalla atleta corredor campeonato campeón jugador entrenador lanzador boxead críquet voleibol
    balonmano baloncesto patinad nadad luchador ajedrez halterofil pesista
    futebol atacante goleiro zagueiro avançado golo gols jogador treinador andebol basquete
    calciator calcio attaccante portiere difensore centrocampista campionato allenator giocator medaglia pallavol pattinat nuotat tuffi scacchi pugil
    футбол хокке нападающ полузащит вратар форвард защитник трансфер тренер матч шайб чемпионат медал олимпи спортсмен бегун марафон борец борьб боксёр боксер
    штангист тяжелоатлет теннис волейбол баскетбол конькобеж фигурист лыжник биатлон клуб шахмат
    хоке нападник півзахисник воротар захисник чемпіонат бігун борець теніс ковзаняр шахіст хакей нападаючы варатар трэнер чэмпіянат спартсмен
    нападател треньор шампионат фудбал голман утакмиц првенств играч
    fudbal nogomet napadač golman vratar trener utakmic prvenstv medalj odbojk košark rukomet
    piłkar napastnik bramkarz mecz mistrzostw siatkar koszykar zawodnik
    fotbal útočník brankář obránce trenér zápas mistrovstv medail hokejist volejbal
    labdarúg focist csatár kapus edző bajnok mérkőzés atacant portar antrenor meci campionat medali
    futbolcu forvet kaleci antrenör şampiyon madalya güreş boks voleybol basketbol sporcu koşucu halter satranç
    futbolçu hücumçu qapıçı məşqçi oyunçu çempionat güləş futbolchi hujumchi murabbiy chempionat футболшы шабуылшы қақпашы жаттықтырушы
    jalkapallo hyökkääjä maalivahti puolustaja valmentaja mestaruus mitali jääkiekko ottelu urheilij
    fotboll fotball fodbold anfallare angriber målvakt målmann tränare træner mästerskap mesterskab medalj handboll håndbold
    voetbal aanvaller doelman verdediger wedstrijd kampioen schaats
    ποδοσφαιρ επιθετικ τερματοφύλακ αμυντικ προπονητ πρωτάθλημα μετάλλι αθλητ παίκτη
    لاعب مهاجم حارس القدم مدرب بطولة ميدالي مدافع الدوري المنتخب رياضي مباراة رباع أثقال ملاكم مصارع شطرنج عداء
    فوتبال بازیکن دروازه‌بان مربی مسابق قهرمان مدال کشتی وزنه‌بردار والیبال بسکتبال ورزشکار دونده بوکسور شطرنج
    فٹبال کرکٹ وکٹ کھلاڑی اسپنر بلے‌باز باؤلر
    כדורגל כדורסל שחקן חלוץ שוער מאמן ליגה אליפות מדליה ספורטאי אצן מתאגרף מתאבק משקולות שחמט
    फुटबॉल क्रिकेट विकेट खिलाड़ी बल्लेबाज गेंदबाज पदक पहलवान चैंपियन ফুটবল ক্রিকেট উইকেট খেলোয়াড়
    pemain kiper penyerang pelatih kejuaraan medali atlet pertandingan bóng mpira mchezaji kipa mshambuliaji kocha
    ฟุตบอล นักเตะ กองหน้า โค้ช ფეხბურთ მწვრთნელ ֆուտբոլ մարզիչ
    축구 선수 공격수 수비수 미드필더 골키퍼 투수 타자 감독 코치 결승골 골망 득점 리그 연승 메달 배구 농구 야구 역도 복싱 레슬링 육상 체스
    足球 球员 球員 前锋 前鋒 后卫 後衛 门将 門將 教练 教練 联赛 聯賽 锦标赛 錦標賽 金牌 银牌 铜牌 銀牌 銅牌 奥运 奧運 短道 速滑 选手 選手 冠军 冠軍 决赛 決賽 进球 進球
    排球 篮球 籃球 马拉松 田径 运动员 運動員 举重 舉重 拳击 摔跤 象棋
    サッカー コーチ 得点 優勝 メダル 決勝 ゴール 野球 投手 打者 バレー バスケ スケート 重量挙げ ボクシング 陸上 レスリング チェス 監督`,
  actor: `actor actress film drama cast movie schauspiel película cine actriz acteur actrice актёр актер актрис фильм кино сериал oyuncu dizi aktör ممثل  ممثلة فيلم مسلسل بازیگر سینما سریال שחקן סרט 배우 영화 드라마 演员 演員 俳優 女優 映画 电影 aktor attore attrice stage theatre theater series`,
  singer: `singer album concert song band cantante cantautor disco concierto entradas gira chanteu chanson sänger lied cantor певец певиц альбом концерт песн  şarkıcı albüm konser مغني مغنية أغنية ألبوم حفل خواننده کنسرت آلبوم זמר הופעה אלבום 가수 앨범 콘서트 歌手 专辑 演唱会 piosenkar cantautrice tour`,
  director: `director film movie festival réalisat regisseur cineasta режиссёр режиссер yönetmen مخرج کارگردان במאי סרט 감독 영화 导演 導演 監督 cinema regista`,
  village: `kənd qishloq qishlogʻ ауыл айыл кишлак село села селі selo selu sela falu község vesnice vesnici obec sat comun fshat χωριό գյուղ სოფელ गाँव गांव গ্রাম گاؤں desa kampung làng หมู่บ้าน kijiji kylä küla ciem kaim pentre settlement hamlet weiler hameau pueblo caserío powiat gmin wsi аул станиц хутор village dorf aldea pueblo деревн посёл поселк село köy köyü köyünde köylü قرية روستا כפר 마을 村 wieś harvest aldeia villaggio dorp`,
  musician: `musician pianist violin album concert orchestra müzik музыкант пианист скрипач موسيقي عازف نوازنده מוזיקאי 음악가 音乐家 音楽家 músic musicien musik`,
  writer: `writer novel author poet book escritor novela libro écrivain roman schriftsteller писател поэт роман yazar şair كاتب شاعر رواية نویسنده شاعر رمان  סופר משורר ספר 작가 시인 소설 作家 诗人 詩人 小说 scrittor romanz pisarz`,
  businessman: `businessman business company shares entrepreneur empresari unternehmer homme-d'affaires бизнесмен предпринимател işadamı رجل-أعمال بازرگان تاجر  איש-עסקים 기업인 사업가 商人 企业家 実業家 imprenditor`,
  doctor: `doctor surgeon hospital clinic médic cirujan médecin hôpital arzt ärztin chirurg krankenhaus врач хирург больниц doktor cerrah hastane طبيب جراح  مستشفى پزشک بیمارستان רופא 의사 병원 医生 醫生 医師 medico`,
  professor: `professor university lecture scholar catedrátic universidad professeur universit профессор университет profesör üniversite أستاذ جامعة استاد دانشگاه  פרופסור אוניברסיט 교수 대학교 教授 大学`,
  journalist: `journalist reporter newspaper columnist periodista reportero journaliste журналист корреспондент gazeteci muhabir صحفي مراسل خبرنگار روزنامه‌نگار  עיתונאי כתב 기자 记者 記者 giornalist dziennikarz`,
  painter: `painter painting gallery exhibition pintor galería peintre maler galerie художник картин выстав ressam sergi رسام معرض نقاش צייר 화가 画家 pittore`,
  economist: `economist economics ökonom wirtschaftswissenschaft économiste economista экономист економіст эканаміст ekonomist ekonom közgazdász iqtisadçı iktisatçı
    οικονομολόγ اقتصادي اقتصاددان כלכלן अर्थशास्त्री 경제학자 经济学家 經濟學家 経済学者 professor university`,
};
