import assert from 'node:assert/strict';
import { DocumentSearch } from '../../../../src/core/catalog/search.ts';
import { documentOf } from '../../support/context.ts';

const search = new DocumentSearch([
  documentOf(
    'runbook',
    '# DiskAlmostFull\n\n## Meaning\n\nThe disk fills up.\n\n## Growing the volume\n\nx\n',
    'runbooks/DiskAlmostFull.md',
  ),
  documentOf(
    'runbook',
    '---\nservice: postbox\n---\n# Rotate the signing keys\n\n## Steps\n\n- **Impact**: small\n',
    'runbooks/rotate-keys.md',
  ),
  documentOf(
    'postmortem',
    '---\ndate: 2025-10-13\n---\n# Mail was late\n\n## Timeline\n\n- 10:20 the volume was full\n',
    'postmortems/mail.md',
  ),
  documentOf('runbook', '# Überlauf der Warteschlange\n', 'runbooks/queue.md'),
  documentOf('runbook', '# ProbeTimeout\n', 'runbooks/probe.md'),
]);

function found(query: string): string[] {
  return search
    .find(query)
    .map(({ document, section }) => (section === undefined ? document.path : `${document.path}#${section.title}`));
}

describe('search', () => {
  it('finds documents by words of the title, also by their beginnings', () => {
    assert.deepEqual(found('rotate'), ['runbooks/rotate-keys.md']);
    assert.deepEqual(found('rot sig'), ['runbooks/rotate-keys.md']);
    assert.deepEqual(found('über'), ['runbooks/queue.md']);
  });

  it('finds an alert by its name, whole, by a word of it, and in any case', () => {
    for (const query of ['DiskAlmostFull', 'diskalmostfull', 'almost', 'disk full', 'DISK']) {
      assert.equal(found(query)[0], 'runbooks/DiskAlmostFull.md', query);
    }
  });

  it('finds an alert by its title in one word where the file has another name', () => {
    assert.deepEqual(found('probetimeout'), ['runbooks/probe.md']);
  });

  it('forgives a slip', () => {
    assert.deepEqual(found('rotatte'), ['runbooks/rotate-keys.md']);
    assert.deepEqual(found('siging keys'), ['runbooks/rotate-keys.md']);
  });

  it('finds documents by service and by file name', () => {
    assert.deepEqual(found('postbox'), ['runbooks/rotate-keys.md']);
    assert.deepEqual(found('mail.md'), ['postmortems/mail.md']);
  });

  it('finds a heading, and says which', () => {
    assert.deepEqual(found('growing'), ['runbooks/DiskAlmostFull.md#Growing the volume']);
    assert.deepEqual(found('timeline'), ['postmortems/mail.md#Timeline']);
  });

  it('wants all of the words', () => {
    assert.deepEqual(found('rotate mailbox'), []);
  });

  it('names no section when the title says it all', () => {
    assert.deepEqual(found('mail'), ['postmortems/mail.md']);
  });

  it('gives everything for an empty query', () => {
    assert.equal(found('').length, 5);
    assert.equal(found('  ').length, 5);
  });

  it('finds nothing among nothing', () => {
    assert.deepEqual(new DocumentSearch([]).find('disk'), []);
  });

  it('takes a query of nothing but marks without failing', () => {
    assert.doesNotThrow(() => found('"(*.?'));
  });
});
