export interface Time {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

export const MIDNIGHT: Time = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** Hour, minute, optional second and fraction; a.m. or p.m. before or after. A fourth group is no time. */
const TIME =
  /(?:^|[^\p{L}\p{Sm}\d:.–-]|(?<=\d)\s?T\s?|(?<=[日일])|-)(?:(오전|오후|上午|下午|午前|午後)\s?)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?(?![:\d])(?:\s*([ap])\.?\s?m\b\.?)?/iu;
/** 7h05, 07h05m09s, 7時05分, 7시 05분. */
const CLOCK = /(?<!\d)(\d{1,2})\s?[h時时點点시]\s?(\d{2})(?:\s?(?:min|[m分분]))?(?:\s?(\d{2})\s?[s秒초])?/iu;
/** 24.11.2026 07.05, 24 Nov 2026 07.05.09. */
const DOTTED = /(?<=\d{4},?\s(?:\p{L}+\s)?)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=\s|$)/u;
/** ISO 8601 basic form: 20031231T101455. */
const BASIC_TIME = /(?<=\d)T(\d{2})(\d{2})(\d{2})?(?!\d)/;
const AFTERNOON = /^(?:오후|下午|午後|p)$/i;

function numbers(parts: readonly (string | undefined)[]): number[] {
  return parts.map((part) => Number(part ?? 0));
}

function hourOf(clock: number, half: string | undefined): number {
  if (half === undefined) return clock;
  if (AFTERNOON.test(half)) return clock < 12 ? clock + 12 : clock;
  return clock === 12 ? 0 : clock;
}

function checked(time: Time): Time | null {
  const { hour, minute, second } = time;
  const isMidnight24 = hour === 24 && minute === 0 && second === 0;
  return (hour <= 23 || isMidnight24) && minute <= 59 && second <= 60 ? time : null;
}

/** A time of day in a date string, and what stands around it. */
export interface FoundTime {
  /** Null when it is no time of day, such as 25:00. */
  time: Time | null;
  before: string;
  after: string;
}

function found(text: string, match: RegExpExecArray, time: Time): FoundTime {
  return {
    time: checked(time),
    before: text.slice(0, match.index),
    after: text.slice(match.index + match[0].length),
  };
}

function colonTime(_match: string, hour: string, minute: string, second: string | undefined): string {
  return second === undefined ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
}

function withColons(text: string): string {
  return text.includes(":") ? text : text.replace(CLOCK, colonTime).replace(DOTTED, colonTime);
}

/** Finds the time of day in a date string; null when it has none. */
export function findTime(raw: string): FoundTime | null {
  const text = withColons(raw);
  const usual = TIME.exec(text);
  if (usual !== null) {
    const [, before, hour, minute, second, fraction = "0", after] = usual;
    const [clock = 0, minutes = 0, seconds = 0] = numbers([hour, minute, second]);
    const millisecond = Math.trunc(Number(`0.${fraction}`) * 1000);
    return found(text, usual, { hour: hourOf(clock, before ?? after), minute: minutes, second: seconds, millisecond });
  }
  const basic = BASIC_TIME.exec(text);
  if (basic === null) return null;
  const [hour = 0, minute = 0, second = 0] = numbers(basic.slice(1));
  return found(text, basic, { hour, minute, second, millisecond: 0 });
}
