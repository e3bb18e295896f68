import type { FileStore, Logger } from '../ports.ts';
import type { Catalog, Source } from './catalog.ts';

/** What to load, from where, into what. */
export interface LoadRequest {
  readonly root: string;
  readonly store: FileStore;
  readonly catalog: Catalog;
  readonly logger: Logger;
  /** The path from the repository's top to the root; see `DocumentPlace`. */
  readonly prefix?: string;
  /** Which of the listed paths to index. */
  readonly isCandidate: (path: string) => boolean;
  /** The identity that a document gets. */
  readonly uriOf: (path: string) => string;
  /** The text to use in place of the file's, such as an unsaved editor's. */
  readonly textOf?: (uri: string) => string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** How a load went. Cancelled loads keep what they have read. */
export interface LoadResult {
  /** The paths that were candidates, read or not. */
  readonly paths: readonly string[];
  readonly indexed: number;
  readonly skipped: ReadonlyArray<{ readonly path: string; readonly reason: string }>;
  readonly cancelled: boolean;
}

/** How many files are read at a time; between batches the host gets to do other things. */
const batchSize = 32;

/**
 * Reads a root's documents into the catalog. A file that cannot be read is logged with its reason and never stops the
 * rest. Rejects only when the root cannot be listed.
 */
export async function load(request: LoadRequest): Promise<LoadResult> {
  const { root, catalog, logger, signal } = request;
  const prefix = request.prefix === undefined ? {} : { prefix: request.prefix };
  const paths = (await listUnlessStopped(request)).filter(request.isCandidate);
  const skipped: Array<{ path: string; reason: string }> = [];
  let indexed = 0;
  for (let start = 0; start < paths.length && !signal.aborted; start += batchSize) {
    const batch = paths.slice(start, start + batchSize);
    const sources = await Promise.all(batch.map(async (path) => ({ path, result: await readOne(request, path) })));
    if (signal.aborted) {
      break;
    }
    const read: Source[] = [];
    for (const { path, result } of sources) {
      if ('skipped' in result) {
        skipped.push({ path, reason: result.skipped });
        logger.warn(`Not indexed: ${path}: ${result.skipped}`);
      } else {
        read.push({ uri: request.uriOf(path), root, path, ...prefix, text: result.text });
      }
    }
    catalog.upsert(read);
    indexed += read.length;
    request.onProgress?.(Math.min(start + batchSize, paths.length), paths.length);
  }
  return { paths, indexed, skipped, cancelled: signal.aborted };
}

/** The root's files; none when the listing was stopped. */
async function listUnlessStopped({ store, root, signal }: LoadRequest): Promise<readonly string[]> {
  try {
    return await store.list(root, signal);
  } catch (error) {
    if (signal.aborted) {
      return [];
    }
    throw error;
  }
}

async function readOne({ root, store, uriOf, textOf }: LoadRequest, path: string): ReturnType<FileStore['read']> {
  const text = textOf?.(uriOf(path));
  return text === undefined ? store.read(root, path) : { text };
}
