import assert from 'node:assert/strict';
import { anchorsOf, githubSlug } from '../../../../src/core/alert/link/anchors.ts';
import { Files } from '../../../../src/core/alert/link/files.ts';
import { forgeOf, repositoryOf } from '../../../../src/core/alert/link/repository.ts';
import { suggestionsFor } from '../../../../src/core/alert/link/suggest.ts';
import type { LinkWorld } from '../../../../src/core/alert/link/resolve.ts';
import { surveyed } from './surveyed.ts';

function rules(...links: readonly string[]): string {
  return links.map((link, at) => `- alert: A${at}\n  expr: up\n  annotations: {runbook_url: "${link}"}\n`).join('');
}

describe('anchors of headings', () => {
  const slugs: ReadonlyArray<readonly [string, string]> = [
    ['Disk full', 'disk-full'],
    ['Disk — full', 'disk--full'],
    ['Disk  full', 'disk--full'],
    ['disk_full (24 h)', 'disk_full-24-h'],
    ['What? Why!', 'what-why'],
    ['Größe & Überlauf', 'größe--überlauf'],
    ['1.2 a/b', '12-ab'],
    ['障害 対応', '障害-対応'],
  ];
  for (const [title, slug] of slugs) {
    it(`${title}: ${slug}`, () => assert.equal(githubSlug(title), slug));
  }

  it('are numbered where they repeat', () => {
    const anchors = anchorsOf('a.md', '# A\n\n## B\n\n## B\n\n## B 1\n\n## B\n');
    assert.deepEqual(
      anchors?.headings.map(({ anchor }) => anchor),
      ['a', 'b', 'b-1', 'b-1-1', 'b-2'],
    );
  });

  it('are those of the visible text, of names in it, and of HTML; none of code', () => {
    const anchors = anchorsOf(
      'a.md',
      '# `a` [b](c.md) **d**\n\n## E {#own}\n\n<a id="html"></a>\n\n```\n# code\n<a id="no"></a>\n```\n',
    );
    assert.deepEqual([...(anchors?.github ?? [])], ['a-b-d', 'e', 'html']);
    assert.ok(anchors?.site.has('own'));
  });

  it('are those of AsciiDoc', () => {
    const anchors = anchorsOf('a.adoc', '= Title\n\n[#own]\n== Disk full\n\n[[other,Other]]\n');
    assert.ok(['_disk_full', 'own', 'other'].every((anchor) => anchors?.github.has(anchor)));
  });

  it('are unknown for other files', () => assert.equal(anchorsOf('a.png', ''), undefined));
});

describe('sites that follow from how links and files agree', () => {
  const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`content/runbooks/db/${name}.md`, '# A\n']));
  const link = (name: string): string => `https://run.acme.io/books/db/${name}/`;

  it('are taken for three pages of four', async () => {
    assert.deepEqual(await surveyed({ 'r.yaml': rules(...['a', 'b', 'C', 'gone'].map(link)), ...files }), [
      'r.yaml:1 A0 resolved content/runbooks/db/a.md',
      'r.yaml:4 A1 resolved content/runbooks/db/b.md',
      'r.yaml:7 A2 resolved content/runbooks/db/c.md',
      'r.yaml:10 A3 dead content/runbooks/db/gone.md',
    ]);
  });

  it('are not taken for two, nor for three of six', async () => {
    assert.ok(
      (await surveyed({ 'r.yaml': rules(...['a', 'b'].map(link)), ...files })).every((row) => row.endsWith('outside')),
    );
    const many = rules(...['a', 'b', 'c', 'x', 'y', 'z'].map(link));
    assert.ok((await surveyed({ 'r.yaml': many, ...files })).every((row) => row.endsWith('outside')));
  });
});

describe('the repository of links', () => {
  it('is read from remotes', () => {
    for (const remote of [
      'git@github.com:acme/shop.git',
      'https://github.com/acme/shop',
      'https://user@github.com/acme/shop.git',
      'ssh://git@git.acme.io:22/acme/shop.git',
    ]) {
      assert.equal(repositoryOf(remote), 'acme/shop');
    }
    assert.equal(repositoryOf('https://gitlab.com/a/b/c.git'), 'a/b/c');
    assert.equal(repositoryOf('/srv/git/shop.git'), undefined);
    assert.equal(repositoryOf('../shop'), undefined);
  });

  it('have pages on their forge', () => {
    for (const [remote, address] of [
      ['https://user@github.com/acme/shop.git', 'https://github.com/acme/shop/blob/HEAD/'],
      ['git@github.com:acme/shop.git', 'https://github.com/acme/shop/blob/HEAD/'],
      ['ssh://git@gitlab.acme.io:2222/ops/db/shop.git', 'https://gitlab.acme.io/ops/db/shop/-/blob/HEAD/'],
      ['git@bitbucket.org:acme/shop.git', 'https://bitbucket.org/acme/shop/src/HEAD/'],
      ['https://git.acme.io/acme/shop.git', undefined],
      ['/srv/git/shop.git', undefined],
    ] as const) {
      assert.equal(forgeOf(remote), address, remote);
    }
    assert.equal(forgeOf('git@github.com:acme/shop.git', 'main'), 'https://github.com/acme/shop/blob/main/');
  });

  it('is known on several forges', async () => {
    const files = { 'docs/a.md': '# A\n' };
    const links = [
      'https://gitlab.acme.io/acme/shop/-/blob/main/docs/a.md',
      'https://git.acme.io/acme/shop/src/branch/main/docs/a.md',
      'https://bitbucket.org/acme/shop/src/main/docs/a.md',
      'https://raw.githubusercontent.com/acme/shop/main/docs/a.md',
      'https://github.com/acme/shop/raw/v1.2/docs/a.md',
    ];
    const found = await surveyed({ 'r.yaml': rules(...links), ...files });
    assert.ok(
      found.every((row) => row.endsWith(' resolved docs/a.md')),
      found.join('\n'),
    );
  });

  it('follows from links where no remote says it', async () => {
    const link = (name: string): string => `https://github.com/acme/shop/blob/main/docs/${name}.md`;
    const files = { 'docs/a.md': '', 'docs/b.md': '' };
    assert.deepEqual(
      await surveyed({ 'r.yaml': rules(link('a'), link('b'), link('c')), ...files }, { repositories: [] }),
      ['r.yaml:1 A0 resolved docs/a.md', 'r.yaml:4 A1 resolved docs/b.md', 'r.yaml:7 A2 dead docs/c.md'],
    );
  });

  it('has exact names: other case is dead on a forge', async () => {
    const row = await surveyed({
      'r.yaml': rules('https://github.com/acme/shop/blob/main/docs/A.md'),
      'docs/a.md': '',
    });
    assert.deepEqual(row, ['r.yaml:1 A0 dead docs/A.md']);
  });
});

describe('suggestions', () => {
  const paths = ['docs/db/disk-full.md', 'old/disk-full.md', 'docs/db/queue-stuck.md', 'docs/DiskDead.md'];
  const world: LinkWorld = {
    files: new Files(paths),
    repositories: [],
    sites: [],
    anchors: (path) => anchorsOf(path, '# Disk full\n\n## Mitigation steps\n'),
  };

  it('are pages of the same name, the nearest first', () => {
    assert.deepEqual(suggestionsFor({ state: 'dead', path: 'docs/disk-full.md' }, 'X', world), [
      'docs/db/disk-full.md',
      'old/disk-full.md',
    ]);
  });
  it('are pages of a name like it, or like the alert', () => {
    const found = suggestionsFor({ state: 'dead', path: 'docs/queue-stuk.md' }, 'DiskDead', world);
    assert.deepEqual(found.toSorted(), ['docs/DiskDead.md', 'docs/db/queue-stuck.md']);
  });
  it('are headings like a missing one', () => {
    const missing = { state: 'anchor-missing', path: 'docs/a.md', anchor: 'mitigation-step' } as const;
    assert.deepEqual(suggestionsFor(missing, 'X', world), ['docs/a.md#mitigation-steps']);
  });
  it('are none where nothing is like it, or nothing is wrong', () => {
    assert.deepEqual(suggestionsFor({ state: 'dead', path: 'docs/entirely-other.md' }, 'Zzz', world), []);
    assert.deepEqual(suggestionsFor({ state: 'resolved', path: 'docs/DiskDead.md' }, 'X', world), []);
  });
});
