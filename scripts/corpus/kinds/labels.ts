import { kinds, UserError, type Kind } from '../../../src/core/index.ts';
import { headerOf, rowsOf } from '../csv.ts';

/** What a reader took a document for. */
export interface Label {
  /** The folder of its repository: OWNER__NAME. */
  readonly repository: string;
  readonly path: string;
  readonly kind: Kind;
  /** Of the text that was read; absent if it is not known. */
  readonly sha256?: string;
}

/** Labels to score, and the number of those that are not scored because readers could see the document differently. */
export interface Labels {
  readonly labels: readonly Label[];
  readonly ambiguous: number;
}

const pathAndKind = ['path', 'kind'] as const;
const withTexts = ['repository', 'path', 'sha256', 'kind', 'ambiguous'] as const;

/**
 * Returns the labels of a CSV file: `path,kind`, where the path starts with OWNER__NAME/, or `repository,path,sha256,kind,ambiguous`, where
 * the repository is OWNER/NAME. Throws a UserError for an unknown kind, and for two labels of one document.
 * @param without paths with OWNER__NAME/ that count as ambiguous.
 */
export function parseLabels(text: string, name: string, without: ReadonlySet<string> = new Set()): Labels {
  const all = headerOf(text, name).includes('repository') ? withShaOf(text, name) : plainOf(text, name);
  const scored = all.filter(({ ambiguous, label }) => !ambiguous && !without.has(placeOf(label)));
  const seen = new Set<string>();
  const labels = scored.map(({ label }): Label => {
    const place = placeOf(label);
    const kind = kinds.find((known) => known === label.kind);
    if (kind === undefined) {
      throw new UserError(`${name}: the kind "${label.kind}" of ${place} is not one of ${kinds.join(', ')}.`);
    }
    if (seen.has(place)) {
      throw new UserError(`${name}: ${place} has two labels.`);
    }
    seen.add(place);
    return { ...label, kind };
  });
  return { labels, ambiguous: all.length - labels.length };
}

/** Returns the paths, with OWNER__NAME/, of a CSV file. */
export function parsePaths(text: string, name: string): string[] {
  return rowsOf(text, ['path'], name).map(({ path }) => path);
}

/** Returns the path of a document from ROOT. */
export function placeOf({ repository, path }: { readonly repository: string; readonly path: string }): string {
  return `${repository}/${path}`;
}

interface Read {
  readonly label: Omit<Label, 'kind'> & { readonly kind: string };
  readonly ambiguous: boolean;
}

function plainOf(text: string, name: string): Read[] {
  return rowsOf(text, pathAndKind, name).map(({ path, kind }) => {
    const slash = path.indexOf('/');
    if (slash === -1) {
      throw new UserError(`${name}: ${path} does not start with the folder of a repository.`);
    }
    return { label: { repository: path.slice(0, slash), path: path.slice(slash + 1), kind }, ambiguous: false };
  });
}

function withShaOf(text: string, name: string): Read[] {
  return rowsOf(text, withTexts, name).map(({ repository, path, sha256, kind, ambiguous }) => ({
    label: { repository: repository.replace('/', '__'), path, kind, ...(sha256 !== '' && { sha256 }) },
    ambiguous: ambiguous !== '',
  }));
}
