import assert from 'node:assert/strict';
import { Catalog } from '../../../../../src/core/catalog/catalog.ts';
import { recordingLogger } from '../../../support/quiet.ts';

const alert = (name: string): string =>
  `# ${name}\n\n## Meaning\n\nx y z.\n\n## Impact\n\nLate mail.\n\n## Diagnosis\n\nLook.\n\n## Mitigation\n\nRestart it.\n`;

/** Findings about missing sections of the text among as many alert runbooks. */
function missing(others: number, text: string): string[] {
  const catalog = new Catalog(recordingLogger());
  catalog.upsert([
    ...Array.from({ length: others }, (_, index) => {
      const name = `QueueFull${String.fromCodePoint(65 + index)}`;
      return { uri: name, root: 'r', path: `runbooks/${name}.md`, text: alert(name) };
    }),
    { uri: 'u', root: 'r', path: 'runbooks/other.md', text },
  ]);
  return catalog
    .findings('u')
    .filter(({ rule }) => rule === 'missing-section')
    .map(({ message }) => message)
    .filter((message) => !message.includes('every runbook'));
}

describe('missing-section, of pages that are hardly begun', () => {
  it('asks a page that has only a title for the custom', () => {
    assert.equal(missing(5, '# Mail\n').length, 4);
  });

  it('asks a note that only says where to look for nothing', () => {
    const text = `# Mail\n\n${'The full runbook is kept elsewhere, since it names people and their numbers. '.repeat(3)}\n`;
    assert.deepEqual(missing(12, text), []);
    assert.deepEqual(missing(4, text), []);
  });

  it('asks a blank file among pages without a custom for nothing', () => {
    assert.deepEqual(missing(0, '\n\n'), []);
  });
});
