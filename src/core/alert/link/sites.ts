import { trimmedEnd } from '../../text/ends.ts';
import { hole, readAddress, type Address } from './address.ts';
import { orderNumber, pageKey, type Files } from './files.ts';

/** A site that is made of pages of the repository. */
export interface Site {
  /** Host and path of the start page, in lower case, without scheme and last slash: `docs.acme.io/ops`. */
  readonly base: string;
  /** The folders that the pages stand in, the likeliest first; empty for the top. */
  readonly folders: readonly string[];
  /** How it is known, as a clause for users: "docs/mkdocs.yml names it". */
  readonly evidence: string;
  /** Whether the address of a page also leads to pages deeper in those folders, as generators may leave folders out. */
  readonly loose: boolean;
  /** Further addresses of pages, below the base and as `siteKey` writes them. */
  readonly pages?: ReadonlyMap<string, string>;
}

/** A page that an address on a site names. */
export interface SitePage {
  readonly site: Site;
  readonly path: string;
  readonly exists: boolean;
}

/** Returns the page that an address names on one of some sites; undefined if it is on none of them. */
export function pageOnSite({ host, path }: Address, sites: readonly Site[], files: Files): SitePage | undefined {
  if (host === undefined) {
    return undefined;
  }
  const full = trimmedEnd(`${host}${path}`, /\//);
  const lower = full.toLowerCase();
  const own = sites
    .filter(({ base }) => lower === base || lower.startsWith(`${base}/`))
    .toSorted((a, b) => b.base.length - a.base.length);
  for (const site of own) {
    const found = pageIn(site, full.slice(site.base.length + 1), files);
    if (found !== undefined) {
      return { site, path: found, exists: true };
    }
  }
  const [site] = own;
  if (site === undefined) {
    return undefined;
  }
  const rest = full.slice(site.base.length + 1).replace(/\.html?$/, '');
  return { site, path: `${inFolder(site.folders[0] ?? '', rest)}${rest.includes(hole) ? '' : '.md'}`, exists: false };
}

function inFolder(folder: string, rest: string): string {
  return folder === '' ? rest : rest === '' ? folder : `${folder}/${rest}`;
}

function pageIn({ folders, loose, pages }: Site, rest: string, files: Files): string | undefined {
  if (rest.includes(hole)) {
    return undefined;
  }
  for (const folder of folders) {
    const found = files.page(inFolder(folder, rest));
    if (found !== undefined) {
      return found;
    }
  }
  const parts = siteKey(rest).split('/');
  const stated = pages && statedAt(pages, parts, loose);
  if (stated !== undefined) {
    return stated;
  }
  const stem = parts.at(-1) ?? '';
  const likely = files
    .named(stem)
    .filter((path) => folders.some((folder) => folder === '' || path.startsWith(`${folder}/`)))
    .map((path) => ({ path, key: siteKey(pageKey(path)) }));
  const exact = likely.find(({ key }) => folders.some((folder) => key === siteKey(inFolder(folder, rest))));
  if (exact !== undefined || !loose || parts.length < 2) {
    return exact?.path;
  }
  // All of the address, then less and less of its start: languages, versions and sections may stand before the path.
  for (let from = 0; from <= parts.length - 2; from += 1) {
    const tail = parts.slice(from).join('/');
    const fitting = likely.filter(({ key }) => `/${key}`.endsWith(`/${tail}`));
    if (fitting.length > 0) {
      return fitting.length === 1 ? fitting[0]?.path : undefined;
    }
  }
  return undefined;
}

/** A language, or the part of a site that documents are in, may stand before an address that a page states. */
const mostBefore = 2;

function statedAt(pages: ReadonlyMap<string, string>, parts: readonly string[], loose: boolean): string | undefined {
  for (let from = 0; from <= (loose ? Math.min(mostBefore, parts.length - 1) : 0); from += 1) {
    const found = pages.get(parts.slice(from).join('/'));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** Returns a path as sites write it: in lower case, without the numbers that order pages. */
export function siteKey(path: string): string {
  return path
    .toLowerCase()
    .replace(/\.html?$/, '')
    .replace(orderNumber, '$1')
    .replace(/\/(?:index|_index|readme)$/, '');
}

/** A file of a site generator's configuration. */
interface Generator {
  readonly name: RegExp;
  /** The address, from the text; undefined if it is not there. */
  readonly base: (text: string) => string | undefined;
  /** Where pages stand below the folder of the file. */
  readonly folders: (text: string) => readonly string[];
}

const generators: readonly Generator[] = [
  {
    name: /^astro\.config\.(?:mjs|js|ts|mts)$/,
    base: (text) => joined(stated(text, 'site'), stated(text, 'base')),
    folders: () => ['src/content/docs', 'src/content', 'src/pages', 'src/docs'],
  },
  {
    name: /^(?:hugo|config)\.(?:toml|ya?ml|json)$/,
    base: (text) => stated(text, 'baseURL'),
    folders: (text) => [stated(text, 'contentDir') ?? 'content', 'content/en', 'content/docs', 'content/en/docs'],
  },
  {
    name: /^mkdocs\.ya?ml$/,
    base: (text) => stated(text, 'site_url'),
    folders: (text) => [stated(text, 'docs_dir') ?? 'docs'],
  },
  {
    name: /^docusaurus\.config\.(?:js|ts|mjs|cjs)$/,
    base: (text) => joined(stated(text, 'url'), stated(text, 'baseUrl')),
    folders: () => ['', 'docs', 'blog', 'src/pages'],
  },
  {
    name: /^(?:site|antora-playbook|playbook|antora-playbook-.*)\.ya?ml$/,
    base: (text) => (/^site:/m.test(text) ? stated(text, 'url') : undefined),
    folders: () => ['', 'modules/ROOT/pages', 'docs/modules/ROOT/pages'],
  },
  {
    name: /^_config\.ya?ml$/,
    base: (text) => joined(stated(text, 'url'), stated(text, 'baseurl')),
    folders: () => ['', '_docs', 'docs'],
  },
  {
    name: /^CNAME$/,
    base: (text) => text.trim().split(/\s/)[0],
    folders: () => ['', 'docs', 'content', 'src/content/docs'],
  },
];

/** A value of a key: quoted in scripts and TOML, plain in YAML. */
function stated(text: string, key: string): string | undefined {
  const quoted = new RegExp(`(?:^|[\\s{,])["']?${key}["']?\\s*[:=]\\s*["'\`]([^"'\`\\n]*)["'\`]`, 'mi').exec(text)?.[1];
  return quoted ?? new RegExp(`^\\s*${key}\\s*:\\s*([^\\s#"'\`{[]\\S*)`, 'mi').exec(text)?.[1];
}

function joined(address: string | undefined, path: string | undefined): string | undefined {
  return address === undefined || address === ''
    ? undefined
    : `${trimmedEnd(address, /\//)}/${(path ?? '').replace(/^\/+/, '')}`;
}

/** Returns the files that may say where a site is; `sitesIn` wants their texts. */
export function siteFiles(paths: readonly string[]): string[] {
  return paths.filter(
    (path) => generatorOf(path) !== undefined && !/(?:^|\/)(?:node_modules|vendor|themes)\//.test(path),
  );
}

function generatorOf(path: string): Generator | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return generators.find((generator) => generator.name.test(name));
}

/**
 * Returns the sites that configuration files of generators name (Astro and Starlight, Hugo, MkDocs, Docusaurus, Antora, Jekyll), with where
 * their pages stand.
 */
export function sitesIn(texts: ReadonlyMap<string, string>, files: Files): Site[] {
  return [...texts].flatMap(([path, text]): Site[] => {
    const generator = generatorOf(path);
    const base = generator?.base(text);
    const home = homeOf(path);
    const below = (generator?.folders(text) ?? []).map((folder) =>
      inFolder(home, trimmedEnd(folder.replace(/^\.?\/+/, ''), /\//)),
    );
    const folders = below.filter((folder) => files.hasFolder(folder));
    const address = base === undefined ? undefined : baseOf(base);
    return address === undefined || folders.length === 0
      ? []
      : [{ base: address, folders, evidence: `${path} names it`, loose: true }];
  });
}

/** The folder of a site, by the path of its configuration. */
function homeOf(path: string): string {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  return folder.replace(/(?:^|\/)(?:static|public|config\/_default|config)$/, '');
}

/** Returns an address in the form of `Site.base`; undefined if it has no host. */
export function baseOf(address: string): string | undefined {
  const { host, path } = readAddress(/^(?:https?:)?\/\//i.test(address) ? address : `https://${address}`);
  return host === undefined ||
    !host.includes('.') ||
    /^(?:localhost|example\.(?:com|org))$/.test(host) ||
    address.includes('{{')
    ? undefined
    : trimmedEnd(`${host}${path}`.toLowerCase(), /\//);
}

/** Returns the sites that GitHub and GitLab give to repositories (`owner/name`): `owner.github.io/name`. */
export function pagesSites(repositories: readonly string[]): Site[] {
  return repositories.flatMap((repository) => {
    const [owner = '', name = ''] = repository.toLowerCase().split('/');
    return ['github', 'gitlab'].map((forge): Site => {
      const host = `${owner}.${forge}.io`;
      return {
        base: name === host ? host : `${host}/${name}`,
        folders: ['', 'docs', 'content', 'site', 'website/docs', 'src/content/docs'],
        evidence: `pages of ${repository}`,
        loose: true,
      };
    });
  });
}

/** Fewer pages that agree may be chance. */
const leastPages = 3;
const leastShare = 2 / 3;

/**
 * Returns the sites that follow from how addresses and files agree: at least three pages of a site are at the same paths below a folder, and two of
 * three of all that are named there.
 * @param addresses of all alerts, as far as they are on no known site.
 */
export function agreedSites(addresses: readonly string[], files: Files): Site[] {
  const byHost = new Map<string, Set<string>>();
  for (const text of addresses) {
    const { host, path, foreign } = readAddress(text);
    if (!foreign && host !== undefined && !path.includes(hole) && !host.includes(hole) && path.length > 1) {
      byHost.set(host, (byHost.get(host) ?? new Set()).add(trimmedEnd(path, /\//)));
    }
  }
  return [...byHost].flatMap(([host, paths]) => agreed(host, [...paths], files));
}

/** Addresses with more parts say nothing more. */
const mostParts = 12;

function agreed(host: string, paths: readonly string[], files: Files): Site[] {
  const votes = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = siteKey(path).split('/').slice(1, mostParts);
    for (const file of files.named(parts.at(-1) ?? '').slice(0, mostParts)) {
      const own = siteKey(pageKey(file)).split('/');
      for (let same = 1; same <= Math.min(parts.length, own.length) && parts.at(-same) === own.at(-same); same += 1) {
        const key = JSON.stringify([
          parts.slice(0, -same).join('/'),
          file
            .split('/')
            .slice(0, own.length - same)
            .join('/'),
        ]);
        votes.set(key, (votes.get(key) ?? new Set()).add(path));
      }
    }
  }
  const [best] = [...votes]
    .map(([key, pages]) => {
      const [prefix = '', folder = ''] = JSON.parse(key) as string[];
      const beside = paths.filter((path) => prefix === '' || path.toLowerCase().startsWith(`/${prefix}/`)).length;
      return { prefix, folder, pages: pages.size, beside };
    })
    .filter(({ pages, beside }) => pages >= leastPages && pages >= beside * leastShare)
    .toSorted((a, b) => b.pages - a.pages || a.prefix.length - b.prefix.length);
  return best === undefined
    ? []
    : [
        {
          base: best.prefix === '' ? host : `${host}/${best.prefix}`,
          folders: [best.folder],
          evidence: `${best.pages} of ${best.beside} pages that alerts link there are in ${best.folder === '' ? 'the repository' : `${best.folder}/`}`,
          loose: false,
        },
      ];
}
