import assert from 'node:assert/strict';
import { statedTimes } from '../../../../../src/core/record/timeline/stated-times.ts';
import { documentOf } from '../../../support/context.ts';

/** Each step with its time, in one line for each place. */
function stated(...lines: readonly string[]): string[] {
  const document = documentOf('postmortem', lines.join('\n'));
  return statedTimes(document).map(({ times, durations }) =>
    [
      ...times.map(({ step, text, range }) => {
        assert.equal(document.lines.slice(range), text);
        return `${step} ${text}`;
      }),
      ...durations.map(({ minutes }) => `${minutes} min`),
    ].join(', '),
  );
}

describe('statedTimes', () => {
  it('reads front matter, also what stands in other keys', () => {
    assert.deepEqual(
      stated('---', 'start: "2024-03-05 10:10"', 'incident:', '  resolved: 2024-03-05T11:00Z', 'duration: 1 h', '---'),
      ['start 2024-03-05 10:10, resolved 2024-03-05T11:00Z, 60 min'],
    );
  });

  it('reads labels, several on a line too, and those of a table with one row', () => {
    assert.deepEqual(stated('**Detected:** 2024-03-05 10:10 | **Resolved:** 2024-03-05 11:10', '**Duration**: 1h'), [
      'detected 2024-03-05 10:10, resolved 2024-03-05 11:10, 60 min',
    ]);
    assert.deepEqual(stated('- [x] Started: 2024-03-05 10:10<br>Ended: 2024-03-05 11:00', '- Duration：50分'), [
      'start 2024-03-05 10:10, end 2024-03-05 11:00, 50 min',
    ]);
    assert.deepEqual(stated('| Detected | Resolved |', '| - | - |', '| 2024-03-05 10:10 | 2024-03-05 11:00 |'), [
      'detected 2024-03-05 10:10, resolved 2024-03-05 11:00',
    ]);
  });

  it('takes what holds, not what is struck out', () => {
    assert.deepEqual(stated('Detected: ~~2024-03-05 10:00~~ 2024-03-05 10:10'), ['detected 2024-03-05 10:10']);
    assert.deepEqual(stated('Detected: ~~2024-03-05 10:00~~'), []);
  });

  it('reads a time behind the name of a step without a colon, and one with much behind it', () => {
    assert.deepEqual(stated('- **First detected** 2024-03-05 10:10', '- Repaired 2024-03-05 10:40'), [
      'detected 2024-03-05 10:10, resolved 2024-03-05 10:40',
    ]);
    const long = 'the queue was full '.repeat(30);
    assert.deepEqual(stated('| Field | Value |', '| - | - |', `| Resolved | 2024-03-05 11:00 — ${long} |`), [
      'resolved 2024-03-05 11:00',
    ]);
  });
});
