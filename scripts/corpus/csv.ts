import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { UserError } from '../../src/core/index.ts';

/** A row of a CSV file, by the names of its columns. */
export type Row<Column extends string> = Readonly<Record<Column, string>>;

/**
 * Returns the rows below the header. Other columns than the wanted ones are left out.
 * @param name of the file, for the message of a UserError: if the text is no CSV, or lacks a column.
 */
export function rowsOf<Column extends string>(text: string, columns: readonly Column[], name: string): Row<Column>[] {
  const [header = [], ...rows] = parsed(text, name);
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new UserError(`${name} has no column ${missing.join(', ')}. Its columns: ${header.join(', ')}.`);
  }
  const positions = columns.map((column) => [column, header.indexOf(column)] as const);
  return rows.map(
    (row) => Object.fromEntries(positions.map(([column, position]) => [column, row[position] ?? ''])) as Row<Column>,
  );
}

/** Returns the names in the header. */
export function headerOf(text: string, name: string): readonly string[] {
  return parsed(text, name)[0] ?? [];
}

/** Returns the text of a file that the user has named. Throws a UserError if it cannot be read. */
export async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new UserError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}

function parsed(text: string, name: string): string[][] {
  try {
    return parse(text, { bom: true, skipEmptyLines: true });
  } catch (error) {
    throw new UserError(`${name} is no CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}
