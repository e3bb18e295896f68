import { mostCommon } from '../../document/most-common.ts';

interface Numbered {
  readonly prefix: string;
  readonly year: string | undefined;
  readonly separator: string;
  readonly value: number;
  readonly width: number;
}

const withYear = /^(?<prefix>[A-Za-z]*[-_]?)(?<year>20\d{2})(?<separator>[-_])(?<value>\d{3,4})(?!\d|-\d{2}\b)/;
const plain = /^(?<prefix>(?:[A-Za-z]+[-_])?)(?!20\d{2}[-_.]\d{2}(?!\d))(?<value>\d{3,5})(?!\d)(?=[-_. ]|$)/;

/**
 * Returns the next free record number in the scheme of the repository: PM2025-014 after PM2025-013, INC-0043 after INC-0042, 0008 after
 * 0007. Numbers with a year restart each year. Without a scheme: three digits, one more than the number of documents.
 * @param names file names of the records in the repository, with or without extension.
 * @param year of the new record, four digits.
 */
export function nextNumber(names: readonly string[], year: string): string {
  const numbered = names.map(read).filter((found) => found !== undefined);
  const scheme = mostCommon(
    numbered.map(({ prefix, year: stated, separator }) => JSON.stringify([prefix, stated !== undefined, separator])),
  );
  if (scheme === undefined) {
    return String(names.length + 1).padStart(3, '0');
  }
  const same = numbered.filter(
    ({ prefix, year: stated, separator }) => JSON.stringify([prefix, stated !== undefined, separator]) === scheme,
  );
  const first = same[0];
  const current = same.filter((item) => item.year === undefined || item.year === year);
  const next = Math.max(0, ...current.map(({ value }) => value)) + 1;
  const width = Math.max(...same.map((item) => item.width));
  const digits = String(next).padStart(width, '0');
  return first?.year === undefined
    ? `${first?.prefix ?? ''}${digits}`
    : `${first.prefix}${year}${first.separator}${digits}`;
}

/** Returns whether a file name begins with a record number. */
export function isNumbered(name: string): boolean {
  return read(name) !== undefined;
}

function read(name: string): Numbered | undefined {
  const groups = (withYear.exec(name) ?? plain.exec(name))?.groups;
  const digits = groups?.['value'];
  return digits === undefined
    ? undefined
    : {
        prefix: groups?.['prefix'] ?? '',
        year: groups?.['year'],
        separator: groups?.['separator'] ?? '',
        value: Number(digits),
        width: digits.length,
      };
}
