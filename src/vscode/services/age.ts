import { intlFormatDistance } from 'date-fns';
import { env } from 'vscode';

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
