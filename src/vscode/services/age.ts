import { intlFormatDistance } from 'date-fns';
import { env, l10n } from 'vscode';

/** Returns the age of a date, short and in the user's language, such as "3mo ago". Empty if the date is not valid. */
export function ageOf(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) {
    return '';
  }
  const days = (now.getTime() - date.getTime()) / 86_400_000;
  const unit = days < 1 ? (days < 1 / 24 ? 'minute' : 'hour') : days < 60 ? 'day' : days < 730 ? 'month' : 'year';
  return intlFormatDistance(date, now, { locale: env.language, numeric: 'always', style: 'narrow', unit });
}

/** Returns the age of a date for a narrow row: "3d", "12mo". Empty if the date is not valid. */
export function shortAge(iso: string, now: Date): string {
  const days = Math.floor((now.getTime() - new Date(iso).getTime()) / 86_400_000);
  return Number.isNaN(days) ? '' : days < 1 ? l10n.t('today') : shortDays(days);
}

/** Returns a number of days for a narrow row: "3d", "12mo". */
export function shortDays(days: number): string {
  return days < 60
    ? l10n.t('{0}d', days)
    : days < 730
      ? l10n.t('{0}mo', Math.floor(days / 30))
      : l10n.t('{0}y', Math.floor(days / 365.25));
}
