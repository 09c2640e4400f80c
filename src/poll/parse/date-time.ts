export interface Time {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

export const MIDNIGHT: Time = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** Hour, minute, optional second and fraction; a.m. or p.m. before or after. A fourth group is no time. */
const TIME =
  /(?:^|[\s,_]|(?<=\d)T|-)(?:(오전|오후|上午|下午|午前|午後)\s?)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?(?![:\d])(?:\s*([ap])\.?\s?m\b\.?)?/iu;
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

/** Finds the time of day in a date string; null when it has none. */
export function findTime(text: string): FoundTime | null {
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
