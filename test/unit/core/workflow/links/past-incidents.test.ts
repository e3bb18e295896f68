import assert from 'node:assert/strict';
import { catalogOf } from '../../../support/catalog-of.ts';

function record(date: string, body: string): string {
  return `---\ndate: ${date}\nseverity: SEV-2\n---\n\n# Down on ${date}\n\n## Summary\n\n${body}\n`;
}

describe('past incidents', () => {
  it('are the postmortems that link to a runbook and those that it links to, the newest first, each once', () => {
    const catalog = catalogOf({
      'runbooks/disk.md':
        '# Disk\n\n## Steps\n\n1. See [last time](../postmortems/c.md) and [first](/postmortems/a.md).\n',
      'runbooks/other.md': '# Other\n\n## Steps\n\n1. Wait.\n',
      'postmortems/a.md': record('2024-01-02', 'We used [Disk](../runbooks/disk.md#steps).'),
      'postmortems/b.md': record('2026-01-02', 'We used [Disk][disk].\n\n[disk]: ../runbooks/disk.md'),
      'postmortems/c.md': record('2025-01-02', 'Nothing helped, see [a](a.md).'),
      'postmortems/d.md': record('2025-01-02', 'Nothing to do with it: `[Disk](../runbooks/disk.md)`.'),
    });
    const paths = catalog.pastIncidents({ uri: 'runbooks/disk.md' }).map(({ path }) => path);
    assert.deepEqual(paths, ['postmortems/b.md', 'postmortems/c.md', 'postmortems/a.md']);
    assert.deepEqual(catalog.pastIncidents({ uri: 'runbooks/other.md' }), []);
    assert.deepEqual(catalog.pastIncidents({ uri: 'postmortems/a.md' }), []);
  });

  it('follow what changes', () => {
    const catalog = catalogOf({ 'runbooks/disk.md': '# Disk\n\n## Steps\n\n1. Wait.\n' });
    const uri = 'runbooks/disk.md';
    assert.equal(catalog.pastIncidents({ uri }).length, 0);
    const path = 'postmortems/a.md';
    catalog.upsert([{ uri: path, root: 'root', path, text: record('2026-01-01', '[d](../runbooks/disk.md)') }]);
    assert.equal(catalog.pastIncidents({ uri }).length, 1);
    catalog.remove([path]);
    assert.equal(catalog.pastIncidents({ uri }).length, 0);
  });

  it('belong to runbooks of the same root only', () => {
    const catalog = catalogOf({ 'runbooks/disk.md': '# Disk\n\n## Steps\n\n1. Wait.\n' });
    const path = 'postmortems/a.md';
    catalog.upsert([{ uri: 'x', root: 'elsewhere', path, text: record('2026-01-01', '[d](../runbooks/disk.md)') }]);
    assert.equal(catalog.pastIncidents({ uri: 'runbooks/disk.md' }).length, 0);
  });
});
