import { folderOf } from '../../document/document.ts';
import { trimmedEnd } from '../../text/ends.ts';
import { withoutPageEnding, orderNumber } from '../link/files.ts';

/** How a link writes the path of a page. */
export interface LinkForm {
  /** Whether it counts from the folder of the rule file, by `./` or `../`. */
  readonly relative: boolean;
  /** What stands before the path, its last slash included: `https://docs.acme.io/ops/`. */
  readonly prefix: string;
  /** The folder that the prefix stands for; empty for the top of the repository. */
  readonly folder: string;
  /** What it makes of the ending of the page's name. */
  readonly ending: 'kept' | 'none' | '.html';
  /** Whether a slash ends it. */
  readonly slash: boolean;
  /** Whether capital letters are written small. */
  readonly lower: boolean;
  /** Whether numbers that order pages are left out. */
  readonly unnumbered: boolean;
}

/** An address in pieces that together are the address, but for the signs before them. */
export interface AddressPieces {
  /** Up to the query and the anchor. */
  readonly head: string;
  readonly query?: string;
  readonly anchor?: string;
  /** A query behind the anchor. */
  readonly late?: string;
}

/** Returns the pieces of an address. */
export function piecesOf(address: string): AddressPieces {
  const anchorAt = address.indexOf('#');
  const before = anchorAt === -1 ? address : address.slice(0, anchorAt);
  const behind = anchorAt === -1 ? '' : address.slice(anchorAt + 1);
  const [queryAt, lateAt] = [before.indexOf('?'), behind.indexOf('?')];
  const anchor = lateAt === -1 ? behind : behind.slice(0, lateAt);
  return {
    head: queryAt === -1 ? before : before.slice(0, queryAt),
    ...(queryAt !== -1 && { query: before.slice(queryAt + 1) }),
    ...(anchor !== '' && { anchor }),
    ...(lateAt !== -1 && { late: behind.slice(lateAt + 1) }),
  };
}

/** Returns the address of pieces with another head and anchor. A query stays on the side of the anchor on which it is. */
export function addressOf(head: string, anchor: string | undefined, { query, late }: AddressPieces): string {
  const queries = [
    ...(query === undefined ? [] : [query]),
    ...(anchor === undefined && late !== undefined ? [late] : []),
  ];
  return [
    head,
    queries.length === 0 ? '' : `?${queries.join('&')}`,
    anchor === undefined ? '' : `#${encoded(anchor)}`,
    anchor !== undefined && late !== undefined ? `?${late}` : '',
  ].join('');
}

/**
 * Returns how the head of an address writes the path of a page, by what both have in common at their ends; undefined if that is nothing.
 * @param head without query and anchor. @param path of the page that it leads to.
 */
export function formOf(head: string, path: string): LinkForm | undefined {
  const slash = head.endsWith('/');
  const parts = (slash ? head.slice(0, -1) : head).split('/');
  const name = decoded(parts.at(-1) ?? '');
  const own = path.split('/');
  const last = own.at(-1) ?? '';
  const bare = withoutPageEnding(last);
  const isIndex = /^(?:_?index|readme)$/i.test(bare);
  const ending =
    bare !== last && same(name, last)
      ? 'kept'
      : same(name, `${bare}.html`)
        ? '.html'
        : same(name, bare)
          ? 'none'
          : isIndex && same(name, own.at(-2) ?? '')
            ? 'none'
            : undefined;
  if (ending === undefined) {
    return undefined;
  }
  const pages = isIndex && ending === 'none' && !same(name, bare) ? own.slice(0, -1) : own;
  let common = 1;
  while (
    common < Math.min(parts.length, pages.length) &&
    same(decoded(parts.at(-1 - common) ?? ''), pages.at(-1 - common) ?? '')
  ) {
    common += 1;
  }
  const written = parts.slice(-common).map(decoded).join('/');
  const stated = pages.slice(-common).join('/');
  return {
    relative: /^\.\.?\//.test(head),
    prefix: parts
      .slice(0, -common)
      .map((part) => `${part}/`)
      .join(''),
    folder: pages.slice(0, -common).join('/'),
    ending,
    slash,
    lower: written !== stated && written === written.toLowerCase() && stated !== stated.toLowerCase(),
    unnumbered: stated.replace(orderNumber, '$1') !== stated && !/(?:^|\/)\d+[-_.]/.test(written),
  };
}

/** Whether two names are the same on sites: without regard to case and to a number before one of them. */
function same(written: string, name: string): boolean {
  const [one, other] = [written.toLowerCase(), name.toLowerCase()];
  return one === other || (one !== '' && one === other.replace(orderNumber, '$1'));
}

/**
 * Returns the head of an address that leads to a page in a form; undefined if the form does not reach the page.
 * @param from path of the rule file.
 */
export function headFor(form: LinkForm, path: string, from: string): string | undefined {
  if (form.relative) {
    return ended(encoded(relativePath(folderOf(from), named(form, path))), form);
  }
  if (form.folder !== '' && !path.startsWith(`${form.folder}/`)) {
    return undefined;
  }
  const rest = named(form, form.folder === '' ? path : path.slice(form.folder.length + 1));
  return ended(`${form.prefix}${encoded(rest)}`, form);
}

function ended(head: string, { slash }: LinkForm): string {
  return slash ? `${trimmedEnd(head, /\//)}/` : head;
}

function named({ ending, lower, unnumbered }: LinkForm, path: string): string {
  const bare = ending === 'kept' ? path : withoutPageEnding(path);
  const page = ending === 'none' ? bare.replace(/(^|\/)(?:_?index|readme)$/i, '') : bare;
  const ordered = unnumbered ? page.replace(orderNumber, '$1') : page;
  return `${lower ? ordered.toLowerCase() : ordered}${ending === '.html' ? '.html' : ''}`;
}

/** A path from a folder, beginning with `./` or `../`. */
function relativePath(folder: string, path: string): string {
  const [from, to] = [folder === '' ? [] : folder.split('/'), path.split('/')];
  let common = 0;
  while (common < Math.min(from.length, to.length - 1) && from[common] === to[common]) {
    common += 1;
  }
  const up = from.length - common;
  return `${up === 0 ? './' : '../'.repeat(up)}${to.slice(common).join('/')}`;
}

/** Returns a path or an anchor as it can stand in an address, in any text and in any quotes. Letters of all languages stay. */
export function encoded(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\p{Cs}\-_.~/+@=:]/gu, (sign) =>
    encodeURIComponent(sign).replace(/[!'()*]/, (left) => `%${left.charCodeAt(0).toString(16).toUpperCase()}`),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
