import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentIndex } from '../../../../../src/core/catalog/search/document-index.ts';
import { documentOf } from '../../../support/context.ts';

const documents = [
  documentOf(
    'runbook',
    '# DiskAlmostFull\n\n## Meaning\n\nThe disk fills up.\n\n## Growing the volume\n\nResize the claim.\n',
    'runbooks/DiskAlmostFull.md',
  ),
  documentOf(
    'runbook',
    '---\nservice: postbox\nowner: Ada Example\n---\n# Rotate the signing keys\n\n## Steps\n\n1. Make a new key.\n',
    'runbooks/rotate-keys.md',
  ),
  documentOf(
    'postmortem',
    '---\ndate: 2025-10-13\nseverity: SEV-1\n---\n# Mail was late\n\n## Timeline\n\n- 10:20 the volume was full\n\n## Causes\n\nThe pods were OOMKilled.\n',
    'postmortems/mail.md',
  ),
  documentOf('runbook', '# Überlauf der Warteschlange\n', 'runbooks/queue.md'),
  documentOf('runbook', '# ParcelApiPodsCrashLooping\n\n## Diagnosis\n\nRead the log.\n', 'runbooks/crash.md'),
  documentOf(
    'runbook',
    '# Fail over the primary\n\n## Before\n\nKnow the lag of the replication.\n\n## Roll back\n\n```sh\npg_rewind --target-pgdata old\n```\n',
    'runbooks/fail-over.md',
  ),
];
const index = new DocumentIndex();
index.put(documents);

function found(question: string): string[] {
  return index
    .find(question, 10)
    .map(({ document, place }) =>
      place?.section === undefined ? document.path : `${document.path}#${place.section.title}`,
    );
}

function first(question: string): string | undefined {
  return found(question)[0];
}

describe('search', () => {
  it('finds an alert by its name, whole, in parts, in any writing, and half typed', () => {
    for (const name of [
      'DiskAlmostFull',
      'diskalmostfull',
      'disk_almost_full',
      'disk-almost-full',
      'disk almost',
      'diskalm',
    ]) {
      assert.equal(first(name), 'runbooks/DiskAlmostFull.md', name);
    }
    assert.equal(first('rotatethesigningkeys'), 'runbooks/rotate-keys.md');
    assert.equal(first('know the lag of the replicatio'), 'runbooks/fail-over.md#Before');
    assert.equal(first('crashloop'), 'runbooks/crash.md');
    assert.equal(first('parcelapi'), 'runbooks/crash.md');
    assert.equal(first('parcel crash looping'), 'runbooks/crash.md');
  });

  it('forgives slips: letters that are wrong, missing or in the other order', () => {
    assert.equal(first('rotatte'), 'runbooks/rotate-keys.md');
    assert.equal(first('siging keys'), 'runbooks/rotate-keys.md');
    assert.equal(first('roatte'), 'runbooks/rotate-keys.md');
    assert.equal(first('replicaton'), 'runbooks/fail-over.md#Before');
  });

  it('knows other forms of a word, and other words for the same', () => {
    assert.equal(first('rotating a key'), 'runbooks/rotate-keys.md');
    assert.equal(first('rollback'), 'runbooks/fail-over.md#Roll back');
    assert.equal(first('oom'), 'postmortems/mail.md#Causes');
    assert.equal(first('out of memory'), 'postmortems/mail.md#Causes');
    assert.equal(first('uberlauf'), 'runbooks/queue.md');
  });

  it('finds severities, owners, services, files, headings and commands', () => {
    for (const severity of ['SEV-1', 'sev1', 'severity 1']) {
      assert.equal(first(severity), 'postmortems/mail.md', severity);
    }
    assert.equal(first('ada'), 'runbooks/rotate-keys.md');
    assert.equal(first('postbox'), 'runbooks/rotate-keys.md');
    assert.equal(first('growing'), 'runbooks/DiskAlmostFull.md#Growing the volume');
    assert.equal(first('pg_rewind'), 'runbooks/fail-over.md#Roll back');
  });

  it('finds what a pasted alert names, whatever else it says', () => {
    const chat = ':fire: [FIRING:2] DiskAlmostFull\n*severity:* critical\n*key:* rotate\nsigning mail primary';
    assert.equal(first(chat), 'runbooks/DiskAlmostFull.md');
    const json = {
      alerts: [{ labels: { alertname: 'DiskAlmostFull', job: 'mail' }, annotations: { summary: 'late' } }],
    };
    assert.equal(first(JSON.stringify(json)), 'runbooks/DiskAlmostFull.md');
    const link = 'https://example.org/team/blob/main/runbooks/rotate-keys.md?plain=1#steps';
    assert.deepEqual(
      index.find(`DiskAlmostFull see ${link}`, 2).map(({ why }) => why.by),
      ['link', 'name'],
    );
    assert.equal(first(`DiskAlmostFull see ${link}`), 'runbooks/rotate-keys.md#Steps');
    assert.equal(first(link.replace('#steps', '#other')), 'runbooks/rotate-keys.md');
  });

  it('says why, and the best line of the best section', () => {
    const [hit] = index.find('log crash', 1);
    assert.equal(hit?.why.by === 'link' || hit?.why.by === 'name', false);
    assert.deepEqual(hit?.why.words, ['log', 'crash']);
    const [mail] = index.find('10:20 volume', 1);
    assert.equal(mail?.document.lines.text(mail.place?.line ?? 0), '- 10:20 the volume was full');
    assert.deepEqual(index.find('oom', 1)[0]?.why.synonyms, ['out of memory']);
  });

  it('wants most of a few words, and some of many', () => {
    assert.equal(first('mail full'), 'postmortems/mail.md');
    const pages = (['postmortem', 'runbook'] as const).map((kind) => documentOf(kind, '# Tape\n', `${kind}.md`));
    const both = new DocumentIndex();
    both.put(pages);
    assert.deepEqual(
      both.find('tape', 5).map(({ document }) => document.kind),
      ['runbook', 'postmortem'],
    );
    assert.equal(
      first('since this morning the signing service refuses every request of our customers'),
      'runbooks/rotate-keys.md',
    );
  });

  it('finds nothing for words that nothing has, and names what is nearest', () => {
    assert.deepEqual(found('xyzzyx'), []);
    assert.deepEqual(found('"(*.?'), []);
    assert.equal(index.nearest('ParcelPodCrash', 1)[0]?.path, 'runbooks/crash.md');
    assert.deepEqual(new DocumentIndex().find('disk', 5), []);
    assert.deepEqual(new DocumentIndex().nearest('disk', 5), []);
  });

  it('follows documents that change and go', () => {
    const own = new DocumentIndex();
    own.put(documents);
    const before = own.find('disk', 5).map(({ score }) => score);
    own.put(documents);
    assert.deepEqual(
      own.find('disk', 5).map(({ score }) => score),
      before,
    );
    const [disk] = documents;
    assert.ok(disk);
    own.put([{ ...disk, ...documentOf('runbook', '# TapeAlmostFull\n', disk.path), uri: disk.uri }]);
    assert.deepEqual(own.find('growing', 5), []);
    assert.equal(own.find('tape', 5)[0]?.document.title, 'TapeAlmostFull');
    own.remove([disk.uri, 'unknown']);
    assert.deepEqual(own.find('tapealmostfull', 5), []);
    assert.equal(own.find('rotate', 5).length, 1);
  });

  it('takes a pasted log with thousands of words that nothing has, and words without end', () => {
    const letter = (index: number): string => String.fromCodePoint(97 + (Math.floor(index) % 26));
    const unknown = Array.from(
      { length: 5000 },
      (_, index) => `q${letter(index)}${letter(index / 26)}${letter(index / 676)}zx`,
    );
    assert.equal(first(`DiskAlmostFull ${unknown.join(' ')} ${'x'.repeat(100_000)}`), 'runbooks/DiskAlmostFull.md');
  });

  it('takes any text without failing, and answers within its documents', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.json(), fc.webUrl()), (question) =>
        index.find(question, 10).every(({ document, place, score }) => {
          return Number.isFinite(score) && (place?.line ?? 0) < document.lines.count;
        }),
      ),
    );
  });
});

describe('search with alerts', () => {
  const led = [
    documentOf(
      'runbook',
      '# Storage\n\nGrow the volume.\n\n## Out of inodes\n\nRemove files.\n',
      'runbooks/storage.md',
    ),
    documentOf('runbook', '# DiskAlmostFull\n\nOld. The disk is almost full.\n', 'runbooks/DiskAlmostFull.md'),
    documentOf('runbook', '# Queues\n\nLook at the consumers.\n', 'runbooks/queues.md'),
    documentOf('postmortem', '# Mail was late\n\nDiskAlmostFull fired.\n', 'postmortems/mail.md'),
  ];
  const [root = ''] = led.map((document) => document.root);
  const alerts = new Map([
    [
      'runbooks/storage.md',
      [
        { name: 'DiskAlmostFull', texts: ['Nothing can be written to the mail store', 'postbox'] },
        { name: 'InodesGone', texts: ['No more files can be made'], line: 4 },
      ],
    ],
  ]);

  function indexWith(before: boolean): DocumentIndex {
    const own = new DocumentIndex();
    if (before) {
      own.setAlerts(root, alerts);
    }
    own.put(led);
    if (!before) {
      own.setAlerts(root, alerts);
    }
    return own;
  }

  for (const before of [true, false]) {
    it(`puts the runbook first that an alert of this name leads to, with alerts set ${before ? 'first' : 'later'}`, () => {
      const own = indexWith(before);
      for (const question of [
        'DiskAlmostFull',
        '[FIRING:1] DiskAlmostFull (critical)',
        '{"alerts": [{"labels": {"alertname": "DiskAlmostFull"}}]}',
      ]) {
        const [best] = own.find(question, 3);
        assert.equal(best?.document.path, 'runbooks/storage.md', question);
        assert.deepEqual(best.why, { by: 'alert', words: ['DiskAlmostFull'], synonyms: [] });
      }
      const [section] = own.find('InodesGone', 1);
      assert.deepEqual([section?.place?.section?.title, section?.place?.line], ['Out of inodes', 4]);
    });
  }

  it('finds a runbook by what its alerts say', () => {
    const own = indexWith(true);
    const [best] = own.find('cannot write to postbox', 1);
    assert.equal(best?.document.path, 'runbooks/storage.md');
    assert.deepEqual(best.why.by, ['alerts']);
  });

  it('forgets alerts that are gone', () => {
    const own = indexWith(true);
    own.setAlerts(root, new Map());
    assert.equal(own.find('DiskAlmostFull', 1)[0]?.document.path, 'runbooks/DiskAlmostFull.md');
    assert.deepEqual(own.find('postbox', 1), []);
    own.setAlerts('elsewhere', alerts);
    assert.deepEqual(own.find('postbox', 1), []);
  });

  it('opens the runbook that a pasted alert of Alertmanager names, at its section', () => {
    const own = indexWith(false);
    for (const url of [
      'https://docs.acme.io/x/runbooks/queues/',
      'runbooks/queues.md',
      'https://github.com/a/b/blob/main/runbooks/storage.md#out-of-inodes',
    ]) {
      const pasted = JSON.stringify({
        version: '4',
        alerts: [
          {
            labels: { alertname: 'DiskAlmostFull' },
            annotations: { runbook_url: url },
            generatorURL: 'https://prometheus.acme.io/graph',
          },
        ],
      });
      const [best] = own.find(pasted, 3);
      assert.equal(best?.document.path, url.includes('queues') ? 'runbooks/queues.md' : 'runbooks/storage.md');
      assert.equal(best.why.by, 'link');
      assert.equal(best.place?.section?.title, url.includes('#') ? 'Out of inodes' : undefined);
    }
  });
});
