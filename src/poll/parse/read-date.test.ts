import { describe, expect, it } from "vitest";
import { findSlashOrder, readDate } from "./read-date.ts";

function iso(raw: string, timezone: string | null = null): string | null {
  const instant = readDate(raw, { timezone, slashOrder: "month-first" });
  return instant === null ? null : new Date(instant).toISOString().replace(".000Z", "Z");
}

describe("a date in a feed", () => {
  it.each([
    ["Tue, 24 Nov 2026 07:05:09 GMT", "2026-11-24T07:05:09Z"],
    ["Tue, 24 Nov 2026 07:05:09 +0330", "2026-11-24T03:35:09Z"],
    ["24 Nov 26 07:05 EST", "2026-11-24T12:05:00Z"],
    ["2026-11-24T07:05:09Z", "2026-11-24T07:05:09Z"],
    ["2026-11-24T07:05:09.250+01:00", "2026-11-24T06:05:09.250Z"],
    ["2026-11-24 07:05:09 -0500", "2026-11-24T12:05:09Z"],
    ["2026-11-24T07:05-05:00Z", "2026-11-24T12:05:00Z"],
    ["20261124T070509Z", "2026-11-24T07:05:09Z"],
    ["2026-328", "2026-11-24T00:00:00Z"],
    ["2026-11", "2026-11-01T00:00:00Z"],
    ["2026-11-24T24:00:00Z", "2026-11-25T00:00:00Z"],
    ["2026-06-30T23:59:60Z", "2026-07-01T00:00:00Z"],
    ["Tue Nov 24 07:05:09 2026", "2026-11-24T07:05:09Z"],
    ["Tue Nov 24 07:05:09 +0100 2026", "2026-11-24T06:05:09Z"],
    ["Tue Nov 24 2026 07:05:09 GMT+0100 (Central European Time)", "2026-11-24T06:05:09Z"],
    ["Tuesday, November 24, 2026 - 3:09pm", "2026-11-24T15:09:00Z"],
    ["Nov. 24, 2026, 12:05 a.m.", "2026-11-24T00:05:00Z"],
    ["Tue, 24th Nov 2026", "2026-11-24T00:00:00Z"],
    ["24 Nov 2026 GMT", "2026-11-24T00:00:00Z"],
    ["Nov. 2026", "2026-11-01T00:00:00Z"],
    ["11/24/2026 4:20 pm PST", "2026-11-25T00:20:00Z"],
    ["24/11/2026", "2026-11-24T00:00:00Z"],
    ["24.11.26", "2026-11-24T00:00:00Z"],
    ["24 11 2026 07:05", "2026-11-24T07:05:00Z"],
    ["26-11-24", "2026-11-24T00:00:00Z"],
    ["Mardi, 24. Novembre 2026 - 07:05", "2026-11-24T07:05:00Z"],
    ["mar., 24 août 2027 07:05:00 +0200", "2027-08-24T05:05:00Z"],
    ["Вт, 24 ноября 2026 07:05:09 +0300", "2026-11-24T04:05:09Z"],
    ["Τρι, 24 Νοε 2026 07:05:09 GMT", "2026-11-24T07:05:09Z"],
    ["2026-július-13T9:15-05:00", "2026-07-13T14:15:00Z"],
    ["2026年11月24日 07:05", "2026-11-24T07:05:00Z"],
    ["2026년 11월 24일 오후 07:05:09", "2026-11-24T10:05:09Z"],
    ["Tue, 24 Nov 2026 07:05:09 America/Los_Angeles", "2026-11-24T15:05:09Z"],
    ["Tue, 24 Nov 2026 07:05:09 Nowhere", "2026-11-24T07:05:09Z"],
    ["1795503909", "2026-11-24T07:05:09Z"],
    ["1795503909000", "2026-11-24T07:05:09Z"],
    ["<![CDATA[ 2026-11-24 ]]>", "2026-11-24T00:00:00Z"],
    ["20261124070509", "2026-11-24T07:05:09Z"],
    ["2026-W48-2T07:05:09Z", "2026-11-24T07:05:09Z"],
    ["2026W53", "2026-12-28T00:00:00Z"],
    ["2026-11-24+02:00", "2026-11-23T22:00:00Z"],
    ["2026-11-24T", "2026-11-24T00:00:00Z"],
    ["2026-11-24T07:05:09+00:00[Europe/London]", "2026-11-24T07:05:09Z"],
    ["1795503909.5", "2026-11-24T07:05:09.500Z"],
    ["07:05 GMT, 24 November 2026", "2026-11-24T07:05:00Z"],
    ["7:05 am Tuesday, November 24, 2026", "2026-11-24T07:05:00Z"],
    ["24. November 2026 um 07:05 Uhr", "2026-11-24T07:05:00Z"],
    ["24 novembre 2026 à 7h05", "2026-11-24T07:05:00Z"],
    ["24th of November 2026, 07.05", "2026-11-24T07:05:00Z"],
    ["вторник, 24 ноября 2026 г. в 07:05", "2026-11-24T07:05:00Z"],
    ["wtorek, 24 listopada 2026", "2026-11-24T00:00:00Z"],
    ["24 Kasım 2026 Salı 07:05", "2026-11-24T07:05:00Z"],
    ["24. marraskuuta 2026 klo 07.05", "2026-11-24T07:05:00Z"],
    ["24 tháng 11, 2026", "2026-11-24T00:00:00Z"],
    ["٢٤ نوفمبر ٢٠٢٦ ٠٧:٠٥", "2026-11-24T07:05:00Z"],
    ["24 تشرين الثاني 2026", "2026-11-24T00:00:00Z"],
    ["24 בנובמבר 2026", "2026-11-24T00:00:00Z"],
    ["24 नवंबर 2026", "2026-11-24T00:00:00Z"],
    ["2026年11月24日（火）午後7時05分", "2026-11-24T19:05:00Z"],
    ["２０２６年１１月２４日", "2026-11-24T00:00:00Z"],
    ["24 พฤศจิกายน 2569", "2026-11-24T00:00:00Z"],
    ["سه‌شنبه ۳ آذر ۱۴۰۵ ۰۷:۰۵", "2026-11-24T07:05:00Z"],
    ["1405/02/31", "2026-05-21T00:00:00Z"],
    ["Tue, 24 Nov 2026 07:05:09 (EET)", "2026-11-24T05:05:09Z"],
    ["Tue, 24 Nov 2026 07:05:09 +0200 GMT", "2026-11-24T05:05:09Z"],
    ["Tue, 24 Nov 2026 07:05:09 IST+0200", "2026-11-24T05:05:09Z"],
    ["Tue, 24 Nov 2026 07:05:09 –0500", "2026-11-24T12:05:09Z"],
    ["Tue, 24 Nov 2026 07:05:09 Eastern Standard Time", "2026-11-24T12:05:09Z"],
    ["Tue, 24 Nov 2026 07:05:09 EST5EDT", "2026-11-24T12:05:09Z"],
    ["Tue, 24 Nov 2026 07:05:09 CLT", "2026-11-24T11:05:09Z"],
  ])("%s is %s", (raw, expected) => {
    expect(iso(raw)).toBe(expected);
  });

  it.each([
    "",
    "yesterday",
    "12345",
    "22013",
    "2026-13-45",
    "2026-02-30",
    "31 June 2026",
    "Dec x 2026",
    "16 Dec zz 11:47:32 GMT",
    "16 Dec 2026 1:2:3:4 GMT",
    "16 Dec 2026 25:00:00 GMT",
    "2026-12-31T10:61:55Z",
    "2026-12-31T10:14:61Z",
    "2026-12-31T09:xx:00Z",
    "2026-12-31T09:00:00+00:xx",
    "2026-12-31T09:00:00+3000",
    "2026-12-31T09:00:00-06:00Textra",
    "2026-01-27-01",
    "2026-W54-1",
    "1405/07/31",
    "2 hours ago",
    "hace 2 horas",
    "2026 votes",
    "24/24/2026",
    "0000-00-00 00:00:00",
    "x".repeat(5000),
  ])("%j is none", (raw) => {
    expect(iso(raw)).toBeNull();
  });

  it.each([
    ["takes the feed's zone where it names none", "2026-11-24 07:05:09", "Asia/Tehran", "2026-11-24T03:35:09Z"],
    ["takes summer time into account", "2026-07-24 07:05", "Europe/London", "2026-07-24T06:05:00Z"],
    ["keeps its own zone", "2026-11-24 07:05 +0000", "Asia/Tehran", "2026-11-24T07:05:00Z"],
    ["reads CST as the feed's zone means it", "Sat, 28 Nov 2026 10:00:00 CST", "Asia/Shanghai", "2026-11-28T02:00:00Z"],
    ["reads CST as American elsewhere", "Sat, 28 Nov 2026 10:00:00 CST", "Europe/London", "2026-11-28T16:00:00Z"],
    ["reads IST as Israeli in Israel", "Sat, 28 Nov 2026 10:00:00 IST", "Asia/Jerusalem", "2026-11-28T08:00:00Z"],
    ["reads IST as Irish in summer", "Tue, 28 Jul 2026 10:00:00 IST", "Europe/Dublin", "2026-07-28T09:00:00Z"],
    ["reads BST as that of Bangladesh", "Sat, 28 Nov 2026 10:00:00 BST", "Asia/Dhaka", "2026-11-28T04:00:00Z"],
    ["takes the feed's zone for Korean time too", "2026년 11월 24일 07:05", "UTC", "2026-11-24T07:05:00Z"],
  ])("%s", (_fact, raw, timezone, expected) => {
    expect(iso(raw, timezone)).toBe(expected);
  });

  it.each([
    ["Polish", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"],
    ["Czech", "ledna února března dubna května června července srpna září října listopadu prosince"],
    ["Croatian", "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca"],
    ["Ukrainian", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"],
    ["Serbian", "јануар фебруар март април мај јун јул август септембар октобар новембар децембар"],
    ["Turkish, short", "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara"],
    ["Romanian", "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"],
    ["Hungarian, short", "jan febr márc ápr máj jún júl aug szept okt nov dec"],
    ["Lithuanian", "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio"],
    ["Arabic of the Maghreb", "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر"],
    ["Persian for the Gregorian year", "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"],
    ["Urdu", "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"],
    [
      "Spanish without accents",
      "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
    ],
  ])("may name its month in %s", (_language, names) => {
    const read = names.split(" ").map((name) => (name === "-" ? "-" : iso(`03 ${name} 2026`)?.slice(0, 7)));
    const months = names.split(" ").map((name, at) => (name === "-" ? "-" : `2026-${String(at + 1).padStart(2, "0")}`));
    expect(read).toEqual(months);
  });
});

describe("the order of dates like 5/11/2026", () => {
  it.each([
    [
      "day first where another of the document's dates has no other reading",
      ["5/11/2026", "24/11/2026 07:05"],
      "day-first",
    ],
    ["month first where none tells", ["5/11/2026", "6/11/2026"], "month-first"],
    ["month first where they contradict one another", ["24/11/2026", "11/24/2026"], "month-first"],
    ["not told by dates with the year in front, or by what is no date", ["2026/11/24", "24/24/2026"], "month-first"],
  ])("is %s", (_fact, dates, expected) => {
    expect(findSlashOrder(dates)).toBe(expected);
  });

  it("is followed where it is possible", () => {
    function read(raw: string): string {
      return new Date(readDate(raw, { timezone: null, slashOrder: "day-first" }) ?? 0).toISOString();
    }
    expect(read("5/11/2026 07:05")).toBe("2026-11-05T07:05:00.000Z");
    expect(read("11/24/2026")).toBe("2026-11-24T00:00:00.000Z");
  });
});
