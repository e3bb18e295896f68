import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { helps } from '../../../src/cli/help.ts';
import { temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { ranIn, type Ran } from './ran.ts';

const record = (title: string, ...items: readonly string[]): string =>
  `---\ndate: 2026-02-01\nseverity: SEV-2\nservices: [mail]\n---\n# ${title}\n\n## Summary\n\nLate.\n\n## Impact\n\nNone.\n\n## Action items\n\n${items.join('\n')}\n`;
const files = {
  'postmortems/2026-02-01-mail.md': record(
    'Mail was late',
    '- [ ] Add a worker (owner: Ada, due 2001-02-03)',
    '- [ ] Page earlier, see OPS-12',
    '- [x] Test it',
    "- Call them (won't do)",
    '- Ask [them](https://example.org/1)',
  ),
  'postmortems/2026-03-01-disk.md': record(
    'The disk was full',
    '| Action | Due |',
    '|---|---|',
    '| Watch | 2999-01-01 |',
  ),
  '.runbook-lens.json': JSON.stringify({ tracker: { key: 'https://tracker.example/${key}' } }),
};

describe('runbook-lens actions', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('actions');
    await writeTree(root, files);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  const ran = (...argv: readonly string[]): Promise<Ran> => ranIn(root, 'actions', ...argv);

  it('lists all action items with their state, and what their words do not say', async () => {
    assert.deepEqual(await ran(), {
      code: 0,
      out: [
        'postmortems/2026-02-01-mail.md:18 overdue Add a worker (owner: Ada, due 2001-02-03)',
        'postmortems/2026-02-01-mail.md:19 open    Page earlier, see OPS-12',
        'postmortems/2026-02-01-mail.md:20 done    Test it',
        'postmortems/2026-02-01-mail.md:21 wont-do Call them',
        'postmortems/2026-02-01-mail.md:22 open    Ask them [https://example.org/1]',
        'postmortems/2026-03-01-disk.md:20 open    Watch [due 2999-01-01]',
        "6 action items in 2 postmortems: 1 overdue, 3 open, 1 done, 1 won't do.",
        '',
      ].join('\n'),
      err: '',
    });
  });

  it('lists what is still to be done', async () => {
    const { code, out } = await ran('--open');
    assert.equal(code, 0);
    assert.match(out, /\n4 action items in 2 postmortems: 1 overdue, 3 open\.\n$/);
  });

  it('gives 2 when something is overdue and that was asked for', async () => {
    const { code, out } = await ran('--overdue');
    assert.equal(code, 2);
    assert.match(out, /^postmortems\/2026-02-01-mail\.md:18 overdue .*\n1 action item in 1 postmortem: 1 overdue\.\n$/);
    assert.equal((await ran('--overdue', '--format', 'json')).code, 2);
    assert.deepEqual(await ran('--overdue', '--exclude', '**/*-mail.md'), {
      code: 0,
      out: 'No overdue action items.\n',
      err: '',
    });
  });

  it('says so when there are none', async () => {
    assert.equal((await ran('--include', 'nothing')).out, 'No action items found.\n');
    assert.equal((await ran('--include', 'nothing', '--format', 'json')).out, '[]\n');
  });

  it('prints the JSON that its help promises', async () => {
    const items = JSON.parse((await ran('--format', 'json')).out) as Array<Record<string, unknown>>;
    const stated =
      /\{(path[^}]*)\}/
        .exec(helps.actions)?.[1]
        ?.split(',')
        .map((name) => name.trim()) ?? [];
    assert.ok(stated.length > 8);
    for (const item of items) {
      const keys = Object.keys(item);
      assert.deepEqual(
        stated.filter((name) => !name.endsWith('?') && !keys.includes(name)),
        [],
      );
      assert.deepEqual(
        keys.filter((key) => !stated.includes(key) && !stated.includes(`${key}?`)),
        [],
      );
    }
    assert.deepEqual(
      items.map(({ state }) => state),
      ['overdue', 'open', 'done', 'wont-do', 'open', 'open'],
    );
    assert.deepEqual([items[0]?.['owners'], items[0]?.['due']], [['Ada'], { text: '2001-02-03', date: '2001-02-03' }]);
    assert.deepEqual(items[1]?.['tracking'], [{ text: 'OPS-12', url: 'https://tracker.example/OPS-12' }]);
    assert.deepEqual(items[5]?.['services'], ['mail']);
  });

  it('is told what is wrong with its arguments', async () => {
    assert.deepEqual(await ran('a', 'b'), {
      code: 1,
      out: '',
      err: 'runbook-lens: actions accepts one path, not 2: a b\n',
    });
    assert.match((await ran('--format', 'sarif')).err, /Unknown format "sarif"\. Use text or json\./);
    assert.deepEqual(await ran('-h'), { code: 0, out: helps.actions, err: '' });
  });
});
