import { foldWord } from "../sounds/fold-word.ts";

/**
 * Given names a line: spellings that no sound key joins (Elena, Алёна; Yusuf, Joseph) and names that sound alike but
 * are different people (Hassan, Hossein), which therefore stand on two lines.
 */
const CLASSES = `mohammad mohammed muhammad mohamed mohamad muhammed mehmed mehmet muhamed mahomed محمد мохаммад мухаммед мохаммед магомед מוחמד μοχάμεντ 穆罕默德 穆罕穆德
mahmoud mahmud mahmood محمود махмуд מחמוד
ahmad ahmed ahmet احمد أحمد ахмад ахмед אחמד 艾哈迈德 艾哈迈迪
hamed hamid حامد حمید حميد хамид
hamad حمد
hassan hasan حسن хасан חסן 哈桑
hossein hussein hussain husayn hosein husein hussayn huseyin hossain houssein حسین حسين хосейн хусейн гусейн חוסיין 侯赛因
ali aly علي علی али עלי 阿里
reza rida ridha riza رضا реза רזא 礼萨 礼扎
mehdi mahdi مهدي مهدی махди мехди 迈赫迪 马赫迪
said saeed saeid sayeed sayid سعيد سعید саид סעיד
saad سعد саад
salim saleem slim سليم سلیم салим
salem سالم салем
karim kareem كريم کریم карим
khaled khalid خالد халед халид ח'אלד 哈立德
tarek tariq tareq tarik tarık طارق тарик тарек
youssef yousef yusuf yousuf youssouf yosef yossi yosi josef joseph يوسف یوسف юсуф юсеф יוסף иосиф йосеф 优素福 尤素福 约瑟夫 joe
ibrahim ebrahim abraham avraham ابراهيم إبراهيم ابراهیم ибрагим эбрахим авраам אברהם 易卜拉欣
omar umar omer عمر омар умар 奥马尔 欧麦尔
osman othman uthman عثمان осман
abdullah abdallah abdollah عبدالله абдулла абдалла 阿卜杜拉
hadi هادي هادی хади
mojtaba مجتبى مجتبی моджтаба
mostafa mustafa mustapha moustafa مصطفى مصطفی мустафа мостафа 穆斯塔法
ismail esmail esmaeil ismael إسماعيل اسماعیل اسماعيل исмаил эсмаил ישמעאל
fatima fatemeh fatma fatimah فاطمة فاطمه фатима
maryam maryan meryem mariam miriam مريم مریم марьям מרים
maria marie mary marija мария марія 玛丽亚 玛利亚
zahra zohra zehra زهرا زهراء захра
leila layla laila ليلى لیلا лейла
amir emir امير أمير امیر амир эмир
anwar anvar أنور انور анвар
walid waleed oualid وليد валид
nasser naser nasir ناصر насер
jamal gamal cemal jamel djamel جمال джамаль гамаль
jalal galal celal جلال джалал
jafar jaafar gafar cafer جعفر джафар
qasem qassem kassem qasim kasim ghasem قاسم касем касим
dmitry dmitri dmitriy dmitrij dmitrii dimitri dimitry dzmitry dzmitryi dmytro dzmicer zmicier zmitser dymitr дмитрий дмитро дзмітры دیمیتری ديمتري דמיטרי дзьмітры зміцер 德米特里 dimitris dimitrios δημήτρης δημήτριος دميتري ديميتري دمیتری дзмітрый дзмітрыя димитрије dmitrijs dmitrijus दिमित्री დმიტრი դմիտրի דימיטרי ντμίτρι ドミトリー 드미트리 ดมิตรี
elena yelena jelena olena alena aliona yolena helena елена олена алена аляона олёна алёна 叶连娜 叶莲娜 إيلينا يلينا ايلينا یلنا النا ילנה אלנה ელენა ելենա ελένα エレーナ 옐레나 엘레나 јелена एलेना येलेना
sergei sergey serhiy serhii siarhei siarhiej sergej serguei serguii sergii siergiej serge сергей сергій сяргей سرگئی سيرغي סרגיי 谢尔盖 سيرجي سرگی סרגי სერგეი սերգեյ սերգեյի σεργκέι セルゲイ 세르게이 सर्गेई sergejs sergejus sergiy
alexander aleksandr alexandr oleksandr olexander olexandr oleksander aliaksandr alyaksandr aleksander alexandre alessandro alejandro aleksandar iskander александр олександр аляксандр الكساندر ألكسندر אלכסנדר 亚历山大 亚历山德罗 alexandros αλέξανδρος αλέξης alexis ألكساندر الكسندر الکساندر الکسندر ალექსანდრ ალექსანდრე ալեքսանդր αλεξάντερ αλεξάντρ アレクサンドル 알렉산드르 अलेक्जेंडर अलेक्ज़ेंडर aleksandrs aleksandras oleksandras
alexei aleksei alexey aleksey oleksiy oleksii aliaksei alaksiej aleksej алексей олексій аляксей 阿列克谢 أليكسي الكسي آلکسی الکسی אלכסיי ალექსეი ալեքսեյ αλεξέι アレクセイ 알렉세이 अलेक्सी aleksejs aleksejus алексеј олексії
nikolai nikolay mykola mikola mikalai nikolaj nicolas nicholas николай микола мікалай 尼古拉 nikos nikolaos νίκος νικόλαος nick نيكولاي نیکلای نیکولای ניקולאי ნიკოლაი նիկոլայ νικολάι ニコライ 니콜라이 निकोलाई nikolajs nikolajus николај
vladimir wladimir volodymyr uladzimir władimir владимир володимир уладзімір ولادیمیر فلاديمير ולדימיר 弗拉基米尔 沃洛迪米尔 ვლადიმერ ვლადიმირ վլադիմիր βλαντιμίρ ウラジーミル ウラジミール 블라디미르 व्लादिमीर vladimirs vladimiras владзімір
evgeny evgeni yevgeny yevgeni evgenii yevhen yauhen yauheni jewgeni jevgenij jevgenyij jevgeni jevhen eugene eugen evgueni евгений євген яўген یوگنی يفغيني יבגני яўгеній 叶夫根尼 إيفغيني یوگینی ייבגני ევგენი եվգենի ევგენიი ευγκένι γεβγκένι エフゲニー エヴゲニー 예브게니 येवगेनी jevgenijs jevgenijus јевгениј
andrei andrey andriy andrii andrej andrzej andrew andreas андрей андрій 安德烈 安德里 andy أندريه أندري اندري آندری آندره אנדריי אנדרי ანდრეი անդրեյ αντρέι アンドレイ 안드레이 अन्द्रेई आंद्रेई andrejs andrejus андреј андрэй
mikhail mikhael mykhailo mykhaylo michail mikhaylo mihail mixail michael михаил михайло міхаіл 米哈伊尔 迈克尔 майкл مايكل مایکل מייקל マイケル mike ميخائيل میخائیل מיכאיל მიხეილ მიხაილ միխայիլ μιχαήλ μιχαΐλ ミハイル 미하일 मिखाइल mihails michailas михаило
igor ihor игорь ігор ігар 伊戈尔 伊霍尔 إيغور ايغور ایگور איגור იგორ իգոր ιγκόρ イーゴリ 이고르 इगोर igors igoris
oleg oleh aleh олег алег 奥列格 奥列赫 أوليغ اوليغ اولگ אולג ოლეგ օլեգ όλεγκ オレグ 올레크 올레그 ओलेग olegs olegas
pavel pavlo paval павел павло павал 帕维尔 保罗 بافيل بافل پاول פאבל პაველ պավել πάβελ パーベル 파벨 पावेल pavels pavelas
petr pyotr petro piotr piatro peter pjotr петр пётр петро пятро 彼得 pete بيوتر پیوتر פיוטר პეტრე პიოტრ պյոտր ピョートル 표트르
vasily vasili vasiliy vasyl vasil wassili vassili василий василь 瓦西里 vasilis vassilis vasileios βασίλης βασίλειος فاسيلي واسیلی וסילי ვასილი վասիլի βασίλι ワシリー 바실리
viktor victor віктор виктор viktar віктар 维克托 فيكتور ویکتور ויקטור ვიქტორ վիկտոր βίκτορ ビクトル 빅토르 विक्टर विक्तोर viktors viktoras
yuri yury yuriy yurii juri jurij jury youri iouri юрий юрій юрый 尤里 يوري یوری יורי იური յուրի γιούρι ユーリー ユーリ 유리 यूरी jurijs jurijus јуриј
gennady gennadi gennadiy hennadii hienadz gennadij guennadi геннадий геннадій генадзь 根纳季
georgy georgi georgiy heorhii george jorge georgios yorgos jorgos iorgos yiorgos يورغوس جورج георгий георгій 格奥尔基 乔治 giorgos giorgios γιώργος γεώργιος جورجي غيورغي گئورگی גאורגי გიორგი գեորգի ゲオルギー 게오르기
grigory grigori hryhoriy hryhorii ryhor gregory григорий григорій рыгор 格里戈里 greg
konstantin kostyantyn kanstantsin constantine constantin константин костянтин канстанцін 康斯坦丁 kostas costas konstantinos κώστας κωνσταντίνος كونستانتين قسطنطين کنستانتین קונסטנטין კონსტანტინე კონსტანტინ կոնստանտին コンスタンチン 콘스탄틴
maxim maksim maksym maxime максим максім 马克西姆 مكسيم ماكسيم ماکسیم מקסים მაქსიმ մաքսիմ μαξίμ マクシム 막심
natalia natalya nataliya natallia natalja nathalie наталья наталия наталія наталля 娜塔莉亚 纳塔利娅 ناتاليا نتاليا ناتالیا נטליה ნატალია նատալյա նատալիա νατάλια ナタリア ナターリヤ 나탈리아 나탈리야 नतालिया natalija наталија
anna hanna анна ганна 安娜 آنا אנה ანა ანნა աննա άννα アンナ 안나 अन्ना
anastasia anastasiya nastassia анастасия анастасія
alla алла
kseniya ksenia xenia oksana aksana ксения оксана
tatiana tatyana tetiana tatsiana tatjana татьяна тетяна таццяна 塔季扬娜 تاتيانا تاتیانا טטיאנה ტატიანა տատյանա τατιάνα タチアナ 타티아나 तात्याना тацяна татјана
svetlana svitlana sviatlana swetlana светлана світлана святлана 斯韦特兰娜 سفيتلانا سوتلانا סבטלנה სვეტლანა սվետլանա σβετλάνα スベトラーナ 스베틀라나 स्वेतलाना svjetlana
irina iryna irena irène ирина ірина ірына 伊琳娜 إيرينا ايرينا ایرینا אירינה ირინა իրինա ιρίνα イリーナ 이리나 इरीना
ekaterina yekaterina kateryna katsiaryna jekaterina catherine katarina екатерина катерина кацярына 叶卡捷琳娜 إيكاتيرينا يكاترينا اکاترینا یکاترینا יקטרינה ეკატერინე ეკატერინა եկատերինա αικατερίνη εκατερίνα エカテリーナ 예카테리나 एकातेरिना
timur tymur timour тимур
anatoly anatoli anatoliy anatolii анатолий анатолій анатоль 阿纳托利
stanislav stanislaw stanislau станислав станіслав 斯坦尼斯拉夫 ستانيسلاف استانیسلاو סטניסלב სტანისლავ ստանիսլավ スタニスラフ 스타니슬라프
vyacheslav viacheslav wjatscheslaw viatcheslav vyacheslau вячеслав в'ячеслав 维亚切斯拉夫 فياتشيسلاف ویاچسلاو ויאצ'סלב ვიაჩესლავ վյաչեսլավ ビャチェスラフ 뱌체슬라프
yaroslav jaroslav jarosław yaraslau ярослав
valery valeri valeriy valerii walerij валерий валерій فاليري والری ולרי ვალერი վալերի ワレリー 발레리
ivan іван иван 伊万 إيفان ايفان ایوان איוואן איבן ივან իվան ιβάν イワン 이반 इवान ivans ivanas
ilya illia ilja elia илья ілля إيليا ايليا ایلیا איליה ილია իլյա イリヤ 일리야
lev leo lew лев
binyamin benjamin benyamin bibi בנימין ביבי биньямин беньямин بنيامين بنیامین 本雅明 本杰明
yaakov jacob jakov yakov יעקב яаков яков 雅各布
yitzhak yitzchak itzhak isaac izhak יצחק ицхак
moshe moses mosche משה моше 摩西
shlomo שלמה шломо
shimon simon simeon שמעון шимон семен семён
david dawid davit dawood dawud داود داوود דוד давид 大卫 戴维 达维德 dave
yair יאיר яир
donald دونالد дональд דונלד ドナルド 唐纳德
john جون جان джон ג'ון ジョン 约翰
james جيمس جیمز джеймс ג'יימס 詹姆斯 jim jimmy
robert روبرت رابرت роберт רוברט 罗伯特 bob rob roberto роберто
william ويليام ویلیام уильям вильям וויליאם 威廉 bill
richard ريتشارد ریچارد ричард 理查德 dick rick ricardo
charles تشارلز چارلز чарльз 查尔斯 charlie
emmanuel emanuel إيمانويل امانوئل эммануэль עמנואל 埃马纽埃尔 manolis μανώλης εμμανουήλ
xavier javier
juan хуан خوان 胡安
luis louis luiz луис لويس 路易斯
joao joão жуан 若昂
francisco francesco františek 弗朗西斯科
giovanni джованни 乔瓦尼
nurettin nureddin nouredine noureddine nuruddin nuriddin نورالدين نورالدین нуреттин нуриддин
selahattin salahuddin salaheddine salahaddin saladin salohiddin صلاحالدين صلاحالدین салахуддин саладин
cemalettin jamaluddin jamaleddine جمالالدين جمالالدین джамалуддин жамолиддин
fahrettin fakhruddin fakhreddine fakhriddin فخرالدين فخرالدین фахруддин фахриддин
necmettin najmuddin nejmeddine najmiddin نجمالدين نجمالدین наджмуддин
seyfettin saifuddin seifeddine sayfiddin سيفالدين سیفالدین сайфуддин сайфиддин
alaettin alauddin alaeddine علاءالدين علاالدین алауддин
bedrettin badruddin badreddine بدرالدين بدرالدین бадруддин
muhittin muhyiddin mohieddine محيالدين محییالدین мухиддин
izzettin izzuddin ezzeddine azzedine عزالدين عزالدین изуддин
nasreddin nasruddin nasrettin نصرالدين نصرالدین насреддин
shamsuddin chamseddine semsettin şemsettin شمسالدين شمسالدین шамсуддин шамсиддин
vladislav vladyslav uladzislau uladzislaw wladislaw wladyslaw władysław uladzisłau vladislavs vladislavas uladzislavas uladzislavs владислав уладзіслаў уладзислав
nikita mykyta mikita никита микита мікіта
timofey timofei tymofiy tymofii tsimafei тимофей тимофій цімафей
fedor fyodor fjodor fedir fiodar федор фёдор федір фёдар
kirill kyrylo kiryl cyril кирилл кирило кірыл
bogdan bohdan богдан багдан
nadezhda nadiia nadiya nadzeya надежда надія надзея
galina halyna halina галина галіна
artem artyom artjom artsiom артем артём арцём
leonid leanid леонид леонід леанід
gleb hlib hleb глеб гліб
stepan stsiapan степан сцяпан
heinrich heinrihs хайнрих генрих генріх هاينريش هاینریش היינריך ハインリヒ 海因里希 하인리히
stelios stylianos στέλιος στυλιανός στυλιανου стелиос
yannis giannis ioannis γιάννης ιωάννης яннис
panagiotis panayiotis panos παναγιώτης πάνος
thanasis athanasios афанасиос афанасий أثاناسيوس θανάσης αθανάσιος
spyros spyridon σπύρος σπυρίδων
lefteris eleftherios λευτέρης ελευθέριος
anthony antony tony энтони
thomas tom томас
christopher chris кристофер
daniel dan daniil danylo danilo даниэль даниил данило
stephen steven steve стивен
edward ed ted edvard eduard eduardo édouard эдвард эдуард едуард
kenneth ken кеннет
jeffrey geoffrey jeff джеффри
timothy tim тимоти
matthew matt мэттью
samuel sam самуэль сэмюэл
elizabeth liz элизабет
ronald ron рональд
katherine kathryn kate

bradley brad
frederick fred freddie
philip phil
raymond ray
lawrence larry
gerald jerry
patrick pat
deborah debbie debora
pamela pam
rebecca becky
margaret maggie
victoria vicky vicki
susan sue
jennifer jen jenny
nathan nate
stanley stan
leonard len
zachary zach zack
terence terry terrence
joshua josh
walter walt
haidar haider hyder heydar heidar haydar حيدر حیدر хайдар гейдар
faisal faysal feisal فيصل فیصل фейсал файсал
bilal belal بلال билал билял
firas feras فراس фирас
basel basil bassel باسل басель басил
ghassan gassan غسان гассан
mazen mazin مازن мазен мазин
wissam wisam وسام виссам
munther munzir mundhir monther منذر мунзир мунтер
nizar nezar نزار низар
muhannad mohannad mohanad مهند муханнад
ammar عمار عمّار аммар
kazem kazim kadhim kadhem كاظم کاظم казем казим
morteza murtaza mortaza murtada مرتضى مرتضی мортеза муртаза
sajjad sajad سجاد саджад
ehsan ihsan إحسان احسان эхсан ихсан
omid umid امید омид умид
mehran mihran مهران мехран
behnam بهنام бехнам
farzad فرزاد фарзад
shawqi shawki chawki shauqi شوقي шауки
ramzi ramzy رمزي рамзи`;

const classOfFold = new Map<string, number>();
for (const [id, line] of CLASSES.trim().split("\n").entries())
  for (const name of line.split(" ")) if (!classOfFold.has(foldWord(name))) classOfFold.set(foldWord(name), id);

const SHORTEST = 3;
const LONGEST_PAIR = 18;
const MANY = 1000;

/** Two given names written as one (Mohammadreza). */
function classOfTwo(fold: string): number | null {
  for (let cut = SHORTEST; cut <= fold.length - SHORTEST; cut += 1) {
    const first = classOfFold.get(fold.slice(0, cut));
    const second = first === undefined ? undefined : classOfFold.get(fold.slice(cut));
    if (first !== undefined && second !== undefined) return (first + 1) * MANY + second;
  }
  return null;
}

/** Number of the line a given name stands on; null: it is in no line, and is compared by sound. */
export function givenNameClass(fold: string): number | null {
  const known = classOfFold.get(fold);
  if (known !== undefined) return known;
  return fold.length < 2 * SHORTEST || fold.length > LONGEST_PAIR ? null : classOfTwo(fold);
}
