import { isExists } from 'date-fns';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = `(?:${months.join('|')})[a-z]*\\.?`;
const written = [
  { pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${monthName}),? (\\d{4})\\b`, 'i'), order: [1, 2, 3] },
  { pattern: new RegExp(`\\b(${monthName}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i'), order: [2, 1, 3] },
] as const;

/**
 * The first date that a text states, as ISO 8601 and no more precise than stated (`2025`, `2025-10`, `2025-10-13`).
 * Understands ISO dates, also with slashes or dots, and English month names. Day-first and month-first numbers
 * ("03/04/2025") are ambiguous and not read. A year alone counts only where the whole text is one.
 */
export function findDate(text: string): string | undefined {
  const iso = /(?<!\d)((?:19|20)\d{2})[-/.](0[1-9]|1[0-2])(?:[-/.](0[1-9]|[12]\d|3[01])(?!\d))?(?!\d)/.exec(text);
  if (iso !== null) {
    const [, year = '', month = '', day] = iso;
    return day === undefined ? `${year}-${month}` : valid(year, month, day);
  }
  for (const { pattern, order } of written) {
    const match = pattern.exec(text);
    if (match !== null) {
      const [day = '', month = '', year = ''] = order.map((group) => match[group] ?? '');
      const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
      return valid(year, String(number).padStart(2, '0'), day.padStart(2, '0'));
    }
  }
  return /^\s*(?:19|20)\d{2}\s*$/.test(text) ? text.trim() : undefined;
}

/** The date that a file's path states: in its name, else its year and month folders, else the year in a record number such as PM2025-014. */
export function dateOfPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const compact = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  const folder = /(?:^|\/)(20\d{2})(?:[-/](0[1-9]|1[0-2]))?\//.exec(path);
  return (
    findDate(name.replace(/_/g, '-')) ??
    (compact === null ? undefined : valid(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '')) ??
    (folder === null ? undefined : folder[2] === undefined ? folder[1] : `${folder[1]}-${folder[2]}`) ??
    /^[A-Za-z]+-?_?(20\d{2})(?!\d)/.exec(name)?.[1]
  );
}

function valid(year: string, month: string, day: string): string | undefined {
  return isExists(Number(year), Number(month) - 1, Number(day)) ? `${year}-${month}-${day}` : undefined;
}
