import assert from 'node:assert/strict';
import { Catalog, type CatalogChange, type Source } from '../../../../src/core/catalog/catalog.ts';
import { folderOf, readDocument } from '../../../../src/core/document/document.ts';
import { mostCommon } from '../../../../src/core/document/most-common.ts';
import { recordingLogger } from '../../support/quiet.ts';

const queue = '# Queue\n\n## Impact\n\nLate mail.\n';

function source(path: string, text = queue, root = 'r'): Source {
  return { uri: `${root}:${path}`, root, path, text };
}

function made(...sources: readonly Source[]): { catalog: Catalog; changes: CatalogChange[]; messages: string[] } {
  const logger = recordingLogger();
  const catalog = new Catalog(logger);
  catalog.upsert(sources);
  const changes: CatalogChange[] = [];
  catalog.onDidChange((change) => void changes.push(change));
  return { catalog, changes, messages: logger.messages };
}

describe('the catalog', () => {
  it('holds what was put in, and the newest text of each', () => {
    const { catalog } = made(source('runbooks/a.md'), source('notes.md', 'text'));
    catalog.upsert([source('runbooks/a.md', '# Other')]);
    assert.equal(catalog.get('r:runbooks/a.md')?.title, 'Other');
    assert.equal(catalog.documents().length, 2);
    assert.deepEqual(
      catalog.documents('runbook').map(({ path }) => path),
      ['runbooks/a.md'],
    );
    assert.deepEqual(catalog.documents('postmortem'), []);
    assert.equal(catalog.get('r:gone.md'), undefined);
  });

  it('reads a document anew when it is learned where in its repository it stands', () => {
    const { catalog } = made(source('page.md', '# Page\n'));
    assert.equal(catalog.get('r:page.md')?.kind, 'other');
    catalog.upsert([{ ...source('page.md', '# Page\n'), prefix: 'runbooks/' }]);
    assert.equal(catalog.get('r:page.md')?.kind, 'runbook');
  });

  it('tells once of a batch', () => {
    const { catalog, changes } = made();
    catalog.upsert([source('runbooks/a.md'), source('runbooks/b.md')]);
    assert.deepEqual(changes, [{ changed: ['r:runbooks/a.md', 'r:runbooks/b.md'], removed: [], structure: true }]);
  });

  it('tells nothing of a text that is the same as before', () => {
    const { catalog, changes } = made(source('runbooks/a.md'));
    const before = catalog.get('r:runbooks/a.md');
    catalog.upsert([source('runbooks/a.md')]);
    assert.deepEqual(changes, []);
    assert.equal(catalog.get('r:runbooks/a.md'), before);
  });

  it('tells of a document that moved though its text is the same', () => {
    const { catalog, changes } = made(source('runbooks/a.md'));
    catalog.upsert([{ ...source('runbooks/a.md'), path: 'other/a.md' }]);
    assert.equal(changes[0]?.structure, true);
  });

  it('tells that the structure changed when sections or the kind did, and only then', () => {
    const { catalog, changes } = made(source('runbooks/a.md'));
    catalog.upsert([source('runbooks/a.md', `${queue}More.\n`)]);
    catalog.upsert([source('runbooks/a.md', `${queue}\n## Mitigation\n`)]);
    catalog.upsert([source('runbooks/a.md', '# Runbook template\n')]);
    assert.deepEqual(
      changes.map(({ structure }) => structure),
      [false, true, true],
    );
  });

  it('removes documents and tells of those that were there', () => {
    const { catalog, changes } = made(source('runbooks/a.md'), source('other/runbooks/b.md'));
    catalog.remove(['r:runbooks/a.md', 'r:gone.md']);
    catalog.remove(['r:gone.md']);
    assert.deepEqual(changes, [{ changed: [], removed: ['r:runbooks/a.md'], structure: true }]);
    assert.equal(catalog.get('r:runbooks/a.md'), undefined);
  });

  it('removes a root with its documents and its history, and leaves the others', () => {
    const { catalog, changes } = made(source('runbooks/a.md'), source('runbooks/a.md', queue, 'other'));
    catalog.setLastChanges('r', new Map([['runbooks/a.md', { date: '2025-10-13T10:00:00Z', author: 'Ann' }]]));
    const document = catalog.get('r:runbooks/a.md');
    assert.ok(document);
    catalog.removeRoot('r');
    assert.deepEqual(
      catalog.documents().map(({ root }) => root),
      ['other'],
    );
    assert.equal(catalog.lastChange(document), undefined);
    assert.deepEqual(changes.at(-1), { changed: [], removed: ['r:runbooks/a.md'], structure: true });
  });

  it('knows the last change of each document of a root', () => {
    const { catalog, changes } = made(source('runbooks/a.md'), source('runbooks/b.md', queue, 'other'));
    catalog.setLastChanges(
      'r',
      new Map([
        ['runbooks/a.md', { date: '2025-10-13T10:00:00Z', author: 'Ann' }],
        ['gone.md', { date: '', author: '' }],
      ]),
    );
    assert.deepEqual(
      catalog.documents().map((document) => catalog.lastChange(document)?.author),
      ['Ann', undefined],
    );
    assert.deepEqual(changes, [{ changed: ['r:runbooks/a.md'], removed: [], structure: false }]);
  });

  it('gives findings of runbooks and postmortems only', () => {
    const { catalog } = made(source('postmortems/a.md', '# Mail\n'), source('notes.md', '# Mail\n'));
    assert.equal(catalog.findings('r:postmortems/a.md', {}).length, 5);
    assert.deepEqual(catalog.findings('r:postmortems/a.md', { 'missing-section': 'off' }), []);
    assert.deepEqual(catalog.findings('r:notes.md', {}), []);
    assert.deepEqual(catalog.findings('r:gone.md', {}), []);
    assert.equal(catalog.context('r:notes.md'), undefined);
  });

  it('expects of a document what its neighbours have at the time', () => {
    const alert = '# Q\n\n## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis\n\nx\n\n## Mitigation\n\nx\n';
    const { catalog } = made(
      ...['a', 'b', 'c', 'd'].map((name) => source(`runbooks/${name}.md`, alert)),
      source('runbooks/e.md', alert.replace(/## Meaning[^#]*/, '')),
    );
    assert.match(catalog.findings('r:runbooks/e.md', {})[0]?.message ?? '', /Meaning \(4 of 5 /);
    catalog.remove(['r:runbooks/a.md']);
    assert.match(
      catalog.findings('r:runbooks/e.md', {})[0]?.message ?? '',
      /Meaning \(part of the Alert runbook convention/,
    );
    catalog.upsert([source('runbooks/f.md', alert)]);
    assert.match(catalog.findings('r:runbooks/e.md', {})[0]?.message ?? '', /Meaning \(4 of 5 /);
  });

  it('logs a listener that fails', () => {
    const { catalog, messages } = made();
    catalog.onDidChange(() => {
      throw new Error('broken');
    });
    catalog.upsert([source('runbooks/a.md')]);
    assert.deepEqual(messages, ['error: A catalog listener failed: Error: broken']);
  });
});

describe('a document of the catalog', () => {
  it('finds its sections by key and by name, a section of two names under both and under each name', () => {
    const { keys } = readDocument(
      { uri: 'a', root: 'r', path: 'postmortems/a.md' },
      '# Mail\n## Impact & detection\n## Impacto\n## Our own\n',
    );
    assert.deepEqual(
      [...keys],
      [
        ['=mail', [0]],
        ['impact', [1, 2]],
        ['detection', [1]],
        ['=impact & detection', [1]],
        ['=impact', [1]],
        ['=detection', [1]],
        ['=impacto', [2]],
        ['=our own', [3]],
      ],
    );
  });

  it('stands in the folder of its path', () => {
    assert.equal(folderOf('a/b/c.md'), 'a/b');
    assert.equal(folderOf('c.md'), '');
  });
});

describe('mostCommon', () => {
  it('is the item that occurs most often, the earliest of several', () => {
    assert.equal(mostCommon(['a', 'b', 'b', 'a', 'c']), 'a');
    assert.equal(mostCommon(['a', 'b', 'b']), 'b');
    assert.equal(mostCommon([]), undefined);
  });
});
