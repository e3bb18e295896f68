import assert from 'node:assert/strict';
import {
  resolveRecord,
  timesOf,
  timesProblem,
  type Resolution,
} from '../../../../../src/core/workflow/incident/resolve.ts';
import { rolesOf } from '../../../../../src/core/workflow/incident/roles.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { conventionOf } from '../../../../../src/core/team/templates/template.ts';
import { UserError } from '../../../../../src/core/util/user-error.ts';
import { documentOf } from '../../../support/context.ts';

const text = `---
title: Checkout down
date: 2026-03-01
start_time: 2026-03-01T10:00:00+01:00
severity: SEV-2
status: Mitigated
services: [checkout]
scribe: Bob
---

# Checkout down

## Summary

## Impact

Already written.

## Detection

<How did we find out?>

## Responders

## Timeline

| Time (UTC) | Event |
| --- | --- |
| 09:05 | Alert CheckoutErrors pages |
| 09:40 | Status changed from investigating to mitigated (Ada) |
`;
const expected = conventionOf({
  id: 't',
  kind: 'postmortem',
  name: 't',
  description: '',
  text: '# ${title}\n\n## Summary\n\n## Impact\n\n## Detection\n\n## Responders\n\n## Timeline\n\n## Causes\n\n## Action Items\n',
}).sections;
const at = (time: string): Date => new Date(`2026-03-01T${time}:00Z`);

function resolution(source: string, more: Partial<Resolution> = {}): Resolution {
  return {
    document: documentOf('postmortem', source),
    expected,
    at: at('10:30'),
    author: 'Ada',
    times: { start: at('09:00'), detected: at('09:05'), mitigated: at('09:40'), resolved: at('10:20') },
    roles: rolesOf(undefined),
    questions: (keys) => (keys.includes('causes') ? ['What had to be true?', 'What else?'] : ['And?']),
    ...more,
  };
}
const resolved = (source: string, more: Partial<Resolution> = {}): string =>
  applyEdits(source, resolveRecord(resolution(source, more)));

describe('timesOf', () => {
  it('knows what the record states and what a change of status wrote, and supposes the rest', () => {
    const times = timesOf(documentOf('postmortem', text)).map(({ step, stated, likely }) => [
      step,
      stated?.toISOString().slice(11, 16),
      likely?.toISOString().slice(11, 16),
    ]);
    assert.deepEqual(times, [
      ['start', '09:00', '09:05'],
      ['detected', undefined, '09:05'],
      ['mitigated', '09:40', '09:40'],
      ['resolved', undefined, undefined],
    ]);
  });

  it('doubts a start that is later than the first entry', () => {
    const [start] = timesOf(documentOf('postmortem', text.replace('T10:00', 'T10:30')));
    assert.equal(start?.stated, undefined);
    assert.equal(start?.likely?.toISOString(), '2026-03-01T09:05:00.000Z');
  });
});

describe('timesProblem', () => {
  it('says which time cannot be true, and passes over those that nobody knows', () => {
    assert.equal(timesProblem({ start: at('09:00'), resolved: at('10:00') }), undefined);
    assert.match(
      timesProblem({ start: at('09:00'), detected: at('08:00') }) ?? '',
      /the detection .* before the start/,
    );
  });
});

describe('resolveRecord', () => {
  it('states times in the zone of the record, how long things took, and that it is a draft', () => {
    const front = resolved(text).split('\n---\n')[0] ?? '';
    for (const line of [
      'start_time: 2026-03-01T10:00:00+01:00',
      'detected_at: 2026-03-01T10:05:00+01:00',
      'mitigated_at: 2026-03-01T10:40:00+01:00',
      'resolved_at: 2026-03-01T11:20:00+01:00',
      'time_to_detect: 5 min',
      'time_to_mitigate: 40 min',
      'duration: 1 h 20 min',
      'status: Draft',
    ]) {
      assert.ok(front.split('\n').includes(line), `${line} in\n${front}`);
    }
  });

  it("calls a draft what the team's configuration does", () => {
    const after = (statuses: readonly string[]): string => resolved(text, { statuses });
    assert.match(after(['investigating', 'WIP', 'In Review', 'Final', 'Done']), /^status: WIP$/m);
    assert.match(after(['Alpha', 'Beta', 'Gamma', 'Delta']), /^status: Alpha$/m);
    assert.match(after(['investigating', 'resolved']), /^status: Draft$/m);
  });

  it('leaves out what nobody knows, and what would follow from it', () => {
    const after = resolved(text, { times: { start: at('09:00'), resolved: at('10:20') } });
    assert.doesNotMatch(after, /detected_at|mitigated_at|time_to|Detected at/);
    assert.match(after, /^duration: 1 h 20 min$/m);
  });

  it('fills in facts, asks where there is nothing, and changes nothing that was written', () => {
    const after = resolved(text);
    assert.match(
      after,
      /## Summary\n\nSEV-2 incident in checkout from 2026-03-01 10:00\+01:00 to 2026-03-01 11:20\+01:00 \(1 h 20 min\)\.\n\n<!--\nAnd\?\n-->\n\n## Impact\n\nAlready written\.\n/,
    );
    assert.match(
      after,
      /## Detection\n\nDetected at 2026-03-01 10:05\+01:00, 5 min after the start\.\n\n<How did we find out\?>\n/,
    );
    assert.match(after, /## Responders\n\n- \*\*Scribe\*\*: Bob\n/);
    assert.match(after, /\| 10:20 \| Incident resolved \(Ada\) \|\n/);
    assert.match(after, /## Causes\n\n<!-- What had to be true\? What else\? -->\n/);
    for (const line of text.split('\n').filter((other) => !other.startsWith('status:'))) {
      assert.ok(after.split('\n').includes(line), line);
    }
  });

  it('does not tell twice that it is over', () => {
    const over = text.replace('status: Mitigated', 'status: resolved');
    assert.doesNotMatch(resolved(over), /Incident resolved/);
  });

  it('keeps CRLF', () => {
    assert.doesNotMatch(resolved(text.replaceAll('\n', '\r\n')), /(?<!\r)\n/);
  });

  it('refuses times that cannot all be true', () => {
    const times = { start: at('09:00'), resolved: at('08:00') };
    assert.throws(() => resolveRecord(resolution(text, { times })), UserError);
  });
});
