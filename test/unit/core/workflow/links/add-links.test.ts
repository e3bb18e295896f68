import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type CatalogDocument } from '../../../../../src/core/document/document.ts';
import { linkIncident, linkRunbook, titleWithoutDate } from '../../../../../src/core/workflow/links/add-links.ts';
import { linkedPaths } from '../../../../../src/core/document/links/links.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const runbook = { path: 'runbooks/Disk full.md', title: 'Disk [full]' };

function linked(text: string): string {
  const record = documentOf('postmortem', text, 'postmortems/a.md');
  return applyEdits(record.text, linkRunbook(record, runbook));
}

const link = String.raw`[Disk \[full\]](../runbooks/Disk%20full.md)`;

describe('linkRunbook', () => {
  it('continues the list of a section for runbooks, or of the references', () => {
    assert.equal(
      linked('# A\n\n## Related runbooks\n\n* [x](x.md)\n\n## Timeline\n\n- 10:00 x\n'),
      `# A\n\n## Related runbooks\n\n* [x](x.md)\n* ${link}\n\n## Timeline\n\n- 10:00 x\n`,
    );
    assert.equal(
      linked('# A\n\n## References\n\nSee the wiki.\n## End\n'),
      `# A\n\n## References\n\nSee the wiki.\n\n- ${link}\n\n## End\n`,
    );
  });

  it('makes a section at the end where there is none, in the line breaks of the document', () => {
    assert.equal(
      linked('# A\r\n\r\n## Summary\r\n\r\nIt was down.\r\n'),
      `# A\r\n\r\n## Summary\r\n\r\nIt was down.\r\n\r\n## Related runbooks\r\n\r\n- ${link}\r\n`,
    );
  });

  it('passes over sections for something else, and places from which text would be lost', () => {
    assert.match(linked('# A\n\n## Glossary\n\n- **x**: y\n\n## B\n\nText.\n'), /Text\.\n\n## Related runbooks\n\n- /);
    const unclosed = linked('# A\n\n## Summary\n\nIt was down.\n\n## References\n\n```\nlog\n');
    assert.ok(linkedPaths(documentOf('postmortem', unclosed, 'postmortems/a.md')).has(runbook.path), unclosed);
    assert.ok(unclosed.endsWith('```\nlog\n'));
  });

  it('adds nothing where the link is there, in whatever form', () => {
    for (const text of ['[x](../runbooks/Disk%20full.md#y)', '[x]\n\n[x]: </runbooks/Disk full.md>']) {
      assert.equal(linked(`# A\n\n${text}\n`), `# A\n\n${text}\n`);
    }
  });
});

describe('linkIncident', () => {
  const record = documentOf(
    'postmortem',
    '---\ndate: 2026-03-03\nseverity: SEV-2\n---\n\n# 2026-03-03: Redis lost keys\n',
    'postmortems/r.md',
  );

  it('names date, severity and title among the past incidents', () => {
    const text = '# Redis\n\n## Steps\n\n1. Look.\n';
    const edits = linkIncident(documentOf('runbook', text, 'runbooks/redis.md'), record);
    assert.equal(
      applyEdits(text, edits),
      `${text}\n## Past incidents\n\n- 2026-03-03, SEV-2: [Redis lost keys](../postmortems/r.md)\n`,
    );
  });

  it('finds the section under the names that teams give it', () => {
    const text = '# Redis\n\n## Incident history\n\n- 2025: [x](x.md)\n\n## Notes\n\nx\n';
    const after = applyEdits(text, linkIncident(documentOf('runbook', text, 'runbooks/redis.md'), record));
    assert.match(after, /- 2025: \[x\]\(x\.md\)\n- 2026-03-03, SEV-2: \[Redis lost keys\]\(.*\)\n\n## Notes/);
  });
});

describe('both links', () => {
  const records = fc.oneof(plausibleDocument('postmortem'), wildMarkdown);
  const after = (document: CatalogDocument): CatalogDocument =>
    readDocument(document, applyEdits(document.text, linkRunbook(document, runbook)), document);

  it('only insert, are read as links, keep every section, and are not added twice', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('\n', '\r\n', '\r'), (source, eol) => {
        const text = source.replace(/\r\n?|\n/g, eol);
        const before = documentOf('postmortem', text, 'postmortems/a.md');
        const edits = linkRunbook(before, runbook);
        for (const { range, newText } of edits) {
          assert.deepEqual(range.start, range.end);
          assert.doesNotMatch(newText.replaceAll(before.eol, ''), /[\r\n]/);
        }
        if (edits.length > 0) {
          const document = after(before);
          assert.ok(linkedPaths(document).has(runbook.path));
          assert.deepEqual(linkRunbook(document, runbook), []);
          const titles = ({ sections }: CatalogDocument): string[] =>
            sections.map(({ title }) => title).filter((title) => title !== 'Related runbooks');
          assert.deepEqual(titles(document), titles(before));
        }
      }),
      { numRuns: examples(500) },
    );
  });
});

describe('titleWithoutDate', () => {
  it('leaves out the date or number in front, and nothing else', () => {
    const of = (title: string): string => titleWithoutDate({ title });
    assert.equal(of('2018-03-31, Server launch failures'), 'Server launch failures');
    assert.equal(of('PM2025-001 - Node starvation'), 'Node starvation');
    assert.equal(of('2021-06-03: Database Full'), 'Database Full');
    assert.equal(of('503s in checkout'), '503s in checkout');
    assert.equal(of('2026-01-02'), '2026-01-02');
  });
});
