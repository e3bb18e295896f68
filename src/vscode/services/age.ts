import { intlFormatDistance } from 'date-fns';
import { env } from 'vscode';

/** How long ago something was, in the user's language, such as "3 months ago"; empty for what is no date. */
export function ageOf(iso: string, now: Date): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? '' : intlFormatDistance(date, now, { locale: env.language, numeric: 'always' });
}
