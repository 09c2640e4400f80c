import { foldWord } from "../sounds/fold-word.ts";
import { givenNameClass } from "./given-names.ts";

/** Names that are hardly ever a surname; those that several spellings share stand in the table of given names. */
const NAMES = `ana paula laura lucia carmen rosa luz isabel cristina beatriz raquel silvia marta teresa pilar dolores camila valentina
  claudia monica patricia sandra veronica juliana fernanda mariana leticia ines joao paulo thiago rodrigo jesus diego santiago
  sebastian pablo pedro jorge fernando rafael alejandra gabriela daniela carolina adriana luisa josefa angela
  nathalie sylvie isabelle martine francoise valerie sandrine sophie celine julie helene monique camille chloe manon lea juliette
  jean pierre jacques philippe christophe frederic thierry sebastien guillaume mathieu emmanuel
  petra monika sabine renate helga karin brigitte ingrid erika ursula gisela susanne gabriele heike katrin anja wolfgang jurgen
  gunter uwe dieter manfred gerhard bernd thorsten dirk matthias johannes jorg giulia chiara francesca alessandra matteo lorenzo giuseppe
  paolo marco stefano luca giorgio jennifer linda elizabeth barbara susan jessica sarah karen nancy betty lisa ashley emily michelle
  donna carol robert john james william joseph charles matthew christopher kenneth stephen brian jason kevin ryan jeffrey
  agnieszka malgorzata katarzyna krzysztof tomasz jakub mateusz wojciech grzegorz lukasz
  ayse fatma emine hatice zeynep elif meryem serife merve esra ozlem yasemin hulya mehmet murat ramazan suleyman
  olga marina vera galina lyudmila nadezhda larisa daria yulia polina valentina roman denis anton kirill artyom nikita
  ольга марина вера галина людмила надежда лариса дарья юлия полина валентина денис антон кирилл артем никита алина
  оксана леся соломія богдан тарас остап
  نور نورا هدى منى سميرة نادية سلمى دينا رانيا ريم سحر سلوى عبير غادة إيمان هشام نبيل عادل صلاح مجدي سامي باسم جمال رامي زياد سامح
  عصام فادي كمال ماجد مروان منير نزار هاني وائل ياسر أيمن حاتم شريف طلال عامر معتز عبدالرحمن عبدالعزيز عبدالكريم عبدالحميد
  عبدالفتاح عبداللطيف عبدالقادر عبدالسلام عبدالمجيد abdulrahman abdelrahman abdurrahman abdulaziz abdelaziz abdelkader abdulkarim
  نرگس سارا نسرین شیرین پروین مینا زینب آرش بابک پیمان سامان سینا کاوه نیما پریسا رویا سپیده ستاره بهروز فرهاد جواد مجید بهزاد
  lena hanna franziska stefanie nadine annika johanna tobias florian christoph andreas sebastian ulrike dorothea
  anders henrik fredrik johan bjorn astrid malin linnea kristin solveig juhani heikki pekka antti mikko jukka ritva paivi sanna tuula
  joost sander jeroen maarten femke sanne anouk marieke zbigniew ryszard tadeusz stanislaw joanna ewa danuta beata
  zdenek jaroslav miroslav jitka lenka laszlo istvan gabor zoltan ferenc eszter ildiko zsuzsa gheorghe vasile nicolae mihaela ioana
  milos dragan zoran nenad jelena milica dragana goran burak emre kerem tolga volkan selin gizem bahar ebru pinar sibel
  thomas andrew daniel steven edward brandon samantha rachel megan hannah olivia charlotte emma victoria
  γιωργος κωστας νικος ελενη κατερινα σοφια δημητρης γιαννης παναγιωτης βασιλης αθηνα ιωαννα
  георги димитър стоян красимира десислава светла ивайло драган зоран ненад јелена милица горан
  հայկ գոռ նարեկ անի մարիամ աննա გიორგი ნინო დავით ლევან მარიამ ეკატერინე თამარ
  अमित राहुल प्रिया अनिल राजेश सुनीता पूजा नेहा विकास संजय अर्जुन সুমন রাহুল শিরিন রফিকুল
  مهسا مهناز شهرام بهرام کامران فرزانه فریبا الهام ندا بیژن منوچهر سعید وحید حمیدرضا
  noor nour huda mona samira nadia salma dina rania reem nabil hisham priya rahul arjun anjali deepak sanjay
  יעל נועה תמר מיכל ענת שירה איתי נועם אורי יונתן אריאל עידו תומר רון שרה רבקה רחל לאה
  jerome fabrice arnaud gilles yves didier herve loic gael quentin benoit emilie aurelie elodie amelie clementine mathilde oceane pauline agnes benedicte
  lars sven bjarne torsten gunnar haakon sigurd ragnhild ingeborg greta lisbeth soren jorgen mette kirsten birgit ulla anneli kaisa minna pirjo seppo timo jarmo ilkka
  dylan ethan liam aidan siobhan aoife niamh fiona nigel gareth rhys hamish alasdair tracy sharon deborah pamela brenda
  detlef helmut rudiger holger torben maike silke ute elke anke dagmar gudrun irmgard annegret hannelore mandy ronny
  gianluca gianni giancarlo pierluigi massimo fabrizio maurizio federica ilaria elisabetta simonetta antonella ludovica
  iker aitor unai ander itziar ainhoa leire jordi oriol meritxell xavi montserrat nuria begona inmaculada guadalupe ximena joaquin gonzalo
  joaquim goncalo afonso tiago nuno rui vasco catarina francisca thais larissa renata
  thijs wouter anneke marjolein liesbeth koen
  radek vaclav bohumil ladislav vojtech ondrej milada bozena zuzana radka slavomir lubomir katarina zdenko branislav
  wieslaw boguslaw mieczyslaw slawomir mariusz dariusz jaroslaw grazyna halina jadwiga bozena krystyna aleksandra
  attila csaba tibor balazs gergely tamas szilard zsolt kinga reka emese agota
  yevhen oksana bohdan ruslan timur renat ilnur zarina gulnara aigul nursultan bolat marat askar daniyar
  kwame akosua ama abena chinedu emeka ngozi chioma olumide oluwaseun temitope babatunde folake amina zainab
  thabo sipho nomvula lindiwe themba mpho wanjiru njeri achieng rehema
  amitabh suresh ramesh mahesh dinesh ganesh manoj rajiv sunita kavita lakshmi padma vikram ashok
  tuan phuong
  ayşegul nurcan gokhan hakan serkan ozgur yigit cansu duygu tugba aylin
  евген андрій ярослав володимир ілля данило ірина наталія тетяна світлана юлія катерина дмитро сергій олексій артём ярослав вадим егор глеб матвей захар тимофей степан борис геннадий валерий виталий эдуард анатолий леонид кира алла инна жанна нина раиса зоя вероника кристина анжела тамара`;

const given = new Set(NAMES.split(/\s+/).map(foldWord));

/** Whether a folded word is known as a given name. */
export function isGivenName(fold: string): boolean {
  return given.has(fold) || givenNameClass(fold) !== null;
}
