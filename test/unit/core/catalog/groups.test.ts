import assert from 'node:assert/strict';
import { groupDocuments, healthOf, type Grouping } from '../../../../src/core/catalog/groups.ts';
import { compareDocuments } from '../../../../src/core/document/reading-order.ts';
import { matchesFilter } from '../../../../src/core/catalog/filter.ts';
import type { CatalogDocument } from '../../../../src/core/document/document.ts';
import { documentOf } from '../../support/context.ts';

function runbook(path: string, front = ''): CatalogDocument {
  return documentOf('runbook', `---\n${front}\n---\n`, path);
}

function postmortem(path: string, front = ''): CatalogDocument {
  return documentOf('postmortem', `---\n${front}\n---\n`, path);
}

function grouped(documents: readonly CatalogDocument[], grouping: Grouping): Array<[string, string[]]> {
  return groupDocuments(documents, grouping).map(({ label, documents: members }) => [
    label,
    members.map(({ path }) => path),
  ]);
}

describe('groups', () => {
  it('have a document once, however often and in whatever case it names what it is grouped by', () => {
    const twice = runbook('a.md', 'services: [Payments, payments]');
    assert.deepEqual(
      grouped([twice], 'service').map(([, paths]) => paths),
      [['a.md']],
    );
  });

  it('by folder are in the order of their names, the root first', () => {
    assert.deepEqual(grouped([runbook('b/x.md'), runbook('x.md'), runbook('a10/x.md'), runbook('a9/x.md')], 'folder'), [
      ['', ['x.md']],
      ['a9', ['a9/x.md']],
      ['a10', ['a10/x.md']],
      ['b', ['b/x.md']],
    ]);
  });

  it('by service hold a document once for each of its services, and those without at the end', () => {
    assert.deepEqual(
      grouped(
        [runbook('none.md'), runbook('both.md', 'services: [web, Mail]'), runbook('mail.md', 'service: mail')],
        'service',
      ),
      [
        ['Mail', ['both.md', 'mail.md']],
        ['web', ['both.md']],
        ['', ['none.md']],
      ],
    );
  });

  it('by owner take owners of any case for one', () => {
    assert.deepEqual(grouped([runbook('a.md', 'owner: Ann'), runbook('b.md', 'owner: ann')], 'owner'), [
      ['Ann', ['a.md', 'b.md']],
    ]);
  });

  it('by year have the newest first, and in each the newest document first', () => {
    const documents = ['2024-05-01', '2025-01-01', '2025-10-13', ''].map((date, index) =>
      postmortem(`${index}.md`, `date: ${date}`),
    );
    assert.deepEqual(grouped(documents, 'year'), [
      ['2025', ['2.md', '1.md']],
      ['2024', ['0.md']],
      ['', ['3.md']],
    ]);
  });

  it('by severity have the worst first, as codes and as words', () => {
    const labels = (...severities: readonly string[]): string[] =>
      grouped(
        severities.map((severity, index) => postmortem(`${index}.md`, `severity: ${severity}`)),
        'severity',
      ).map(([label]) => label);
    assert.deepEqual(labels('SEV-3', 'SEV-1', 'SEV-10', 'SEV-2'), ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-10']);
    assert.deepEqual(labels('low', 'Critical', 'medium', 'High'), ['Critical', 'High', 'medium', 'low']);
  });

  it('by status have those without one at the end', () => {
    assert.deepEqual(
      grouped(
        [postmortem('a.md'), postmortem('b.md', 'status: Open'), postmortem('c.md', 'status: Closed')],
        'status',
      ).map(([label]) => label),
      ['Closed', 'Open', ''],
    );
  });

  it('of no documents are none', () => {
    assert.deepEqual(grouped([], 'year'), []);
  });
});

describe('compareDocuments', () => {
  it('orders runbooks by title as a reader would, then by path', () => {
    const paths = ['b/Step 10.md', 'a/Step 10.md', 'Step 9.md', 'émile.md', 'eva.md']
      .map((path) => runbook(path))
      .toSorted(compareDocuments)
      .map(({ path }) => path);
    assert.deepEqual(paths, ['émile.md', 'eva.md', 'Step 9.md', 'a/Step 10.md', 'b/Step 10.md']);
  });

  it('orders postmortems by date, the newest first and those without at the end', () => {
    const paths = [
      postmortem('a.md'),
      postmortem('2024/b.md', 'date: 2024-01-02'),
      postmortem('c.md', 'date: 2025-01-02'),
    ]
      .toSorted(compareDocuments)
      .map(({ path }) => path);
    assert.deepEqual(paths, ['c.md', '2024/b.md', 'a.md']);
  });
});

describe('healthOf', () => {
  it('is the worst of the severities, and healthy for none', () => {
    assert.equal(healthOf(['hint', 'warning', 'information']), 'warning');
    assert.equal(healthOf(['information', 'error']), 'error');
    assert.equal(healthOf([]), 'healthy');
  });
});

describe('matchesFilter', () => {
  const document = documentOf(
    'postmortem',
    '---\ntitle: Mail was late\nservices: [Queue]\nowner: Ann\nseverity: SEV-2\nstatus: Open\n---\n',
    'incidents/2025.md',
  );

  it('finds every word anywhere, in any case', () => {
    for (const filter of ['', '  ', 'mail', 'LATE mail', 'queue ann', 'sev-2 open', 'incidents/2025', 'il wa']) {
      assert.ok(matchesFilter(document, filter), filter);
    }
  });

  it('wants all of the words', () => {
    assert.ok(!matchesFilter(document, 'mail gone'));
    assert.ok(!matchesFilter(document, 'maillate'));
  });
});
