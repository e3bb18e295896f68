import {
  homeOf,
  nextNumber,
  fileNameFrom,
  type CatalogDocument,
  type Kind,
  type Template,
} from '../../../core/index.ts';
import type { IndexService } from '../../services/index-service.ts';

/** The services that the documents of a catalog name, the most used first. */
export function knownServices(documents: readonly CatalogDocument[]): string[] {
  return byUse(documents.flatMap(({ metadata }) => metadata.services ?? []));
}

/** The severities that postmortems state, in their own spelling and in order; SEV-1 to SEV-4 where none states one. */
export function knownSeverities(documents: readonly CatalogDocument[]): string[] {
  const stated = byUse(
    documents.flatMap(({ kind, metadata }) => (kind === 'postmortem' ? (metadata.severity ?? []) : [])),
  );
  return stated.length > 0
    ? stated.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    : ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'];
}

/** What a new document's path is made from. */
export interface PathRequest {
  readonly kind: Exclude<Kind, 'other'>;
  readonly root: string;
  readonly template: Template;
  readonly title: string;
  readonly service: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The folder and the file name rule that settings ask for; the rule may be empty. */
  readonly folder: string;
  readonly fileName: string;
}

/**
 * Where a new document belongs, relative to its root: among the documents made from the same template, of the same service
 * where there are some; else where the settings say. Throws a UserError when the file name rule cannot be used.
 */
export function suggestPath({ catalog }: IndexService, request: PathRequest): string {
  const peers = catalog.documents(request.kind).filter(({ root }) => root === request.root);
  const alike = peers.filter(
    ({ uri }) => catalog.context(uri)?.expectation.convention.template.id === request.template.id,
  );
  const same = alike.filter(
    ({ metadata, path }) =>
      request.service !== '' &&
      (metadata.services?.includes(request.service) === true || path.includes(`/${request.service}/`)),
  );
  const home = homeOf(
    request.kind === 'runbook' && same.length > 0 ? same : alike.length > 0 ? alike : peers,
    request.date,
  );
  const names = peers.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const rule =
    request.fileName || home?.fileName || (request.kind === 'postmortem' ? '${date}-${slug}.md' : '${slug}.md');
  const name = fileNameFrom(rule, { ...request, number: nextNumber(names, request.date.slice(0, 4)) });
  const folder = home?.folder ?? tidyFolder(request.folder);
  return folder === '' ? name : `${folder}/${name}`;
}

/** A folder as a setting may spell it, without `./`, backslashes and outer slashes. */
function tidyFolder(folder: string): string {
  return folder
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+|\/+$/g, '');
}

function byUse(items: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([item]) => item);
}
