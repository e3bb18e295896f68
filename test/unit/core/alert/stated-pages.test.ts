import assert from 'node:assert/strict';
import { surveyed } from './surveyed.ts';

const rule = (link: string): string =>
  `- alert: DiskFull\n  expr: up\n  annotations:\n    runbook_url: https://docs.acme.io/${link}\n`;

const page = (frontMatter: string): string => `---\ntitle: Disk\n${frontMatter}\n---\n\n# Disk full\n`;

const hugo = { 'site/hugo.toml': 'baseURL = "https://docs.acme.io/"\n' };
const docusaurus = {
  'website/docusaurus.config.js': "module.exports = { url: 'https://docs.acme.io', baseUrl: '/' };\n",
};
const starlight = { 'astro.config.mjs': "export default defineConfig({ site: 'https://docs.acme.io' });\n" };
const jekyll = { '_config.yml': 'url: https://docs.acme.io\n' };
const antora = { 'antora-playbook.yml': 'site:\n  title: Ops\n  url: https://docs.acme.io\n' };
const component = (version: string): Readonly<Record<string, string>> => ({
  ...antora,
  'docs/antora.yml': `name: ops\nversion: ${version}\n`,
});

/** Where a page is found that a link names: files beside the page, link, path of the page, its text. */
const found: ReadonlyArray<readonly [string, Readonly<Record<string, string>>, string, string, string]> = [
  ['url of Hugo', hugo, 'rb/disk/', 'site/content/alerts/full.md', page('url: /rb/disk/')],
  ['slug of Hugo', hugo, 'alerts/disk-full/', 'site/content/alerts/full.md', page('slug: disk-full')],
  ['aliases of Hugo', hugo, 'old/place', 'site/content/alerts/full.md', page('aliases: [/x, /old/place/]')],
  ['aliases of Hugo on lines', hugo, 'old/place#disk-full', 'site/content/full.md', page('aliases:\n  - /old/place/')],
  [
    'TOML of Hugo',
    hugo,
    'rb/disk/',
    'site/content/full.md',
    '+++\ntitle = "Disk"\nurl = "/rb/disk/"\n+++\n# Disk full\n',
  ],
  ['lists in TOML', hugo, 'b', 'site/content/full.md', "+++\naliases = ['/a', '/b']\n+++\n# Disk full\n"],
  ['slug of Docusaurus', docusaurus, 'docs/disk-full', 'website/docs/alerts/full.md', page('slug: /disk-full')],
  ['relative slug', docusaurus, 'docs/alerts/disk-full', 'website/docs/alerts/full.md', page('slug: disk-full')],
  ['id of Docusaurus', docusaurus, 'docs/alerts/disk', 'website/docs/alerts/full.md', page('id: disk')],
  ['slug of Starlight', starlight, 'ops/disk/', 'src/content/docs/alerts/full.md', page('slug: ops/disk')],
  ['permalink of Jekyll', jekyll, 'disk.html', 'docs/alerts/full.md', page('permalink: /disk.html')],
  ['CRLF', hugo, 'rb/disk/', 'site/content/full.md', page('url: /rb/disk/').replaceAll('\n', '\r\n')],
  ['ROOT of Antora', component('"2.1"'), 'ops/2.1/disk.html', 'docs/modules/ROOT/pages/disk.adoc', '= Disk\n'],
  ['a module of Antora', component('"2.1"'), 'ops/2.1/db/disk.html', 'docs/modules/db/pages/disk.adoc', '= Disk\n'],
  [
    'the latest version',
    component('"2.1"'),
    'ops/latest/db/a/disk.html',
    'docs/modules/db/pages/a/disk.adoc',
    '= Disk\n',
  ],
  ['no version', component('~'), 'ops/db/disk.html', 'docs/modules/db/pages/disk.adoc', '= Disk\n'],
];

describe('addresses that pages of a site state', () => {
  for (const [name, files, link, path, text] of found) {
    it(`lead to the page: ${name}`, async () => {
      const [alert = ''] = await surveyed({ ...files, 'rules/a.yaml': rule(link), [path]: text });
      assert.match(
        alert,
        new RegExp(`^rules/a\\.yaml:1 DiskFull resolved ${path.replaceAll('.', '\\.')}(?:#disk-full)?$`),
      );
    });
  }

  it('are of no use where no page states one', async () => {
    for (const text of [
      page('slug: other'),
      page('url: https://elsewhere.io/rb/disk/'),
      '# Disk full\n',
      '---\nurl: /rb/disk',
    ]) {
      const [alert = ''] = await surveyed({
        ...hugo,
        'rules/a.yaml': rule('rb/disk/'),
        'site/content/alerts/full.md': text,
      });
      assert.match(alert, / dead site\/content\/rb\/disk\.md$/);
    }
  });

  it('are not those of pages elsewhere', async () => {
    const [alert = ''] = await surveyed({
      ...hugo,
      'site/content/index.md': '# Home\n',
      'rules/a.yaml': rule('rb/disk/'),
      'other/full.md': page('url: /rb/disk/'),
    });
    assert.match(alert, / dead /);
  });

  it('are not asked where every link is to a path', async () => {
    const read: string[] = [];
    const { loadAlerts } = await import('../../../../src/core/index.ts');
    const { surveyAlerts } = await loadAlerts();
    const files: Readonly<Record<string, string>> = {
      ...hugo,
      'rules/a.yaml': rule('alerts/full/'),
      'site/content/alerts/full.md': page('url: /x'),
    };
    await surveyAlerts({
      paths: Object.keys(files),
      read: async (path) => {
        read.push(path);
        return Promise.resolve(files[path]);
      },
      repositories: [],
    });
    assert.deepEqual(read.toSorted(), ['rules/a.yaml', 'site/hugo.toml']);
  });
});
