import { readFrontMatter } from '../../document/front-matter.ts';
import { folderOf } from '../../document/document.ts';
import { trimmedEnd } from '../../text/ends.ts';
import { Lines } from '../../text/lines.ts';
import type { Files } from './files.ts';
import { siteKey, type Site } from './sites.ts';

/** More pages are not read for the addresses that they state. */
const mostPages = 3000;

/** Returns the files whose texts say at which addresses the pages of some sites are: the pages, and descriptions of Antora's components. */
export function pagesThatState(sites: readonly Site[], { paths }: Files): string[] {
  const folders = [...new Set(sites.flatMap((site) => site.folders))];
  return paths
    .filter(
      (path) =>
        /(?:\.(?:md|mdx|markdown|html)|(?:^|\/)antora\.yml)$/i.test(path) &&
        folders.some((folder) => folder === '' || path.startsWith(`${folder}/`)),
    )
    .slice(0, mostPages);
}

/** Returns a site with the addresses that its pages state, and those of the components of Antora in its folders. */
export function withStatedPages(site: Site, texts: ReadonlyMap<string, string>, files: Files): Site {
  const pages = new Map<string, string>();
  const add = (address: string, path: string): void => {
    const key = siteKey(trimmedEnd(address.replace(/^\/+/, ''), /\//));
    if (key !== '' && !pages.has(key)) {
      pages.set(key, path);
    }
  };
  for (const folder of site.folders) {
    for (const [path, text] of texts) {
      if (folder === '' || path.startsWith(`${folder}/`)) {
        const inside = folder === '' ? path : path.slice(folder.length + 1);
        if (/(?:^|\/)antora\.yml$/.test(path)) {
          componentPages(path, text, files).forEach((page) => add(page.address, page.path));
        } else {
          statedAddresses(folderOf(inside), text).forEach((address) => add(address, path));
        }
      }
    }
  }
  return pages.size === 0 ? site : { ...site, pages };
}

/** The addresses that a page gives itself in its front matter: Hugo, Docusaurus, Starlight, Jekyll. @param folder below that of the site. */
function statedAddresses(folder: string, text: string): string[] {
  const values = frontMatterOf(text);
  const stated = (keys: readonly string[]): string[] =>
    keys
      .flatMap((key) => values[key])
      .filter((value) => typeof value === 'string')
      .filter((value) => value.trim() !== '' && !value.includes('://'));
  return [
    ...stated(['url', 'permalink', 'aliases', 'redirect_from']),
    ...stated(['slug', 'id']).flatMap((slug) =>
      slug.startsWith('/') ? [slug] : [`${folder}/${slug}`, ...(slug.includes('/') ? [slug] : [])],
    ),
  ];
}

/** Of TOML only strings and lists of strings on one line. */
function frontMatterOf(text: string): Readonly<Record<string, unknown>> {
  if (!/^\ufeff?(?:---|\+\+\+)/.test(text)) {
    return {};
  }
  const lines = Lines.of(text);
  const { frontMatter } = readFrontMatter(lines);
  if (frontMatter === undefined || !/^\ufeff?\+\+\+/.test(text)) {
    return frontMatter?.values ?? {};
  }
  const rows = Array.from({ length: frontMatter.range.end.line }, (_, line) => lines.text(line));
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [, key = '', value = ''] = /^(\w+)\s*=\s*(["'[].*)$/.exec(row.trim()) ?? [];
      return key === '' ? [] : [[key, [...value.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b)]];
    }),
  );
}

/** The pages of a component of Antora: `component/version/module/page`; the module ROOT and the component ROOT are left out. */
function componentPages(descriptor: string, text: string, { paths }: Files): Array<{ address: string; path: string }> {
  const value = (key: string): string =>
    new RegExp(`^${key}:\\s*["']?([^\\s"'#]+)`, 'm').exec(text)?.[1]?.replace(/^~$/, '') ?? '';
  const home = folderOf(descriptor);
  const modules = home === '' ? 'modules/' : `${home}/modules/`;
  const [name, version] = [value('name'), value('version')];
  return paths.flatMap((path) => {
    const [, module = '', page = ''] = path.startsWith(modules)
      ? (/^([^/]+)\/pages\/(.+)\.adoc$/.exec(path.slice(modules.length)) ?? [])
      : [];
    if (page === '') {
      return [];
    }
    const inComponent = module === 'ROOT' ? page : `${module}/${page}`;
    const component = name === 'ROOT' ? '' : `${name}/`;
    return [version, 'latest', 'stable', 'current', '']
      .filter((each, index, all) => all.indexOf(each) === index)
      .map((each) => ({ address: `${component}${each === '' ? '' : `${each}/`}${inComponent}`, path }));
  });
}
