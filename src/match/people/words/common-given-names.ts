import { givenNameClass } from "./given-names.ts";
import { foldedWords, type WordsByLanguage } from "./words-by-language.ts";

/**
 * Names that are hardly ever a surname, by the language that has most of them; those that several spellings share stand in the table
 * of given names.
 */
export const GIVEN_NAMES: WordsByLanguage = {
  ar: `abdelaziz abdelkader abdelrahman abdulaziz abdulkarim abdulrahman abdurrahman dina hisham huda mona nabil nadia
    noor nour rania reem salma samira آية أسماء أميرة أيمن إيمان باسم بسمة جمال جميلة حاتم خديجة دينا رامي رانيا رحاب
    ريم زياد سامح سامي سحر سلمى سلوى سميرة سهام شريف شهد صلاح طلال عادل عامر عبدالحميد عبدالرحمن عبدالسلام عبدالعزيز
    عبدالفتاح عبدالقادر عبدالكريم عبداللطيف عبدالمجيد عبير عصام غادة غدير فادي كمال لبنى لمى ماجد مجدي مروان معتز منى
    منير ميساء نادية نبيل نجلاء نزار نور نورا هاني هبة هدى هشام وائل ياسر`,
  az: `akif anar aygün aytən cavid cavidan ceyhun eldar elmar elnur elvin elxan elçin elşən emin fuad fərid günay
    günel ilham ilqar ilqarə ismət kamran könül lalə ləman mübariz namiq nicat nigar nurlan orxan pərviz ramil ramin
    rövşən rəşad samir sevda sevinc tofiq tural vaqif vüqar vüsal xanlar xəyal zaur çingiz ülvi ülviyyə şəbnəm`,
  be: "алесь андрэй вольга дзмітрый",
  bg: `веселин георги гергана десислава димитър ивайло красимир красимира петър пламен росица румен светла стоян
    теодора тодор`,
  bn: "আয়েশা তাসলিমা নাজমা নাসরিন প্রিয়াঙ্কা ফাতেমা রফিকুল রাহুল রোকেয়া শিরিন সালমা সুমন সুমাইয়া সুস্মিতা",
  ca: "jordi meritxell montserrat nuria oriol xavi",
  cs: "bohumil bozena jaroslav jitka ladislav lenka milada miroslav ondrej radek radka vaclav vojtech zdenek zuzana",
  da: `birgit bjarne dorthe gunnar ingeborg jeppe jorgen kirsten lisbeth mads maiken mette mikkel pernille rasmus
    signe soren torsten ulla`,
  de: `andreas anja anke annegret annika bernd brigitte christoph dagmar detlef dieter dirk dorothea elke erika
    florian franziska gabriele gerhard gisela gudrun gunter hanna hannelore heike helga helmut holger ingrid irmgard
    johanna johannes jorg jurgen karin katrin lena maike mandy manfred matthias monika nadine petra renate ronny
    rudiger sabine silke stefanie susanne thorsten tobias torben ulrike ursula ute uwe wolfgang`,
  el: `αγγελική αθηνα αντώνης βασιλης βασιλική γεωργία γιαννης γιωργος δήμητρα δημητρης ελενη ευαγγελία θοδωρής ιωαννα
    κατερινα κωστας μαρία μιχάλης νικος πέτρος παναγιωτης παρασκευή σοφια χρήστος χριστίνα`,
  en: `aidan alasdair andrew aoife ashley barbara betty brandon brenda brian carol charles charlotte christopher
    daniel deborah donna dylan edward elizabeth emily emma ethan fiona gareth hamish hannah james jason jeffrey
    jennifer jessica john joseph karen kenneth kevin liam linda lisa matthew megan michelle nancy niamh nigel olivia
    pamela rachel rhys robert ryan samantha sarah sharon siobhan stephen steven susan thomas tracy victoria william`,
  es: `adriana alejandra ana angela beatriz begona camila carmen carolina claudia cristina daniela diego dolores
    fernando gabriela gonzalo guadalupe inmaculada isabel jesus joaquin jorge josefa laura lucia luisa luz marta
    monica pablo patricia paula pedro pilar rafael raquel rosa sandra santiago sebastian silvia teresa valentina
    veronica ximena`,
  et: "jaan kadri kersti liis merike märt piret priit rein tiit toomas triin tõnu urmas",
  eu: "ainhoa aitor ander iker itziar leire unai",
  fa: `آتنا آرش الناز الهام بابک بهاره بهرام بهروز بهزاد بیژن جواد حمیدرضا رویا زینب سارا سامان ستاره سروش سعید سپیده
    سیامک سینا شبنم شهرام شیرین شیوا غزاله فرزانه فرشاد فرهاد فریبا مازیار مجید مرجان منوچهر مهدیه مهرداد مهسا مهناز
    مینا ندا نرگس نسرین نیلوفر نیما وحید پدرام پروین پریسا پژمان پگاه پیمان کامران کاوه یاسمن`,
  fi: "anneli antti heikki ilkka jarmo juhani jukka kaisa mikko minna paivi pekka pirjo ritva sanna seppo timo tuula",
  fr: `agnes amelie arnaud aurelie benedicte benoit camille celine chloe christophe clementine didier elodie emilie
    emmanuel fabrice francoise frederic gael gilles guillaume helene herve isabelle jacques jean jerome julie juliette
    lea loic manon martine mathieu mathilde monique nathalie oceane pauline philippe pierre quentin sandrine sebastien
    sophie sylvie thierry valerie yves`,
  he: `אורי אורית אילנית איתי אריאל הילה יובל יונתן יעל לאה ליאור לירון מאיה מיכל נועה נועם נטע סיגל עידו ענת רבקה רון
    רועי רחל שירה שרה תומר תמר`,
  hi: `amitabh anjali arjun ashok deepak dinesh ganesh kavita lakshmi mahesh manoj padma priya rahul rajiv ramesh
    sanjay sunita suresh vikram अजय अनिल अमित अर्जुन अशोक आशा उषा करण कविता काजल किरण गीता ज्योति दिनेश दीपिका निखिल
    निशा नीलम नेहा पूजा प्रदीप प्रिया मधु मनीषा मनोज महेश मीना मोहित रमेश रश्मि राजीव राजेश राधा राहुल रेखा रोहित
    लक्ष्मी विकास विजय विवेक शालिनी संजय संदीप सरिता सीता सुनीता सुरेश सोहन स्वाति`,
  hr: "domagoj dubravka hrvoje ivana ivica krešimir mirjana snježana vesna zvonimir željka željko",
  hu: `agota attila balazs béla csaba emese erzsébet eszter ferenc gabor gergely györgy ildiko ilona istvan judit
    józsef katalin kinga krisztina laszlo reka szilard tamas tibor zoltan zsolt zsuzsa`,
  hy: `armen arpine artak gagik gayane gevorg hasmik hayk hovhannes lilit lusine narek narine samvel shushan tigran
    vahan vardan անի աննա արամ արմեն արտակ արփինե գագիկ գայանե գոռ գևորգ դավիթ լիլիթ լուսինե կարեն հայկ հասմիկ
    հովհաննես մարիամ մարինե նարեկ նարինե շուշան ռուբեն սամվել սոնա վահան վարդան տիգրան`,
  it: `alessandra antonella chiara elisabetta fabrizio federica francesca giancarlo gianluca gianni giorgio giulia
    giuseppe ilaria lorenzo luca ludovica marco massimo matteo maurizio paolo pierluigi simonetta stefano`,
  ka: `beka giorgi gvantsa irakli kakha ketevan khatuna lasha levan mamuka natia nika nino shalva tamar tinatin
    tornike vakhtang zurab ბექა გვანცა გია გიორგი დავით ეკა ეკატერინე ელენე ვახტანგ ზურაბ თამარ თინათინ თორნიკე ირაკლი
    ირინა კახა ლაშა ლევან ლიკა მაია მაკა მამუკა მარიამ მზია ნათია ნანა ნიკა ნინო სოფიო ქეთევან შალვა ხათუნა`,
  kk: `aidos aigul ainur arman asel askar askhat bakyt bauyrzhan bolat daniyar dinara gulnara ilnur kairat kanat
    madina marat nursultan renat ruslan saule serik talgat timur yerlan yerzhan zarina zhanar zhanna айгүл айдос айнұр
    алия арман асхат бауыржан бақыт болат гүлнар данияр динара ерболат ержан ерлан жанар мадина марат нұрлан серік
    сәуле талғат қайрат қанат әсел`,
  ku: "azad berîvan diyar nêçîrvan rojda rojin serhat zozan şêrko",
  ky: `aibek almaz azamat erkin gulmira jyldyz nazira nurbek ulan азамат айбек айпери алмаз бакыт гүлмира жылдыз
    назира нурбек улан чынгыз эркин`,
  lt: "algirdas austėja daiva eglė gintaras jonas jurga lina mindaugas rasa rūta tomas vilma vytautas žydrūnė",
  lv: "aivars andris baiba dace edgars guntis ilze inese janis juris ligita zane",
  mk: "билјана благој љупчо",
  ml: "അനിൽ ബിജു രാജേഷ് ലക്ഷ്മി ശ്രീജ സുരേഷ്",
  ne: "कमला दीपक प्रकाश बिमला सन्तोष सरस्वती",
  nl: `anneke annelies anouk femke gerrit hendrik jeroen joost koen liesbeth maarten marieke marjolein pieter sander
    sanne thijs willem wilma wouter`,
  no: "bjorn geir haakon hege håvard kjell marit ragnhild sigurd silje solveig terje trond turid øyvind",
  pl: `agnieszka aleksandra beata boguslaw danuta dariusz ewa grazyna grzegorz halina jadwiga jakub jaroslaw joanna
    katarzyna krystyna krzysztof lukasz malgorzata mariusz mateusz michał mieczyslaw paweł ryszard slawomir stanislaw
    tadeusz tomasz wieslaw wojciech zbigniew`,
  pt: `afonso catarina fernanda francisca goncalo ines joao joaquim juliana larissa leticia mariana nuno paulo renata
    rodrigo rui thais thiago tiago vasco`,
  ro: `adrian alina bogdan camelia catalin cristian dragos florin gheorghe ioana ionut loredana mihaela nicolae raluca
    razvan roxana simona vasile`,
  ru: `anton artyom daria denis galina kirill larisa lyudmila marina nadezhda nikita olga polina roman vera yulia
    алина антон артем валентина вера галина дарья денис кирилл лариса людмила марина надежда никита ольга полина
    равиль руслан эльдар юлия`,
  sk: "alžbeta branislav jozef juraj katarina lubomir slavomir zdenko štefan",
  sl: "barbka boštjan gašper janez matjaž mojca primož tadej tjaša urška",
  sq: "agim arben arta besnik blerina dritan fatmir gezim ilir luan petrit shpresa skender teuta valbona vjosa",
  sr: `dragan dragana goran jelena milica milos nenad zoran биљана бранислав весна вукашин горан гордана драган зоран
    милица миодраг мирјана ненад радован слободан снежана јелена љиљана`,
  sv: "agneta anders astrid birgitta fredrik greta gunilla henrik johan kerstin kristin lars linnea malin sven ulf åke",
  sw: `abena achieng akosua ama amina babatunde chinedu chioma emeka folake kwame lindiwe mpho ngozi njeri nomvula
    olumide oluwaseun rehema sipho temitope thabo themba wanjiru zainab`,
  ta: "அஜித் கவிதா கார்த்திக் குமரன் சுரேஷ் செல்வம் தமிழ்செல்வி பிரியா மாலா மீனா முருகன் ராஜேஷ் லட்சுமி விஜய்",
  te: "పద్మ రమేష్ లక్ష్మి వెంకట్ శ్రీనివాస్ సరోజ సురేష్",
  tg: `daler farrukh firdavs khurshed manizha далер зебо мавзуна манижа нигора парвиз рустам сиёвуш фаррух фирдавс
    хуршед шаҳноза`,
  tk: "aýgül begenç döwlet gurbanguly jeren maral merdan ogulgerek serdar",
  tr: `aylin ayse ayşegul bahar burak cansu duygu ebru elif emine emre esra fatma gizem gokhan hakan hatice hulya
    kerem mehmet merve meryem murat nurcan ozgur ozlem pinar ramazan selin serife serkan sibel suleyman tolga tugba
    volkan yasemin yigit zeynep`,
  tt: "айрат алсу гузель ильнур ильшат лейсан фарид",
  uk: `bohdan oksana yevhen алла анатолий андрій анжела богдан борис вадим валерий вероника виталий володимир геннадий
    глеб данило дмитро евген егор жанна захар зоя инна катерина кира кристина леонид леся матвей наталія нина оксана
    олексій олеся остап раиса роман світлана сергій соломія степан тамара тарас тетяна тимофей эдуард юлія ярослав
    ілля ірина`,
  ur: "بشریٰ ثمینہ رابعہ سعدیہ شازیہ صائمہ صدف عائشہ فرح نازیہ نوید کاشف",
  uz: `akmal bobur dilnoza dilshod farrux feruza gulnora jahongir jasur malika nargiza nilufar nodir otabek rustam
    sardor shahnoza shavkat sherzod ulugʻbek zulfiya гулнора дилноза жасур отабек сардор шерзод`,
  vi: "phuong tuan",
};

const given = foldedWords(GIVEN_NAMES);

/** Whether a folded word is known as a given name. */
export function isGivenName(fold: string): boolean {
  return given.has(fold) || givenNameClass(fold) !== null;
}
