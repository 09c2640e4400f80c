import type { Person } from "../../../src/match/rule-set.ts";
import { pick, seededRandom } from "../seeded-random.ts";

/** Common parts of names of ten countries, and persons made of them: real-looking, in the country's script as well. */

interface NameParts {
  /** `Latin` or `Latin:own script`. */
  given: string;
  surnames: string;
  isFamilyFirst?: true;
}

const COUNTRIES: Readonly<Record<string, NameParts>> = {
  us: {
    given:
      "James Robert John Michael David William Richard Joseph Thomas Charles Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Emily Donna Michelle Carol Will May Grace Rose",
    surnames:
      "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Rogers Reed Cook Morgan Bell Murphy Bailey Cooper Richardson Cox Howard Ward Gray Brooks Kelly Price Bennett Wood Barnes Ross Park West Hallam Whitfield",
  },
  fr: {
    given:
      "Jean Pierre Michel André Philippe Alain Bernard Jacques Daniel Patrick Nicolas Christophe Laurent Frédéric Olivier Thierry Éric Pascal David Sébastien Marie Nathalie Isabelle Sylvie Catherine Martine Christine Françoise Valérie Sandrine Véronique Sophie Céline Julie Claire Hélène Monique Anne Camille Lucie",
    surnames:
      "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson Sanchez Gérard Nguyen Boyer Denis Lemaire Duval Joly Gautier Roger Marchand Lemoine",
  },
  de: {
    given:
      "Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard Hans Bernd Thorsten Maria Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea Gisela Claudia Susanne Gabriele Christa Christine Hildegard",
    surnames:
      "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Vogt Seidel Brandl",
  },
  es: {
    given:
      "Antonio José Manuel Francisco Juan David Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pedro Pablo Ángel Sergio Fernando Jorge Luis María Carmen Ana Isabel Laura Cristina Marta Dolores Lucía Pilar Elena Raquel Sara Paula Teresa Rosa Mercedes Beatriz Julia Silvia",
    surnames:
      "García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Suárez Morales Ortega Delgado Castro Ortiz Rubio Marín Sanz Iglesias Núñez Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz Flores Herrera Peña León Márquez Cabrera Gallego Calvo Salas",
  },
  ru: {
    given:
      "Aleksandr:Александр Sergei:Сергей Vladimir:Владимир Andrei:Андрей Aleksei:Алексей Dmitry:Дмитрий Nikolai:Николай Mikhail:Михаил Yevgeny:Евгений Igor:Игорь Yuri:Юрий Oleg:Олег Viktor:Виктор Pavel:Павел Maksim:Максим Ivan:Иван Roman:Роман Denis:Денис Anton:Антон Kirill:Кирилл Yelena:Елена Olga:Ольга Tatyana:Татьяна Natalya:Наталья Irina:Ирина Svetlana:Светлана Yekaterina:Екатерина Marina:Марина Anna:Анна Maria:Мария Lyudmila:Людмила Galina:Галина Yulia:Юлия Anastasia:Анастасия Vera:Вера Nadezhda:Надежда Larisa:Лариса Daria:Дарья",
    surnames:
      "Ivanov:Иванов Smirnov:Смирнов Kuznetsov:Кузнецов Popov:Попов Vasiliev:Васильев Petrov:Петров Sokolov:Соколов Mikhailov:Михайлов Novikov:Новиков Fedorov:Фёдоров Morozov:Морозов Volkov:Волков Alekseev:Алексеев Lebedev:Лебедев Semenov:Семёнов Egorov:Егоров Pavlov:Павлов Kozlov:Козлов Stepanov:Степанов Nikolaev:Николаев Orlov:Орлов Andreev:Андреев Makarov:Макаров Nikitin:Никитин Zakharov:Захаров Zaitsev:Зайцев Solovyov:Соловьёв Borisov:Борисов Yakovlev:Яковлев Grigoriev:Григорьев Romanov:Романов Vorobyov:Воробьёв Sergeev:Сергеев Kuzmin:Кузьмин Frolov:Фролов Aleksandrov:Александров Dmitriev:Дмитриев Korolev:Королёв Gusev:Гусев Kiselev:Киселёв Ilyin:Ильин Maksimov:Максимов Polyakov:Поляков Sorokin:Сорокин Vinogradov:Виноградов Kovalev:Ковалёв Belov:Белов Medvedev:Медведев Antonov:Антонов Tarasov:Тарасов Zhukov:Жуков Baranov:Баранов Filippov:Филиппов Komarov:Комаров Davydov:Давыдов Belyaev:Беляев Gerasimov:Герасимов Bogdanov:Богданов Mukhin:Мухин Lukin:Лукин",
  },
  ir: {
    given:
      "Mohammad:محمد Ali:علی Hossein:حسین Reza:رضا Mehdi:مهدی Hassan:حسن Ahmad:احمد Abbas:عباس Mahmoud:محمود Javad:جواد Saeed:سعید Hamid:حمید Majid:مجید Nasser:ناصر Akbar:اکبر Karim:کریم Amir:امیر Behrouz:بهروز Kamran:کامران Farhad:فرهاد Zahra:زهرا Fatemeh:فاطمه Maryam:مریم Leila:لیلا Narges:نرگس Sara:سارا Masoumeh:معصومه Nasrin:نسرین Shirin:شیرین Parvin:پروین Mina:مینا Zeinab:زینب",
    surnames:
      "Mohammadi:محمدی Hosseini:حسینی Ahmadi:احمدی Karimi:کریمی Rezaei:رضایی Moradi:مرادی Jafari:جعفری Rahimi:رحیمی Ghasemi:قاسمی Hashemi:هاشمی Sadeghi:صادقی Mousavi:موسوی Akbari:اکبری Heydari:حیدری Nouri:نوری Soltani:سلطانی Ebrahimi:ابراهیمی Kazemi:کاظمی Rostami:رستمی Abbasi:عباسی Norouzi:نوروزی Yousefi:یوسفی Amini:امینی Bagheri:باقری Najafi:نجفی Salehi:صالحی Shahbazi:شهبازی Mirzaei:میرزایی Golzar:گلزار Zareei:زارعی Tavakoli:توکلی Rahmani:رحمانی Azizi:عزیزی Khosravi:خسروی Maleki:ملکی Amiri:امیری Nazari:نظری Shafiei:شفیعی Asadi:اسدی Farahani:فراهانی Tehrani:تهرانی Shirazi:شیرازی Kashani:کاشانی Jalali:جلالی Darvishi:درویشی Eskandari:اسکندری Bahrami:بهرامی Ranjbar:رنجبر Kamali:کمالی Samadi:صمدی",
  },
  eg: {
    given:
      "Mohamed:محمد Ahmed:أحمد Mahmoud:محمود Mostafa:مصطفى Ali:علي Hassan:حسن Hussein:حسين Khaled:خالد Omar:عمر Youssef:يوسف Ibrahim:إبراهيم Tarek:طارق Karim:كريم Sami:سامي Walid:وليد Hisham:هشام Nabil:نبيل Adel:عادل Salah:صلاح Magdi:مجدي Fatima:فاطمة Mona:منى Nadia:نادية Layla:ليلى Amal:أمل Hoda:هدى Samira:سميرة Nour:نور Salma:سلمى Dina:دينا",
    surnames:
      "Mansour:منصور Hassan:حسن Ibrahim:إبراهيم Salem:سالم El-Sayed:السيد Abdel-Rahman:عبد الرحمن Mostafa:مصطفى Khalil:خليل Saleh:صالح Fouad:فؤاد Shawky:شوقي El-Masry:المصري Haddad:حداد Khoury:خوري Nasr:نصر Soliman:سليمان Zaki:زكي Farouk:فاروق Gaber:جابر Hamdi:حمدي Ramadan:رمضان Ghanem:غانم Barakat:بركات Sabry:صبري Rashed:راشد El-Khatib:الخطيب Darwish:درويش Amin:أمين Kamel:كامل Badawi:بدوي El-Shafei:الشافعي Abdel-Aziz:عبد العزيز Tawfik:توفيق Refaat:رفعت Helmy:حلمي Shaaban:شعبان Qasem:قاسم Anwar:أنور El-Naggar:النجار Younis:يونس",
  },
  tr: {
    given:
      "Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah Mahmut Recep Salih Fatih Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Sultan Zehra Hanife Merve Havva Zeliha Esra Özlem Yasemin Hülya Sevgi Gülşen",
    surnames:
      "Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Özcan Çakır Erdoğan Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan Gül Özer Işık Kaplan Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy Duman Coşkun Erdem Güven Karaca Uçar Sezer Toprak Uysal Ercan",
  },
  cn: {
    given:
      "Wei:伟 Fang:芳 Na:娜 Min:敏 Jing:静 Li:丽 Qiang:强 Lei:磊 Jun:军 Yang:洋 Yong:勇 Yan:艳 Jie:杰 Tao:涛 Ming:明 Chao:超 Xiulan:秀兰 Xia:霞 Ping:平 Gang:刚 Guiying:桂英 Jianguo:建国 Jianhua:建华 Zhiqiang:志强 Haiyan:海燕 Xiaoming:晓明 Wenjie:文杰 Yulan:玉兰 Guoqiang:国强 Lihua:丽华 Zhenhua:振华 Boyuan:博远 Mingzhe:明哲 Tianyu:天宇 Zihan:子涵 Shufen:淑芬",
    surnames:
      "Wang:王 Li:李 Zhang:张 Liu:刘 Chen:陈 Yang:杨 Zhao:赵 Huang:黄 Zhou:周 Wu:吴 Xu:徐 Sun:孙 Hu:胡 Zhu:朱 Gao:高 Lin:林 He:何 Guo:郭 Ma:马 Luo:罗 Liang:梁 Song:宋 Zheng:郑 Xie:谢 Han:韩 Tang:唐 Feng:冯 Yu:于 Dong:董 Xiao:萧 Cheng:程 Cao:曹 Yuan:袁 Deng:邓 Shen:沈 Peng:彭 Jiang:蒋 Tian:田 Du:杜 Pan:潘",
    isFamilyFirst: true,
  },
  kr: {
    given:
      "Min-jun:민준 Seo-jun:서준 Young-soo:영수 Ji-hoon:지훈 Sung-ho:성호 Jun-ho:준호 Dong-hyun:동현 Hyun-woo:현우 Jae-hyun:재현 Sang-hoon:상훈 Seung-woo:승우 Tae-woo:태우 Jin-tae:진태 Chul-soo:철수 Kwang-soo:광수 Min-ho:민호 Ji-eun:지은 Seo-yeon:서연 Ji-woo:지우 Soo-jin:수진 Young-hee:영희 Mi-kyung:미경 Eun-jung:은정 Hye-jin:혜진 Jung-hee:정희 Sun-young:선영 Kyung-hee:경희 Hyun-joo:현주 Myong-son:명선 Chol-guk:철국",
    surnames:
      "Kim:김 Lee:이 Park:박 Choi:최 Jung:정 Kang:강 Cho:조 Yoon:윤 Jang:장 Lim:임 Han:한 Oh:오 Seo:서 Shin:신 Kwon:권 Hwang:황 Ahn:안 Song:송 Jeon:전 Hong:홍 Yoo:유 Ko:고 Moon:문 Yang:양 Son:손 Bae:배 Baek:백 Heo:허 Nam:남 Shim:심",
    isFamilyFirst: true,
  },
};

/** Share of persons with two given names. */
const TWO_GIVEN_NAMES = 0.4;

function partsOf(list: string): (readonly [latin: string, own: string | null])[] {
  // A part of the own script may hold a blank: عبد الرحمن.
  return [
    ...list.matchAll(
      /(?<latin>\p{Script=Latin}[\p{Script=Latin}-]*)(?::(?<own>[^A-Za-z]+?)(?=\s+\p{Script=Latin}|$))?/gu,
    ),
  ].map(({ groups = {} }) => [groups["latin"] ?? "", groups["own"]?.trim() ?? null] as const);
}

/** Persons made of common parts of names, evenly over ten countries; namesakes happen, as they do. */
export function manyPeople(count: number, seed: number, traits: Partial<Person>): Person[] {
  const random = seededRandom(seed);
  const countries = Object.entries(COUNTRIES).map(([code, { given, surnames, isFamilyFirst = false }]) => {
    return { code, given: partsOf(given), surnames: partsOf(surnames), isFamilyFirst };
  });
  return Array.from({ length: count }, (_, at): Person => {
    const country = countries[at % countries.length] ?? countries[0];
    if (country === undefined) throw new Error("no countries");
    const { code, isFamilyFirst } = country;
    const first = pick(country.given, random) ?? ["", null];
    const second = !isFamilyFirst && random() < TWO_GIVEN_NAMES ? pick(country.given, random) : undefined;
    const surname = pick(country.surnames, random) ?? ["", null];
    const given = second === undefined || second[0] === first[0] ? [first] : [first, second];
    const parts = isFamilyFirst ? [surname, ...given] : [...given, surname];
    const latin = parts.map(([name]) => name).join(" ");
    const hasOwn = parts.every(([, own]) => own !== null);
    const own = parts.map(([, name]) => name ?? "").join(isFamilyFirst ? "" : " ");
    return {
      id: `person-${at}`,
      name: latin,
      names: hasOwn ? [latin, own] : [latin],
      role: null,
      groups: [],
      not: [],
      status: "serving",
      background: false,
      countries: [code],
      ...traits,
    };
  });
}
