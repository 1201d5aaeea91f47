const day = 86_400_000;

/** The day and time that many milliseconds after the first day of 1970; whole days without a time. */
export function momentText(milliseconds: number): string {
  const date = new Date(Math.round(milliseconds));
  if (Number.isNaN(date.getTime())) return String(milliseconds);
  const [first = '', second = ''] = date.toISOString().split('T');
  const clock = second.replace(/(\.000)?Z$/, '');
  return clock === '00:00:00' ? first : `${first} ${clock}`;
}

/** Days between 1960-01-01, from which Stata counts, and 1970-01-01. */
const stataDays = 3653;

/** How Stata shows a number in a format of dates; `null` when the format is none. */
export function stataDate(format: string): ((value: number) => string) | null {
  const unit = /^%-?(?:t([cCdwmqhy])|d)/.exec(format);
  if (!unit) return null;
  const inYear =
    (parts: number, mark: string, width: number) =>
    (value: number): string => {
      const year = 1960 + Math.floor(value / parts);
      return `${year}${mark}${String(Math.floor(value - (year - 1960) * parts) + 1).padStart(width, '0')}`;
    };
  switch (unit[1]) {
    case 'c':
    case 'C':
      return (value) => momentText(value - stataDays * day);
    case 'w':
      return inYear(52, 'w', 1);
    case 'm':
      return inYear(12, '-', 2);
    case 'q':
      return inYear(4, 'q', 1);
    case 'h':
      return inYear(2, 'h', 1);
    case 'y':
      return null;
    default:
      return (value) => momentText((value - stataDays) * day);
  }
}

/** Seconds between the first day of the Gregorian calendar, from which SPSS counts, and 1970-01-01. */
const spssSeconds = 12_219_379_200;

/** How SPSS shows a number in a format of dates or times, by the format's number; `null` when it is none. */
export function spssDate(format: number): ((value: number) => string) | null {
  if ([20, 22, 23, 24, 28, 29, 30, 38, 39, 41].includes(format))
    return (value) => momentText((value - spssSeconds) * 1000);
  if (format === 21 || format === 25 || format === 40) return duration;
  return null;
}

function duration(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return `${seconds < 0 ? '-' : ''}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
