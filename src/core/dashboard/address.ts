/** An address of the web in its parts, as written. */
export interface Address {
  /** In lower case, without port. */
  readonly host: string;
  /** From the first `/` on; empty without one. */
  readonly path: string;
  /** Behind the first `?`, without it; undefined without one. */
  readonly query: string | undefined;
  /** Behind the first `#`, without it; undefined without one. */
  readonly fragment: string | undefined;
  /** All before the query. */
  readonly base: string;
}

/**
 * Returns the parts of an address; undefined if it is not one of `http` or `https`, or has characters that are in none. Spaces may be in the
 * query and the fragment, as people write them. Nor for an address that names a user (`https://a@b/`): a reader may take that for the host.
 */
export function addressOf(text: string): Address | undefined {
  const scheme = /^https?:\/\//i.exec(text)?.[0];
  if (scheme === undefined || /\p{Cc}|\s$/u.test(text)) {
    return undefined;
  }
  const sharp = text.indexOf('#');
  const beforeFragment = sharp === -1 ? text : text.slice(0, sharp);
  const mark = beforeFragment.indexOf('?');
  const base = mark === -1 ? beforeFragment : beforeFragment.slice(0, mark);
  const slash = base.indexOf('/', scheme.length);
  const authority = base.slice(scheme.length, slash === -1 ? base.length : slash);
  const host = authority.replace(/:\d*$/, '').toLowerCase();
  if (host === '' || /\s/.test(base) || /[\\@]/.test(authority)) {
    return undefined;
  }
  return {
    host,
    path: slash === -1 ? '' : base.slice(slash),
    query: mark === -1 ? undefined : beforeFragment.slice(mark + 1),
    fragment: sharp === -1 ? undefined : text.slice(sharp + 1),
    base,
  };
}

/** Returns the text of an address. */
export function textOf({ base, query, fragment }: Pick<Address, 'base' | 'query' | 'fragment'>): string {
  return `${base}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`;
}

const templatePart = /\{\{|\{%|\$\{|\$\(|<[a-z]|\{[a-z_][\w.-]*\}|\[\[[a-z_]\w*\]\]/i;
/** A variable of a shell. Not in fragments: in those of the console of AWS, `$` and two digits stand for a character. */
const variable = /^[^#]*\$[A-Z][A-Z0-9_]{2,}/;

/** Returns whether an address has parts that something fills in before it is one: `{{ $labels.pod }}`, `${HOST}`, `<cluster>`. */
export function isTemplate(address: string): boolean {
  return templatePart.test(address) || variable.test(address);
}

/** Returns an address in which parts of templates are plain letters, so that the rest can be read. */
export function withoutTemplates(address: string): string {
  return address.replace(templateParts, 'x');
}

/** Each is short, or ends at the next bracket of its kind. */
const templateParts =
  /\{\{[^{}]{0,500}\}\}|\{%[^%]{0,500}%\}|\$\{[^{}]{0,500}\}|\$\([^()]{0,500}\)|<[a-z][^<>]{0,100}>|\{[a-z_][\w.-]{0,100}\}|\[\[[^[\]]{0,100}\]\]/gi;
