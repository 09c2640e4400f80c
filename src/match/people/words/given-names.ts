import { foldWord } from "./fold-word.ts";

/**
 * Given names a line: spellings that no sound key joins (Elena, Алёна; Yusuf, Joseph) and names that sound alike but
 * are different people (Hassan, Hossein), which therefore stand on two lines.
 */
const CLASSES = `mohammad mohammed muhammad mohamed mohamad muhammed mehmed mehmet muhamed mahomed محمد мохаммад мухаммед мохаммед магомед מוחמד μοχάμεντ
mahmoud mahmud mahmood محمود махмуд מחמוד
ahmad ahmed ahmet احمد أحمد ахмад ахмед אחמד
hamed hamid حامد حمید حميد хамид
hamad حمد
hassan hasan حسن хасан חסן
hossein hussein hussain husayn hosein husein hussayn huseyin hossain houssein حسین حسين хосейн хусейн гусейн חוסיין
ali aly علي علی али עלי
reza rida ridha riza رضا реза רזא
alireza علیرضا алиреза
mehdi mahdi مهدي مهدی махди мехди
said saeed saeid sayeed sayid سعيد سعید саид סעיד
saad سعد саад
salim saleem slim سليم سلیم салим
salem سالم салем
karim kareem كريم کریم карим
khaled khalid خالد халед халид ח'אלד
tarek tariq tareq tarik tarık طارق тарик тарек
youssef yousef yusuf yousuf youssouf yosef josef joseph يوسف یوسف юсуф юсеф יוסף иосиф йосеф
ibrahim ebrahim abraham avraham ابراهيم إبراهيم ابراهیم ибрагим эбрахим авраам אברהם
omar umar omer عمر омар умар
osman othman uthman عثمان осман
abdullah abdallah abdollah عبدالله абдулла абдалла
hadi هادي هادی хади
mojtaba مجتبى مجتبی моджтаба
mostafa mustafa mustapha moustafa مصطفى مصطفی мустафа мостафа
ismail esmail esmaeil ismael إسماعيل اسماعیل اسماعيل исмаил эсмаил ישמעאל
fatima fatemeh fatma fatimah فاطمة فاطمه фатима
maryam mariam miriam مريم مریم марьям מרים
maria marie mary marija мария марія
zahra zohra زهرا زهراء захра
leila layla laila ليلى لیلا лейла
amir emir امير أمير امیر амир эмир
anwar anvar أنور انور анвар
walid waleed oualid وليد валид
nasser naser nasir ناصر насер
jamal gamal cemal jamel djamel جمال джамаль гамаль
jalal galal celal جلال джалал
jafar jaafar gafar cafer جعفر джафар
qasem qassem kassem qasim kasim ghasem قاسم касем касим
dmitry dmitri dmitriy dmitrij dmitrii dimitri dimitry dzmitry dzmitryi dmytro dzmicer zmicier zmitser dymitr дмитрий дмитро дзмітры دیمیتری ديمتري דמיטרי дзьмітры зміцер
elena yelena jelena olena alena aliona yolena helena елена олена алена аляона олёна алёна
sergei sergey serhiy serhii siarhei siarhiej sergej serguei sergii siergiej serge сергей сергій сяргей سرگئی سيرغي סרגיי
alexander aleksandr alexandr oleksandr olexander olexandr oleksander aliaksandr alyaksandr aleksander alexandre alessandro alejandro aleksandar iskander александр олександр аляксандр الكساندر ألكسندر אלכסנדר
alexei aleksei alexey aleksey oleksiy oleksii aliaksei alaksiej aleksej алексей олексій аляксей
nikolai nikolay mykola mikola mikalai nikolaj nicolas nicholas николай микола мікалай
vladimir wladimir volodymyr uladzimir władimir владимир володимир уладзімір ولادیمیر فلاديمير ולדימיר
evgeny evgeni yevgeny yevgeni evgenii yevhen yauhen yauheni jewgeni jevgenij jevgenyij jevgeni jevhen eugene eugen evgueni евгений євген яўген یوگنی يفغيني יבגני яўгеній
andrei andrey andriy andrii andrej andrzej andrew andreas андрей андрій
mikhail mikhael mykhailo mykhaylo michail mikhaylo mihail mixail michael михаил михайло міхаіл
igor ihor игорь ігор ігар
oleg oleh aleh олег алег
pavel pavlo paval павел павло павал
petr pyotr petro piotr piatro peter pjotr петр пётр петро пятро
vasily vasili vasiliy vasyl vasil wassili vassili василий василь
viktor victor віктор виктор viktar віктар
yuri yury yuriy yurii juri jurij jury youri iouri юрий юрій юрый
gennady gennadi gennadiy hennadii hienadz gennadij guennadi геннадий геннадій генадзь
georgy georgi georgiy heorhii george jorge georgios георгий георгій
grigory grigori hryhoriy hryhorii ryhor gregory григорий григорій рыгор
konstantin kostyantyn kanstantsin constantine constantin константин костянтин канстанцін
maxim maksim maksym maxime максим максім
natalia natalya nataliya natallia natalja nathalie наталья наталия наталія наталля
anna hanna анна ганна
anastasia anastasiya nastassia анастасия анастасія
alla алла
kseniya ksenia xenia oksana aksana ксения оксана
tatiana tatyana tetiana tatsiana tatjana татьяна тетяна таццяна
svetlana svitlana sviatlana swetlana светлана світлана святлана
irina iryna irena irène ирина ірина ірына
ekaterina yekaterina kateryna katsiaryna jekaterina catherine katarina екатерина катерина кацярына
timur tymur timour тимур
anatoly anatoli anatoliy anatolii анатолий анатолій анатоль
stanislav stanislaw stanislau станислав станіслав
vyacheslav viacheslav wjatscheslaw viatcheslav vyacheslau вячеслав в'ячеслав
yaroslav jaroslav jarosław yaraslau ярослав
valery valeri valeriy valerii walerij валерий валерій
ivan іван иван
ilya illia ilja elia илья ілля
lev leo lew лев
binyamin benjamin benyamin bibi בנימין ביבי биньямин беньямин بنيامين بنیامین
yaakov jacob jakov yakov יעקב яаков яков
yitzhak yitzchak itzhak isaac izhak יצחק ицхак
moshe moses mosche משה моше
shlomo שלמה шломо
shimon simon simeon שמעון шимон семен семён
david dawid davit dawood dawud داود داوود דוד давид
yair יאיר яир
donald دونالد дональд דונלד ドナルド
john جون جان джон ג'ון ジョン
james جيمس جیمز джеймс ג'יימס
robert روبرت رابرت роберт רוברט
william ويليام ویلیام уильям вильям וויליאם
richard ريتشارد ریچارد ричард
charles تشارلز چارلز чарльз
emmanuel emanuel إيمانويل امانوئل эммануэль עמנואל
xavier javier
juan хуан خوان
luis louis luiz луис لويس
joao joão жуан
francisco francesco františek
giovanni джованни
`;

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
