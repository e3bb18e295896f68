import { join } from 'node:path';
import {
  answeredBy,
  decode,
  isMarkdown,
  mend,
  type Catalog,
  type CatalogDocument,
  type Checked,
  type Finding,
} from '../core/index.ts';
import { readRegularFile } from '../node/read-file.ts';
import { writeWhole } from '../node/write-file.ts';

/** The result of `--fix`. */
export interface FixOutcome {
  /** The number of fixed findings. */
  readonly findings: number;
  /** The paths of the written documents. */
  readonly written: readonly string[];
  /** The documents that have fixes but were not written, with the reason. */
  readonly refused: ReadonlyArray<{ readonly path: string; readonly reason: string }>;
}

/** The largest number of passes. A fixed document can cause new findings in its neighbours. */
const mostPasses = 4;

/**
 * Applies all safe fixes and writes the documents. Then the catalog has what is on disk. Links, and files that changed
 * since they were read, are not written. A file is written whole or not at all, with its byte order mark, line endings
 * and mode.
 */
export async function fixDocuments(
  catalog: Catalog,
  documents: ReadonlyArray<Pick<CatalogDocument, 'uri'>>,
): Promise<FixOutcome> {
  const originals = new Map<string, Original>();
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const mended = documents.flatMap(({ uri }) => mendedDocument(catalog.check(uri)) ?? []);
    if (mended.length === 0) {
      break;
    }
    for (const { document, findings } of mended) {
      if (!originals.has(document.uri)) {
        originals.set(document.uri, { document, findings });
      }
    }
    // Update all documents after the pass, so that their order makes no difference.
    catalog.upsert(mended.map(({ document, text }) => ({ ...placeOf(document), text })));
  }
  return writeAll(catalog, originals);
}

/** A document before its fixes, and its findings. */
interface Original {
  readonly document: CatalogDocument;
  readonly findings: readonly Finding[];
}

/** Returns a document with its fixes applied, or undefined if they fix nothing. */
function mendedDocument(checked: Checked | undefined): (Original & { readonly text: string }) | undefined {
  const text = checked && mend(checked);
  return checked && text !== undefined
    ? { document: checked.context.document, findings: checked.findings, text }
    : undefined;
}

async function writeAll(catalog: Catalog, originals: ReadonlyMap<string, Original>): Promise<FixOutcome> {
  const written: string[] = [];
  const refused: Array<{ path: string; reason: string }> = [];
  let answered = 0;
  for (const [uri, { document, findings }] of originals) {
    const text = catalog.get(uri)?.text ?? document.text;
    const reason = await write(document, text);
    if (reason === undefined) {
      written.push(document.path);
      answered += answeredBy(findings, catalog.check(uri)?.findings ?? []);
    } else {
      refused.push({ path: document.path, reason });
      catalog.upsert([{ ...placeOf(document), text: document.text }]);
    }
  }
  return { findings: answered, written, refused };
}

/** Writes a document. Returns the reason if it cannot be written. */
async function write(original: CatalogDocument, text: string): Promise<string | undefined> {
  const file = join(original.root, original.path);
  if (!isMarkdown(original.path)) {
    return 'its name is not that of a markdown file';
  }
  const read = await readRegularFile(file);
  if ('skipped' in read) {
    return read.skipped;
  }
  const now = decode(read.bytes);
  if (!('text' in now) || now.text !== original.text) {
    return 'it changed in the meantime; run the command again';
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
