import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  aboutOf,
  matchBaseline,
  parseBaseline,
  printBaseline,
  updateBaseline,
  type Recordable,
} from '../../../../src/core/check/baseline.ts';
import { UserError } from '../../../../src/core/util/user-error.ts';

function finding(file: string, section: string, rule = 'missing-section'): Recordable {
  return { file, rule, section, message: `Missing section: ${section} (3 of 4 have it)` };
}

function all(): boolean {
  return true;
}

const names = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', '1', 'a.md', 'b.md'));
const anyRecordables = fc.array(
  fc.record(
    { file: names, rule: fc.constantFrom('missing-section', 'empty-section'), message: names, section: names },
    { requiredKeys: ['file', 'rule', 'message'] },
  ),
);

describe('a baseline', () => {
  it('answers for what it recorded, whatever lines and evidence are now', () => {
    const before = updateBaseline([], [finding('a.md', 'Impact')], all);
    const now = { ...finding('a.md', 'Impact'), message: 'Missing section: Impact (4 of 5 have it)' };
    assert.deepEqual(matchBaseline(before, [now], all), { fresh: [], known: 1, stale: [] });
  });

  it('knows a message without a section by its words, not by its numbers and evidence', () => {
    const about = (message: string): string => aboutOf({ message });
    assert.equal(about('Overdue by 12 days (reviewed 2025-01-01)'), about('Overdue by 13 days (reviewed 2025-01-01).'));
    assert.equal(about('No owner (nobody of 7 (seven) is named)'), 'No owner (nobody of # (seven) is named)');
    assert.notEqual(about('No owner'), about('No date'));
  });

  it('knows a finding by what it says that it is about, however its message is worded', () => {
    const found = {
      file: 'a.md',
      rule: 'destructive-command',
      about: 'rm -rf /srv/1',
      message: 'This deletes folders.',
    };
    const before = updateBaseline([], [found], all);
    const reworded = { ...found, about: 'rm -rf /srv/2', message: 'It takes folders away (3 of 4).' };
    assert.deepEqual(matchBaseline(before, [reworded], all), { fresh: [], known: 1, stale: [] });
    const other = { ...found, about: 'dropdb mail' };
    assert.deepEqual(matchBaseline(before, [other], all).fresh, [other]);
  });

  const earlier: ReadonlyArray<readonly [rule: string, about: string, now: string]> = [
    ['title-mismatch', 'The title is "The "A" queue" but the file is "B"; it is the title of c/A.md', 'The "A" queue'],
    [
      'metadata-missing',
      'Missing in the front matter: zone, status (both in the template Incident (short)); owner',
      'owner, status, zone',
    ],
    ['metadata-invalid', 'Unusual status "open": did you mean "opened"?', 'status open'],
    ['metadata-invalid', 'Severity "P#" is of another kind than the usual', 'severity P#'],
    ['metadata-invalid', 'Unknown service "a "b""', 'service a "b"'],
    ['times-inconsistent', 'Resolved (#:# (UTC)) is before Detected (#:# (UTC))', 'Resolved before Detected'],
    ['timeline-zone', '# timelines here do not say which time zone the times are in', ''],
    ['missing-section', 'Impact', 'Impact'],
    ['blameful-language', 'Words of an older version', 'Words of an older version'],
    ['constructor', 'x', 'x'],
  ];
  for (const [rule, about, now] of earlier) {
    it(`of version 1 is read: ${about}`, () => {
      const text = JSON.stringify({ version: 1, findings: [{ path: 'a.md', rule, about, count: 2 }] });
      assert.deepEqual(parseBaseline(text, 'b.json'), [{ path: 'a.md', rule, about: now, count: 2 }]);
    });
  }

  it('of version 1 is read in a time that grows with it', () => {
    const about = `${'"x" ('.repeat(40_000)} is before `;
    const findings = Object.keys(Object.fromEntries(earlier.map(([rule]) => [rule, true]))).map((rule) => ({
      path: 'a.md',
      rule,
      about,
      count: 1,
    }));
    const start = performance.now();
    parseBaseline(JSON.stringify({ version: 1, findings }), 'b.json');
    assert.ok(performance.now() - start < 2000);
  });

  it('reports what is new in a document, another rule or another document', () => {
    const baseline = updateBaseline([], [finding('a.md', 'Impact')], all);
    const fresh = [finding('a.md', 'Causes'), finding('a.md', 'Impact', 'empty-section'), finding('b.md', 'Impact')];
    assert.deepEqual(matchBaseline(baseline, [finding('a.md', 'Impact'), ...fresh], all).fresh, fresh);
  });

  it('reports what is there more often than recorded', () => {
    const twice = [finding('a.md', 'Impact'), finding('a.md', 'Impact')];
    const baseline = updateBaseline([], twice, all);
    assert.equal(matchBaseline(baseline, twice, all).known, 2);
    const { fresh, known } = matchBaseline(baseline, [...twice, finding('a.md', 'Impact')], all);
    assert.deepEqual([fresh.length, known], [1, 2]);
  });

  it('names what is no longer there, of documents that were checked', () => {
    const baseline = updateBaseline(
      [],
      [finding('a.md', 'Impact'), finding('a.md', 'Impact'), finding('b.md', 'Impact')],
      all,
    );
    const { stale } = matchBaseline(baseline, [finding('a.md', 'Impact')], (file) => file === 'a.md');
    assert.deepEqual(stale, [{ path: 'a.md', rule: 'missing-section', about: 'Impact', count: 1 }]);
  });

  it('keeps what it knows of documents that were not checked when it is written anew', () => {
    const before = updateBaseline([], [finding('a.md', 'Impact'), finding('b.md', 'Impact')], all);
    const after = updateBaseline(before, [finding('a.md', 'Causes')], (file) => file === 'a.md');
    assert.deepEqual(
      after.map(({ path, about }) => [path, about]),
      [
        ['a.md', 'Causes'],
        ['b.md', 'Impact'],
      ],
    );
  });

  it('is written sorted, one entry on a line, without line numbers', () => {
    const text = printBaseline(updateBaseline([], [finding('b.md', 'Impact'), finding('a.md', 'Impact')], all));
    assert.equal(
      text,
      `{
  "version": 2,
  "findings": [
    {"path":"a.md","rule":"missing-section","about":"Impact","count":1},
    {"path":"b.md","rule":"missing-section","about":"Impact","count":1}
  ]
}
`,
    );
    assert.equal(printBaseline([]), '{\n  "version": 2,\n  "findings": []\n}\n');
  });

  it('comes back from its text as it was, and answers for all findings that it was made of', () => {
    fc.assert(
      fc.property(anyRecordables, (findings) => {
        const baseline = updateBaseline([], findings, all);
        const read = parseBaseline(printBaseline(baseline), 'b.json');
        assert.deepEqual(read, baseline);
        assert.deepEqual(matchBaseline(read, findings, all), { fresh: [], known: findings.length, stale: [] });
        assert.equal(printBaseline(read), printBaseline(baseline));
      }),
    );
  });

  it('is the same in whatever order findings come', () => {
    fc.assert(
      fc.property(anyRecordables, (findings) => {
        const there = printBaseline(updateBaseline([], findings, all));
        assert.equal(printBaseline(updateBaseline([], findings.toReversed(), all)), there);
      }),
    );
  });

  const broken: ReadonlyArray<readonly [text: string, message: RegExp]> = [
    ['', /^The baseline b\.json cannot be read: .*Restore it from git, or delete it and run with --update-baseline/s],
    ['{\n<<<<<<< HEAD\n', /^The baseline b\.json cannot be read: /],
    ['[]', /"version" or "findings" is missing/],
    ['null', /"version" or "findings" is missing/],
    ['{"version": 1}', /"version" or "findings" is missing/],
    [
      '{"version": 3, "findings": []}',
      /has version 3, but this runbook-lens reads version 2\. Use the runbook-lens version that/,
    ],
    ['{"version": 1, "findings": [{"path": "a"}]}', /finding 1 has no path, rule, about or count/],
    [
      '{"version": 1, "findings": [{"path": "a", "rule": "r", "about": "x", "count": 1}, {"path": "a", "rule": "r", "about": "x", "count": 0}]}',
      /finding 2 has no/,
    ],
    ['{"version": 1, "findings": [null]}', /finding 1 has no/],
  ];
  for (const [text, message] of broken) {
    it(`that cannot be used is told of: ${JSON.stringify(text)}`, () => {
      assert.throws(
        () => parseBaseline(text, 'b.json'),
        (error) => error instanceof UserError && message.test(error.message),
      );
    });
  }
});
