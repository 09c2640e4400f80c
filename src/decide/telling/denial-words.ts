/** How a language says that somebody denies something. Words are matched whole, as the tokeniser folds them. */
export interface DenialWords {
  /** Words and phrases that say it by themselves, separated by commas. */
  denies: string;
  /** Longer phrases in which one of these words says something else. */
  not?: string;
  /** Verbs that say it only of reports: "dismissed the claims", not "dismissed the envoy". */
  rejects?: string;
  /** What is denied; also keeps "denies asylum reports" a denial. */
  reports?: string;
  /** What an authority refuses: "denied asylum", "denied entry" is no denial. */
  refused?: string;
  /** Between the verb and what is refused: "denied seeking asylum" is a denial all the same. */
  claimed?: string;
}

/** By language, ISO 639-1. */
export const DENIALS: Readonly<Record<string, DenialWords>> = {
  en: {
    denies:
      "deny, denies, denied, denying, denial, denials, refute, refutes, refuted, refuting, no truth, untrue, rebuts, rebutted, disavows",
    not: "in denial, self denial, denial of service, denial of entry, denial of access, cannot be denied, can not be denied, nobody denies, no one denies, does not deny, did not deny, do not deny, not denying",
    rejects:
      "dismiss, dismisses, dismissed, dismissing, reject, rejects, rejected, rejecting, rubbishes, rubbished, denounces as",
    reports:
      "report, reports, claims, rumour, rumours, rumor, rumors, allegation, allegations, accusation, accusations, speculation, suggestion, suggestions, false, baseless, unfounded, fabricated, fabrication",
    refused:
      "asylum, entry, visa, visas, bail, access, boarding, permission, parole, citizenship, refuge, admission, protection, extradition, request, requests, application, applications, appeal, bid, leave",
    claimed: "seeking, asking, requesting, having, applying, wanting, planning, that, he, she, they, any",
  },
  fr: {
    denies:
      "dément, démentent, démenti, démentie, démentis, démentir, réfute, réfutent, réfuté, nient, nie avoir, nie être, nie toute, nie tout, nie les, nie la, nie l, a nié, ont nié, aucun fondement",
    rejects: "rejette, rejettent, rejeté, balaie, conteste, contestent",
    reports: "rumeur, rumeurs, accusation, accusations, allégation, allégations, affirmations, informations, propos",
  },
  de: {
    denies:
      "dementiert, dementieren, dementierte, dementierten, dementi, bestreitet, bestreiten, bestritt, bestritten, leugnet, leugnen, leugnete, entbehrt jeder, entbehren jeder",
    not: "nicht bestritten, unbestritten",
    rejects: "weist, wies, zurückgewiesen, widerspricht",
    reports:
      "bericht, berichte, berichten, vorwurf, vorwürfe, gerücht, gerüchte, gerüchten, behauptung, behauptungen, meldung, meldungen",
  },
  es: {
    denies:
      "niega, niegan, negó, negaron, negando, ha negado, desmiente, desmienten, desmintió, desmintieron, desmentido, no es cierto",
    rejects: "rechaza, rechazan, rechazó, rechazaron",
    reports: "rumor, rumores, acusación, acusaciones, informaciones, versiones, información, informes",
    refused:
      "asilo, entrada, visa, visado, visados, ingreso, acceso, permiso, refugio, libertad, solicitud, extradición",
    claimed: "haber, que, pedir, solicitar, buscar",
  },
  pt: {
    denies: "nega, negam, negou, negaram, negando, desmente, desmentem, desmentiu, desmentiram, desmentido",
    rejects: "rejeita, rejeitou, refuta, refutou",
    reports: "rumor, rumores, boato, boatos, acusação, acusações, alegações, notícias",
    refused: "asilo, entrada, visto, vistos, acesso, permissão, refúgio, pedido, habeas, liberdade, extradição",
    claimed: "ter, que, pedir, solicitar, buscar",
  },
  it: {
    denies: "nega, negano, ha negato, hanno negato, smentisce, smentiscono, smentito, smentita, smentite",
    rejects: "respinge, respingono, respinto",
    reports: "voci, accusa, accuse, notizie, indiscrezioni",
    refused: "asilo, ingresso, visto, accesso, permesso, rifugio, richiesta, estradizione",
    claimed: "aver, che, chiesto, chiedere",
  },
  nl: {
    denies: "ontkent, ontkennen, ontkende, ontkenden, ontkenning, ontkracht",
    not: "niet ontkennen, valt niet te ontkennen",
    rejects: "verwerpt, verwierp, weerspreekt",
    reports: "bericht, berichten, beschuldiging, beschuldigingen, geruchten, bewering, beweringen",
  },
  sv: { denies: "förnekar, förnekade, förnekat, dementerar, dementerade, dementi", not: "går inte att förneka" },
  pl: {
    denies:
      "zaprzecza, zaprzeczają, zaprzeczył, zaprzeczyła, zaprzeczyło, zaprzeczyli, dementuje, dementują, zdementował, zdementowała, zdementowało, dementi",
  },
  ro: { denies: "neagă, a negat, au negat, dezminte, dezmint, a dezmințit, au dezmințit, dezmințire" },
  tr: {
    denies: "yalanladı, yalanlıyor, yalanlandı, yalanlama, inkâr etti, inkar etti, asılsız",
    rejects: "reddetti, reddediyor, reddettiler",
    reports: "iddia, iddiaları, iddiasını, iddialarını, haberleri, haberlerini",
  },
  id: {
    denies: "membantah, bantah, dibantah, bantahan, menyangkal, menepis, tidak benar",
    not: "tidak dapat dibantah, tak terbantahkan",
  },
  ru: {
    denies:
      "опроверг, опровергла, опровергло, опровергли, опровергает, опровергают, опровержение, отрицает, отрицают, отрицал, отрицала, отрицали, не соответствует действительности, не соответствуют действительности",
    not: "не отрицает, не отрицают, не отрицал, не опровергает, не опроверг",
  },
  uk: {
    denies:
      "спростував, спростувала, спростувало, спростували, спростовує, спростовують, спростування, заперечує, заперечують, заперечив, заперечила, заперечили, не відповідає дійсності",
    not: "не заперечує, не заперечив, не заперечують",
  },
  ar: {
    denies:
      "نفى, نفت, نفوا, ينفي, تنفي, ونفى, ونفت, وينفي, كذب, كذبت, يكذب, تكذيب, لا صحة, عار عن الصحة, عارية عن الصحة, لا أساس لها, لا أساس له",
    not: "لا ينفي, لم ينف",
  },
  fa: {
    denies: "تکذیب, تکذیب کرد, صحت ندارد, کذب است, کذب محض, بی اساس, بی‌اساس",
    not: "تکذیب نکرد, غیرقابل تکذیب",
  },
  el: { denies: "διαψεύδει, διαψεύδουν, διέψευσε, διέψευσαν, διάψευση" },
  he: { denies: "הכחיש, הכחישה, הכחישו, מכחיש, מכחישה, מכחישים, הכחשה, להד״ם" },
  zh: {
    denies: "否认, 否認, 驳斥, 駁斥, 辟谣, 闢謠, 不属实, 不屬實, 纯属捏造, 純屬捏造",
    not: "不可否认, 不可否認, 无可否认, 無可否認, 不能否认, 不能否認, 没有否认, 沒有否認, 未否认, 未否認, 不否认, 不否認",
  },
  ja: {
    denies: "否定, 事実無根, 打ち消し",
    not: "否定的, 否定できない, 否定しない, 否定しなかった, 否定はしな",
  },
  ko: {
    denies: "부인했다, 부인했으며, 부인하고, 부인하며, 부인한다, 부인했습니다, 전면 부인, 강력 부인, 사실무근",
    not: "부인하지 않았다, 부인하지 않고",
  },
};
