const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
    timeZoneName: "short",
  });
  formats.set(zone, format);
  return format;
}

/**
 * An instant (epoch milliseconds) as a command prints it for people: "2026-07-20 13:00:05 BST", in the zone, which is
 * named so that a time that comes twice is told apart. Sorts by time within one offset.
 */
export function localTime(instant: number, zone: string): string {
  const parts = formatOf(zone).formatToParts(instant);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  const day = `${part["year"]}-${part["month"]}-${part["day"]}`;
  return `${day} ${part["hour"]}:${part["minute"]}:${part["second"]} ${part["timeZoneName"]}`;
}

const INSTANT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** A text of the ledger, which writes instants in UTC (2026-07-20T12:00:05Z), with each as `localTime` prints it. */
export function withLocalTimes(text: string, zone: string): string {
  return text.replaceAll(INSTANT, (written) => {
    const instant = Date.parse(written);
    return Number.isNaN(instant) ? written : localTime(instant, zone);
  });
}
