/**
 * Beginnings of words for trades that no desk writes into a bracket, and for what is told of people in the arts and in local
 * news, in the languages of the news.
 */
export const OTHER_TRADES = `ນັກຮ້ອງ ນັກສະແດງ ນັກກິລາ ນັກເຕະ ນັກຂຽນ ແຊ້ມ fannaan heesaa ciyaaryahan jilaa боксш боксчу боксчӣ әнші ырчы ырчи палуан балбан паҳлавон бөх дуучин жүжигчин тамирчин зохиолч спортшы сароянда ҳунарпеша нависанда жазушы жазуучу
  qoʻshiqchi xonanda bokschi kurashchi sportchi yozuvchi aýdymçy bagşy boksçy pälwan ýazyjy boksçu güləşçi yazıçı aktyor
  sings singing singt cantará cantó śpiewa zpívá mwanamuziki mwimbaji mwigizaji albamu wimbo riadha
  skijump skispring skirennl biathl skihopp skiløp langrenn alpint backhopp skidåk längdskid mäkihyp hiihtäj hiihto vinterleker saut-à-ski
  match doubles dentist dancer dancing choir poetry poems calligraph sculpt comedian baker butcher farmer fisherman beekeep teacher pupil firefighter plumber photograph architect
  zahnarzt zahnärzt tänzer tanzsport gedicht fotograf bildhauer bäcker metzger landwirt lehrer schüler feuerwehr dirigent
  dentiste danseu poème poésie boulanger agriculteur instituteur pompier photographe
  dentista bailarín bailarina baile poema poesía panadero agricultor pescador maestra bombero fotógrafo peluquer
  bailarin dançarin fado padeiro pescador bombeiro fotógrafo ballerin danza poesia panettier pescator fotografo
  стоматолог зубн танц танцор балет поэзи стихи стихов повар пекар фермер рыбак учител школьниц пожарн фотограф блогер студент
  стоматолог танц вірш кухар пекар фермер рибалк учител пожежн зъболекар танцьор стихо готвач учител фризьор
  dentyst tancer taniec wiersz piekarz rolnik rybak nauczyciel strażak fotograf stomatolog zubař tanečn učitel básn hasič fogorvos táncos tanár költő
  diş dişçi dansçı şiir fırıncı çiftçi balıkçı öğretmen itfaiyeci fotoğrafçı
  شاعر شعر ديوان ديوانين قصيدة قصائد راقص خباز فلاح صياد معلم مصور حلاق خوشنویس شاعره دندانپزشک معلم نانوا کشاورز ماهیگیر عکاس آموزگار دانش‌آموز
  שיר שירים משורר משוררת רקדן רקדנית מורה צלם אופה חקלאי דייג रचयिता कवि शिक्षक नर्तक
  ჩემპიონ მოჭადრაკ მსახიობ მომღერალ მწერალ პოეტ მხატვარ ჭიდაობ სტომატოლოგ მასწავლებელ չեմպիոն շախմատ դերասան երգիչ գրող բանաստեղծ նկարիչ ուսուցիչ ըմբիշ
  นักร้อง นักแสดง แชมป์ กีฬา गायक अभिनेता लेखक फ़िल्म फिल्म गीत नृत्य अध्यापक গায়ক অভিনেতা লেখক শিক্ষক गायिका
  گلوکار اداکار شاعر ڈرامہ ناول مصنف استاد ספורט چیمپئن
  바둑 요리 시인 시집 치과 무용 요리사 농부 어부 교사 舞者 舞蹈 诗集 詩集 诗人 厨师 农民 渔民 教师 教師 牙医 歌集 漁師 農家 料理人
  pottery ceramic surfer surfing skater cycling jockey breeder pigeon florist blacksmith tailor jeweller jeweler watchmaker knitter knitting hairdress
  electrician welder bricklayer trucker postman midwife nurse veterinar pharmacist archaeolog botanist zoolog physicist astronom mathematician schoolboy schoolgirl student undergraduate
  pensioner retiree grandmother grandfather octogenarian nonagenarian centenarian hiker climber mountaineer skipper yachts angler lumberjack winemaker winegrower distiller cheesemaker confectioner
  bartender waiter restaurateur hotelier shopkeeper grocer fishmonger stylist influencer youtuber streamer rapper drummer guitarist cellist soprano composer playwright illustrator cartoonist puppeteer
  magician juggler circus ballet choreograph quiz bonsai karaoke triathl rower taekwondo sumo fencing golfer billiard snooker darts
  keramik radfahr züchter brieftaube juwelier uhrmacher friseur elektriker mechaniker schweißer briefträger
  hebamme krankenpfleg tierarzt tierärzt apotheker archäolog botanik physiker mathematiker rentner pensionär großmutter großvater imker bergsteiger kletterer segler winzer
  käser konditor gastwirt gitarrist komponist dramatiker zauberer jongleur zirkus ruderer fechter kegel
  potière céramist surfeu cyclist éleveu colombophil jardinier jardinière fleurist menuisier forgeron bijoutier horloger tisserand coiffeu électricien mécanicien
  soudeur infirmi vétérinaire pharmacien archéolog physicien mathématicien écolier écolière lycéen étudiant retraité nonagénaire octogénaire
  grand-mère grand-père apicult randonneu alpinist navigateur pêcheur vigneron brasseur fromager pâtissier pâtissière serveu hôtelier épicier poissonnier modiste youtubeu rappeur batteur
  violoncelli compositeur dramaturge dessinat marionnett magicien cirque chorégraph cuisinier cuisinière aquarell
  alfarer ceramist surfist ciclist criador jardiner carpinter joyero relojero tejedor electricista soldador albañil cartero matrona enfermer veterinari farmacéutic
  arqueólog astrónom matemátic alumno alumna estudiante jubilad octogenari nonagenari abuela abuelo apicultor montañer navegante viticultor bodeguer cervecer quesero pasteler camarer
  hosteler tendero rapero guitarrist compositor dramaturg ilustrador titiriter payas circo coreógraf cocinero cocinera acuarel repostera
  oleiro ceramista surfista ciclista jardineir carpinteir alfaiate joalheir relojoeir tecelã eletricista pedreiro carteiro parteira enfermeir veterinári farmacêutic
  aluno aluna estudante aposentad reformad nonagenári octogenári montanhist velejador vitivinicult cervejeir queijeir confeiteir merceeir
  cozinheir aquarel columbófil bordadeir rendeir
  vasaio allevator giardinier fioraio falegname orafo orologiai tessitric parrucchier elettricist saldator murator minator postino ostetric infermier
  farmacist archeolog matematic studente studentess pensionat novantenn ottantenn nonna nonno apicoltor velist viticoltor birrai casaro pasticcer camerier ristorator
  albergator chitarrist drammaturg burattinai giocolier coreograf cuoco cuoca acquerell
  pottenbakker keramiek wielrenner fokker duivenmelker tuinman bloemist timmerman kleermaker horlogemaker kapper elektricien monteur lasser metselaar mijnwerker postbode verloskundig verpleegkundig
  dierenarts archeoloog natuurkundig sterrenkundig wiskundig scholier leerling gepensioneerd bejaard bergbeklimmer zeiler hengelaar wijnboer brouwer kok gitarist componist goochelaar
  schaatser zanger schilder leraar lerares
  keramiker krukmakare krukmager pottemager surfare cyklist uppfödare oppdretter opdrætter trädgårdsmästare snickare snekker tømrer skräddare skredder frisör frisør mekaniker svetsare murare
  barnmorska jordmor sjuksköterska sykepleier sygeplejerske veterinär veterinær dyrlæge apotekare arkeolog fysiker gymnasiast pensjonist pensionist biodlare birøkter biavler bergsbestigare
  seglare fiskare fisker vinodlare bryggare slaktare kock kokk servitör kelner tryllekunstner sångare sanger malare lärare lærer
  keraamikko savenvalaja pyöräilijä kasvattaja puutarhuri puuseppä räätäli kampaaja sähköasentaja kätilö sairaanhoitaja eläinlääkäri arkeologi fyysikko oppilas koululainen opiskelija eläkeläinen mehiläis kiipeilijä
  purjehtija kalastaja leipuri kokki säveltäjä laulaja kirjailija maalari opettaja näyttelijä
  keraamik rattasõitja aednik puusepp juuksur loomaarst õpilane mesinik mägironija purjetaja kalur pagar helilooja laulja kirjanik kunstnik õpetaja näitleja
  keramiķ riteņbraucēj dārznieks galdnieks frizier skolēn students pensionār biškop alpīnist burātāj zvejniek maiznieks pavārs dziedātāj rakstniek mākslniek gleznotāj skolotāj aktier
  dviratinink sodinink kirpėj moksleiv studentas pensinink bitinink buriuotoj žvej kepėj virėj kompozitor daininink rašytoj dailinink mokytoj aktor
  keramikus szörfös kerékpáros tenyészt galambász kertész virágkötő asztalos ékszerész fodrász villanyszerel autószerel kőműves bányász postás szülésznő ápoló állatorvos gyógyszerész régész
  diák tanuló egyetemista nyugdíjas kilencvenéves nyolcvanéves méhész hegymász vitorláz horgász borász sörfőz pék cukrász szakács pincér zeneszerz bűvész cirkusz énekes festő író színész
  garncarz ceramik kolarz kolarka hodowca hodowc gołębi ogrodnik florystk stolarz stolarza jubiler zegarmistrz fryzjer elektryk spawacz murarz listonosz położna pielęgniar weterynarz
  aptekarz matematyk uczeń uczennic licealist emeryt stulatek dziewięćdziesięciolat pszczelarz wspinacz himalaist żeglarz wędkarz winiarz piwowar cukiernik kucharz
  gitarzyst kompozytor iluzjonist cyrk szopk malarz malarka śpiewacz piosenk sadownik
  hrnčíř hrnčiar chovatel chovateľ zahradn záhradn truhlář stolár klenotn hodinář hodinár kadeřn kaderní elektrikář elektrikár automechanik svářeč zedník murár
  zdravotní veterinář veterinár lékárn lekárni žák žiak důchodc dôchodc včelař včelár horolez jachtař rybář rybár vinař vinár pekař pekár cukrář cukrár kuchař kuchár číšník čašník
  skladatel skladateľ kouzeln malíř maliar zpěvák zpěvač spevák spevá spisovatel herec herečka
  keramičar biciklist uzgajivač odgajivač vrtlar urar frizer električar mehaničar poštar primalja babica medicinska ljekarnik farmaceut arheolog učenik
  učenica učenec dijak umirovljenik penzioner upokojen pčelar čebelar planinar jedriličar jadralec pivar pekar slastičar konobar natakar skladatelj čarobnjak slikar pjevač pevač
  pevec pisac pisatelj glumac igralec
  керамичар бициклиста узгајивач одгајивач баштован часовничар фризер електричар механичар поштар бабица ветеринар апотекар археолог ученик ученица пензионер
  деведесетогодишњ осамдесетогодишњ стогодишњ пчелар планинар једриличар пивар конобар композитор мађионичар сликар певач писац глумац велосипедист градинар дрводелец пенсионер
  сладкар певец художник писател актьор сервитьор керамик грънчар колоездач
  керамист сёрфер серфер велогонщик заводчик голубевод садовод флорист портной часовщик ткачих парикмахер электрик автомеханик сварщик
  почтальон акушер медсестр медбрат аптекар ботаник астроном математик школьник девяностолетн восьмидесятилетн пчеловод альпинист яхтсмен
  винодел пивовар сыровар пекарь кондитер официант ресторатор гитарист виолончелист драматург фокусник жонглёр хореограф бабушка дедушка
  кераміст голубівник садівник ювелір годинникар перукар електрик зварник муляр листоноша учень учениц школяр
  пенсіонер пасічник бджоляр альпініст рибалка мисливець винороб офіціант гітарист співак співач письменник актор актрис
  ганчар пенсіянер студэнт вучань вучаніц пчаляр кампазітар мастак спявак пісьменнік
  crescător grădinar florar tâmplar bijutier ceasornicar coafez sudor poștaș moașă fizician
  pensionar nonagenar berar brutar cofetar bucătar chelner chitarist compozitor iluzionist pictor cântăreț scriitor actor
  κεραμίστ αγγειοπλάστ σέρφερ ποδηλάτ κηπουρ ανθοπώλ ξυλουργ σιδηρουργ ράφτ κοσμηματοπώλ ωρολογοποι κομμωτ ηλεκτρολόγ μηχανουργ μαία νοσοκόμ νοσηλευτ κτηνίατρ φαρμακοποι αρχαιολόγ μαθητ φοιτητ συνταξιούχ
  μελισσοκόμ ορειβάτ ιστιοπλό οινοποι ζυθοποι φούρναρ ζαχαροπλάστ μάγειρ σερβιτόρ κιθαρίστ συνθέτ ζωγράφ τραγουδιστ συγγραφέ ηθοποι ποιητ δάσκαλ
  qeramik çiklist kopshtar zdrukthëtar veteriner nxënës bletar peshkatar kuzhinier piktor këngëtar shkrimtar
  çömlekç seramik sörfç bisiklet yetiştirici güvercin bahçıvan marangoz terzi kuyumcu saatçi dokumacı kuaför elektrikçi tamirci kaynakçı madenci postacı ebe hemşire eczacı fizikçi öğrenci
  emekli arıcı dağcı yelkenci avcı pastacı aşçı garson besteci sihirbaz sirk ressam şarkıcı yazar oyuncu
  dulusçu velosipedçi bağban dülgər dərzi zərgər bərbər şagird tələbə təqaüdçü arıçı balıqçı aşpaz bəstəkar rəssam müğənni yazıçı aktyor müəllim
  kulol velosipedchi bogʻbon duradgor tikuvchi sartarosh oʻquvchi talaba nafaqaxoʻr asalarichi baliqchi oshpaz bastakor rassom xonanda yozuvchi oʻqituvchi
  зергер бағбан шаштараз оқушы зейнеткер балықшы аспаз суретші әнші жазушы мұғалім ақын
  კერამიკოს ველოსიპედისტ მებაღე დურგალ მჭედელ მკერავ პარიკმახერ ექთან ვეტერინარ არქეოლოგ მოსწავლ სტუდენტ პენსიონერ მეფუტკრე მთამსვლელ მეთევზე მეღვინე მცხობელ მზარეულ კომპოზიტორ მოცეკვავე მევენახ
  կավագործ հեծանվորդ այգեպան ատաղձագործ դերձակ վարսահարդար բուժքույր անասնաբույժ հնագետ աշակերտ ուսանող թոշակառու մեղվապահ լեռնագնաց ձկնորս գինեգործ հացթուխ խոհարար կոմպոզիտոր պարող
  خزاف فخار دراج بستاني صائغ ساعاتي كهربائي ميكانيكي ممرض ممرضة بيطري صيدلي فيزيائي تلميذ تلميذة متقاعد متقاعدة نحال متسلق حلواني طباخ نادل ملحن سيرك
  عازفة فنان فنانة مغن يوتيوبر فيزيائية
  سفالگر دوچرخه باغبان طلاساز ساعت‌ساز آرایشگر برقکار مکانیک جوشکار پرستار ماما دامپزشک داروساز باستان‌شناس فیزیکدان دانشجو بازنشسته زنبوردار کوهنورد ملوان شکارچی قناد آشپز
  گارسون آهنگساز شعبده نوازنده هنرمند گلدوز
  קדרית רוכב גנן חייט צורף ספר חשמלאי מכונאי רתך מיילדת וטרינר רוקח ארכאולוג פיזיקאי תלמיד תלמידה סטודנט סטודנטית גמלאי פנסיונר כוורן דבוראי מטפס ייןן יינן קונדיטור שף מלצר מלחין קוסם קרקס אמנית
  कुम्हार साइकिल बढ़ई लोहार दर्ज़ी दर्जी सुनार नाई बिजली-मिस्त्री मैकेनिक नर्स पशु-चिकित्सक पुरातत्वविद छात्र छात्रा विद्यार्थी मधुमक्खी पर्वतारोही मछुआरा हलवाई रसोइया संगीतकार जादूगर चित्रकार
  کمہار سائیکل بڑھئی لوہار درزی سنار حجام نرس طالبعلم طالبہ کوہ‌پیما مچھیرا باورچی موسیقار جادوگر فنکار مگس‌بان
  সাইকেল কাঠমিস্ত্রি কামার দর্জি স্বর্ণকার নাপিত নার্স ছাত্র ছাত্রী স্কুলছাত্র স্কুলছাত্রী শিক্ষার্থী মৌচাষি পর্বতারোহী বাবুর্চি সুরকার জাদুকর চিত্রশিল্পী শিল্পী কৃষক
  குயவர் மாணவ விவசாயி பாடகர் நடிகர் எழுத்தாளர் ஓவியர் ஆசிரியர் വിദ്യാർഥി വിദ്യാർത്ഥി കർഷക ഗായക നടൻ നടി എഴുത്തുകാര ചിത്രകാര అధ్యాపక విద్యార్థి రైతు గాయక నటుడు రచయిత
  pelajar siswa mahasiswa pensiunan peternak petani nelayan penyanyi pelukis penulis koki guru peselancar perajin
  mwanafunzi mkulima mvuvi mwalimu mstaafu mwimbaji mchoraji mwandishi mfugaji fundi mpishi
  ተማሪ አርሶ ዘፋኝ ሠዓሊ ደራሲ መምህር ንብ አናቢ ሯጭ
  도예 서핑 자전거 정원사 목수 대장장이 재단사 미용사 전기기사 용접 광부 간호사 수의사 약사 고고학 학생 대학생 고등학생 중학생 초등학생 은퇴 할머니 할아버지 양봉 등반가 산악인 낚시 제빵 작곡가 마술사 서예 프로기사 유튜버
  陶芸 陶艺 陶藝 焼物 冲浪 衝浪 自行车 園芸 园艺 园丁 木匠 大工 铁匠 裁缝 理发 美容 电工 护士 護士 看護 兽医 獣医 药剂 考古 学生 學生 生徒 児童 小学 中学 高校 大学 退休 老人 養蜂 养蜂 登山 钓鱼 釣り 酿酒 烘焙 主厨
  大厨 厨師 作曲 魔术 魔術 书法 書法 書道 囲碁 围棋 圍棋 将棋 棋士 棋手 落語 歌舞 俳句 短歌 茶道 華道 相撲 力士 漫画 漫畫 声優 網紅 网红 画展 畫展 個展 个展
  rzeźb sochař sochár kipar скульптор вајар szobrász γλύπτ heykeltıraş heykeltraş نحات مجسمه‌ساز نقاش escultor scultor scultric sculpteu beeldhouw skulptör billedhugg kuvanveist skulptor tēlniek skulptori
  مطرب مطربة ملاكم عداء عداءة سباح سباحة حكم-مباراة رسام کشتی‌گیر دونده شناگر مربی بازیکن گلر زمر ספרינט שחיין שחיינית מתעמל אצנית
  przedszkol śpiewak tancerk biegacz biegaczk pływak pływaczk siatkar koszykar tenisist hokeist trener piłkarz piłkark lekkoatlet kolarsk
  běžec běžky plavec plavky fotbalist hokejist volejbalist tenist trenér bežec futbalist plavkyňa
  futbolcu voleybolcu basketbolcu güreşçi yüzücü koşucu antrenör halterci futbolçu güləşçi məşqçi idmançı üzgüçü futbolchi kurashchi bokschi
  fotbalist handbalist înotăto alergăto antrenor gimnast labdarúgó kosárlabd kézilabd birkózó
  фудбалер кошаркаш одбојкаш рукометаш пливач атлетичар тренер fudbaler košarkaš odbojkaš rukometaš plivač atletičar nogometaš rokometaš odbojkar teniški футболист волейболист баскетболист плувец
  ποδοσφαιριστ μπασκετμπολίστ κολυμβητ δρομέα προπονητ παλαιστ σκακιστ futbollist basketbollist notar vrapues
  jalgpallur korvpallur ujuja jooksja treener maadleja futbolist basketbolist peldētāj skrējēj treneris krepšinink futbolinink plaukik bėgik trener
  jalkapalloilija koripalloilija uimari juoksija valmentaja painija fotbollsspelar simmare löpare tränare brottare fotballspill svømmer løper fodboldspill løber
  voetballer zwemster hardloper ფეხბურთელ მოცურავ მორბენალ მძლეოსან ფალავან ֆուտբոլիստ լողորդ վազորդ ծանրամարտիկ
  फुटबॉलर तैराक धावक मुक्केबाज कोच গায়িকা অভিনেত্রী সাঁতারু দৌড়বিদ মুষ্টিযোদ্ধা খেলোয়াড় کرکٹر باکسر تیراک پہلوان perenang pelari petinju pesepak bulutangkis mwanariadha mwanasoka bondia
  นักกีฬา นักฟุตบอล นักวิ่ง นักว่ายน้ำ นักมวย นักเขียน ศิลปิน จิตรกร นักเรียน นักศึกษา 수영 마라톤 궁수 배드민턴 탁구 가수 배우 성악 游泳 乒乓 羽毛 女星 男星 影星 歌星 泳将 泳將 跳水 体操 體操 水泳 卓球 柔道 騎手 女優 俳人 歌人`;

/**
 * Trades that tell whose the name behind them is, though an official's lawyer or driver may stand in any item. Left out are lawyers
 * and drivers in languages where no word stands between them and whose they are (`محامي شيرين`, `وکیل شیرین`, `адвокат Белова`),
 * the Spanish `mayor`, a major, and `ingeniero` and `مهندس`, which ministers are called as well.
 */
export const TRADES_OF_BEARERS = `lawyer solicitor barrister engineer priest bishop archbishop imam rabbi monk driver trader farmer
  anwalt anwält ingenieur pfarrer bischof rabbiner mönch bürgermeister oberbürgermeister fahrer avocat ingénieur prêtre évêque archevêque rabbin moine maire chauffeur
  abogad sacerdote obispo arzobispo rabino monje alcalde alcaldes conductor advogad padre bispo arcebispo prefeit motorista avvocat ingegner prete vescovo rabbino monaco sindac autista
  advocaat ingenieur priester bisschop rabbijn burgemeester advokat ingenjör ingeniør präst prest biskop borgmästare borgmester ordfører asianajaja insinööri pappi piispa kaupunginjohtaja
  advokaat insener preester linnapea inženier mācītāj mērs inžinier kunigas meras inżynier ksiądz księdz biskup burmistrz starosta wójt
  inženýr inžinier kněz kňaz biskup starost primátor ügyvéd mérnök lelkész püspök polgármester avocat inginer preot episcop primar șofer
  инженер священник епископ архиепископ раввин монах мэр мэра священик єпископ мер мера кмет свещеник свештеник градоначелник градоначалник inženjer inženir svećenik sveštenik biskup škof gradonačelnik župan
  δικηγόρ μηχανικ ιερέ επίσκοπ μητροπολίτ δήμαρχ avukat mühendis imam papaz piskopos haham başkanı vəkil mühəndis advokat muhandis imom
  كاهن قسيس مطران أسقف إمام حاخام عمدة کشیش اسقف امام‌جمعه خاخام شهردار עורך-דין מהנדס כומר בישוף רב ראש-העיר
  वकील इंजीनियर पुजारी इमाम महापौर ড্রাইভার আইনজীবী প্রকৌশলী ইমাম মেয়র انجینئر پادری میئر ადვოკატ ინჟინერ მღვდელ ეპისკოპოს მერი փաստաբան ինժեներ քահանա եպիսկոպոս քաղաքապետ
  insinyur pastor uskup walikota wakili mhandisi padre askofu meya dereva 변호사 엔지니어 신부 목사 주교 시장 운전사`;
