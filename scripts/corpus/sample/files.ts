import { writeFile } from 'node:fs/promises';
import { UserError } from '../../../src/core/index.ts';
import { textOf } from '../csv.ts';
import { ratesOf, type Rates } from './rates.ts';
import type { KeyEntry, Sheet } from './sheet.ts';
import { parseVerdicts } from './verdicts.ts';

/** Writes a sheet, and its key beside it. Throws a UserError if one of the files exists: it may have verdicts. */
export async function writeSheet(file: string, { text, key }: Sheet): Promise<void> {
  await writeNew(file, text);
  await writeNew(keyOf(file), `${JSON.stringify(key, undefined, 1)}\n`);
}

/** Reads a sheet with verdicts, and its key. Throws a UserError if one cannot be read. */
export async function readRates(file: string): Promise<Rates> {
  const key = JSON.parse(await textOf(keyOf(file))) as readonly KeyEntry[];
  return ratesOf(parseVerdicts(await textOf(file)), key);
}

function keyOf(file: string): string {
  return `${file}.key.json`;
}

async function writeNew(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: 'wx' }).catch((error: unknown) => {
    throw new UserError(`${file} is not written: ${error instanceof Error ? error.message : String(error)}`);
  });
}
