import { folderOf } from '../../document/document.ts';
import type { Alert, AlertLink } from '../alert.ts';
import { forgePath, hole, readAddress, type Address } from './address.ts';
import type { Anchors } from './anchors.ts';
import { normalisedPath, type Files } from './files.ts';
import { pageOnSite, type Site } from './sites.ts';

/** Where the link of an alert leads. */
export type LinkState = 'none' | 'resolved' | 'dead' | 'anchor-missing' | 'outside' | 'pattern';

/** What a link means in a repository. */
export interface Resolution {
  readonly state: LinkState;
  /** The link that it is about; absent without any. */
  readonly link?: AlertLink;
  /** The file, or where it should be; absent outside. */
  readonly path?: string;
  /** Without `#`, as written. */
  readonly anchor?: string;
  /** `pattern` only: the files that it may lead to, at most a few. */
  readonly files?: readonly string[];
  /** Whether the link is only announced ("TBD"); the state is `none`. */
  readonly placeholder?: true;
  /** What the address was understood by, if it is one of a site. */
  readonly site?: Site;
}

/** What links are resolved against. */
export interface LinkWorld {
  readonly files: Files;
  /** The repository's names, `owner/name`, from its remotes. */
  readonly repositories: readonly string[];
  readonly sites: readonly Site[];
  /** The anchors of a page; undefined if they are unknown: then every anchor counts as there. */
  readonly anchors: (path: string) => Anchors | undefined;
}

const mostFiles = 20;

/** Returns where an alert leads, by its best link. @param path of its file. */
export function resolveAlert({ links }: Pick<Alert, 'links'>, path: string, world: LinkWorld): Resolution {
  const [link] = links;
  if (link === undefined) {
    return { state: 'none' };
  }
  return link.placeholder ? { state: 'none', link, placeholder: true } : resolveLink(link, path, world);
}

/** Returns where a link leads. @param path of the file that has it. */
export function resolveLink(link: AlertLink, path: string, world: LinkWorld): Resolution {
  const address = readAddress(link.address);
  const found = address.foreign ? { state: 'outside' as const } : placed(address, path, world);
  return { ...found, link };
}

function placed(address: Address, from: string, world: LinkWorld): Resolution {
  const { host, anchor } = address;
  const { files } = world;
  const facts = anchor === undefined ? {} : { anchor };
  if (host === undefined) {
    return address.path.includes(hole) ? pattern(address.path, from, world) : relative(address, from, world);
  }
  const forge = forgePath(address, world.repositories);
  if (forge !== undefined) {
    const [first = ''] = forge.paths;
    if (first.includes(hole)) {
      return { state: 'pattern', ...matched(first, files), ...facts };
    }
    for (const each of forge.paths) {
      const path = normalisedPath(each) ?? each;
      if (files.has(path)) {
        return checked(path, anchor, world, 'github');
      }
      if (files.hasFolder(path) && (path !== '' || first === '')) {
        return checked(files.page(path) ?? path, anchor, world, 'github');
      }
    }
    return { state: 'dead', path: normalisedPath(first) ?? first, ...facts };
  }
  const site = pageOnSite(address, world.sites, files);
  if (site === undefined) {
    return host.includes(hole) ? pattern(address.path, from, world) : { state: 'outside' };
  }
  if (address.path.includes(hole)) {
    return { state: 'pattern', ...matched(site.path, files), ...facts, site: site.site };
  }
  return site.exists
    ? { ...checked(site.path, anchor, world, 'site'), site: site.site }
    : { state: 'dead', path: site.path, ...facts, site: site.site };
}

const pageName = /\.(?:mdx?|markdown|adoc|asciidoc|rst|html?|txt|ipynb|pdf)$/i;

/** A path counts from the file's own folder if it says so; else from the top, then from each folder above the file. */
function relative({ path, anchor }: Address, from: string, world: LinkWorld): Resolution {
  const { files } = world;
  const facts = anchor === undefined ? {} : { anchor };
  const own = folderOf(from);
  const bases = /^\.\.?\//.test(path) ? [own] : ['', ...(path.startsWith('/') ? [] : foldersAbove(own))];
  const written = normalisedPath(/^\.\.?\//.test(path) ? `${own}/${path}` : path);
  for (const find of [
    (full: string) => (files.has(full) ? full : undefined),
    (full: string) => files.folded(full) ?? files.page(full) ?? (files.hasFolder(full) ? full : undefined),
  ]) {
    for (const base of bases) {
      const full = normalisedPath(`${base}/${path}`);
      const found = full === undefined || full === '' ? undefined : find(full);
      if (found !== undefined) {
        return checked(found, anchor, world, 'github');
      }
    }
  }
  if (!path.includes('/') && path !== '') {
    const named = files.named(path.replace(pageName, ''));
    const [only] = named;
    if (only !== undefined && named.length === 1) {
      return checked(only, anchor, world, 'github');
    }
    return pageName.test(path) ? { state: 'dead', path, ...facts } : { state: 'outside' };
  }
  const leads = pageName.test(path) || /^\.{0,2}\//.test(path) || files.hasFolder(path.split('/')[0] ?? '');
  return leads && path !== '' ? { state: 'dead', path: written ?? path, ...facts } : { state: 'outside' };
}

/** The folders from that of a file up to, without it, the top. */
function foldersAbove(folder: string): string[] {
  const all: string[] = [];
  for (let each = folder; each !== ''; each = folderOf(each)) {
    all.push(each);
  }
  return all;
}

function pattern(path: string, from: string, { files }: LinkWorld): Resolution {
  const own = folderOf(from);
  const full = /^\.\.?\//.test(path) ? (normalisedPath(`${own}/${path}`) ?? path) : path.replace(/^\/+/, '');
  return { state: 'pattern', ...matched(full, files) };
}

/** The files that a path with holes may name; none if nothing of it is known. */
function matched(path: string, files: Files): { path?: string; files?: readonly string[] } {
  const pieces = path.split(hole).map((piece) => piece.toLowerCase());
  const known = pieces.join('').replace(/[/.]|\b(?:md|html)\b/g, '');
  if (known === '') {
    return {};
  }
  const found: string[] = [];
  for (const [index, each] of files.lowerPaths().entries()) {
    if (found.length < mostFiles && fits(each, pieces)) {
      found.push(files.paths[index] ?? each);
    }
  }
  const [only] = found;
  return found.length === 0 ? {} : { files: found, ...(found.length === 1 && only !== undefined && { path: only }) };
}

/** Whether a path has some pieces in order, the first at its start and the last at its end; the time is that of the path. */
function fits(path: string, pieces: readonly string[]): boolean {
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  if (!path.startsWith(first) || !path.endsWith(last) || path.length < first.length + last.length) {
    return false;
  }
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = path.indexOf(piece, at);
    if (found === -1) {
      return false;
    }
    at = found + piece.length;
  }
  return at <= path.length - last.length;
}

/** Places in a file that forges make of line numbers: `#L10-L20`. */
const linesOfFile = /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/;

function checked(path: string, anchor: string | undefined, world: LinkWorld, by: 'github' | 'site'): Resolution {
  if (anchor === undefined) {
    return { state: 'resolved', path };
  }
  if (anchor.includes(hole)) {
    return { state: 'pattern', path, files: [path] };
  }
  const anchors = linesOfFile.test(anchor) ? undefined : world.anchors(path);
  const name = anchor.toLowerCase().replace(/^user-content-/, '');
  const isThere =
    anchors === undefined || name === 'top' || anchors.github.has(name) || (by === 'site' && anchors.site.has(name));
  return { state: isThere ? 'resolved' : 'anchor-missing', path, anchor };
}

/** Returns the target of a resolution in one text: `path` or `path#anchor`. */
export function targetOf({ path, anchor, state }: Resolution): string | undefined {
  if (path === undefined) {
    return undefined;
  }
  return anchor === undefined || state === 'pattern' ? path : `${path}#${anchor}`;
}
