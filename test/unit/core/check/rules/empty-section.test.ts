import assert from 'node:assert/strict';
import { emptySection } from '../../../../../src/core/check/rules/empty-section.ts';
import { catalogOf, contextIn, findingsOf } from '../../../support/catalog-of.ts';

const page =
  '# <title>\n\n## Summary\n\n<Three sentences.>\n\n## Impact\n\n<Who?>\n\n## Root Causes\n\nTBD\n\n## Lessons Learned\n\n### What went well\n\n### What went wrong\n\n## Timeline\n\n- hh:mm\n\n## Action Items\n\n- [ ] <What>\n';

/** The sections that the rule names in a copy of the page. */
function named(status: string, ...changes: ReadonlyArray<readonly [string, string]>): string[] {
  const head = `---\nstatus: ${status}\ndate: 2026-01-02\n---\n\n`;
  const text = changes.reduce((left, [from, to]) => left.replace(from, to), page.replace('<title>', 'Mail is late'));
  const written = '\n\nMail came two hours late, and the queue was full.\n';
  const catalog = catalogOf(
    {
      'postmortems/TEMPLATE.md': page,
      'postmortems/a.md': head + text.replace('\n\n<Three sentences.>\n', written).replace('- hh:mm', '- 10:00 Paged'),
    },
    { kinds: { postmortem: ['postmortems/a.md'] } },
  );
  return findingsOf(emptySection, contextIn(catalog, 'postmortems/a.md')).map(({ section = '' }) => section);
}

describe('empty sections of a draft', () => {
  it('are no findings while they are as in the template page', () => {
    assert.deepEqual(named('Draft'), []);
    assert.deepEqual(named('Draft', ['TBD', '<!-- What had to come together? -->']), []);
  });

  it('are findings with a placeholder that the page does not have, or with nothing where the page has something', () => {
    assert.deepEqual(named('Draft', ['<Who?>', 'TODO']), ['Impact']);
    assert.deepEqual(named('Draft', ['\n\n<Who?>', '']), ['Impact']);
  });

  it('are findings where the placeholder is not that of the page', () => {
    const found = named('Draft', ['TBD', 'TODO']);
    assert.deepEqual(found, ['Root Causes']);
  });

  it('are findings in a record that is no draft any more', () => {
    assert.ok(named('In Review').includes('Impact'));
    assert.ok(named('Closed').includes('Root Causes'));
  });
});
