import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CatalogDocument } from '../../../../../src/core/document/document.ts';
import { hoverAt, type Hover } from '../../../../../src/core/catalog/editing/hover.ts';
import type { Words } from '../../../../../src/core/catalog/editing/vocabulary.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { contains } from '../../../../../src/core/text/position.ts';
import { assertInside } from '../../../support/assertions.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { anyText, wildMarkdown } from '../../../support/markdown.ts';

const words: Words = {
  services: [],
  severities: ['SEV-1', 'SEV-2'],
  statuses: ['open'],
  people: [],
  owners: [],
  today: '2026-06-15',
};

/** What is told where `|` stands. */
function at(source: string, others: readonly CatalogDocument[] = []): Hover | undefined {
  const offset = source.indexOf('|');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  return hoverAt(contextOf(documentOf('postmortem', text), others), Lines.of(text).positionAt(offset), words);
}

describe('hoverAt', () => {
  it('tells on an expected section what belongs there and why', () => {
    const hover = at('# Mail\n\n## Imp|act\n\nx\n');
    assert.ok(hover);
    assert.equal(hover.paragraphs.length, 2);
    assert.equal(hover.paragraphs[1], 'Expected: every postmortem should have it.');
    assert.deepEqual(hover.range.start.line, 2);
  });

  it('tells on the title of a runbook its past incidents, as links', () => {
    const runbook = contextOf(documentOf('runbook', '# Disk\n\n## Steps\n\n1. Look.\n'));
    const incidents = [
      documentOf(
        'postmortem',
        '---\ndate: 2026-01-02\nseverity: SEV-1\n---\n# [Down](command:x)\n',
        'postmortems/a.md',
      ),
      documentOf('postmortem', '# Slow\n', 'postmortems/b.md'),
    ];
    const title = { line: 0, character: 3 };
    assert.deepEqual(hoverAt(runbook, title, words, incidents), {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } },
      paragraphs: ['Past incidents:'],
      links: [
        { text: '2026-01-02, SEV-1: Down', uri: 'postmortems/a.md' },
        { text: 'Slow', uri: 'postmortems/b.md' },
      ],
    });
    assert.equal(hoverAt(runbook, title, words), undefined);
    assert.equal(hoverAt(runbook, { line: 4, character: 0 }, words, incidents), undefined);
    const many = hoverAt(
      runbook,
      title,
      words,
      Array.from({ length: 20 }, () => incidents[0]).flatMap((one) => one ?? []),
    );
    assert.deepEqual([many?.links?.length, many?.paragraphs], [12, ['Past incidents (latest 12 of 20):']]);
  });

  it('tells what a section of another name counts as', () => {
    assert.ok(at('# Mail\n\n## Imp|acto\n\nx\n')?.paragraphs.includes('Treated as Impact.'));
  });

  it('tells what an optional section is', () => {
    const paragraphs = at('# Mail\n\nIt was late.\n\n## Sum|mary\n\nx\n')?.paragraphs ?? [];
    assert.match(paragraphs.at(-1) ?? '', /^Optional: /);
  });

  it('tells on a key of front matter what it means, who has it and what is in use', () => {
    const other = documentOf('postmortem', '---\nseverity: SEV-1\n---\n# A\n', 'postmortems/a.md');
    const hover = at('---\nsev|erity: x\n---\n# T\n', [other]);
    assert.deepEqual(hover, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 8 } },
      paragraphs: [
        'Severity of the incident, on the team’s scale.',
        '2 of 2 documents here have it.',
        'Values in use: SEV-1, SEV-2.',
      ],
    });
    assert.deepEqual(at('---\nstatus|: x\n---\n# T\n')?.paragraphs, ['Status of the review.']);
  });

  it('tells of a team’s own key how many have it', () => {
    const others = ['a', 'b'].map((name) =>
      documentOf('postmortem', '---\nRegion: eu\n---\n# A\n', `postmortems/${name}.md`),
    );
    assert.deepEqual(at('---\nreg|ion: x\n---\n# T\n', others)?.paragraphs, ['3 of 3 documents here have it.']);
    assert.equal(at('---\nreg|ion: x\n---\n# T\n'), undefined);
  });

  it('tells nothing elsewhere', () => {
    for (const source of [
      '---\nseverity: |x\n---\n# T\n',
      '---|\nseverity: x\n---\n# T\n',
      '# Mail\n\nTex|t.\n',
      '# Ma|il\n',
      '# T\n\n## Our o|wn\n',
      '# T\n\nsev|erity: x\n',
      '|',
    ]) {
      assert.equal(at(source), undefined, source);
    }
  });

  it('never throws, and tells of a range around the place', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown), fc.nat(), (text, chosen) => {
        const lines = Lines.of(text);
        const position = lines.positionAt(chosen % (text.length + 1));
        const hover = hoverAt(contextOf(documentOf('postmortem', text)), position, words);
        if (hover !== undefined) {
          assertInside(lines, hover.range, 'hover');
          assert.ok(contains(hover.range, position));
          assert.ok(hover.paragraphs.length > 0 && hover.paragraphs.every((paragraph) => paragraph !== ''));
        }
      }),
      { numRuns: examples(500) },
    );
  });
});
