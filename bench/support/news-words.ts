/** Words of news in six languages and three scripts, enough for texts that read like news to a parser. */
export const NEWS_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: "the of and to in a for on that with said by as from after before government minister president parliament embassy ambassador spokesman talks agreement border police court trial market economy budget company workers strike hospital school report storm region election party protest soldiers ceasefire aid refugees asylum passport airport road energy water week month Monday national foreign former announced warned agreed refused confirmed opened signed planned left returned".split(
    " ",
  ),
  de: "der die das und in den von zu mit auf für im dem nicht eine als auch nach bei aus wird hat wurde Regierung Ministerin Präsident Parlament Botschaft Botschafter Sprecher Gespräche Abkommen Grenze Polizei Gericht Prozess Wirtschaft Haushalt Unternehmen Streik Krankenhaus Schule Bericht Unwetter Wahl Partei Soldaten Waffenruhe Flüchtlinge Asyl Reisepass Flughafen Straße Energie Woche Monat Montag öffentlich erklärte warnte kündigte lehnte bestätigte zurückgekehrt".split(
    " ",
  ),
  es: "el la los de del en y un una por para con que se su al tras sobre ha lo como más fue desde gobierno ministra presidente parlamento embajada embajador portavoz conversaciones acuerdo frontera policía tribunal juicio economía presupuesto empresa huelga hospital escuela informe tormenta región elección partido protesta soldados tregua ayuda refugiados asilo pasaporte aeropuerto energía agua semana mes lunes nacional exterior anunció advirtió aceptó rechazó confirmó abrió firmó regresó".split(
    " ",
  ),
  ru: "в и на с по к из за для от что как не после перед правительство министр президент парламент посольство посол представитель переговоры соглашение граница полиция суд процесс экономика бюджет компания забастовка больница школа доклад шторм область выборы партия протест солдаты перемирие помощь беженцы убежище паспорт аэропорт дорога энергия вода неделя месяц понедельник заявил предупредил согласился отказался подтвердил открыл подписал вернулся".split(
    " ",
  ),
  fa: "در و از به که با را برای این آن بر پس پیش دولت وزیر رئیس مجلس سفارت سفیر سخنگو مذاکرات توافق مرز پلیس دادگاه محاکمه اقتصاد بودجه شرکت اعتصاب بیمارستان مدرسه گزارش توفان استان انتخابات حزب اعتراض سربازان آتش‌بس کمک پناهجویان پناهندگی گذرنامه فرودگاه جاده انرژی آب هفته ماه دوشنبه اعلام هشدار پذیرفت نپذیرفت تأیید گشود امضا بازگشت".split(
    " ",
  ),
  zh: "政府 部长 总统 议会 大使馆 大使 发言人 会谈 协议 边境 警方 法院 审判 市场 经济 预算 公司 罢工 医院 学校 报告 风暴 地区 选举 政党 抗议 士兵 停火 援助 难民 庇护 护照 机场 道路 能源 星期一 宣布 警告 同意 拒绝 证实 签署 返回 的 了 在 是 和 与 对 从 为".split(
    " ",
  ),
};
