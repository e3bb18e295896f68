import assert from 'node:assert/strict';
import { DocumentIndex } from '../../../../../src/core/catalog/search/document-index.ts';
import { toldOf, whatFixed } from '../../../../../src/core/workflow/incident/told.ts';
import { documentOf } from '../../../support/context.ts';

const past = (path: string, text: string) => documentOf('postmortem', text, `postmortems/${path}.md`);

const documents = [
  past(
    'mail',
    '---\nservices: [postbox]\n---\n# Mail was late\n\n## Summary\n\nThe queue of the relay grew for an hour.\n\n## Timeline\n\n- 10:20 the relay refused mail\n- 10:40 rolled back release 41\n- 11:00 Incident resolved\n',
  ),
  past(
    'keys',
    '# Signing keys expired\n\n## Summary\n\nNobody could sign in.\n\n```\nERROR 2031 token rejected: key 7f3a9bc1 expired\n```\n\n## Resolution\n\nNew keys were made. Sessions were ended.\n',
  ),
  past('disk', '# The disk of the warehouse was full\n\n## Summary\n\nReports failed for a day.\n'),
  documentOf('runbook', '# Mail is late\n\n## Steps\n\n1. Look at the relay.\n', 'runbooks/mail.md'),
];
const index = new DocumentIndex();
index.put(documents);

describe('similar incidents', () => {
  const similar = (text: string): string[] => index.similar(text, 5).map(({ document }) => document.title);

  it('are past incidents with the telling words of a text, best first', () => {
    assert.deepEqual(similar('mail is late, the relay refuses it'), ['Mail was late']);
    assert.deepEqual(similar('warehouse disk full'), ['The disk of the warehouse was full']);
    assert.deepEqual(similar('nothing of the kind'), []);
  });

  it('are those with the same error, whatever numbers it has', () => {
    const [found] = index.similar('ERROR 9 token rejected: key 11aa22bb expired', 5);
    assert.equal(found?.document.title, 'Signing keys expired');
    assert.deepEqual(found.why.errors, ['ERROR 2031 token rejected: key 7f3a9bc1 expired']);
  });

  it('are those of the same service, and never the incident itself', () => {
    const record = past(
      'new',
      '---\nservices: [postbox]\n---\n# Nothing is delivered\n\n## Timeline\n\n- 09:00 Incident declared\n',
    );
    index.put([record]);
    const found = index.similar({ ...toldOf(record), uri: record.uri }, 5);
    index.remove([record.uri]);
    assert.deepEqual(
      found.map(({ document, why }) => [document.title, why.services]),
      [['Mail was late', ['postbox']]],
    );
  });
});

describe('what fixed an incident', () => {
  it('is the beginning of its resolution', () => {
    const { text, line } = whatFixed(documents[1]!) ?? {};
    assert.equal(text, 'New keys were made. Sessions were ended.');
    assert.equal(line, 12);
  });

  it('else the last step of its timeline', () => {
    assert.match(whatFixed(documents[0]!)?.text ?? '', /rolled back release 41/);
  });

  it('is unknown if neither is told', () => {
    assert.equal(whatFixed(documents[2]!), undefined);
  });
});
