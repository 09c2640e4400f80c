import type { WordsByLanguage } from "./words-by-language.ts";

/**
 * Beginnings of words for trades that no desk writes into a bracket, and for what is told of people in the arts and in local
 * news, in the languages of the news.
 */
export const OTHER_TRADES: WordsByLanguage = {
  am: "መምህር ሠዓሊ ሯጭ ተማሪ ንብ አርሶ አናቢ ዘፋኝ ደራሲ",
  ar: `بستاني بيطري تلميذ تلميذة حكم-مباراة حلاق حلواني خباز خزاف دراج ديوان ديوانين راقص رسام ساعاتي سباح سباحة سيرك
    شاعر شعر صائغ صياد صيدلي طباخ عازفة عداء عداءة فخار فلاح فنان فنانة فيزيائي فيزيائية قصائد قصيدة كهربائي متسلق
    متقاعد متقاعدة مصور مطرب مطربة معلم مغن ملاكم ملحن ممرض ممرضة ميكانيكي نادل نحات نحال يوتيوبر`,
  az: `aktyor aşpaz balıqçı bağban boksçu bərbər bəstəkar dulusçu dülgər dərzi güləşçi heykeltraş idmançı müğənni
    müəllim məşqçi rəssam tələbə təqaüdçü velosipedçi yazıçı zərgər üzgüçü şagird`,
  be: "вучань вучаніц ганчар кампазітар мастак пенсіянер пчаляр пісьменнік спявак студэнт",
  bg: `актьор велосипедист волейболист готвач градинар грънчар дрводелец зъболекар керамик колоездач певец пенсионер
    писател плувец сервитьор сладкар стихо танцьор фризьор футболист художник`,
  bn: `অভিনেতা অভিনেত্রী কাঠমিস্ত্রি কামার কৃষক খেলোয়াড় গায়ক গায়িকা চিত্রশিল্পী ছাত্র ছাত্রী জাদুকর দর্জি দৌড়বিদ
    নাপিত নার্স পর্বতারোহী বাবুর্চি মুষ্টিযোদ্ধা মৌচাষি লেখক শিক্ষক শিক্ষার্থী শিল্পী সাঁতারু সাইকেল সুরকার স্কুলছাত্র
    স্কুলছাত্রী স্বর্ণকার`,
  cs: `automechanik básn běžec běžky chovatel cukrář důchodc elektrikář hasič herec herečka hodinář hokejist horolez
    hrnčíř jachtař kadeřn kouzeln kuchař lékárn malíř pekař plavec plavky rybář skladatel sochař spisovatel svářeč
    tanečn tenist truhlář učitel vinař volejbalist včelař zahradn zdravotní zedník zpívá zpěvač zpěvák zubař číšník
    žák`,
  da: `biavler billedhugg dyrlæge fisker fodboldspill kelner krukmager lærer løber opdrætter pensionist pottemager
    sanger svømmer sygeplejerske tryllekunstner tømrer veterinær`,
  de: `apotheker archäolog bergsteiger bildhauer botanik brieftaube briefträger bäcker dirigent dramatiker elektriker
    fechter feuerwehr fotograf friseur gastwirt gedicht gitarrist großmutter großvater hebamme imker jongleur juwelier
    kegel keramik kletterer komponist konditor krankenpfleg käser landwirt lehrer mathematiker mechaniker metzger
    pensionär physiker radfahr rentner ruderer schweißer schüler segler singt tanzsport tierarzt tänzer uhrmacher
    winzer zahnarzt zauberer zirkus züchter`,
  el: `αγγειοπλάστ ανθοπώλ αρχαιολόγ γλύπτ δάσκαλ δρομέα ζαχαροπλάστ ζυθοποι ζωγράφ ηθοποι ηλεκτρολόγ ιστιοπλό
    κεραμίστ κηπουρ κιθαρίστ κολυμβητ κομμωτ κοσμηματοπώλ κτηνίατρ μάγειρ μαία μαθητ μελισσοκόμ μηχανουργ
    μπασκετμπολίστ νοσηλευτ νοσοκόμ ξυλουργ οινοποι ορειβάτ παλαιστ ποδηλάτ ποδοσφαιριστ ποιητ προπονητ ράφτ σέρφερ
    σερβιτόρ σιδηρουργ σκακιστ συγγραφέ συνθέτ συνταξιούχ τραγουδιστ φαρμακοποι φοιτητ φούρναρ ωρολογοποι`,
  en: `angler archaeolog architect astronom baker ballet bartender beekeep billiard blacksmith bonsai botanist breeder
    bricklayer butcher calligraph cartoonist cellist centenarian ceramic cheesemaker choir choreograph circus climber
    comedian composer confectioner cycling dancer dancing darts dentist distiller doubles drummer electrician farmer
    fencing firefighter fisherman fishmonger florist golfer grandfather grandmother grocer guitarist hairdress hiker
    hotelier illustrator influencer jeweler jeweller jockey juggler karaoke knitter knitting lumberjack magician match
    mathematician midwife mountaineer nonagenarian nurse octogenarian pensioner pharmacist photograph physicist pigeon
    playwright plumber poems poetry postman pottery pupil puppeteer quiz rapper restaurateur retiree rower schoolboy
    schoolgirl sculpt shopkeeper singing sings skater skipper snooker soprano streamer student stylist sumo surfer
    surfing taekwondo tailor teacher triathl trucker undergraduate veterinar waiter watchmaker welder winegrower
    winemaker yachts youtuber zoolog`,
  es: `abuela abuelo acuarel agricultor albañil alfarer alumna alumno apicultor arqueólog bailarina bailarín baile
    bodeguer bombero camarer cantó carpinter cartero cervecer ciclist circo cocinera cocinero compositor coreógraf
    criador dentista dramaturg electricista enfermer escultor estudiante farmacéutic fotógrafo guitarrist hosteler
    ilustrador jardiner joyero jubilad maestra matemátic matrona montañer navegante nonagenari octogenari panadero
    pasteler payas peluquer pescador poema poesía quesero rapero relojero repostera soldador surfist tejedor tendero
    titiriter veterinari viticultor`,
  et: `aednik helilooja jalgpallur jooksja juuksur kalur keraamik kirjanik korvpallur kunstnik laulja loomaarst
    maadleja mesinik mägironija näitleja pagar purjetaja puusepp rattasõitja treener ujuja õpetaja õpilane`,
  fa: `آرایشگر آشپز آموزگار آهنگساز بازنشسته بازیکن باستان‌شناس باغبان برقکار جوشکار خوشنویس داروساز دامپزشک دانشجو
    دانش‌آموز دندانپزشک دونده دوچرخه زمر زنبوردار ساعت‌ساز سفالگر شاعره شعبده شناگر شکارچی طلاساز عکاس فیزیکدان قناد
    ماما ماهیگیر مجسمه‌ساز مربی ملوان مکانیک نانوا نقاش نوازنده هنرمند پرستار کشاورز کشتی‌گیر کوهنورد گارسون گلدوز گلر`,
  fi: `arkeologi eläinlääkäri eläkeläinen fyysikko hiihto hiihtäj jalkapalloilija juoksija kalastaja kampaaja
    kasvattaja keraamikko kiipeilijä kirjailija kokki koripalloilija koululainen kuvanveist kätilö laulaja leipuri
    maalari mehiläis mäkihyp näyttelijä opettaja opiskelija oppilas painija purjehtija puuseppä puutarhuri pyöräilijä
    räätäli sairaanhoitaja savenvalaja skulptori sähköasentaja säveltäjä uimari valmentaja`,
  fr: `agriculteur alpinist apicult aquarell archéolog batteur bijoutier boulanger brasseur chorégraph cirque coiffeu
    colombophil compositeur cuisinier cuisinière cyclist céramist danseu dentiste dessinat dramaturge fleurist
    forgeron fromager grand-mère grand-père horloger infirmi instituteur jardinier jardinière lycéen magicien
    marionnett mathématicien menuisier modiste mécanicien navigateur nonagénaire octogénaire pharmacien photographe
    physicien poissonnier pompier potière poème poésie pâtissier pâtissière pêcheur randonneu rappeur retraité
    saut-à-ski sculpteu serveu soudeur surfeu tisserand vigneron violoncelli vétérinaire youtubeu écolier écolière
    électricien éleveu épicier étudiant`,
  he: `אופה אמנית אצנית ארכאולוג גמלאי גנן דבוראי דייג וטרינר חייט חקלאי חשמלאי ייןן יינן כוורן מורה מטפס מיילדת
    מכונאי מלחין מלצר משורר משוררת מתעמל סטודנט סטודנטית ספורט ספר ספרינט פיזיקאי פנסיונר צורף צלם קדרית קונדיטור קוסם
    קרקס רוכב רוקח רקדן רקדנית רתך שחיין שחיינית שיר שירים שף תלמיד תלמידה`,
  hi: `अध्यापक अभिनेता कवि कुम्हार कोच गायक गायिका गीत चित्रकार छात्र छात्रा जादूगर तैराक दर्ज़ी धावक नर्तक नर्स नाई
    नृत्य पर्वतारोही पशु-चिकित्सक पुरातत्वविद फ़िल्म फुटबॉलर बढ़ई बिजली-मिस्त्री मछुआरा मधुमक्खी मुक्केबाज मैकेनिक
    रचयिता रसोइया लेखक लोहार विद्यार्थी शिक्षक संगीतकार साइकिल सुनार हलवाई`,
  hr: `arheolog atletičar babica biciklist električar farmaceut frizer fudbaler glumac jedriličar keramičar kipar
    konobar košarkaš ljekarnik medicinska mehaničar nogometaš odbojkaš odgajivač penzioner pevač pisac pivar pjevač
    planinar plivač poštar primalja pčelar rukometaš skladatelj slastičar slikar umirovljenik urar uzgajivač učenica
    učenik vrtlar čarobnjak`,
  hu: `asztalos autószerel birkózó borász bányász bűvész cirkusz cukrász diák egyetemista festő fodrász fogorvos
    galambász gyógyszerész hegymász horgász keramikus kertész kerékpáros kilencvenéves kosárlabd kézilabd költő
    kőműves labdarúgó méhész nyolcvanéves nyugdíjas pincér postás pék régész szakács szobrász színész szörfös
    szülésznő sörfőz tanuló tanár tenyészt táncos villanyszerel virágkötő vitorláz zeneszerz állatorvos ápoló
    ékszerész énekes író`,
  hy: `այգեպան անասնաբույժ աշակերտ ատաղձագործ բանաստեղծ բուժքույր գինեգործ գրող դերասան դերձակ երգիչ ըմբիշ թոշակառու
    լեռնագնաց լողորդ խոհարար ծանրամարտիկ կավագործ կոմպոզիտոր հացթուխ հեծանվորդ հնագետ ձկնորս մեղվապահ նկարիչ շախմատ
    ուսանող ուսուցիչ չեմպիոն պարող վազորդ վարսահարդար ֆուտբոլիստ`,
  id: `bulutangkis guru koki mahasiswa nelayan pelajar pelari pelukis pensiunan penulis penyanyi perajin perenang
    peselancar pesepak petani peternak petinju siswa`,
  it: `acquerell albergator allevator apicoltor ballerin birrai burattinai camerier casaro chitarrist cuoca cuoco
    danza drammaturg elettricist falegname farmacist fioraio giardinier giocolier infermier minator murator nonna
    nonno novantenn orafo orologiai ostetric ottantenn panettier parrucchier pasticcer pensionat pescator postino
    ristorator saldator scultor scultric studente studentess tessitric vasaio velist viticoltor`,
  ja: "俳人 俳句 個展 児童 力士 卓球 囲碁 園芸 声優 大工 女優 将棋 料理人 書道 柔道 棋士 歌人 歌集 水泳 漁師 焼物 生徒 相撲 看護 短歌 茶道 華道 落語 農家 釣り 陶芸 養蜂 騎手 高校",
  ka: `არქეოლოგ დურგალ ექთან ველოსიპედისტ ვეტერინარ კერამიკოს კომპოზიტორ მასწავლებელ მებაღე მევენახ მეთევზე მეფუტკრე
    მეღვინე მზარეულ მთამსვლელ მკერავ მომღერალ მორბენალ მოსწავლ მოცეკვავე მოცურავ მოჭადრაკ მსახიობ მცხობელ მძლეოსან
    მწერალ მჭედელ მხატვარ პარიკმახერ პენსიონერ პოეტ სტომატოლოგ სტუდენტ ფალავან ფეხბურთელ ჩემპიონ ჭიდაობ`,
  kk: "аспаз ақын балықшы бағбан боксш жазушы зейнеткер зергер мұғалім оқушы палуан спортшы суретші шаштараз әнші",
  ko: `가수 간호사 고고학 고등학생 광부 교사 궁수 낚시 농부 대장장이 대학생 도예 등반가 마라톤 마술사 목수 무용 미용사 바둑 배드민턴 배우 산악인 서예 서핑 성악 수영 수의사 시인 시집 약사 양봉 어부
    요리 요리사 용접 유튜버 은퇴 자전거 작곡가 재단사 전기기사 정원사 제빵 중학생 초등학생 치과 탁구 프로기사 학생 할머니 할아버지`,
  ky: "балбан боксчу жазуучу ырчи ырчы",
  lo: "ນັກກິລາ ນັກຂຽນ ນັກສະແດງ ນັກຮ້ອງ ນັກເຕະ ແຊ້ມ",
  lt: `aktor basketbolist bitinink buriuotoj bėgik dailinink daininink dviratinink futbolinink kepėj kirpėj kompozitor
    krepšinink moksleiv mokytoj pensinink plaukik rašytoj sodinink studentas treneris virėj žvej`,
  lv: `aktier biškop burātāj dziedātāj dārznieks frizier futbolist galdnieks gleznotāj maiznieks mākslniek pavārs
    peldētāj rakstniek riteņbraucēj skolotāj skolēn skrējēj students tēlniek zvejniek`,
  mk: "баскетболист планинар фудбалер",
  ml: "എഴുത്തുകാര കർഷക ഗായക ചിത്രകാര നടി നടൻ വിദ്യാർത്ഥി വിദ്യാർഥി",
  mn: "бөх дуучин жүжигчин зохиолч тамирчин",
  nl: `archeoloog beeldhouw bejaard bergbeklimmer bloemist brouwer componist dierenarts duivenmelker elektricien
    fokker gepensioneerd gitarist goochelaar hardloper hengelaar horlogemaker kapper keramiek kleermaker kok lasser
    leerling leraar lerares metselaar mijnwerker monteur natuurkundig postbode pottenbakker schaatser schilder
    scholier sterrenkundig timmerman tuinman verloskundig verpleegkundig voetballer wielrenner wijnboer wiskundig
    zanger zeiler zwemster`,
  no: `alpint backhopp biathl birøkter fotballspill jordmor kokk langrenn løper oppdretter pensjonist skihopp skijump
    skiløp skirennl skispring skredder snekker sykepleier vinterleker`,
  pl: `aptekarz biegacz biegaczk ceramik cukiernik cyrk dentyst dziewięćdziesięciolat elektryk emeryt florystk fryzjer
    garncarz gitarzyst gołębi himalaist hodowc hodowca hokeist iluzjonist jubiler kolarka kolarsk kolarz kompozytor
    koszykar kucharz lekkoatlet licealist listonosz malarka malarz matematyk murarz nauczyciel ogrodnik piekarz
    pielęgniar piosenk piwowar piłkark piłkarz położna przedszkol pszczelarz pływaczk pływak rolnik rybak rzeźb
    sadownik siatkar spawacz stolarz stolarza stomatolog strażak stulatek szopk tancer tancerk taniec tenisist trener
    uczennic uczeń weterynarz wiersz winiarz wspinacz wędkarz zegarmistrz śpiewa śpiewacz śpiewak żeglarz`,
  pt: `alfaiate aluna aluno aposentad aquarel bombeiro bordadeir cantará carpinteir carteiro ceramista cervejeir
    ciclista columbófil confeiteir cozinheir dançarin eletricista enfermeir estudante fado jardineir joalheir merceeir
    montanhist oleiro padeiro parteira pedreiro queijeir reformad relojoeir rendeir surfista tecelã velejador
    vitivinicult`,
  ro: `actor alergăto berar bijutier brutar bucătar ceasornicar chelner chitarist coafez cofetar compozitor crescător
    cântăreț fizician florar fotbalist gimnast grădinar handbalist iluzionist moașă nonagenar pictor scriitor sudor
    tâmplar înotăto`,
  ru: `автомеханик акушер альпинист аптекар астроном бабушка балет блогер ботаник велогонщик винодел виолончелист
    восьмидесятилетн гитарист голубевод девяностолетн дедушка драматург жонглёр заводчик зубн керамист кондитер
    математик медбрат медсестр официант парикмахер пекар пекарь пивовар повар пожарн портной почтальон поэзи пчеловод
    ресторатор рыбак садовод сварщик скульптор стихи стихов стоматолог студент сыровар сёрфер танц танцор ткачих
    тренер учител фермер флорист фокусник фотограф хореограф часовщик школьник школьниц электрик яхтсмен`,
  sk: "dôchodc futbalist hrnčiar kaderní klenotn lekárni maliar murár plavkyňa spevá spevák stolár čašník žiak",
  sl: "dijak igralec jadralec natakar odbojkar pevec pisatelj rokometaš teniški upokojen učenec čebelar",
  so: "ciyaaryahan fannaan heesaa jilaa",
  sq: `basketbollist bletar futbollist kopshtar kuzhinier këngëtar notar nxënës peshkatar piktor qeramik shkrimtar
    veteriner vrapues zdrukthëtar çiklist`,
  sr: `апотекар археолог атлетичар бабица баштован бициклиста вајар ветеринар глумац деведесетогодишњ електричар
    керамичар композитор конобар кошаркаш мађионичар механичар одбојкаш одгајивач осамдесетогодишњ певач пензионер
    пивар писац пливач поштар пчелар рукометаш сликар стогодишњ узгајивач ученик ученица фризер часовничар једриличар`,
  sv: `apotekare arkeolog barnmorska bergsbestigare biodlare brottare bryggare cyklist fiskare fotbollsspelar frisör
    fysiker gymnasiast keramiker kock krukmakare längdskid lärare löpare malare mekaniker murare seglare servitör
    simmare sjuksköterska skidåk skräddare skulptör slaktare snickare surfare svetsare sångare trädgårdsmästare
    tränare uppfödare vinodlare`,
  sw: `albamu bondia fundi mchoraji mfugaji mkulima mpishi mstaafu mvuvi mwalimu mwanafunzi mwanamuziki mwanariadha
    mwanasoka mwandishi mwigizaji mwimbaji riadha wimbo`,
  ta: "ஆசிரியர் எழுத்தாளர் ஓவியர் குயவர் நடிகர் பாடகர் மாணவ விவசாயி",
  te: "అధ్యాపక గాయక నటుడు రచయిత రైతు విద్యార్థి",
  tg: "боксчӣ нависанда паҳлавон сароянда ҳунарпеша",
  th: "กีฬา จิตรกร นักกีฬา นักฟุตบอล นักมวย นักร้อง นักวิ่ง นักว่ายน้ำ นักศึกษา นักเขียน นักเรียน นักแสดง ศิลปิน แชมป์",
  tk: "aýdymçy bagşy boksçy pälwan ýazyjy",
  tr: `antrenör arıcı avcı aşçı bahçıvan balıkçı basketbolcu besteci bisiklet dansçı dağcı diş dişçi dokumacı ebe
    eczacı elektrikçi emekli fizikçi fotoğrafçı futbolcu fırıncı garson güreşçi güvercin halterci hemşire heykeltıraş
    itfaiyeci kaynakçı koşucu kuaför kuyumcu madenci marangoz oyuncu pastacı postacı ressam saatçi seramik sihirbaz
    sirk sörfç tamirci terzi voleybolcu yazar yelkenci yetiştirici yüzücü çiftçi çömlekç öğrenci öğretmen şarkıcı şiir`,
  uk: `актор актрис альпініст бджоляр винороб вірш годинникар голубівник гітарист електрик зварник кераміст кухар
    листоноша мисливець муляр офіціант пасічник пенсіонер перукар письменник пожежн рибалк рибалка садівник співак
    співач учениц учень школяр ювелір`,
  ur: `اداکار استاد باورچی باکسر بڑھئی تیراک جادوگر حجام درزی سائیکل سنار طالبعلم طالبہ فنکار لوہار مصنف موسیقار
    مچھیرا مگس‌بان ناول نرس پہلوان چیمپئن ڈرامہ کرکٹر کمہار کوہ‌پیما گلوکار`,
  uz: `asalarichi baliqchi bastakor bogʻbon bokschi duradgor futbolchi kulol kurashchi nafaqaxoʻr oshpaz oʻqituvchi
    oʻquvchi qoʻshiqchi rassom sartarosh sportchi tikuvchi velosipedchi xonanda yozuvchi`,
  zh: `中学 主厨 乒乓 书法 体操 作曲 兽医 农民 冲浪 厨师 园丁 园艺 围棋 大厨 大学 女星 学生 小学 影星 护士 教师 木匠 棋手 歌星 歌舞 泳将 渔民 游泳 漫画 烘焙 牙医 理发 电工 男星 画展 登山 網紅
    美容 羽毛 老人 考古 自行车 舞者 舞蹈 药剂 裁缝 诗人 诗集 跳水 退休 酿酒 钓鱼 铁匠 陶艺 魔术`,
};
