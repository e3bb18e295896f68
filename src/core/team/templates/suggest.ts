import type { CatalogDocument } from '../../document/document.ts';
import type { TeamTemplate } from '../template-file.ts';
import type { TeamWords } from '../settings.ts';
import type { Shelf } from '../shelf.ts';
import { builtInTemplates } from './builtin/index.ts';
import { UserError } from '../../util/user-error.ts';
import { fileNameFrom, pathProblem } from './file-name.ts';
import { homeAt, homeOf } from './home.ts';
import { nextNumber } from './numbering.ts';
import { isFolderOf, runbookHome } from './shelves.ts';
import type { Template } from './template.ts';
import { tellsIncident, type DocumentKind } from '../../vocabulary/kind.ts';

/** Returns the services in the configuration, then those in documents, most used first. */
export function knownServices(documents: readonly CatalogDocument[], { services = [] }: TeamWords): string[] {
  return [...new Set([...services, ...byUse(documents.flatMap(({ metadata }) => metadata.services ?? []))])];
}

/** Returns the severities in the configuration; else those in postmortems, in their own spelling and in order; else SEV-1 to SEV-4. */
export function knownSeverities(documents: readonly CatalogDocument[], { severities }: TeamWords): readonly string[] {
  const stated = byUse(documents.filter(tellsIncident).flatMap(({ metadata }) => metadata.severity ?? []));
  return (
    severities ??
    (stated.length > 0
      ? stated.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      : ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'])
  );
}

/** Returns the statuses in the configuration; else those in postmortems, together with the usual ones. */
export function knownStatuses(documents: readonly CatalogDocument[], { statuses }: TeamWords): readonly string[] {
  const stated = documents.filter(tellsIncident).flatMap(({ metadata }) => metadata.status ?? []);
  return statuses ?? (stated.length > 0 ? byUse(stated) : ['draft', 'in review', 'reviewed', 'closed']);
}

/** Default folder of new documents, and whether documents of a service are kept together. */
const usualHomes: Readonly<Record<DocumentKind, { readonly fileName: string; readonly byService: boolean }>> = {
  runbook: { fileName: '${slug}.md', byService: true },
  postmortem: { fileName: '${date}-${slug}.md', byService: false },
};

/** The data for the path of a new document. */
export interface PathRequest {
  readonly root: string;
  readonly template: Template | TeamTemplate;
  readonly title: string;
  readonly service: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The folder and the file name rule in the settings; the rule may be empty. */
  readonly folder: string;
  readonly fileName: string;
}

/**
 * Returns the path of a new document, relative to its root: as in its team template; else next to documents from the same template, a
 * runbook in the folder for its service (see `runbookHome`); else as in the settings. Throws a UserError if the file name rule or the folder in the settings is not
 * valid.
 */
export function suggestPath(shelf: Shelf, request: PathRequest): string {
  const { template, root, service, date } = request;
  const peers = shelf.documents(template.kind).filter((document) => document.root === root);
  const names = peers.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const variables = { ...request, number: nextNumber(names, date.slice(0, 4)) };
  if ('target' in template && template.target !== undefined) {
    const prefix = shelf.documents().find((document) => document.root === root)?.prefix ?? '';
    const path = `${template.base === '' ? '' : `${template.base}/`}${fileNameFrom(template.target, variables)}`;
    return path.startsWith(prefix) ? path.slice(prefix.length) : path;
  }
  // The convention of a document names a team template or a built-in template, never a page that was copied.
  const named = 'governs' in template || builtInTemplates.some(({ id }) => id === template.id);
  const alike = named ? peers.filter(({ uri }) => shelf.expectedTemplate(uri)?.id === template.id) : [];
  const { byService, fileName } = usualHomes[template.kind];
  const models = alike.length > 0 ? alike : peers;
  const ofService = peers.filter((peer) => !models.includes(peer) && isFolderOf(peer.path, service));
  const found = byService ? runbookHome([...models, ...ofService], request) : homeOf(models, date);
  const home = found && homeAt(found, date);
  const rule = request.fileName || home?.fileName || fileName;
  const name = fileNameFrom(rule, variables);
  const folder = home !== undefined && folderProblem(home.folder) === undefined ? home.folder : asked(request.folder);
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder in the settings. Throws a UserError if no document can be created there. */
function asked(setting: string): string {
  const folder = tidyFolder(setting);
  const problem = folderProblem(folder);
  if (problem !== undefined) {
    throw new UserError(`The folder for new documents in the settings is not valid: ${problem}.`);
  }
  return folder;
}

function folderProblem(folder: string): string | undefined {
  return folder === '' ? undefined : pathProblem(folder);
}

/** A folder as a setting may spell it, without `./`, backslashes and outer slashes. */
function tidyFolder(folder: string): string {
  return (
    folder
      .trim()
      .replaceAll('\\', '/')
      // oxlint-disable-next-line regexp/no-super-linear-move -- A setting.
      .replace(/^(?:\.?\/)+|\/+$/g, '')
  );
}

function byUse(items: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([item]) => item);
}
