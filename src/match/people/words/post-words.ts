import type { SubjectsByLanguage } from "./words-by-language.ts";

/** Posts by the beginnings of the words that name them, in the languages of the news; Han and kana by two characters. */
export const POSTS: SubjectsByLanguage = {
  am: `ambassador: አምባሳደር ኤምባሲ; attache: አታሼ; consul: ቆንስላ; counsellor: አማካሪ; general: ጄኔራል; minister: ሚኒስቴር ሚኒስትር;
    officer: መኮንን; president: ፕሬዝዳንት; representative: ተወካይ; secretary: ፀሐፊ; spokesperson: ቃልአቀባይ`,
  ar: `ambassador: سفارة سفير; attache: ملحق; consul: قنصل; counsellor: مستشار; director: مدير; general: أميرال جنرال
    لواء; governor: محافظ; judge: قاضي; minister: وزارة وزير; mission: بعثة; officer: ضابط عقيد; president: رئيس;
    prosecutor: مدعي; representative: ممثل مندوب; secretary: سكرتير; spokesperson: متحدث ناطق`,
  az: `ambassador: səfir; counsellor: müşavir; governor: qubernator; minister: nazir; officer: zabit; representative:
    nümayənd vakili`,
  be: `ambassador: амбасад пасла паслын пасол; attache: аташэ; counsellor: дарадц дарадчыц; governor: губернатар;
    judge: суддзя; minister: міністэрств; officer: афіцэр; president: прэзідэнт; prosecutor: пракурор; representative:
    прадстаўн; secretary: сакратар`,
  bg: `ambassador: посланик посланич; counsellor: съветник съветничк; judge: съдия; minister: министър; spokesperson:
    говорител`,
  bn: `ambassador: দূতাবাস রাষ্ট্রদূত; attache: অ্যাটাশে; commissioner: কমিশনার হাইকমিশনার; consul: কনসাল কনস্যুল;
    counsellor: উপদেষ্টা; director: মহাপরিচালক; general: জেনারেল; governor: গভর্নর; judge: বিচারক; minister: পিএম
    মন্ত্রণাল মন্ত্রী; officer: অফিসার; president: রাষ্ট্রপতি; prosecutor: প্রসিকিউটর; representative: প্রতিনিধি;
    secretary: সচিব; spokesperson: মুখপাত্র`,
  ca: "consul: consal cònsol",
  cs: `ambassador: velvysl; attache: přidělen; counsellor: radkyň; director: ředitel; judge: soudc; minister:
    viceministr; officer: důstojní plukovn; president: prezident; representative: zástupc; secretary: tajemní;
    spokesperson: hovorkyň mluvčí`,
  da: `commissioner: kommissær; counsellor: ambassaderåd rådgiver; governor: guvernør; judge: dommer; president:
    præsident; representative: repræsent; secretary: sekretær; spokesperson: talskvin talsmand`,
  de: `ambassador: botschaft; charge: geschäftsträger; commissioner: hochkommissar; consul: konsul; counsellor:
    botschaftsrat gesandtschaftsrat; judge: richter; minister: auswärtig kanzler; officer: oberst offizier; president:
    präsident; prosecutor: staatsanw; representative: vertreter; secretary: sekretär; spokesperson: sprecher`,
  el: `ambassador: πρέσβ πρεσβε; attache: ακόλουθ; charge: επιτετραμμέν; consul: πρόξεν υποπρόξεν; counsellor:
    σύμβουλ; director: διευθυντ; general: ναύαρχ στρατηγ; judge: δικαστ; minister: πρωθυπουργ υπουργ; officer:
    αξιωματικ συνταγμ; president: πρόεδρ; prosecutor: εισαγγελ; representative: αντιπρόσωπ; secretary: γραμματέ;
    spokesperson: εκπρόσωπ`,
  en: `ambassador: ambassad embass envoy; attache: attach; commissioner: commissioner; consul: vice-consul;
    counsellor: counsel; director: director; general: admiral; governor: governor; judge: judge; minister: minist
    premier; mission: mission; officer: colonel officer; prosecutor: prosecut; representative: representa; secretary:
    secretar; spokesperson: spokes`,
  es: `ambassador: embajad; attache: agregad; charge: encargad; commissioner: comisar comisionad; consul: cónsul;
    counsellor: consejer; director: directora; general: almirant; governor: gobernador; judge: jueza; minister:
    canciller; mission: misión; officer: coronel oficial; president: presidente; spokesperson: porta-voz vocera vocero`,
  et: `ambassador: saatkon suursaadik; consul: kontsul; counsellor: nõunik; general: kindral; governor: kuberner;
    judge: kohtunik; officer: ohvitser; representative: esindaja; spokesperson: pressiesind`,
  fa: `ambassador: سفارت; attache: وابسته; charge: کاردار; consul: سرکنسول کنسول; counsellor: رایزن; general: سرتیپ
    سردار ژنرال; governor: استاندار; minister: نخست وزارت; mission: نمایندگی; officer: افسر سرهنگ; prosecutor:
    دادستان; representative: نماینده; secretary: دبیر; spokesperson: سخنگو`,
  fi: `ambassador: lähettil suurlähet; charge: asiainhoit asiamies; consul: konsuli; counsellor: neuvos; director:
    johtaja; general: kenraal; governor: kuvernöör; judge: tuomari; minister: pääminister; officer: eversti upseer;
    prosecutor: syyttäj; representative: edustaja; secretary: sihteer; spokesperson: tiedottaj`,
  fr: `charge: chargé; commissioner: commissair haut-commissair; counsellor: conseiller; director: directeur
    directrice; general: général; governor: gouverneur; judge: juge; officer: officier; president: président;
    prosecutor: procureur; secretary: secrétaire; spokesperson: porte-parole`,
  gu: "ambassador: રાજદૂત; minister: પીએમ",
  he: `ambassador: שגריר; attache: נספח; consul: קונסול; counsellor: יועץ יועצת; director: מנהל; general: אדמירל אלוף
    גנרל רבאלוף תאל; governor: מושל; judge: שופט; officer: אלמ סאל קצין רסן; president: נשיא; prosecutor: תובע;
    representative: נציג; secretary: מזכיר; spokesperson: דובר`,
  hi: `ambassador: दूतावास राजदूत; attache: अताशे; commissioner: उच्चायुक्त कमिश्नर; consul: कौंसल कौंसुल महावाणिज्य
    वाणिज्यदूत; counsellor: सलाहकार; director: निदेशक; general: जनरल; governor: राज्यपाल; judge: न्यायाधीश; minister:
    पीएम प्रधानमंत्री मंत्राल मंत्री; president: राष्ट्रपति; prosecutor: अभियोजक; representative: प्रतिनिधि;
    secretary: सचिव; spokesperson: प्रवक्ता`,
  hr: `ambassador: veleposlan; consul: konzul; counsellor: savetni savjetni; governor: guverner; judge: sudac;
    minister: premijer; officer: pukovn časnik; president: predsjedn; prosecutor: tužitelj; secretary: tajní;
    spokesperson: glasnogovorni govorec govork portparol`,
  hu: `ambassador: nagykövet; attache: attas; charge: ügyvivő; counsellor: tanácsos; director: igazgató; general:
    tábornok; governor: kormányzó; minister: miniszter; officer: ezredes tiszt; president: elnök; prosecutor: ügyész;
    representative: képvisel; secretary: titkár; spokesperson: szóvivő`,
  hy: `ambassador: դեսպան; attache: կցորդ; consul: հյուպատոս; counsellor: խորհրդական; general: գեներալ; governor:
    մարզպետ; judge: դատավոր; minister: նախարար փոխնախարար; president: նախագահ; prosecutor: դատախազ; representative:
    ներկայացուցիչ; secretary: քարտուղար; spokesperson: խոսնակ մամուլ`,
  id: `ambassador: dubes duta kedubes kedutaan; consul: kjri konjen konsel; counsellor: konselor; director: direktur;
    general: jenderal; governor: gubernur; minister: kementeri menlu menteri wamenlu; officer: perwira; president:
    presiden; prosecutor: jaksa; spokesperson: jubir`,
  is: "ambassador: sendiherra; consul: ræðismað; minister: ráðherra ráðuneyt; spokesperson: talsmað",
  it: `ambassador: ambasciat; attache: addett; charge: incaricat; counsellor: consiglier; director: direttor; general:
    ammiragl; governor: governator; judge: giudic; mission: missione; officer: colonnell ufficial; prosecutor:
    procurat; representative: rappresent; secretary: segretar; spokesperson: portavoce`,
  ja: `commissioner: 弁務; governor: 知事; judge: 判事; minister: 務相 務省 外相 次官 総理 衛相 防省 首相; officer: 将校; president: 大統 大統領;
    prosecutor: 検事; secretary: 書記; spokesperson: 報道`,
  ka: `ambassador: ელჩ საელჩო; attache: ატაშე; consul: კონსულ; counsellor: მრჩეველ; general: გენერალ; governor:
    გუბერნატორ; judge: მოსამართლ; minister: მინისტრ სამინისტრ; officer: ოფიცერ; president: პრეზიდენტ; prosecutor:
    პროკურორ; representative: წარმომადგენელ; secretary: მდივან; spokesperson: პრესსპიკერ`,
  kk: "ambassador: елші; counsellor: кеңесші; governor: әкім; representative: өкіл; secretary: хатшы",
  kn: "minister: ಪಿಎಂ",
  ko: `ambassador: 대사; attache: 무관; consul: 영사; counsellor: 참사 참사관; director: 국장; general: 장군 제독; governor: 주지사;
    judge: 판사; minister: 국방부 국방상 국방성 외교부 외무상 외무성 외상 장관 총리; mission: 대표부; officer: 대령 장교; president: 대통령; prosecutor:
    검사; representative: 대표; secretary: 서기관; spokesperson: 대변인`,
  ky: "ambassador: элчи; counsellor: кеңешчи; representative: өкүл; secretary: катчы",
  lo: "ambassador: ທູດ",
  lt: `ambassador: pasiunt; counsellor: patarėj; general: generol; judge: teisėj; officer: karinink; representative:
    atstov; secretary: sekretor`,
  lv: `ambassador: vēstniec vēstniek; counsellor: padomniek; judge: tiesnes; officer: virsniek; representative:
    pārstāv; spokesperson: runasvīr`,
  mk: `governor: гувернер; judge: судија; minister: министер; president: претседател; prosecutor: обвинител;
    representative: претставник`,
  ml: `ambassador: അംബാസഡ സ്ഥാനപതി; consul: കോണ്‍സ കോൺസ വാണിജ്യദൂത; general: ജനറ; minister: പിഎം മന്ത്രി സഹമന്ത്രി;
    spokesperson: വക്താവ വക്താവ്`,
  mn: "counsellor: зөвлөх; minister: сайд яам; president: ерөнхийлөгч; representative: төлөөлөгч",
  ms: `counsellor: kaunselor; director: pengarah; general: jeneral; governor: gabenor; prosecutor: pendakwa;
    secretary: setiausaha; spokesperson: jurucakap`,
  my: `ambassador: သံရုံး သံအမတ်; attache: သံမှူး; consul: ကောင်စစ်ဝန်; general: ဗိုလ်ချုပ်; minister: ဝန်ကြီး;
    secretary: အတွင်းဝန်; spokesperson: ပြောရေးဆိုခွင့်`,
  nl: `charge: zaakgelastig; counsellor: ambassaderaad raadgever; general: generaal; officer: kolonel; prosecutor:
    aanklag; representative: vertegenwoordig; spokesperson: woordvoerd woordvoerster`,
  no: "minister: forsvarsdep statsminister utenriksdep; officer: offiser; spokesperson: talesperson talsmann",
  pa: "ambassador: ਰਾਜਦੂਤ; minister: ਪੀਐਮ",
  pl: `ambassador: ambasad ambasador posłank; commissioner: komisar komisarz; counsellor: radca radcy radczyn radcę;
    director: dyrektor; governor: gubernator; judge: sędzi; mission: misja; officer: oficer pułkown; president:
    prezyden; prosecutor: prokurator; representative: przedstaw; spokesperson: rzeczni`,
  ps: `attache: اتشه; consul: قونسل; counsellor: سلاکار; president: ولسمشر; prosecutor: څارنوال; representative:
    استازی; secretary: سکرتر; spokesperson: ویاند`,
  pt: `ambassador: embaix; attache: adido; charge: encarregad; counsellor: conselheir; director: diretor; governor:
    governador; judge: juiz; minister: chancel; mission: missão; prosecutor: procurador; secretary: secretári`,
  ro: `attache: atașat; charge: însărcinat; counsellor: consilier; director: directoare; general: amiral; governor:
    guvernator; judge: judecăt; officer: ofițer; president: președint; prosecutor: procuror; spokesperson: purtătoare
    purtător`,
  ru: `ambassador: посла послом послу посол посольств; attache: атташе; charge: поверенн; commissioner: комиссар;
    consul: генконсул консул; counsellor: советник советниц; director: директор; general: адмирал генерал; governor:
    губернатор; judge: судьи судья; minister: министр премьер; mission: миссии миссия постпред представительств;
    officer: офицер полковн; president: председател президент; prosecutor: прокурор; representative: представител;
    secretary: секретар; spokesperson: пресс-секретар`,
  sk: "director: riaditeľ; judge: sudca; officer: dôstojn; secretary: tajomn; spokesperson: hovorca",
  sl: `counsellor: svetovalec svetovalk; judge: sodnik; officer: polkovn častnik; president: predsedn; prosecutor:
    tožilec; representative: predstavnik; spokesperson: tiskovn`,
  so: `ambassador: danjire; consul: kansul qunsul; general: jeneraal; judge: garsoore; minister: wasiir; officer:
    sarkaal; president: madaxweyne; secretary: xoghaye; spokesperson: afhayeen`,
  sq: `attache: atashe; counsellor: këshilltar; general: gjeneral; judge: gjyqtar; prosecutor: prokuror;
    representative: përfaqësues; spokesperson: zëdhënës`,
  sr: `ambassador: амбасадор; consul: конзул; counsellor: саветник саветниц; minister: министар; officer: официр;
    president: председник; prosecutor: тужила; spokesperson: портпарол`,
  sv: `ambassador: ambassadör; commissioner: kommissarie; counsellor: ambassadråd; judge: domare; minister: justisdep
    utrikesdep; officer: överste; prosecutor: åklag; spokesperson: taleskvinna talesman talsperson`,
  sw: `ambassador: balozi; attache: mwambata; counsellor: mshauri; director: mkurugenzi; general: jenerali; governor:
    gavana; judge: jaji; minister: waziri wizara; officer: afisa; representative: mwakilishi; secretary: katibu;
    spokesperson: msemaji`,
  ta: `ambassador: தூதர்; counsellor: ஆலோசக; general: ஜெனரல்; governor: ஆளுநர்; judge: நீதிபதி; minister: அமைச்சர்
    மந்திரி; president: ஜனாதிபதி; representative: பிரதிநிதி; secretary: செயலாளர்; spokesperson: பேச்சாளர்`,
  te: "ambassador: రాయబార; minister: అమాత్య పీఎం మంత్రి",
  tg: `ambassador: сафир; counsellor: мушовир; judge: судя; minister: zamministr вазир; officer: афсар; prosecutor:
    додситон; representative: намоянда; secretary: котиб; spokesperson: сухангӯ`,
  th: `ambassador: ทูต; attache: ผู้ช่วยทูต; charge: อุปทูต; consul: กงสุล; counsellor: ที่ปรึกษา; general: พลเอก;
    governor: ผู้ว่า; judge: ผู้พิพากษา; minister: กระทรวง รัฐมนตรี; officer: นายทหาร; president: ประธานาธิบดี;
    prosecutor: อัยการ; representative: ผู้แทน; secretary: เลขานุการ; spokesperson: โฆษก`,
  tl: "ambassador: embahador; secretary: kalihim; spokesperson: tagapagsalita",
  tr: `ambassador: büyükelçi elçi; attache: ataşe; charge: maslahatgüzar; consul: başkonsolos konslu konsolos;
    counsellor: müsteşar; director: direktör müdür; judge: hâkim; minister: bakan başbakan; officer: albay subay;
    president: cumhurbaşkan; prosecutor: savcı; representative: temsilci; secretary: kâtip sekreter; spokesperson:
    sözcü`,
  uk: `ambassador: послин послиц; attache: аташе; charge: повірен; counsellor: радник радниц; general: адмірал; judge:
    суддя; minister: міністерк міністр премєр; officer: офіцер; representative: представник; spokesperson: речник
    речниц`,
  ur: `attache: اتاشی; commissioner: کمشنر; consul: قونصل; general: جنرل; governor: گورنر; officer: میجر کرنل;
    secretary: سیکرٹری سیکریٹری; spokesperson: ترجمان`,
  uz: `ambassador: elchi elchixona; counsellor: maslahatch; governor: hokimi; judge: sudya; minister: vazir; officer:
    ofitser; secretary: kotib`,
  zh: `ambassador: 大使; attache: 武官; charge: 代办; commissioner: 专员; consul: 领事; counsellor: 参事 参赞; director: 局长;
    general: 将军; governor: 省长; judge: 法官; minister: 交部 外长 大臣 财长 部长 防部 防长; mission: 代表团 使团; officer: 上校 军官 大校;
    president: 主席 总统; prosecutor: 检察; representative: 代表; secretary: 秘书; spokesperson: 发言`,
};
