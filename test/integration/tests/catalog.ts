import assert from 'node:assert/strict';
import { documentAt, indexed } from '../support.ts';

/** What the first pass over a repository finds. */
export function catalogTests(): void {
  describe('the index', () => {
    it('finds runbooks and postmortems, tracked or not, with their kind and the reason for it', async () => {
      const { index } = await indexed();
      const paths = (kind: 'runbook' | 'postmortem'): string[] =>
        index.catalog
          .documents(kind)
          .map(({ path }) => path)
          .toSorted();
      assert.deepEqual(paths('runbook'), [
        'runbooks/alerts/ApiErrorsHigh.md',
        'runbooks/alerts/ApiLatencyHigh.md',
        'runbooks/alerts/CacheDown.md',
        'runbooks/alerts/DiskFillingUp.md',
        'runbooks/alerts/NodeDown.md',
        'runbooks/alerts/QueueBacklog.md',
        'runbooks/alerts/ReplicaLag.md',
        'runbooks/tasks/restart-the-queue.md',
        'runbooks/tasks/rotate the keys.md',
      ]);
      assert.deepEqual(paths('postmortem'), [
        'postmortems/2026-01-13-card-payments.md',
        'postmortems/2026-02-03-søk-nede.html.md.erb',
      ]);
      assert.match(index.catalog.documents('runbook')[0]?.why ?? '', /it is in/);
    });

    it('leaves out what git ignores and keeps READMEs and templates as other', async () => {
      const api = await indexed();
      assert.equal(documentAt(api, 'runbooks', 'ignored', 'secret.md'), undefined);
      assert.equal(documentAt(api, 'runbooks', 'README.md')?.kind, 'other');
      assert.equal(documentAt(api, 'runbooks', 'TEMPLATE.md')?.kind, 'other');
    });

    it('passes over files that cannot be read', async () => {
      const { index } = await indexed();
      assert.deepEqual(
        index.catalog.documents().filter(({ path }) => path.includes('broken')),
        [],
      );
    });

    it('reads what a postmortem states about itself', async () => {
      const document = documentAt(await indexed(), 'postmortems', '2026-01-13-card-payments.md');
      assert.equal(document?.title, 'Card payments failed');
      assert.deepEqual(document?.metadata, {
        services: ['payments'],
        severity: 'SEV-1',
        status: 'Reviewed',
        date: '2026-01-13',
        owners: ['Ada Example'],
      });
    });

    it('knows from git who changed a document last', async () => {
      const api = await indexed();
      const document = documentAt(api, 'runbooks', 'alerts', 'CacheDown.md');
      assert.ok(document);
      const change = api.index.catalog.lastChange(document);
      assert.equal(change?.author, 'Ada Example');
      assert.equal(new Date(change?.date ?? '').toISOString(), '2025-01-15T09:00:00.000Z');
      const untracked = documentAt(api, 'runbooks', 'tasks', 'restart-the-queue.md');
      assert.ok(untracked);
      assert.equal(api.index.catalog.lastChange(untracked), undefined);
    });
  });
}
