import { trimmedEnd } from '../../text/ends.ts';

/** Stands for a part of a template in an address. */
export const hole = '\ue002';
const holes = /\{\{[^{}]*(?:\{\{[^{}]*\}\}[^{}]*)*\}\}|\$\{[^{}]*\}|\$\([^()]*\)|\{%[^{}]*%\}|%\([^()]*\)s|%s/g;

/** An address taken apart. Its parts may have holes. */
export interface Address {
  /** In lower case; absent for a path. */
  readonly host?: string;
  /** Decoded. Of an address with a host it begins with `/`. */
  readonly path: string;
  /** Decoded, without `#`. */
  readonly anchor?: string;
  /** Of a query that names a file, as in Azure DevOps: `?path=/docs/a.md`. */
  readonly named?: string;
  /** Whether it is of another scheme than that of web pages. */
  readonly foreign: boolean;
}

/** Hosts written without a scheme: `aka.ms/x`, `docs.acme.io`. Endings of pages are no domains. */
const bareHost =
  /^(?![^/#?]*\.(?:mdx?|markdown|adoc|asciidoc|rst|html?|txt|ya?ml)(?:[/#?]|$))[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?(?:\/|$)/i;

/** Returns an address taken apart. A query is left out, before the anchor and behind it. */
export function readAddress(text: string): Address {
  const bare = text
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(holes, hole);
  const scheme = /^([a-z][a-z0-9+.-]*):(?=\/\/|[^\d/])/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    return { path: bare, foreign: true };
  }
  const isBare = scheme === undefined && !bare.startsWith('//') && bareHost.test(bare);
  const rest = bare.replace(/^(?:https?:)?\/\//i, '');
  const isAddress = scheme !== undefined || bare.startsWith('//') || isBare;
  const anchorAt = rest.indexOf('#');
  const beforeAnchor = anchorAt === -1 ? rest : rest.slice(0, anchorAt);
  const queryAt = beforeAnchor.indexOf('?');
  const place = queryAt === -1 ? beforeAnchor : beforeAnchor.slice(0, queryAt);
  const query = queryAt === -1 ? '' : beforeAnchor.slice(queryAt + 1);
  const anchor = anchorAt === -1 ? '' : (rest.slice(anchorAt + 1).split(/\?|:~:text=/, 1)[0] ?? '');
  const named = /(?:^|&)path=([^&]+)/.exec(query)?.[1];
  const facts = {
    foreign: false,
    ...(anchor !== '' && { anchor: decoded(anchor) }),
    ...(named !== undefined && { named: decoded(named) }),
  };
  if (!isAddress) {
    return { path: decoded(place), ...facts };
  }
  const slash = place.indexOf('/');
  const host = (slash === -1 ? place : place.slice(0, slash)).toLowerCase().replace(/^[^@]*@/, '');
  return { host, path: slash === -1 ? '/' : decoded(place.slice(slash)), ...facts };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A file that an address of a forge names. */
export interface ForgePath {
  /** The path for each length that the name of the branch may have, the shortest first. */
  readonly paths: readonly string[];
}

/** What stands between the repository and the branch in addresses of forges. */
const views = new Set(['blob', 'tree', 'raw', 'edit', 'blame', 'src', 'plain', 'view', '_edit']);
const longestBranch = 4;

/**
 * Returns the file that an address names in one of some repositories (`owner/name`): pages and raw texts of GitHub, GitLab, Gitea, Bitbucket
 * and Azure DevOps. Undefined for other addresses.
 */
export function forgePath({ host, path, named }: Address, repositories: readonly string[]): ForgePath | undefined {
  if (host === undefined) {
    return undefined;
  }
  const segments = path.split('/').filter((part) => part !== '');
  const lower = segments.map((part) => part.toLowerCase());
  for (const repository of repositories) {
    const own = repository.toLowerCase().split('/');
    const at = lower.findIndex((_, index) => own.every((part, offset) => lower[index + offset] === part));
    if (at === -1 || at > 2 || (/^(?:www\.)?github\.com$/.test(host) && at > 0)) {
      continue;
    }
    let rest = segments.slice(at + own.length);
    if (named !== undefined && rest.length === 0) {
      return { paths: [trimmedEnd(named.replace(/^\/+/, ''), /\//)] };
    }
    if (host === 'raw.githubusercontent.com') {
      return { paths: afterBranch(rest) };
    }
    rest = rest[0] === '-' ? rest.slice(1) : rest;
    if (rest.length === 0) {
      return { paths: [''] };
    }
    if (views.has(rest[0] ?? '')) {
      rest = rest.slice(1);
      return { paths: afterBranch(/^(?:branch|tag|commit)$/.test(rest[0] ?? '') ? rest.slice(1) : rest) };
    }
  }
  return undefined;
}

function afterBranch(segments: readonly string[]): string[] {
  const rest = segments[0] === 'refs' && /^(?:heads|tags)$/.test(segments[1] ?? '') ? segments.slice(2) : segments;
  const most = Math.min(longestBranch, Math.max(1, rest.length));
  return Array.from({ length: most }, (_, length) => rest.slice(length + 1).join('/'));
}
