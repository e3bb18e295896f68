import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readActionItems } from '../../../../src/core/record/actions/read.ts';
import { check } from '../../../../src/core/check/rules/check.ts';
import { conflictsIn, conflictsOf } from '../../../../src/core/document/conflicts.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { readTimelines } from '../../../../src/core/record/timeline/read.ts';
import { assertInside } from '../../support/assertions.ts';
import { catalogOf, contextIn } from '../../support/catalog-of.ts';

const conflict = ['<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> other'];

/** The lines that conflicts take up, first and last, 0-based. */
function linesOf(text: string): number[][] {
  return conflictsIn(text).map(({ range: { start, end } }) => [start.line, end.line]);
}

/** Lines that begin no conflict, end none, and make no example of one. */
const harmless = fc.constantFrom(
  '',
  'text',
  '# Heading',
  '=======',
  '|||||||',
  '- item',
  '    <<<<<<< HEAD',
  ' <<<<<<< HEAD',
  '> <<<<<<< HEAD',
  '<<<<<<<HEAD',
  '<<<<<< HEAD',
  '<<<<<<<<< Temporary',
  '========',
  '>>>>>>>>> Temporary',
  '>>>>>>>quoted',
);
/** What may stand on one side of a conflict. */
const side = fc.array(
  harmless.filter((line) => line !== '=======' && line !== '|||||||'),
  { maxLength: 5 },
);
const breaks = fc.constantFrom('\n', '\r\n', '\r');

describe('merge conflicts', () => {
  it('are found where they are made, in any text, with any line breaks', () => {
    const part = fc.oneof(
      fc.record({ lines: fc.array(harmless, { maxLength: 6 }), real: fc.constant(false) }),
      fc
        .tuple(
          side,
          fc.option(side),
          fc.array(
            harmless.filter((line) => line !== '|||||||'),
            { maxLength: 5 },
          ),
          fc.boolean(),
        )
        .map(([ours, base, theirs, named]) => ({
          lines: [
            named ? '<<<<<<< HEAD' : '<<<<<<<',
            ...ours,
            ...(base === null ? [] : ['||||||| 1234567', ...base]),
            '=======',
            ...theirs,
            named ? '>>>>>>> a branch (with a subject)' : '>>>>>>>',
          ],
          real: true,
        })),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), breaks, fc.boolean(), (parts, eol, mark) => {
        const all: string[] = [];
        const expected: number[][] = [];
        for (const { lines, real } of parts) {
          if (real) {
            expected.push([all.length, all.length + lines.length - 1]);
          }
          all.push(...lines);
        }
        const text = `${mark ? '\ufeff' : ''}${all.join(eol)}`;
        assert.deepEqual(linesOf(text), expected);
      }),
    );
  });

  it('lie inside any text, one behind another', () => {
    const line = fc.oneof(harmless, fc.constantFrom(...conflict, '||||||| x', '```', '~~~~', '```sh', 'a merge'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), breaks, (all, eol) => {
        const text = all.join(eol);
        const lines = Lines.of(text);
        let last = -1;
        for (const { range } of conflictsIn(text)) {
          assertInside(lines, range, 'conflict');
          assert.ok(range.start.line > last);
          assert.match(lines.text(range.start.line), /^<{7}(?: |$)/);
          assert.match(lines.text(range.end.line), /^>{7}(?: |$)/);
          assert.equal(range.start.character, 0);
          assert.equal(range.end.character, lines.text(range.end.line).length);
          last = range.end.line;
        }
      }),
    );
  });

  it('name both sides', () => {
    const [found] = conflictsIn(conflict.join('\n'));
    assert.deepEqual([found?.ours, found?.theirs], ['HEAD', 'other']);
    const [bare] = conflictsIn('<<<<<<<\n=======\n>>>>>>>');
    assert.deepEqual([bare?.ours, bare?.theirs], ['', '']);
  });

  it('need all their lines, in order', () => {
    for (const left of [0, 2, 4]) {
      assert.deepEqual(linesOf(conflict.toSpliced(left, 1).join('\n')), []);
    }
    assert.deepEqual(linesOf(conflict.toReversed().join('\n')), []);
    assert.deepEqual(linesOf(['<<<<<<< HEAD', '=======', '||||||| base', '>>>>>>> other'].join('\n')), []);
  });

  it('begin at the last opening line where one has no end', () => {
    assert.deepEqual(linesOf(['<<<<<<< HEAD', 'left over', ...conflict].join('\n')), [[2, 6]]);
    assert.deepEqual(linesOf([...conflict, '=======', '>>>>>>> again'].join('\n')), [[0, 4]]);
  });

  it('are real in a code fence, unless the text around speaks of such', () => {
    const fenced = ['```sh', ...conflict, '```'];
    assert.deepEqual(linesOf(fenced.join('\n')), [[1, 5]]);
    for (const words of [
      '# Merge conflicts',
      'Resolve the conflict.',
      'While you rebase:',
      'Ein Konflikt',
      'O conflito',
    ]) {
      assert.deepEqual(linesOf([words, '', ...fenced].join('\n')), []);
      assert.deepEqual(linesOf([...fenced, '', words].join('\n')), []);
      assert.deepEqual(linesOf([words, '', ...conflict].join('\n')), [[2, 6]]);
    }
    assert.deepEqual(linesOf(['# Emergency', '', ...fenced].join('\n')), [[3, 7]]);
    // What the conflict itself says does not make an example of it.
    assert.deepEqual(linesOf(['```', '<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> merge', '```'].join('\n')), [
      [1, 5],
    ]);
  });

  it('are real where a fence begins or ends in them, or is not closed', () => {
    const both = ['# Merge', '<<<<<<< HEAD', '```sh', 'a', '=======', '```sh', 'b', '>>>>>>> other', '```'];
    assert.deepEqual(linesOf(both.join('\n')), [[1, 7]]);
    const ends = ['# Merge', '```', '<<<<<<< HEAD', 'a', '```', '=======', 'b', '```', '>>>>>>> other'];
    assert.deepEqual(linesOf(ends.join('\n')), [[2, 8]]);
    assert.deepEqual(linesOf(['# Merge', '```', ...conflict].join('\n')), [[2, 6]]);
    assert.deepEqual(linesOf(['# Merge', '```', ...conflict, '~~~'].join('\n')), [[2, 6]]);
    assert.deepEqual(linesOf(['# Merge', '````', ...conflict, '```'].join('\n')), [[2, 6]]);
    assert.deepEqual(linesOf(['# Merge', '```', ...conflict, '`````'].join('\n')), []);
    assert.deepEqual(linesOf(['# Merge', '```a`b', ...conflict, '```'].join('\n')), [[2, 6]]);
  });

  it('are all that is said of a document, whose timeline and action items are not read', () => {
    const text = [
      '# Postmortem: the queue was full',
      '',
      '## Summary',
      '',
      'TODO',
      '',
      '## Timeline',
      '',
      '- 10:40: up',
      '- 10:20: down',
      '- 10:30: looked at',
      '- 10:50: closed',
      '',
      '## Action items',
      '',
      '- [ ] Find out why',
      '',
    ];
    const read = (lines: readonly string[]): { rules: string[]; entries: number; items: number } => {
      const catalog = catalogOf({ 'postmortems/a.md': lines.join('\n') });
      const context = contextIn(catalog, 'postmortems/a.md');
      return {
        rules: [...new Set(check(context).map(({ rule }) => rule))],
        entries: readTimelines(context.document).flatMap(({ entries }) => entries).length,
        items: readActionItems(context.document).length,
      };
    };
    const whole = read(text);
    assert.ok(whole.rules.length > 1 && whole.entries === 4 && whole.items === 1);
    assert.deepEqual(read([...text, ...conflict]), { rules: ['merge-conflict'], entries: 0, items: 0 });
  });

  it('are none where a comment silences the rule, and the document is read', () => {
    const text = (comment: string): string =>
      `# Postmortem: a\n\n## Timeline\n\n- 10:20: down\n- 10:30: up\n\n${comment}\n${conflict.join('\n')}\n`;
    const found = (comment: string): number[] => {
      const { document } = contextIn(catalogOf({ 'postmortems/a.md': text(comment) }), 'postmortems/a.md');
      return [conflictsOf(document).length, readTimelines(document).flatMap(({ entries }) => entries).length];
    };
    assert.deepEqual(found(''), [1, 0]);
    assert.deepEqual(found('<!-- runbook-lens-disable-next-line merge-conflict -->'), [0, 2]);
    assert.deepEqual(found('<!-- runbook-lens-disable-next-line timeline-zone -->'), [1, 0]);
  });

  it('keep other rules silent where their own is off', () => {
    const catalog = catalogOf({
      'postmortems/a.md': `# Postmortem: a\n\n## Summary\n\nTODO\n\n${conflict.join('\n')}\n`,
    });
    assert.deepEqual(catalog.findings('postmortems/a.md', { 'merge-conflict': 'off' }), []);
  });
});
