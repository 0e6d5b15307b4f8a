import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSession } from '@/access/session';

/** ¥1,234.56 from integer cents, without going through floating point. */
export function money(cents: number | null | undefined): string {
  if (cents === null || cents === undefined) return '–';
  const whole = Math.abs(Math.trunc(cents));
  const yuan = Math.floor(whole / 100).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}¥${yuan}.${String(whole % 100).padStart(2, '0')}`;
}

export function bytes(count: number | null | undefined): string {
  if (count === null || count === undefined) return '–';
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** 2026-12-05 10:15 in the given zone. */
export function moment(iso: string | Date, zone: string, seconds = false): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find(p => p.type === type)?.value ?? '';
  const time = `${part('hour')}:${part('minute')}${seconds ? ':' + part('second') : ''}`;
  return `${part('year')}-${part('month')}-${part('day')} ${time}`;
}

/** How far away a moment is, in the largest fitting unit: "3 天后", "in 3 days". */
export function distance(iso: string, now: number, language: string): string {
  const seconds = Math.round((Date.parse(iso) - now) / 1000);
  const units: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60]];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second' as const, 1];
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(Math.round(seconds / size), unit);
}

/** Formats bound to the reader's language and the configured zone. */
export function useFormat() {
  const { locale, t, te } = useI18n();
  const session = useSession();
  const numbers = computed(() => new Intl.NumberFormat(locale.value));
  const when = (iso: string | null | undefined) => (iso ? moment(iso, session.zone) : '–');
  const count = (value: number | null | undefined) => (value === null || value === undefined ? '–' : numbers.value.format(value));
  /** The words for a code of the server; an unknown code is shown as it is. */
  const word = (kind: string, code: string | null | undefined) =>
    !code ? '–' : te(`codes.${kind}.${code}`) ? t(`codes.${kind}.${code}`) : code;
  return { money, bytes, when, count, word, distance: (iso: string, now: number) => distance(iso, now, locale.value) };
}
