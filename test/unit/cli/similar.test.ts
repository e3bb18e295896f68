import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { helps } from '../../../src/cli/help.ts';
import { temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { ranIn, type Ran } from './ran.ts';

function postmortem(title: string, date: string, rest: string): string {
  return `---\ndate: ${date}\nseverity: SEV-2\nstatus: reviewed\nservices: [postbox]\n---\n\n# ${title}\n\n${rest}\n\n## Root Cause\n\nA test was missing.\n\n## Action Items\n\n- [ ] Add the test\n`;
}

describe('runbook-lens similar', () => {
  let root = '';

  before(async () => {
    root = await temporaryFolder('similar');
    await writeTree(root, {
      'postmortems/2025-03-01-relay.md': postmortem(
        'The relay refused mail',
        '2025-03-01',
        '## Summary\n\nThe queue grew for an hour.\n\n## Resolution\n\nRelease 41 was rolled back.',
      ),
      'postmortems/2025-05-01-queue.md': postmortem(
        'Mail waited in the queue of the relay',
        '2025-05-01',
        '## Summary\n\nThe relay refused mail.\n\n## Timeline\n\n- 10:20 UTC paged',
      ),
    });
  });
  after(async () => rm(root, { recursive: true, force: true }));

  const ran = (...argv: readonly string[]): Promise<Ran> => ranIn(root, 'similar', ...argv);

  it('prints past incidents like a record, and what fixed them', async () => {
    const { code, out } = await ran('postmortems/2025-05-01-queue.md');
    assert.equal(code, 0);
    const [first, second, ...more] = out.trimEnd().split('\n');
    assert.match(
      first ?? '',
      /^postmortems\/2025-03-01-relay\.md: The relay refused mail \(service postbox; words .*\brelay\b/i,
    );
    assert.equal(second, '  line 16: Release 41 was rolled back.');
    assert.deepEqual(more, []);
  });

  it('prints JSON for a text, with lines from 1', async () => {
    const { out } = await ran('the relay refused mail after a release', '--format', 'json', '--limit', '1');
    const [hit, ...more] = JSON.parse(out) as Array<{ score: number }>;
    assert.deepEqual(more, []);
    assert.partialDeepStrictEqual(hit, {
      path: 'postmortems/2025-03-01-relay.md',
      title: 'The relay refused mail',
      date: '2025-03-01',
      fixed: { text: 'Release 41 was rolled back.', line: 16 },
    });
    assert.ok(hit !== undefined && hit.score > 0 && hit.score <= 1);
  });

  it('says when nothing is like it', async () => {
    const { code, out, err } = await ran('xyzzyx');
    assert.deepEqual([code, out], [0, '']);
    assert.equal(err, 'No past incident is like this one.\n');
  });

  it('needs a text, and helps', async () => {
    const { code, err } = await ran();
    assert.equal(code, 1);
    assert.match(err, /similar needs a text to look for, for example: runbook-lens similar "disk full on orders-db"\./);
    assert.equal((await ran('--help')).out, helps.similar);
  });
});
