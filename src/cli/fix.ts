import { join } from 'node:path';
import {
  applyEdits,
  check,
  decode,
  fixAll,
  isMarkdown,
  readDocument,
  type Catalog,
  type CatalogDocument,
  type Finding,
} from '../core/index.ts';
import { readRegularFile } from '../node/read-file.ts';
import { writeWhole } from '../node/write-file.ts';

/** What `--fix` did. */
export interface FixOutcome {
  /** How many findings were answered. */
  readonly findings: number;
  /** The documents that were written. */
  readonly written: readonly string[];
  /** The documents that could have been mended and were not written, with the reason in words for a user. */
  readonly refused: ReadonlyArray<{ readonly path: string; readonly reason: string }>;
}

/** A mended document can ask for more, because its neighbours look at it; after this many passes it is left at that. */
const mostPasses = 4;

/**
 * Applies all safe fixes to documents and writes them. The catalog then has what is on disk. A file that changed since
 * it was read, or that is a link, is not written. A file is written whole or not at all; byte order marks, line endings and modes are kept.
 */
export async function fixDocuments(
  catalog: Catalog,
  documents: ReadonlyArray<Pick<CatalogDocument, 'uri'>>,
): Promise<FixOutcome> {
  const originals = new Map<string, CatalogDocument>();
  const answered = new Map<string, number>();
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const mended = documents.flatMap(({ uri }) => mend(catalog, uri) ?? []);
    if (mended.length === 0) {
      break;
    }
    for (const { before, findings } of mended) {
      originals.set(before.uri, originals.get(before.uri) ?? before);
      answered.set(before.uri, (answered.get(before.uri) ?? 0) + findings);
    }
    // All at once after the pass, so that the order of documents makes no difference.
    catalog.upsert(mended.map(({ before, text }) => ({ ...placeOf(before), text })));
  }
  return writeAll(catalog, originals, answered);
}

interface Mended {
  readonly before: CatalogDocument;
  readonly text: string;
  readonly findings: number;
}

/** One document with its fixes applied; undefined when they answer nothing. */
function mend(catalog: Catalog, uri: string): Mended | undefined {
  const context = catalog.context(uri);
  if (context === undefined) {
    return undefined;
  }
  const before = context.document;
  const edits = fixAll(context).flatMap(({ fix }) => fix.edits);
  const text = applyEdits(before.text, edits);
  if (text === before.text) {
    return undefined;
  }
  const after = { ...context, document: readDocument(placeOf(before), text, before) };
  return { before, text, findings: answeredBy(check(context), check(after)) };
}

/** How many findings of before are gone, whatever else came up. */
function answeredBy(before: readonly Finding[], after: readonly Finding[]): number {
  const left = after.map(keyOf);
  return before.filter((finding) => {
    const index = left.indexOf(keyOf(finding));
    if (index !== -1) {
      left.splice(index, 1);
    }
    return index === -1;
  }).length;
}

/** What a finding is about, without places and counts, which an insertion moves. */
function keyOf({ rule, section, message }: Finding): string {
  return [rule, section, message.replace(/\(.*$/, '')].join('|');
}

async function writeAll(
  catalog: Catalog,
  originals: ReadonlyMap<string, CatalogDocument>,
  answered: ReadonlyMap<string, number>,
): Promise<FixOutcome> {
  const written: string[] = [];
  const refused: Array<{ path: string; reason: string }> = [];
  let findings = 0;
  for (const [uri, original] of originals) {
    const text = catalog.get(uri)?.text ?? original.text;
    const reason = await write(original, text);
    if (reason === undefined) {
      written.push(original.path);
      findings += answered.get(uri) ?? 0;
    } else {
      refused.push({ path: original.path, reason });
      catalog.upsert([{ ...placeOf(original), text: original.text }]);
    }
  }
  return { findings, written, refused };
}

/** Writes a document over the one that was read; gives the reason when it does not. */
async function write(original: CatalogDocument, text: string): Promise<string | undefined> {
  const file = join(original.root, original.path);
  if (!isMarkdown(original.path)) {
    return 'its name does not say that it is markdown';
  }
  const read = await readRegularFile(file);
  if ('skipped' in read) {
    return read.skipped;
  }
  const now = decode(read.bytes);
  if (!('text' in now) || now.text !== original.text) {
    return 'it was changed meanwhile; run the command again';
  }
  const mark = byteOrderMark.equals(read.bytes.subarray(0, 3)) ? byteOrderMark : Buffer.alloc(0);
  return writeWhole(file, Buffer.concat([mark, Buffer.from(text, 'utf8')]));
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function placeOf({
  uri,
  root,
  path,
  prefix,
}: CatalogDocument): Pick<CatalogDocument, 'uri' | 'root' | 'path' | 'prefix'> {
  return { uri, root, path, ...(prefix !== undefined && { prefix }) };
}
