import { configurationSchema } from '../check/configuration-schema.ts';
import { isTeamFile, Team, type TeamFile } from '../team/team.ts';
import { codeOwnersPaths } from '../team/owners.ts';
import { templateFolder } from '../team/template-file.ts';
import type { FileStore, Logger } from '../ports.ts';
import type { Catalog, Source } from './catalog.ts';

/** A request to load documents. */
export interface LoadRequest {
  readonly root: string;
  readonly store: FileStore;
  readonly catalog: Catalog;
  readonly logger: Logger;
  /** The path from the repository's top to the root; see `DocumentPlace`. */
  readonly prefix?: string;
  /** Whether a listed path may be indexed; the configuration of the team decides further. */
  readonly isCandidate: (path: string) => boolean;
  /** Returns the URI of a document. */
  readonly uriOf: (path: string) => string;
  /** Returns a text to use instead of the file, such as that of an unsaved editor. */
  readonly textOf?: (uri: string) => string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The result of a load. A cancelled load keeps what it has read. */
export interface LoadResult {
  /** All candidate paths, read or not. */
  readonly paths: readonly string[];
  readonly indexed: number;
  readonly skipped: ReadonlyArray<{ readonly path: string; readonly reason: string }>;
  readonly cancelled: boolean;
}

/** Number of files to read at a time; the host can do other work between batches. */
const batchSize = 32;

/**
 * Reads the files of the team, then the documents, into the catalog. A file that cannot be read is logged with the reason and does not
 * stop the others. Rejects only if the root cannot be listed.
 */
export async function load(request: LoadRequest): Promise<LoadResult> {
  const { root, catalog, logger, signal } = request;
  const prefix = request.prefix === undefined ? {} : { prefix: request.prefix };
  const paths = await listDocuments(request);
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
    // Text that was typed while the batch was read takes precedence.
    const current = read.map((source) => ({ ...source, text: request.textOf?.(source.uri) ?? source.text }));
    catalog.upsert(current, true);
    indexed += read.length;
    request.onProgress?.(Math.min(start + batchSize, paths.length), paths.length);
  }
  catalog.settle();
  return { paths, indexed, skipped, cancelled: signal.aborted };
}

/** The part of a `LoadRequest` that listing needs. */
export type ListRequest = Pick<
  LoadRequest,
  'root' | 'store' | 'catalog' | 'logger' | 'prefix' | 'isCandidate' | 'uriOf' | 'textOf' | 'signal'
>;

/**
 * Reads the files of the team into the catalog, and returns the paths of the documents that its configuration includes; none if the
 * listing was stopped. Rejects only if the root cannot be listed.
 */
export async function listDocuments(request: ListRequest): Promise<readonly string[]> {
  const { root, store, catalog, prefix = '', isCandidate } = request;
  let paths = await listUnlessStopped(request, false);
  const files = await readTeamFiles(request, paths);
  const team = new Team(files, configurationSchema);
  if (team.namesFiles) {
    paths = await listUnlessStopped(request, true);
  }
  if (!request.signal.aborted) {
    catalog.setTeam(root, files);
  }
  return paths.filter((path) => isCandidate(path) && catalog.team(root).reads(`${prefix}${path}`));

  async function listUnlessStopped({ signal }: ListRequest, all: boolean): Promise<readonly string[]> {
    try {
      return await store.list(root, signal, all);
    } catch (error) {
      if (signal.aborted) {
        return [];
      }
      throw error;
    }
  }
}

/** The files of the team: those listed, and those above the root up to the top of the repository. */
async function readTeamFiles(request: ListRequest, listed: readonly string[]): Promise<TeamFile[]> {
  const { root, store, logger, uriOf, prefix = '' } = request;
  const own = listed.filter((path) => isTeamFile(`${prefix}${path}`));
  const all = [...own, ...(await teamFilesAbove(store, root, prefix))];
  // A folder with owners files can be the root itself or above it, and is then listed twice. The first path counts.
  const byTop = new Map(all.toReversed().map((path) => [fromTop(prefix, path), path]));
  const paths = [...byTop.values()].toReversed();
  const files = await Promise.all(paths.map(async (path) => ({ path, result: await readOne(request, path) })));
  return files.flatMap(({ path, result }): TeamFile[] => {
    if ('skipped' in result) {
      logger.warn(`Not read: ${path}: ${result.skipped}`);
      return [];
    }
    return [{ uri: uriOf(path), path: fromTop(prefix, path), text: result.text }];
  });
}

/** The paths, relative to the root and beginning with `../`, of the team's files in the folders above it. */
async function teamFilesAbove(store: FileStore, root: string, prefix: string): Promise<string[]> {
  const depth = prefix.split('/').length - 1;
  const above = Array.from({ length: depth }, (_, index) => '../'.repeat(index + 1));
  const candidates = [
    ...above.map((base) => base),
    ...above.map((base) => `${base}${templateFolder}/`),
    ...codeOwnersPaths
      .filter((path) => path.includes('/'))
      .map((path) => `${above.at(-1) ?? ''}${path.slice(0, path.indexOf('/'))}/`),
  ];
  const found = await Promise.all(
    (depth === 0 ? [] : candidates).map(async (folder) =>
      (await store.names(root, folder)).map((name) => `${folder}${name}`),
    ),
  );
  return [...new Set(found.flat())].filter((path) => isTeamFile(fromTop(prefix, path)));
}

/** A path relative to the root, which may begin with `../`, from the repository's top. */
function fromTop(prefix: string, path: string): string {
  const ups = /^(?:\.\.\/)*/.exec(path)?.[0].length ?? 0;
  const kept = prefix.split('/').slice(0, -1 - ups / 3);
  return [...kept, path.slice(ups)].join('/');
}

async function readOne({ root, store, uriOf, textOf }: ListRequest, path: string): ReturnType<FileStore['read']> {
  const text = textOf?.(uriOf(path));
  return text === undefined ? store.read(root, path) : { text };
}
