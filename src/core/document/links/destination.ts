import { folderOf, type DocumentPlace } from '../document.ts';
import { fold } from '../../text/plain-text.ts';

/** Addresses, mail, other machines; and what stays in the document itself. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?|$)/i;

/** A link's destination taken apart: the path as a reader of files knows it, and what a browser gets after it. */
interface Destination {
  readonly path: string;
  /** The query and anchor, beginning with `?` or `#`; empty without any. */
  readonly rest: string;
}

/**
 * Returns the paths, relative to the root of a document, that a link in it can lead to; none for addresses and for places in the document
 * itself. A destination that begins with `/` counts from the root or from the top of the repository.
 */
export function targetsOf({ path, prefix = '' }: DocumentPlace, destination: string): string[] {
  const found = read(destination);
  if (found === undefined) {
    return [];
  }
  if (found.path.startsWith('/')) {
    const rooted = normalise(found.path.split('/'));
    const fromTop = rooted === undefined || prefix === '' ? undefined : below(prefix, rooted);
    return [rooted, fromTop].flatMap((target) => target || []);
  }
  const joined = normalise([...folderOf(`${prefix}${path}`).split('/'), ...found.path.split('/')]);
  const target = joined === undefined ? undefined : below(prefix, joined);
  return target === undefined || target === '' ? [] : [target];
}

/** Returns the destination of a link from one document to another of the same root, escaped for Markdown and browsers. */
export function linkTo(from: Pick<DocumentPlace, 'path'>, to: Pick<DocumentPlace, 'path'>): string {
  return encode(relative(folderOf(from.path), to.path.split('/')));
}

/**
 * Returns the destination from another document to the same target; unchanged if it does not depend on the document. Anchors in the
 * document itself become links to that document.
 */
export function rebased(
  destination: string,
  from: Pick<DocumentPlace, 'path'>,
  to: Pick<DocumentPlace, 'path'>,
): string {
  if (folderOf(from.path) === folderOf(to.path) && !destination.startsWith('#')) {
    return destination;
  }
  if (destination.startsWith('#')) {
    return `${linkTo(to, from)}${destination}`;
  }
  const found = read(destination);
  if (found === undefined || found.path.startsWith('/')) {
    return destination;
  }
  const target = climbing([...folderOf(from.path).split('/'), ...found.path.split('/')]);
  return `${encode(relative(folderOf(to.path), target))}${found.path.endsWith('/') ? '/' : ''}${found.rest}`;
}

/** Longer titles are cut: no reader takes them in. */
const longestTitle = 200;

/** Returns a title as the text of a link. */
export function linkText(title: string): string {
  const all = [...fold(title)];
  const short = all.length > longestTitle ? [...all.slice(0, longestTitle - 1), '…'] : all;
  return short
    .join('')
    .replace(/[\\`*[\]<>|]|(?<=\])\(|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, String.raw`\$&`);
}

function read(destination: string): Destination | undefined {
  const bare = destination.trim();
  if (elsewhere.test(bare)) {
    return undefined;
  }
  const end = /[?#]/.exec(bare)?.index ?? bare.length;
  return { path: decoded(bare.slice(0, end)), rest: bare.slice(end) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Only what would end a destination, or mean something else in one, so that names stay readable in every script. */
function encode(path: string): string {
  const encoded = path
    .replace(/[\s%#?<>[\]\\"`^{|}]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}

/** The segments without `.`, empty ones and what `..` takes back; undefined if they lead above the top. */
function normalise(segments: readonly string[]): string | undefined {
  const path = climbing(segments);
  return path[0] === '..' ? undefined : path.join('/');
}

/** The same for a path that may begin with `..`. */
function climbing(segments: readonly string[]): string[] {
  const path: string[] = [];
  for (const segment of segments) {
    if (segment === '..' && path.length > 0 && path.at(-1) !== '..') {
      path.pop();
    } else if (segment !== '' && segment !== '.') {
      path.push(segment);
    }
  }
  return path;
}

function relative(folder: string, target: readonly string[]): string {
  const from = climbing(folder.split('/'));
  const differs = target.findIndex((segment, index) => segment !== from[index]);
  const common = Math.min(differs === -1 ? target.length : differs, from.length);
  const path = [...from.slice(common).map(() => '..'), ...target.slice(common)];
  return path.length === 0 ? '.' : path.join('/');
}

/** A path from the repository's top as one relative to the root; undefined if it is outside. */
function below(prefix: string, path: string): string | undefined {
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
