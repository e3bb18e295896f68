import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reviewOf } from '../../../../../src/core/check/facts/review.ts';
import { reviewedEdits, usualReview, type UsualReview } from '../../../../../src/core/check/facts/reviewed.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { anyText, plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const day = '2026-05-04';
const inKey: UsualReview = { key: 'last_reviewed' };
const inLabel: UsualReview = { key: 'last_reviewed', label: 'Last reviewed' };

/** The text after a review; or why there is none. */
function reviewed(text: string, usual = inKey): string {
  const document = documentOf('runbook', text);
  const made = reviewedEdits(document, day, usual);
  return 'edits' in made
    ? applyEdits(document.text, made.edits)
    : 'noted' in made
      ? 'noted'
      : `${made.unclear.why} in line ${made.unclear.line}`;
}

const front = (...lines: readonly string[]): string => ['---', ...lines, '---', '# A', ''].join('\n');
const body = (...lines: readonly string[]): string => ['# A', '', ...lines, ''].join('\n');

describe('a review that is noted', () => {
  it('replaces the date of the last one, wherever the document states it, and nothing else', () => {
    for (const text of [
      front('title: A', 'last_reviewed: 2025-01-02', 'review_every: 6 months'),
      front('last-reviewed: "2025-01-02" # by Ada'),
      front('last_reviewed: 2025-01-02 by Ada'),
      front('last_reviewed: "2025-01-02 by Ada"'),
      front('last_reviewed: Ada, 2025-01-02'),
      front('last_reviewed: 2025-01-02 in OPS-123'),
      body('**Last reviewed:** 2025-01-02 (Ada)', '', 'Text.'),
      body('| Owner | Ada |', '| --- | --- |', '| Last reviewed | 2025-01-02 by Ada |'),
      body('Owner: Ada | Last reviewed: 2025-01-02 | Review every 6 months'),
      body('Owner: Ada. Last reviewed on 2025-01-02 with the payments team, see notes.'),
      body('> **Last validated:** 2025-01-02 by @ada. **Next review:** 2026-12-01.'),
      body('**Last reviewed:** 2025-01-02 / **Owner:** Ada'),
      body('**Last reviewed:** 2025-01-02 by @ada[bot].'),
      body('Last reviewed: [2025-01-02](https://example.com/pr/2025-01-03)'),
      body('*Last reviewed for accuracy:* 2025-01-02'),
      '# A\r\n\r\nLast reviewed: 2025-01-02\r\n',
    ]) {
      const after = text.replace('2025-01-02', day);
      assert.equal(reviewed(text), after);
      assert.equal(reviewed(after), 'noted');
    }
  });

  it('is written as the date before, unless it could not be read then', () => {
    for (const [before, after] of [
      ['5 January 2026', '4 May 2026'],
      ['January 5, 2026', 'May 4, 2026'],
      ['5th Jan 2026', '4th May 2026'],
      ['3.4.2025', '4.5.2026'],
      ['2025/01/02', '2026/05/04'],
      ['2025年1月5日', '2026年5月4日'],
      ['31/12/2025', day],
      ['01/05/2026', day],
    ] as const) {
      assert.equal(reviewed(body(`Last reviewed: ${before} (Ada)`)), body(`Last reviewed: ${after} (Ada)`));
    }
  });

  it('fills an empty place', () => {
    for (const [before, after] of [
      [front('last_reviewed:'), front(`last_reviewed: ${day}`)],
      [front('last_reviewed: # YYYY-MM-DD'), front(`last_reviewed: ${day} # YYYY-MM-DD`)],
      [front('last_reviewed: ""'), front(`last_reviewed: "${day}"`)],
      [front('last_reviewed: <YYYY-MM-DD>'), front(`last_reviewed: ${day}`)],
      [front('last_reviewed: []'), front(`last_reviewed: [${day}]`)],
      [body('**Last reviewed:**'), body(`**Last reviewed:** ${day}`)],
      [
        body('| Owner | Ada |', '| --- | --- |', '| Last reviewed | |'),
        body('| Owner | Ada |', '| --- | --- |', `| Last reviewed | ${day} |`),
      ],
    ] as const) {
      assert.equal(reviewed(before), after);
    }
  });

  it('is one more date of a list, where the last one is', () => {
    for (const [before, after] of [
      [front('reviewed: [2025-01-01, 2025-06-01]'), front(`reviewed: [2025-01-01, 2025-06-01, ${day}]`)],
      [front('reviewed: ["2025-06-01", "2025-01-01"]'), front(`reviewed: ["${day}", "2025-06-01", "2025-01-01"]`)],
      [front('reviewed:', '  - 2025-01-01 # Ada'), front('reviewed:', '  - 2025-01-01 # Ada', `  - ${day}`)],
      [
        front('reviewed:', '- 2025-06-01', '- 2025-01-01'),
        front('reviewed:', `- ${day}`, '- 2025-06-01', '- 2025-01-01'),
      ],
    ] as const) {
      assert.equal(reviewed(before), after);
      assert.equal(reviewed(after), 'noted');
    }
  });

  it('is a new key under another name where the name means something else', () => {
    for (const other of ['reviewed: Ada Lovelace', 'reviewed: yes', 'reviewed: true', 'reviewed: [ada, bo]']) {
      assert.equal(reviewed(front(other), { key: 'reviewed' }), front(other, `last_reviewed: ${day}`));
    }
    assert.equal(reviewed(front('reviewed: Ada', 'last_reviewed: Bo')), 'taken in line 1');
    assert.equal(reviewed(body('Last reviewed: never')), 'taken in line 2');
  });

  it('is not written where more than a date would have to change', () => {
    for (const [text, why] of [
      [body('Last reviewed: 2025-01-01 12:00 UTC by Ada'), 'time in line 2'],
      [front('last_reviewed: 2025-01-01T12:00:00Z'), 'time in line 1'],
      [body('Last reviewed: Q1 2025 (Ada)'), 'inexact in line 2'],
      [front('last_reviewed: 2025-01'), 'inexact in line 1'],
      [front('last_reviewed: see review-2025-01-01.md'), 'inexact in line 1'],
      [body('Last reviewed: 2025-01-01 to 2025-01-05'), 'span in line 2'],
      [body('Last reviewed: 2025-06-01 (Ada), 2025-01-01 (Bo)'), 'several in line 2'],
      [body('- Reviewed: 2025-06-01 Ada', '- Reviewed: 2025-01-01 Bo'), 'several in line 2'],
      [body('Last reviewed:', '- 2025-06-01 Ada'), 'several in line 2'],
      [body('## Last reviewed', '', '- 2025-06-01 Ada'), 'several in line 4'],
      [front('reviewed:', '  - date: 2025-01-01', '    by: Ada'), 'several in line 2'],
      [front('reviewed: ["2025-01-01 by Ada"]'), 'several in line 1'],
      [front('reviewed: {date: 2025-01-01, by: Ada}'), 'several in line 1'],
      [front('last_reviewed: 2025-01-01', 'a: [b'), 'unreadable in line 1'],
      ['+++\nlast_reviewed = 2025-01-01\n+++\n# A\n', 'unreadable in line 1'],
    ] as const) {
      assert.equal(reviewed(text), why, text);
    }
  });

  it('is written in each place that states the day that counts', () => {
    assert.equal(
      reviewed(front('last_verified: 2025-01-01', 'last_reviewed: 2025-01-01') + body('Last reviewed: 1 January 2025')),
      front(`last_verified: ${day}`, `last_reviewed: ${day}`) + body('Last reviewed: 4 May 2026'),
    );
    assert.equal(
      reviewed(front('last_verified: 2025-01-01', `last_reviewed: ${day}`)),
      front(`last_verified: ${day}`, `last_reviewed: ${day}`),
    );
    assert.equal(
      reviewed(front('last_verified: 2025-01-01', 'last_reviewed: 2024-01-01')),
      front(`last_verified: ${day}`, 'last_reviewed: 2024-01-01'),
    );
    assert.equal(reviewed(front(`last_reviewed: ${day}`)), 'noted');
  });

  it('moves the next one, by the latest of a list', () => {
    const due = (text: string): string | undefined => reviewOf(documentOf('runbook', text))?.due;
    const text = front('last_reviewed: 2025-01-02', 'review_every: 6 months');
    assert.equal(due(reviewed(text)), '2026-11-04');
    const list = front('reviewed: [2025-01-02, 2025-02-03]', 'review_every: 6 months');
    assert.equal(due(list), '2025-08-03');
    assert.equal(due(reviewed(list)), '2026-11-04');
  });
});

describe('the first review of a runbook', () => {
  it('is a new key of front matter', () => {
    assert.equal(reviewed(front('title: A')), front('title: A', `last_reviewed: ${day}`));
    assert.equal(reviewed('# A\n', { key: 'reviewed' }), `---\nreviewed: ${day}\n---\n\n# A\n`);
  });

  it('is a label behind those of its head, in their form, where most others have one', () => {
    for (const [before, after] of [
      [
        body('**Owner:** Ada  ', '**Service:** x', '', 'Text.'),
        body('**Owner:** Ada  ', '**Service:** x  ', `**Last reviewed:** ${day}`, '', 'Text.'),
      ],
      [
        body('- **Owner**: Ada', '- **Service**: x'),
        body('- **Owner**: Ada', '- **Service**: x', `- **Last reviewed**: ${day}`),
      ],
      [
        body('> **Owner:** Ada', '> **Service:** x'),
        body('> **Owner:** Ada', '> **Service:** x', `> **Last reviewed:** ${day}`),
      ],
      [
        body('Owner: Ada', '', '## B', '', 'Owner: Bo'),
        body('Owner: Ada', '', `Last reviewed: ${day}`, '', '## B', '', 'Owner: Bo'),
      ],
      [
        body('| Owner | Ada |', '| --- | --- |', '| Service | x |'),
        body('| Owner | Ada |', '| --- | --- |', '| Service | x |', `| Last reviewed | ${day} |`),
      ],
    ] as const) {
      assert.equal(reviewed(before, inLabel), after);
    }
    for (const text of [body('Text.'), body('- **Owners:**', '  - Ada'), body('Owner: Ada | Service: x')]) {
      assert.equal(reviewed(text, inLabel), `---\nlast_reviewed: ${day}\n---\n\n${text}`);
    }
  });

  it('is not in the middle of a body that stands between rules', () => {
    for (const text of ['---\n# Title\n\nText: yes\n\n---\n\nMore\n', '---\n\nNote: old\n\n---\n\n# A\n']) {
      const after = reviewed(text);
      assert.ok(after.includes(`\n- **Last reviewed**: ${day}\n`), after);
      assert.ok(after.startsWith(text.slice(0, text.indexOf('---\n\n'))), after);
    }
  });

  it('is stated as most documents state a date', () => {
    const having = (line: string) => documentOf('runbook', front(line));
    assert.deepEqual(
      usualReview([having('reviewed: Ada'), having('reviewed: yes'), having('last-review: 2025-01-01')]),
      { key: 'last-review' },
    );
    const labelled = documentOf('runbook', body('**Last verified:** 2025-01-01'));
    assert.deepEqual(usualReview([labelled, labelled, having('reviewed: 2025-01-01')]), {
      key: 'reviewed',
      label: 'Last verified',
    });
    assert.deepEqual(usualReview([documentOf('runbook', '# A\n')]), { key: 'last_reviewed' });
  });
});

const dates = fc.constantFrom('2025-01-02', '2024-12-31', '2025/03/04', '5 January 2026', 'March 7, 2025', '1.2.2025');
const value = fc
  .tuple(
    fc.constantFrom('', 'Ada, ', 'by Ada on ', '(', '[', '**'),
    dates,
    fc.constantFrom(
      '',
      ' by Ada',
      ' in OPS-123',
      ')',
      '](https://example.com/2025-01-01)',
      '**',
      ' 12:00',
      '. Text.',
      ', 2025-01-01',
    ),
  )
  .map((parts) => parts.join(''));
const anyValue = fc.oneof(
  { weight: 4, arbitrary: value },
  fc.constantFrom(
    '',
    'yes',
    'Ada',
    'Q1 2025',
    'TBD',
    '# none',
    '[2025-01-01, 2025-02-03]',
    '["2025-02-03"]',
    '{a: 2025-01-01}',
  ),
);
const name = fc.constantFrom('last_reviewed', 'Last reviewed', 'reviewed', 'Last verified', 'last-review');
const line = fc
  .tuple(
    fc.constantFrom(
      (key: string, text: string) => `**${key}:** ${text}`,
      (key: string, text: string) => `- ${key}: ${text}`,
      (key: string, text: string) => `> _${key}_: ${text}`,
      (key: string, text: string) => `Owner: Ada | ${key}: ${text} | Status: x`,
      (key: string, text: string) => `| Owner | Ada |\n| --- | --- |\n| ${key} | ${text} |`,
      (key: string, text: string) => `Owner: Ada. ${key} ${text}`,
      (key: string, text: string) => `## ${key}\n\n${text}`,
    ),
    name,
    anyValue,
  )
  .map(([form, key, text]) => form(key, text));
const document = fc
  .tuple(
    fc.array(
      fc.tuple(name, anyValue).map(([key, text]) => `${key}: ${text}`),
      { maxLength: 2 },
    ),
    fc.array(line, { maxLength: 3 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([keys, lines, eol]) =>
    [...(keys.length === 0 ? [] : ['---', ...keys, '---']), '# A', '', ...lines.flatMap((text) => [text, ''])]
      .join('\n')
      .replaceAll('\n', eol),
  );

/** What an edit may take away: a date, a blank of a template, or a value that is none in YAML. */
const replaceable =
  /^(?:|\d{4}([-/])\d{2}\1\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{1,2}, \d{4}|TBD|\s+)$/u;

describe('any review', () => {
  it('takes nothing but dates and blanks away, is read, and is noted once', () => {
    let edited = 0;
    fc.assert(
      fc.property(document, fc.constantFrom(inKey, inLabel), (text, usual) => {
        const before = documentOf('runbook', text);
        const made = reviewedEdits(before, day, usual);
        if (!('edits' in made)) {
          return;
        }
        edited += 1;
        for (const { range } of made.edits) {
          assert.match(before.lines.slice(range), replaceable);
        }
        const after = documentOf('runbook', applyEdits(before.text, made.edits));
        const addresses = (written: string): number => written.split('example.com/2025-01-01').length;
        assert.equal(addresses(after.text), addresses(before.text));
        assert.deepEqual(reviewedEdits(after, day, usual), { noted: true });
        const dated = documentOf('runbook', `${after.text}\n\nReview every 6 months.\n`);
        assert.equal(reviewOf(dated)?.due, '2026-11-04');
      }),
      { numRuns: examples(2000) },
    );
    assert.ok(edited > 0);
  });

  it('is made or refused in any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown, plausibleDocument('runbook')), (text) => {
        const before = documentOf('runbook', text);
        const made = reviewedEdits(before, day, inLabel);
        if ('edits' in made) {
          const after = documentOf('runbook', applyEdits(before.text, made.edits));
          assert.deepEqual(reviewedEdits(after, day, inLabel), { noted: true });
        }
      }),
      { numRuns: examples(500) },
    );
  });

  it('takes bounded time in long lines', () => {
    for (const text of [
      body(`Last reviewed: 2025-01-01 ${'](<~~ '.repeat(30_000)}`),
      body(`Last reviewed on 2025-01-01 ${'a: '.repeat(30_000)}`),
      body(`${'> '.repeat(2000)}Owner:${' '.repeat(50_000)}Ada`),
      front(`reviewed: [${'2025-01-01, '.repeat(700)}]`),
      front(...Array.from({ length: 400 }, (_, index) => `reviewed${' '.repeat(index % 20)}: ${index}`)),
    ]) {
      const began = performance.now();
      reviewed(text, inLabel);
      assert.ok(performance.now() - began < 3000, text.slice(0, 60));
    }
  });
});
